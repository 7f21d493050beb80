"""The facts of a sentence that a rewrite must keep: numbers, dates, days, names, addresses on the net.

Found by how words look, without grammar, so that both a sentence and its rewrite are cut alike.
»fire« and »4« are one fact, and so are »3.5.« and »3. maj«.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from traek.dates import DAYS, MONTHS, NUMBERS

_NUMBERS = {word: number for number, word in enumerate(NUMBERS[2:], 2)}
_MONTH = "|".join(MONTHS)
_FACT = re.compile(
    rf"""
    (?P<net>[\w.+-]+@[\w-]+(?:\.[\w-]+)+ | (?:https?://|www\.)[^\s,;]+[^\s,;.)])
  | (?P<date>\b\d{{1,2}}\.?\s(?i:{_MONTH})\b
      | (?<!kl\.\s)\b\d{{1,2}}[./-](?:1[0-2]|0?[1-9])(?:[./-]\d{{2,4}}|\.)(?!\d)
      | \b\d{{1,2}}/(?:1[0-2]|0?[1-9])(?!\d))
  | (?P<phone>(?<!\d)\d\d(?:\s\d\d){{3}}(?!\d) | (?<!\d)\d{{4}}\s\d{{4}}(?!\d))
  | (?P<number>\d+(?:[.,:]\d+)*)
  | (?P<word>\b(?i:{"|".join((*_NUMBERS, *DAYS, *MONTHS))})\b)
  | (?P<name>(?<=[a-zæøå0-9,;»"]\s)(?!(?:De|Dem|Deres|I)\b)
      [A-ZÆØÅ][a-zæøåé]+(?:[\s-][A-ZÆØÅ][a-zæøåé]+)*)
    """,
    re.VERBOSE,
)
_YEAR = 2000


def facts_in(text: str) -> Mapping[str, str]:
    """The facts in the text in reading order: what two texts have in common -> as it stands here."""
    found: dict[str, str] = {}
    for key, words in _facts(" ".join(text.split())):
        found.setdefault(key, words)
    return found


def _facts(text: str) -> Iterator[tuple[str, str]]:
    for match in _FACT.finditer(text):
        words = match[0]
        match match.lastgroup:
            case "date":
                yield from ((key, words) for key in _date(words))
            case "phone":
                yield "".join(words.split()), words
            case "number":
                yield _number(words), words
            case "word":
                lower = words.lower()
                yield str(_NUMBERS.get(lower, lower)), words
            case _:
                yield words.lower().removesuffix("s"), words


def _number(words: str) -> str:
    """»1200« for 1.200 and 1.200,00, and »10« for 10.00 and 10:00."""
    plain = re.sub(r"\.(?=\d{3}(?!\d))", "", words.replace(":", "."))
    return plain.removesuffix(",00").removesuffix(".00")


def _date(words: str) -> Iterator[str]:
    """»3 maj« for every way of writing it, and the year by itself."""
    day, month, *year = [piece for piece in re.split(r"[./\-\s]+", words.lower()) if piece]
    if month.isdigit():
        place = int(month)
        month = MONTHS[place - 1] if 1 <= place <= len(MONTHS) else month
    yield f"{int(day)} {month}"
    for number in map(int, year):
        yield str(number if number >= _YEAR else number + _YEAR)
