"""A rule that is being written: what its author has said so far, as the file that it becomes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e", "ü": "u", "ö": "o", "ä": "a"})
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a rule file; `hits` have their place marked with `[[…]]`."""

    title: str
    category: str
    weight: int
    message: str
    why: str
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    find: Mapping[str, str] = field(default_factory=dict)
    exceptions: tuple[str, ...] = ()
    advice: str = ""
    sources: tuple[str, ...] = ()
    fixed_order: bool = False

    def toml(self) -> str:
        """The file, laid out as the guide lays rules out."""
        lines = [
            f"titel = {_text(self.title)}",
            f"kategori = {_text(self.category)}",
            f"tyngde = {self.weight}",
            f"besked = {_text(self.message)}",
        ]
        if self.advice:
            lines.append(f"bedre = {_text(self.advice)}")
        lines.append(f"hvorfor = {_text(self.why)}")
        if self.sources:
            lines.append(f"kilde = [{', '.join(map(_text, self.sources))}]")
        if self.fixed_order:
            lines.append('ordstilling = "fast"')
        lines += _list("undtagen", self.exceptions) if self.exceptions else []
        lines += ["", "[find]", *(f"{name} = {_text(p)}" for name, p in self.find.items())]
        lines += ["", "[eksempler]", *_list("rammer", self.hits)]
        lines += _list("rammer_ikke", self.misses)
        return "\n".join(lines) + "\n"


def file_name(title: str) -> str:
    """A name for the rule's file out of its title, or of what is quoted in it."""
    quoted = re.search(r"»([^«]+)«", title)
    words = (quoted[1] if quoted else title).lower().translate(_LETTERS)
    name = "-".join(re.findall(r"[a-z0-9]+", words))
    if len(name) > _LONGEST_NAME:
        name = name[:_LONGEST_NAME].rsplit("-", 1)[0]
    return name or "regel"


def _list(key: str, texts: tuple[str, ...]) -> list[str]:
    return [f"{key} = [", *(f"    {_text(text)}," for text in texts), "]"]


def _text(text: str) -> str:
    """A TOML string; in single quotes where that spares signs before the double ones."""
    if '"' in text and "'" not in text and text.isprintable():
        return f"'{text}'"
    # What JSON escapes, TOML escapes alike, save the one sign that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
