"""Words and where they begin, cut the way the Danish treebank cuts them.

An abbreviation, an ordinal, a number, a date, an address on the web and a placeholder are one
token each; a placeholder's word is »[]«.
"""

from __future__ import annotations

import re
from itertools import accumulate

from traek.dates import MONTHS
from traek.engine.abbreviations import ABBREVIATIONS, AMBIGUOUS

PLACEHOLDER = "[]"
GAP = "\ue000"
"""What a known placeholder's characters are replaced by before the text is cut."""

_TOKEN = re.compile(
    r"""(
      (?: https?:// | www\. ) \S* [^\s.,;:!?)\]"'>]
    | \w+ (?! [\w.'/&@,:-] )
    | \w+ (?: [.'/&@-]+ \w+ | (?<=\d) [,:] \d+ | (?<=\d) ,- (?!\w) )*
          (?: - (?!\w) | (?<=[sxzSXZ]) ' (?!\w) )?
    | [^\w\s[<{«\ue000.…-]
    | \.+ | -+ | …+
    | \ue000+
    | «[^«»\n]{1,80}»
    | \{\{[^{}\n]{1,80}\}\} | \{[^\W\d][^{}\n]{0,40}\}
    | <<[^<>\n]{1,80}>> | <[^\W\d][^<>\n]{0,40}>
    | \[(?=[^\]\n]*[^\W\d])[^\[\]\n]{1,80}\](?!\()
    | [^\w\s]
    )""",
    re.VERBOSE,
)
_GAP_SIGNS = ("[", "{", "<", "«", GAP, "___", ".....", "……", "xxx", "XXX")
_GAP_WORD = re.compile(r"[\[{<«].{2,}|\ue000+|_{3,}|\.{5,}|…{2,}|[xX]{3,}", re.DOTALL)
_CLASSES = frozenset("ABCDEF")
_ORDINAL = re.compile(r"\d{1,3}|\d[\d.]*-\d{1,2}|[IVX]{1,4}")
_INITIALS = re.compile(r"[A-ZÆØÅ](?:\.-?[A-ZÆØÅ])*")
_WEB_NAMES = frozenset(
    {
        "dk",
        "com",
        "org",
        "net",
        "eu",
        "nu",
        "gl",
        "fo",
        "se",
        "no",
        "de",
        "uk",
        "info",
        "pdf",
        "doc",
        "docx",
        "xlsx",
    }
)
_LONGEST_SHORT, _LAST_DAY = 5, 31
_UNITS = frozenset({"min", "sek", "g", "l", "m", "t", "s"})
_LABELS = frozenset(
    {
        "bilag",
        "litra",
        "punkt",
        "pkt",
        "afsnit",
        "gruppe",
        "klasse",
        "type",
        "model",
        "figur",
        "tabel",
        "nr",
    }
)


def tokenise(text: str) -> tuple[list[str], list[int]]:
    """The words of a normalised text and where each begins."""
    words, starts, _ = cut(text)
    return words, starts


def cut(text: str) -> tuple[list[str], list[int], list[int]]:
    """The words of a normalised text, where each begins and where it ends."""
    parts = _TOKEN.split(text)
    words = parts[1::2]
    edges = list(accumulate(map(len, parts)))
    starts, ends = edges[0:-1:2], edges[1::2]
    if "." in text:
        _settle_full_stops(text, words, starts, ends)
    if any(sign in text for sign in _GAP_SIGNS):
        words = [PLACEHOLDER if _GAP_WORD.fullmatch(word) else word for word in words]
    return words, starts, ends


