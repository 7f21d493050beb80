"""Annotated letters: a folder with `gold.jsonl`, `letters.csv`, perhaps `near.jsonl`, and texts.

`gold.jsonl` has an object a line: file, quote, nth (its occurrence in the file, from 1), category
and severity. `near.jsonl` has what looks alike and must be left alone: file, quote, nth, not, why.
`letters.csv` has file, situation, side1..side4 (1 where the letter fills the side) and tone.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traek.errors import DocumentError
from traek.model import Document, Side, Situation, Span
from traek.rulepack import CATEGORIES

Place = tuple[int, Span]
"""A block of a document, counted from 0, and a span in it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What an annotator marked: the quote, which occurrence of it, and the category."""

    quote: str
    nth: int
    category: str


@dataclass(frozen=True, slots=True)
class GoldLetter:
    """One annotated letter; `near` are the near misses, with the category that they are not."""

    file: str
    path: Path
    marks: tuple[Mark, ...]
    near: tuple[Mark, ...]
    situation: Situation | None
    filled: Mapping[Side, bool]


def read_gold(folder: Path) -> tuple[GoldLetter, ...]:
    """The annotated letters in `folder`, by file name.

    Raises:
        DocumentError: a file is missing, or a line of it does not say what it must.
    """
    marks = _rows(folder / "gold.jsonl", "category")
    near = _rows(folder / "near.jsonl", "not") if (folder / "near.jsonl").exists() else {}
    sides = _sides(folder / "letters.csv") if (folder / "letters.csv").exists() else {}
    texts = folder / "letters" if (folder / "letters").is_dir() else folder
    letters = []
    for file in sorted({*marks, *sides}):
        path = texts / file if (texts / file).exists() else folder / file
        if not path.exists():
            raise DocumentError(f"Brevet {texts / file} mangler. Det nævnes i {folder}.")
        situation, filled = sides.get(file, (None, {}))
        found, nearly = tuple(marks.get(file, ())), tuple(near.get(file, ()))
        letters.append(GoldLetter(file, path, found, nearly, situation, filled))
    return tuple(letters)


def located(mark: Mark, document: Document) -> Place | None:
    """Where the mark's quote stands, white space folded; None where it does not."""
    pattern = re.compile(r"\s+".join(map(re.escape, mark.quote.split())))
    places = [
        (number, Span(*found.span()))
        for number, block in enumerate(document.blocks)
        for found in pattern.finditer(block.text)
    ]
    return places[min(mark.nth, len(places)) - 1] if places else None


def _rows(path: Path, key: str) -> dict[str, list[Mark]]:
    rows: dict[str, list[Mark]] = {}
    for number, line in enumerate(_lines(path), 1):
        if not line.strip():
            continue
        try:
            row: dict[str, Any] = json.loads(line)
            mark = Mark(str(row["quote"]), int(row.get("nth", 1)), str(row[key]))
            rows.setdefault(str(row["file"]), []).append(mark)
        except (ValueError, KeyError, TypeError) as error:
            raise DocumentError(
                f"{path}, linje {number}: der skal stå et JSON-objekt med file, quote og {key}."
            ) from error
        if mark.category not in CATEGORIES:
            raise DocumentError(f"{path}, linje {number}: »{mark.category}« er ikke en kategori.")
    return rows


def _lines(path: Path) -> Iterable[str]:
    try:
        return path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(
            f"{path} kan ikke læses. En mappe med mærkede breve har gold.jsonl, letters.csv og "
            "mappen letters, alle i UTF-8."
        ) from error


def _sides(path: Path) -> dict[str, tuple[Situation | None, Mapping[Side, bool]]]:
    sides: dict[str, tuple[Situation | None, Mapping[Side, bool]]] = {}
    for row in csv.DictReader(_lines(path)):
        situation = row.get("situation") or ""
        sides[row["file"]] = (
            Situation(situation) if situation in set(Situation) else None,
            {
                side: (row.get(f"side{n}") or "").strip() == "1"
                for n, side in enumerate(Side, 1)
                if row.get(f"side{n}") is not None
            },
        )
    return sides
