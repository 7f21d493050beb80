"""The page on the method names every category and every law row as the program does."""

from __future__ import annotations

import re
from pathlib import Path

from traek.rulepack import CATEGORIES, LAWS

PAGE = (Path(__file__).parents[1] / "docs" / "metode.md").read_text("utf-8")


def test_the_page_has_every_category_with_its_name_and_side_in_order() -> None:
    told = re.findall(r"^\| ([ED]\d\d) \| (.+?) \| (\w+) \|", PAGE, re.MULTILINE)
    assert told == [(key, each.name, each.side.value) for key, each in CATEGORIES.items()]


def test_the_page_has_every_law_row_in_order() -> None:
    assert tuple(re.findall(r"^\| (L\d\d) \|", PAGE, re.MULTILINE)) == LAWS
