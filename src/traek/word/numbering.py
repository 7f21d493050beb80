"""The bullets and numbers that Word shows before list items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traek.word.styles import number

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from traek.word.names import Names

_PLACE = re.compile(r"%([1-9])")
_WORD = re.compile(r"[^\W\d_]{3,}")
_PRIVATE = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-", "o": "◦"}
_ROMAN: tuple[tuple[int, str], ...] = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
)
_ROMAN += ((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LEVELS = 9


class Numbering:
    """The lists of a file and how far each has counted."""

    def __init__(self, root: Callable[[], etree._Element | None], names: Names) -> None:
        """Lists from what gives the root of the numbering part, which is asked at need."""
        self._names = names
        self._ask = root
        self._asked = False
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._lists: dict[str, etree._Element] = {}
        self._counts: dict[str, list[int]] = {}
        self._started: set[tuple[str, int]] = set()

    def _read(self) -> None:
        names, root = self._names, self._ask()
        self._asked = True
        for element in root if root is not None else ():
            if element.tag == names.abstractNum:
                identity = element.get(names("abstractNumId"), "")
                self._levels[identity] = {
                    number(level.get(names.ilvl)) or 0: level
                    for level in element.iterchildren(names.lvl)
                }
            elif element.tag == names.num:
                self._lists[element.get(names.numId, "")] = element

    def label(self, list_id: str, level: int) -> str:
        """The label of the next item of a list, which is thereby counted."""
        if not self._asked:
            self._read()
        definition = self._definition(list_id)
        element = self.level(list_id, level)
        if element is None or definition is None:
            return "•"
        counts = self._counts.setdefault(definition, [0] * _LEVELS)
        self._restart(list_id, level, counts)
        counts[level] = counts[level] + 1 if counts[level] else self._start(element)
        counts[level + 1 :] = [0] * (_LEVELS - level - 1)
        text = self._value(element, "lvlText")
        if self._value(element, "numFmt") == "bullet":
            return _PRIVATE.get(text, text)
        return _PLACE.sub(lambda at: self._count(definition, int(at[1]) - 1, counts), text)

    def level(self, list_id: str, level: int) -> etree._Element | None:
        """The element that describes a level of a list."""
        override = self._override(list_id, level)
        own = None if override is None else override.find(self._names.lvl)
        if own is not None:
            return own
        return self._levels.get(self._definition(list_id) or "", {}).get(level)

    def worded_label(self, list_id: str, level: int) -> etree._Element | None:
        """The element with a level's label where that label holds words, as »Vilkår %1:«."""
        element = self.level(list_id, level)
        found = None if element is None else element.find(self._names.lvlText)
        if found is not None and _WORD.search(found.get(self._names.val, "")):
            return found
        return None

    def _definition(self, list_id: str) -> str | None:
        element = self._lists.get(list_id)
        return None if element is None else self._value(element, "abstractNumId")

    def _override(self, list_id: str, level: int) -> etree._Element | None:
        element = self._lists.get(list_id)
        for override in element.iterchildren() if element is not None else ():
            if override.get(self._names.ilvl) == str(level):
                return override
        return None

    def _restart(self, list_id: str, level: int, counts: list[int]) -> None:
        """A list of its own over a shared definition starts over where it says so."""
        if (list_id, level) in self._started:
            return
        self._started.add((list_id, level))
        override = self._override(list_id, level)
        start = None if override is None else override.find(self._names("startOverride"))
        if start is not None:
            counts[level] = (number(start.get(self._names.val)) or 1) - 1

    def _start(self, element: etree._Element) -> int:
        value = number(self._value(element, "start"))
        return 1 if value is None else value

    def _count(self, definition: str, level: int, counts: list[int]) -> str:
        element = self._levels.get(definition, {}).get(level)
        count = counts[level] or (1 if element is None else self._start(element))
        return _written(count, "decimal" if element is None else self._value(element, "numFmt"))

    def _value(self, element: etree._Element, tag: str) -> str:
        found = element.find(self._names(tag))
        return "" if found is None else found.get(self._names.val, "")


def _written(count: int, style: str) -> str:
    """A count in one of Word's ways of writing it; ordinary figures for the rare ones."""
    if style in ("lowerLetter", "upperLetter") and count:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if style == "lowerLetter" else letters.upper()
    if style in ("lowerRoman", "upperRoman"):
        roman = ""
        for value, sign in _ROMAN:
            roman += sign * (count // value)
            count %= value
        return roman if style == "lowerRoman" else roman.upper()
    if style == "none":
        return ""
    return f"{count:02d}" if style == "decimalZero" else str(count)
