"""The page on settings names what there is to choose, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from traek.cli import FOUND, INTERRUPTED, MISTAKE, OK
from traek.loaders import traek_loaders
from traek.reporters import traek_reporters
from traek.settings import KEYS

PAGE = (Path(__file__).parents[1] / "docs" / "indstillinger.md").read_text("utf-8")


def section(heading: str) -> str:
    return PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]


def first_cells(heading: str) -> list[str]:
    rows = re.findall(r"^\| (.+?) \|", section(heading), re.MULTILINE)
    return [cell.strip("`") for cell in rows[1:]]


def test_the_page_has_every_key_in_order() -> None:
    assert first_cells("Nøglerne") == list(KEYS)


def test_the_page_has_every_exit_code() -> None:
    assert first_cells("Slutkoder") == [str(code) for code in (OK, FOUND, MISTAKE, INTERRUPTED)]


def test_the_page_has_every_format() -> None:
    assert sorted(first_cells("Rapportens format")) == sorted(r.name for r in traek_reporters())


def test_the_page_has_every_kind_of_file() -> None:
    told = set(re.findall(r"`(\.\w+)`", section("Filer, traek kan læse")))
    assert told == {ending for loader in traek_loaders() for ending in loader.extensions}
