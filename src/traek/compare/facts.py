"""What a letter tells that must not get lost in a rewrite: dates, amounts, rules, rights, contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from traek.dates import MONTHS, NUMBERS
from traek.model import Span

if TYPE_CHECKING:
    from traek.model import Block, Document


class FactKind(StrEnum):
    """The kinds of fact, by the names that users see."""

    DATE = "dato"
    TIME = "klokkeslæt"
    AMOUNT = "beløb"
    LAW = "lovhenvisning"
    DEADLINE = "frist eller tidsrum"
    COMPLAINT = "klagevejledning"
    RIGHT = "rettighed"
    CONTACT = "kontakt"
    CASE = "sagsnummer"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact and where it first stands; `key` is the same for the same fact in other words."""

    kind: FactKind
    key: tuple[str, ...]
    quote: str
    block: int
    span: Span

    def meets(self, other: Fact) -> bool:
        """Whether `other` tells this fact too, perhaps more closely: a year or a »stk.« more."""
        if self.kind is not other.kind or len(self.key) != len(other.key):
            return False
        return all(mine in {"", theirs} for mine, theirs in zip(self.key, other.key, strict=True))


_MONTH = {name: str(number) for number, name in enumerate(MONTHS, 1)} | {
    name[:3]: str(number) for number, name in enumerate(MONTHS, 1)
}
_NUMBER = {name: str(number) for number, name in enumerate(NUMBERS)} | {
    "et": "1",
    "én": "1",
    "ét": "1",
}

_KL = r"(?:kl\.|klokken)"
_CLOCK = r"(?P<hour{0}>[0-2]?\d)(?:[.:](?P<minute{0}>[0-5]\d))?"
_UNIT = r"(?P<unit>hverdag|arbejdsdag|dag|uge|måned|time)(?:s|e|er|r|ene|erne|rne)?\b"

_Key = Callable[[re.Match[str]], tuple[str, ...]]


def _date(match: re.Match[str]) -> tuple[str, ...]:
    month = match["month"].casefold().rstrip(".")
    year = match["year"] or ""
    return (match["day"].lstrip("0"), _MONTH.get(month, month.lstrip("0")), year[-2:])


def _iso(match: re.Match[str]) -> tuple[str, ...]:
    return (match["day"].lstrip("0"), match["month"].lstrip("0"), match["year"][-2:])


def _time(match: re.Match[str]) -> tuple[str, ...]:
    start = (match["hour"].lstrip("0"), match["minute"] or "00")
    if match["hour_end"] is None:
        return (*start, "", "")
    return (*start, match["hour_end"].lstrip("0"), match["minute_end"] or "00")


def _amount(match: re.Match[str]) -> tuple[str, ...]:
    whole, _, rest = re.sub(r"[.\s]", "", match["number"] or match["after"]).partition(",")
    return (whole, rest.strip("0-"))


def _law(match: re.Match[str]) -> tuple[str, ...]:
    return ("".join(match["number"].split()).casefold(), match["part"] or "")


def _deadline(match: re.Match[str]) -> tuple[str, ...]:
    number = match["number"].casefold()
    number, unit = _NUMBER.get(number, number), match["unit"].casefold()
    if unit == "uge":
        return (str(int(number) * 7), "dag")
    return (number, unit)


def _digits(match: re.Match[str]) -> tuple[str, ...]:
    return (re.sub(r"\D", "", match[0])[-8:],)


def _folded(match: re.Match[str]) -> tuple[str, ...]:
    return (match[0].casefold().rstrip(".,"),)


def _the_same(name: str) -> _Key:
    return lambda _: (name,)


def _search(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.VERBOSE)


