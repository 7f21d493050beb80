"""The words of the house as plain values: document, block, span, finding, profile, report.

Positions are Unicode code points, half-open, counted in the text of one block, which is never
changed. Nothing here imports anything but the standard library, and nothing here acts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple


class Effect(StrEnum):
    """What a marker does to a conflict: `escalates` (tryk) or `deescalates` (træk)."""

    ESCALATES = "escalates"
    DEESCALATES = "deescalates"


class Side(StrEnum):
    """The four sides of a Firkant, in reading order; their names are our interpretation."""

    KONTAKT = "kontakt"
    FORSTÅ = "forstå"
    SAG = "sag"
    VIDERE = "videre"


class Situation(StrEnum):
    """Which Firkant applies: answering an enquiry, or writing out on one's own initiative."""

    SVAR = "svar"
    SKRIV_UD = "skriv-ud"


class Genre(StrEnum):
    """The kinds of letter that ask for different things of the writer."""

    AFSLAG = "afslag"
    AGTERSKRIVELSE = "agterskrivelse"
    AKTINDSIGT = "aktindsigt"
    BEVILLING = "bevilling"
    INDKALDELSE = "indkaldelse"
    KLAGESVAR = "klagesvar"
    KVITTERING = "kvittering"
    PARTSHØRING = "partshøring"
    RYKKER = "rykker"
    VARSEL = "varsel"


class Axis(StrEnum):
    """What a finding touches: the matter itself, or the relation between writer and reader."""

    SAG = "sag"
    RELATION = "relation"


class Certainty(IntEnum):
    """How often a rule is right on letters that it has not seen; `LAV` is hidden by default."""

    LAV = 1
    MIDDEL = 2
    HØJ = 3


