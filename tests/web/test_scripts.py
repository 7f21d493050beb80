"""The page's scripts: each is sound by itself, and all of them together are."""

from __future__ import annotations

import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path

import pytest

from traek.web.page import bundled, page

STATIC = Path(str(files("traek.web"))) / "static"
NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="no node on this machine")


def sound(file: Path) -> str:
    """What node says against the module; nothing where it is sound."""
    done = subprocess.run(  # noqa: S603
        [str(NODE), "--check", str(file)], capture_output=True, text=True, check=False
    )
    return done.stderr


@needs_node
@pytest.mark.parametrize("script", sorted(STATIC.glob("*.js")), ids=lambda path: path.stem)
def test_every_script_is_sound(script: Path, tmp_path: Path) -> None:
    copy = tmp_path / f"{script.stem}.mjs"
    copy.write_text(script.read_text("utf-8"), "utf-8")
    assert sound(copy) == ""


@needs_node
def test_they_are_sound_in_one_module(tmp_path: Path) -> None:
    together = tmp_path / "together.mjs"
    together.write_text(bundled("main"), "utf-8")
    assert sound(together) == ""


def test_every_script_but_the_types_is_in_the_page() -> None:
    code = bundled("main")
    for script in STATIC.glob("*.js"):
        if script.stem != "types":
            assert script.read_text("utf-8").splitlines()[-1] in code, script.name


def test_the_page_is_whole_and_names_no_other_host() -> None:
    html, _ = page()
    assert "</html>" in html
    assert not re.search(r'(?:src|href)="(?!#|data:)', html)
    assert "import " not in re.sub(r"import\(", "", bundled("main")).split("/**", 1)[0]
    assert "innerHTML" not in html
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)\w", html)
