"""What the page says to its user: read by the tool itself, it is calm."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.web.conftest import Served

STATIC = Path(str(files("traek.web"))) / "static"
GUIDE = Path(__file__).parents[2] / "docs" / "siden.md"


def spoken(script: str) -> list[str]:
    """The sentences in a script: its longer texts, with a number for what is counted."""
    texts = re.findall(r'"([A-ZÆØÅ][^"\n]{9,})"|`([A-ZÆØÅ][^`\n]{9,})`', script)
    return [re.sub(r"\$\{[^}]*\}", "7", one or other) for one, other in texts]


def pressing(served: Served, name: str, text: bytes) -> list[str]:
    """The tryk in the text, but for what a whole letter would lack."""
    opened = served.ask("read", text, X_Traek_Name=name).json()
    answer = served.ask("check", {"text": opened["text"], "situation": "skriv-ud"}).json()
    return [
        each["quote"]
        for each in answer["findings"]
        if each["effect"] == "escalates" and each["quote"] and not each["possible"]
    ]


@pytest.mark.parametrize("file", [STATIC / "page.html", GUIDE], ids=lambda file: file.name)
def test_the_page_and_its_guide_are_calm(served: Served, file: Path) -> None:
    assert pressing(served, file.name, file.read_bytes()) == []


def test_what_the_scripts_say_is_calm(served: Served) -> None:
    scripts = [file for file in STATIC.glob("*.js") if file.stem != "sample"]
    said = [text for file in scripts for text in spoken(file.read_text("utf-8"))]
    assert len(said) > 20
    assert pressing(served, "ord.txt", "\n\n".join(said).encode()) == []
