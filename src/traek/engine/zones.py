"""Where in a letter each block stands: letterhead, greeting, opening, body, closing, signature."""

from __future__ import annotations

import re

from traek.model import Block, BlockKind

GREETING = re.compile(
    r"\s*(?:kære|hej|hejsa|goddag|god dag|til(?!.*[.:!?]\s*$)|hallo|godmorgen|velkommen)\b"
    r"(?!.*(?<!\bnr)[.;:]\s*\w).{0,90}$"
    r"|\s*til rette vedkommende",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"\s*(?:(?:med |de )?(?:venlig|bedste|kærlig|mange|varme|gode|venligste)\w* ?(?:venlige )?hils\w*"
    r"|(?:venlig|bedste|mange|med) hils\w*|hilsen?\b|hav (?:en|det) (?:god|rigtig)\w*|mvh\b|vh\b|p\.\s?v\.)",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"\[udfyld: [^\[\]]*\]")
_LONGEST_GREETING = 100
_LONGEST_CLOSING = 80
_LONGEST_LETTERHEAD_LINE = 60
_MOST_LETTERHEAD_BLOCKS = 4


def zones_of(blocks: tuple[Block, ...]) -> list[frozenset[str]]:
    """For each block the names of the zones that it stands in (see `traek.rulepack.ZONES`).

    »indledning« is the first two paragraphs of running text, »afslutning« the last before the
    signature.
    """
    greeting = next((i for i, b in enumerate(blocks) if is_greeting(b.text)), None)
    closing = next(
        (i for i in range(len(blocks) - 1, -1, -1) if is_closing(blocks[i].text)), len(blocks)
    )
    if greeting is not None and closing <= greeting:
        closing = len(blocks)
    zones: list[set[str]] = []
    body: list[int] = []
    for index, block in enumerate(blocks):
        if index == greeting:
            zones.append({"hilsen"})
        elif index >= closing:
            zones.append({"underskrift"})
        elif block.kind is BlockKind.HEADING:
            zones.append({"overskrift"})
        elif _is_letterhead(block, index, greeting, body):
            zones.append({"hoved"})
        else:
            zones.append({"brødtekst"})
            body.append(index)
    for index in body[:2]:
        zones[index].add("indledning")
    for index in body[-1:]:
        zones[index].add("afslutning")
    return [frozenset(names) for names in zones]


def is_greeting(text: str) -> bool:
    """Whether a block is a greeting line such as »Kære Anne Jensen« or »Til beboerne i nr. 7«.

    A line that begins with »Til« and ends as a sentence does, such as »Til to brød skal du bruge:«, is none.
    """
    plain = _TO_FILL_IN.sub("[]", text)
    return len(plain) < _LONGEST_GREETING and GREETING.match(plain) is not None


def is_closing(text: str) -> bool:
    """Whether a block begins the signature, such as »Med venlig hilsen«."""
    first = text.split("\n", 1)[0]
    return len(first) < _LONGEST_CLOSING and CLOSING.match(first) is not None


def _is_letterhead(block: Block, index: int, greeting: int | None, body: list[int]) -> bool:
    """Whether a block is an address, a date or a file number above the letter itself."""
    if body or block.kind is not BlockKind.PARAGRAPH:
        return False
    text = block.text.strip()
    finished = text.endswith((".", "!", "?", ":"))
    if greeting is not None and index < greeting:
        return not (finished and len(text) > _LONGEST_LETTERHEAD_LINE and "\n" not in text)
    return index < _MOST_LETTERHEAD_BLOCKS and not finished