class BlockKind(StrEnum):
    """What a block is on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"


class SuggestionKind(StrEnum):
    """What is done to the letter where a suggestion is followed; `ADVICE` leaves it to the writer."""

    REPLACE = "replace"
    REORDER = "reorder"
    DELETE = "delete"
    ADD = "add"
    ADVICE = "advice"


FILL_IN = "[udfyld: "
"""Begins a gap that only the writer can fill in: `[udfyld: dato]`."""

_A_SPACE_AND_A_COMMA = 4
"""Characters that go with words that go; more is a remark of its own."""


class Span(NamedTuple):
    """A half-open range of code points in the text of one block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell, with a way back into its file.

    `number` counts from 1 through the document in reading order. `part` names where in the file
    the text stands, in Danish (»hoveddel«, »sidehoved«, »fodnote«). `headings` are the headings
    above the block, outermost first. `placeholders` are merge fields and other gaps that the
    sender fills in later; no rule reads them as words. `latent` says, in Danish, under which
    condition a template shows the text at all, and is None for text that always shows.
    `locator` is the loader's own and opaque to everyone else.
    """

    text: str
    number: int
    kind: BlockKind = BlockKind.PARAGRAPH
    part: str = "hoveddel"
    headings: tuple[str, ...] = ()
    style: str | None = None
    placeholders: tuple[Span, ...] = ()
    latent: str | None = None
    locator: object = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note to traek that hangs on a span of a block, or on all of it; `source` is what it is."""

    block: int
    span: Span | None
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Document:
    """A letter as the engine sees it: blocks in reading order.

    `warnings` are Danish sentences about what a reader of the report should know of the file,
    such as a signature that editing would break. `notes` are what somebody has written to traek
    beside the text, in Word's comments.
    """

    path: str
    blocks: tuple[Block, ...]
    warnings: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rewrite that fits in place, or advice where none does.

    `replacement` takes the place of `span`, or of the finding's own span where `span` is None;
    it is None where there is only `advice`, and empty where the words may go. Of the kind `ADD`,
    which only a finding without a span has, it is a new paragraph, or several with a blank line
    between them, to stand before the finding's block, or last in the letter where that is None.
    Without a `kind` the replacement says which it is.
    """

    advice: str
    replacement: str | None = None
    span: Span | None = None
    kind: SuggestionKind = SuggestionKind.ADVICE

    def __post_init__(self) -> None:
        if self.replacement is not None and self.kind is SuggestionKind.ADVICE:
            told = SuggestionKind.REPLACE if self.replacement else SuggestionKind.DELETE
            object.__setattr__(self, "kind", told)

    @property
    def gaps(self) -> int:
        """How many places the replacement leaves for the writer to fill in."""
        return (self.replacement or "").count(FILL_IN)


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule's marker found at a span of a block, or something missing from a side.

    For something missing, `span` and `quote` are None and `block` is the number of the block
    where it would belong, or None. `protection` is the law row (L01-L25) that asks for the
    wording; such a finding is shown as »lovpligtig – behold« and counts nowhere.
    """

    rule: str
    title: str
    category: str
    effect: Effect
    side: Side
    weight: int
    certainty: Certainty
    block: int | None
    span: Span | None
    quote: str | None
    message: str
    why: str
    sources: tuple[str, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    protection: str | None = None
    fingerprint: str = ""

    @property
    def safe_rewrite(self) -> Suggestion | None:
        """The first suggestion that can be followed without asking the writer.

        A new paragraph cannot, nor a rewrite with a gap that only the writer can fill in, nor
        leaving out more than the words that the rule marks, for only the writer knows whether the
        reader would miss them; nor what keeps those words and says more behind them.
        """
        return next(
            (each for each in self.rewrites if not each.gaps and not self.says_more(each)), None
        )

    def says_more(self, suggestion: Suggestion) -> bool:
        """Whether the suggestion keeps the words that the rule marks, and adds a sentence."""
        text, quote = suggestion.replacement or "", (self.quote or "").rstrip(".")
        marked = re.search(rf"(?<!\w){re.escape(quote)}(?!\w)", text)
        return marked is not None and text.count(". ") > quote.count(". ")

    @property
    def rewrites(self) -> tuple[Suggestion, ...]:
        """The suggestions that put other words in place of the finding's, best first."""
        return tuple(
            each
            for each in self.suggestions
            if each.replacement is not None
            and each.kind is not SuggestionKind.ADD
            and not self.loses_more(each)
        )

    def loses_more(self, suggestion: Suggestion) -> bool:
        """Whether following the suggestion leaves out more than the words that the rule marks.

        Where a whole sentence with its full stop is marked, no words are, and all of it is more.
        """
        if suggestion.kind is not SuggestionKind.DELETE or not suggestion.span or not self.span:
            return False
        (start, end), (first, last) = self.span, suggestion.span
        if (self.quote or "").endswith((".", "!", "?")) and first <= start and end <= last:
            return True
        return start - first + last - end > _A_SPACE_AND_A_COMMA

    @property
    def axis(self) -> Axis:
        """Whether the finding touches the matter or the relation.

        The side »sag« carries the matter, the other three the relation; our own reading of the
        method.
        """
        return Axis.SAG if self.side is Side.SAG else Axis.RELATION


@dataclass(frozen=True, slots=True)
class SideProfile:
    """One side of a document's Firkant: whether anything fills it, and its tryk and træk.

    `evidence` is the shortest quote that fills the side, or None where it is empty.
    """

    filled: bool
    escalates: int
    deescalates: int
    evidence: str | None = None


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of one letter and what follows from them.

    `passive_share` is the share of sentences with a passive, from 0 to 1, or None where the
    grammar has not run.
    """

    words: int
    sentences: int
    long_words: int
    passive_share: float | None

    @property
    def sentence_length(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0

    @property
    def lix(self) -> float:
        """Björnsson's läsbarhetsindex: below 35 is easy, above 55 is hard."""
        if not self.words:
            return 0.0
        return self.sentence_length + 100 * self.long_words / self.words

    @property
    def verdict(self) -> str:
        """What the lix number means, in Danish."""
        steps = ((25, "meget let"), (35, "let"), (45, "middel"), (55, "svær"))
        return next((name for limit, name in steps if self.lix < limit), "meget svær")


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A finding that somebody has decided to live with, the reason given, and where that stands."""

    finding: Finding
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A rewrite that was not offered, and the Danish words that say why."""

    rule: str
    block: int
    quote: str
    replacement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document, its findings in reading order and its profile.

    `suppressed` are findings that are shown as such and count nowhere, in reading order too.

    `situation_reason` says in Danish who chose the situation and why. `genre` is None where the
    letter shows none. `grammar` names the grammar model that was used, or is None where no rule
    asked for one. `readability` is a score of its own over the running text, or None without any.
    `withdrawn` are rewrites that did not pass, for whoever writes rules. `doubted` counts what rules
    found and a second opinion made too uncertain to be shown.
    """

    document: Document
    situation: Situation
    situation_reason: str
    words: int
    findings: tuple[Finding, ...]
    profile: Mapping[Side, SideProfile]
    grammar: str | None = None
    genre: Genre | None = None
    readability: Readability | None = None
    suppressed: tuple[Suppressed, ...] = ()
    withdrawn: tuple[Withdrawn, ...] = ()
    doubted: int = 0


@dataclass(frozen=True, slots=True)
class ReadError:
    """A file that could not be read, and the sentence that says why and what to do."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Run:
    """What one run over some files gave: reports, the files that failed, and how many rules ran."""

    reports: tuple[Report, ...]
    errors: tuple[ReadError, ...] = ()
    skipped: tuple[ReadError, ...] = ()
    rules: int = 0
    settings: Mapping[str, str] = field(default_factory=dict)
