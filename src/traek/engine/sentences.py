"""Where sentences begin, in letters from authorities.

A full stop is a token of its own only where it is no part of an abbreviation, an ordinal or a
number, so most of the work is done when this looks. What is left are abbreviations that end a
sentence, quotations, brackets, and lines that a writer broke on purpose.
"""

from __future__ import annotations

from traek.dates import MONTHS
from traek.engine.abbreviations import CLOSING
from traek.engine.tokens import PLACEHOLDER

_STOP_SIGNS = ".!?…"
_STOPS = frozenset({".", "!", "?", "…", "..", "..."})
_CLOSERS = frozenset({'"', "'", ")", "]", "»"})
_OPENERS = frozenset({'"', "'", "(", "[", "-", "--", "•", "*", "·", "▪", "◦", "o", "§"})
_BULLETS = frozenset({"-", "--", "•", "*", "·", "▪", "◦", "○", "‣", "→", "□", "☐"})
_UNITS = frozenset({"min", "sek", "g", "l", "m", "t", "s"})
_SHORT_LINE = 50
_LONGEST_MARKER = 3


def sentence_starts(words: list[str], starts: list[int], text: str) -> list[int]:
    """The indices of the tokens that begin a sentence; the first is 0."""
    if not words:
        return []
    begins = {0}
    last = len(words) - 1
    for index in [place for place, word in enumerate(words) if word[-1] in _STOP_SIGNS]:
        if index < last and (words[index] in _STOPS or len(words[index]) > 1):
            following = _after_stop(words, starts, text, index)
            if following <= last:
                begins.add(following)
    if "\n" in text:
        begins.update(_line_starts(words, starts, text))
    return sorted(begins)


def _after_stop(words: list[str], starts: list[int], text: str, index: int) -> int:
    """The token that begins a sentence because of the stop at `index`; past the end for none."""
    none = len(words)
    following = index + 1
    while following < none and _closes(words, starts, following):
        following += 1
    if following == none:
        return none
    seen = following
    while seen < none - 1 and words[seen] in _OPENERS:
        seen += 1
    first = words[seen]
    if not (first[0].isupper() or first[0].isdigit() or first == PLACEHOLDER or first[0] == "§"):
        return none
    word = words[index]
    if word in _STOPS:
        return none if word[0] in ".…" and len(word) > 1 and first[0].isdigit() else following
    return following if _abbreviation_ends(words, starts, text, index, first) else none


def _closes(words: list[str], starts: list[int], index: int) -> bool:
    """Whether a bracket or quotation mark, or one more stop, belongs to what ended before it."""
    word = words[index]
    if word in {"!", "?", ".", "...", "…"}:
        return True
    if word not in _CLOSERS:
        return False
    return starts[index] == starts[index - 1] + len(words[index - 1])


def _abbreviation_ends(
    words: list[str], starts: list[int], text: str, index: int, first: str
) -> bool:
    """Whether the abbreviation or ordinal at `index` ends its sentence before `first`."""
    word = words[index]
    key = word[:-1].lower()
    if word[0].isdigit():
        return _date_ends(starts, text, index, first)
    if key not in CLOSING or first[0].isdigit() or first == PLACEHOLDER:
        return False
    if key in _UNITS:
        return index > 0 and words[index - 1][-1].isdigit()
    if key in {"stk", "pkt"}:
        return index > 0 and words[index - 1][-1] in ".0123456789"
    return len(first) > 1 or first == "I"


def _date_ends(starts: list[int], text: str, index: int, first: str) -> bool:
    """Whether »15.« ends a sentence: it is a date, and no month, no list and no class (»6. B«) follows."""
    if first.lower() in MONTHS or first[0].isdigit() or (len(first) == 1 and first != "I"):
        return False
    begins_line = index == 0 or "\n" in text[starts[index - 1] : starts[index]]
    return not begins_line


def _line_starts(words: list[str], starts: list[int], text: str) -> list[int]:
    """The tokens that begin a line which the writer broke on purpose.

    A line that had room for the next word was ended by the writer; a full one by a program.
    """
    longest = max(map(len, text.split("\n")))
    found = []
    for index in range(1, len(words)):
        behind = starts[index - 1] + 1
        breaks = text.count("\n", behind, starts[index])
        if not breaks:
            continue
        line_start = text.rfind("\n", 0, behind) + 1
        line = text[line_start : text.index("\n", behind)].rstrip()
        room = longest - len(line) > len(words[index])
        deliberate = longest < _SHORT_LINE or room
        if breaks > 1 or words[index] in _BULLETS or _opens_line(words, index, line, deliberate):
            found.append(index)
    return found


def _opens_line(words: list[str], index: int, line: str, deliberate: bool) -> bool:
    word = words[index]
    if word[0].islower():
        marker = index + 1 < len(words) and words[index + 1] == ")" and len(word) <= _LONGEST_MARKER
        return marker or (deliberate and line.endswith(":"))
    if len(word) > 1 and word[-1] == "." and word[0].isdigit():
        return True
    return deliberate or line[-1:] in ".!?:"