def _settle_full_stops(text: str, words: list[str], starts: list[int], ends: list[int]) -> None:
    """Give abbreviations and ordinals their full stop, and part what was typed together.

    From the end, so that what follows is settled when a full stop is looked at.
    """
    for index in [number for number, word in enumerate(words) if "." in word][::-1]:
        word = words[index]
        if word == ".":
            if not index or ends[index - 1] != starts[index]:
                continue
            before = words[index - 1]
            if (
                len(before) > _LONGEST_SHORT
                and "." not in before
                and before.lower() not in ABBREVIATIONS
            ):
                continue
            if _keeps_full_stop(text, words, starts, ends, index):
                words[index - 1 : index + 1] = [words[index - 1] + "."]
                del starts[index], ends[index - 1]
        elif word[0] != ".":
            pieces = _pieces(word)
            if pieces:
                edges = list(accumulate(map(len, pieces), initial=starts[index]))
                words[index : index + 1] = pieces
                starts[index : index + 1] = edges[:-1]
                ends[index : index + 1] = edges[1:]


def _keeps_full_stop(
    text: str, words: list[str], starts: list[int], ends: list[int], index: int
) -> bool:
    """Whether the full stop at `index` belongs to the word before it."""
    word = words[index - 1]
    follows = words[index + 1] if index + 1 < len(words) else ""
    if follows and "\n" in text[ends[index] : starts[index + 1]]:
        follows = ""
    if word[0].isdigit():
        begins_line = index == 1 or "\n" in text[ends[index - 2] : starts[index - 1]]
        return _is_ordinal(words, index, follows, begins_line=begins_line)
    key = word.lower()
    goes_on = bool(follows) and (
        follows[0].islower() or follows[0].isdigit() or follows[0] in ",;:"
    )
    if _INITIALS.fullmatch(word):
        before = words[index - 2].lower() if index > 1 else ""
        labelled = before in _LABELS or before[-1:].isdigit()
        return len(word) > 1 or (follows[:1].isupper() and not labelled)
    if key in ABBREVIATIONS:
        if key not in AMBIGUOUS or goes_on:
            return True
        return key in _UNITS and index > 1 and words[index - 2][-1].isdigit()
    if "." in word:
        pieces = key.split(".")
        return (
            pieces[-1] not in _WEB_NAMES
            and max(map(len, pieces)) < _LONGEST_SHORT
            and "@" not in word
        )
    return follows[:1].islower() and _looks_cut_short(word)


def _is_ordinal(words: list[str], index: int, follows: str, *, begins_line: bool) -> bool:
    """Whether the number before the full stop at `index` is »4.«, as in »den 4. maj« and »6. B«."""
    word = words[index - 1]
    if _ORDINAL.fullmatch(word) is None:
        return False
    if begins_line or follows.lower() in MONTHS or follows[:1].islower() or follows in _CLASSES:
        return True
    before = words[index - 2].lower()
    if before == ".":
        before = words[max(index - 3, 0)].lower()
    return before in ("den", "d", "d.") and word.isdigit() and int(word) <= _LAST_DAY


def _looks_cut_short(word: str) -> bool:
    """Whether a word before a full stop and a small letter is an abbreviation unknown to us."""
    if not word.isalpha() or len(word) > _LONGEST_SHORT:
        return False
    vowels = sum(letter in "aeiouyæøåAEIOUYÆØÅ" for letter in word)
    return vowels == 0 or (
        len(word) < _LONGEST_SHORT and word[-1] not in "aeiouyæøå" and word.islower()
    )


def _pieces(word: str) -> list[str] | None:
    """What »stk.2«, »f.eks.Ungarn« and »brevet.Vi« were meant as; None for one token."""
    parts = word.rstrip(".").split(".")
    key = ".".join(parts).lower()
    if len(parts) == 1 or key in ABBREVIATIONS or parts[-1].lower() in _WEB_NAMES:
        return None
    if "@" in word or "/" in word or word.startswith("www."):
        return None
    for size in range(len(parts) - 1, 0, -1):
        head, rest = ".".join(parts[:size]), ".".join(parts[size:])
        known = head.lower() in ABBREVIATIONS
        if known and (rest[0].isdigit() or (size > 1 and head.lower() not in AMBIGUOUS)):
            return [f"{head}.", rest + word[len(key) :]]
    last = parts[-1]
    if last[:1].isupper() and last[1:2].islower() and len(parts[-2]) > 1:
        head = ".".join(parts[:-1])
        return [head, ".", last + word[len(key) :]]
    return None