_SEARCHES: tuple[tuple[FactKind, re.Pattern[str], _Key], ...] = (
    (
        FactKind.DATE,
        _search(
            rf"\b(?P<day>[0-3]?\d)\.\s*(?P<month>{'|'.join(MONTHS)}|"
            r"(?:jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec)\b\.?)(?:\s+(?P<year>(?:19|20)\d\d))?"
        ),
        _date,
    ),
    (
        FactKind.DATE,
        _search(r"\b(?P<day>[0-3]?\d)[./-](?P<month>[01]?\d)[./-](?P<year>(?:19|20)?\d\d)\b(?!-)"),
        _date,
    ),
    (FactKind.DATE, _search(r"\b(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"), _iso),
    (
        FactKind.TIME,
        _search(
            rf"\bmellem\s+{_KL}\s*{_CLOCK.format('')}\s+og\s+(?:{_KL}\s*)?{_CLOCK.format('_end')}"
            r"(?![.:]?\d)"
        ),
        _time,
    ),
    (
        FactKind.TIME,
        _search(
            rf"\b{_KL}\s*{_CLOCK.format('')}"
            rf"(?:\s*(?:-|–|til)\s*(?:{_KL}\s*)?{_CLOCK.format('_end')})?(?![.:]?\d)"
        ),
        _time,
    ),
    (
        FactKind.AMOUNT,
        _search(
            r"(?<![\d.,])(?P<number>\d{1,3}(?:[.\s]\d{3})+(?:,\d\d)?|\d+(?:,\d\d)?)(?:,-)?\s*(?:kr\b|kroner\b)"
            r"|\b(?:kr\.?|kroner)\s*(?P<after>\d{1,3}(?:\.\d{3})+(?:,\d\d)?|\d+(?:,\d\d)?)"
        ),
        _amount,
    ),
    (
        FactKind.LAW,
        _search(
            r"§§?\s*(?P<number>\d+(?:\s?[a-hj-z](?!\w)|i(?!\w))?)(?:\s*,?\s*stk\.\s*(?P<part>\d+))?"
        ),
        _law,
    ),
    (
        FactKind.DEADLINE,
        _search(
            rf"\b(?P<number>\d+|{'|'.join(NUMBERS[2:])})\s+(?:hele\s+)?{_UNIT}"
        ),
        _deadline,
    ),
    (
        FactKind.DEADLINE,
        _search(
            rf"\b(?:inden(?:\s+for)?|efter|om|i|højst|mindst)\s+(?P<number>én|en|et|ét)\s+{_UNIT}"
        ),
        _deadline,
    ),
    (
        FactKind.COMPLAINT,
        _search(
            r"\b(?:kan|må|vil|ønsker\ du\ at)\s+(?:du\s+|de\s+|i\s+)?(?:også\s+|gerne\s+)?klage\b"
            r"|\bklagevejledning\w*|\bklagefrist\w*|\bklagen\s+skal\b"
        ),
        _the_same("klage"),
    ),
    (
        FactKind.COMPLAINT,
        _search(r"\b(?:ankestyrelsen|datatilsynet|\w+klagenævnet|\w*ankenævnet|domstolene?)\b"),
        _folded,
    ),
    (FactKind.RIGHT, _search(r"\bbisidder\w*|\bpartsrepræsentant\w*"), _the_same("bisidder")),
    (FactKind.RIGHT, _search(r"\baktindsigt\w*|\bse\ (?:din|sagens)\ (?:sag|papirer)\b"), _the_same("indsigt")),
    (
        FactKind.RIGHT,
        _search(r"\budtale\ (?:dig|jer|Dem)\b|\bpartshør\w+|\bkomme\ med\ (?:dine\ )?bemærkninger\b"),
        _the_same("udtalelse"),
    ),
    (FactKind.CONTACT, _search(r"(?<![\d-])(?:\+45\s?)?\d{2}(?:\s?\d{2}){3}(?![\d-])"), _digits),
    (FactKind.CONTACT, _search(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _folded),
    (FactKind.CONTACT, _search(r"\b(?:https?://|www\.)\S+[\w/]|\b[\w-]+\.dk(?:/[\w/-]+)?\b"), _folded),
    (
        FactKind.CASE,
        _search(r"\b(?:sags?|journal)(?:nr\.?|nummer)?:?\s*(?:nr\.?\s*)?(?P<number>\d[\w./-]*\d)"),
        lambda match: (match["number"].casefold(),),
    ),
)  # fmt: skip

_LETTERHEAD_DATE = re.compile(
    r"(?:[\wæøå. ]{0,30},?\s)?(?:dato:?\s*)?(?:den\s)?[\d.]+\s*[\w]+\.?\s*\d*", re.IGNORECASE
)


def facts_in(document: Document) -> tuple[Fact, ...]:
    """The facts that a letter tells, in reading order, each once.

    The date that the letter itself carries is left out: a new draft has a new one.
    """
    found: dict[tuple[FactKind, tuple[str, ...]], Fact] = {}
    for block in document.blocks:
        for fact in sorted(_facts(block), key=lambda fact: fact.span):
            found.setdefault((fact.kind, fact.key), fact)
    return tuple(found.values())


def not_in(others: Iterable[Fact], facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Those of `facts` that none of `others` tells."""
    known = tuple(others)
    return tuple(fact for fact in facts if not any(fact.meets(other) for other in known))


def _facts(block: Block) -> Iterator[Fact]:
    taken: list[Span] = []
    for kind, search, key in _SEARCHES:
        for match in search.finditer(block.text):
            span = Span(*match.span())
            if kind is FactKind.DATE and _is_letterhead(block.text, span):
                continue
            if any(span.start < other.end and other.start < span.end for other in taken):
                continue
            taken.append(span)
            yield Fact(kind, key(match), match[0], block.number, span)


def _is_letterhead(text: str, span: Span) -> bool:
    """Whether the date is all that its line holds, but perhaps for a town."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end].strip()
    around = line.replace(text[span.start : span.end], "").strip(" .,:").casefold()
    words = around.replace("den", " ").replace("dato", " ").split()
    return len(words) <= 1 and _LETTERHEAD_DATE.fullmatch(line) is not None
