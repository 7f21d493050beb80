"""The guide of ten rules: each of them stands there as its file is, and does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from traek.testing import Case, cases

DOCS = Path(__file__).parents[1] / "docs"
PACK = DOCS / "eksempler" / "ti-regler"
GUIDE = (DOCS / "ti-regler.md").read_text("utf-8")


@pytest.mark.parametrize("case", cases(str(PACK)), ids=str)
def test_every_rule_does_what_it_says(case: Case) -> None:
    case.check()


@pytest.mark.parametrize("file", sorted(PACK.glob("*.toml")), ids=lambda file: file.name)
def test_every_file_stands_in_the_guide_word_for_word(file: Path) -> None:
    shown = f"`{file.name}`\n\n```toml\n{file.read_text('utf-8')}```\n"
    assert shown in GUIDE, f"Sæt {file.name} ind i docs/ti-regler.md, som filen er nu."


def test_there_are_ten_in_ten_chapters() -> None:
    assert len(re.findall(r"^## \d+\.", GUIDE, re.MULTILINE)) == 10
    assert len(list(PACK.glob("*.toml"))) == 10
