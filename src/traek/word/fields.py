"""Word's fields: which of their texts show, which show only sometimes, and which are gaps."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from traek.word.passage import Sink

if TYPE_CHECKING:
    from collections.abc import Iterator

GAPS = frozenset(
    [
        "ADDRESSBLOCK",
        "ASK",
        "AUTHOR",
        "COMMENTS",
        "DATABASE",
        "DOCPROPERTY",
        "DOCVARIABLE",
        "FILENAME",
        "FILLIN",
        "FORMDROPDOWN",
        "FORMTEXT",
        "GREETINGLINE",
        "GOTOBUTTON",
        "INFO",
        "KEYWORDS",
        "MACROBUTTON",
        "MERGEFIELD",
        "MERGEREC",
        "MERGESEQ",
        "PRINTDATE",
        "SUBJECT",
        "TITLE",
        "USERADDRESS",
        "USERINITIALS",
        "USERNAME",
    ]
)
_TOKEN = re.compile(
    r'"(?P<straight>(?:[^"\\]|\\.)*)"|[“„](?P<curly>[^“”]*)[”“]|(?P<sign><>|<=|>=|[=<>])'
    r'|(?P<word>[^\s"“„=<>]+)',
    re.DOTALL,
)
_SHOWN = 80
_MACRO_NAME = 2


class Choice(NamedTuple):
    """A text that a field shows only sometimes: where it stands in the instruction, and when."""

    start: int
    end: int
    condition: str


@dataclass(slots=True)
class Field:
    """A complex field that has begun and not ended.

    `instruction` gathers everything up to the separator; after it `shows` is true. `result` is
    the text shown so far and `since` where the rest of it begins in the sink that shows it.
    """

    instruction: Sink = field(default_factory=Sink)
    shows: bool = False
    result: str = ""
    since: int = 0


class FieldStack:
    """The complex fields that are open, and where text goes meanwhile.

    `base` gathers the paragraph's own text, `sink` whatever is being read just now.
    """

    def __init__(self) -> None:
        """No fields, and an empty paragraph."""
        self._open: list[Field] = []
        self.base = self.sink = Sink()

    @property
    def takes_code(self) -> bool:
        """Whether what is read just now is a field's instruction."""
        return bool(self._open) and not self._open[-1].shows

    def begin_paragraph(self) -> None:
        """Start an empty text; fields from earlier paragraphs stay open."""
        self.base = self.sink = Sink()
        if self._open:
            for each in self._open:
                each.since = 0
            self._choose_sink()

    def end_paragraph(self) -> str:
        """The paragraph's text."""
        text = self.base.text()
        for each in self._open:
            if each.shows:
                each.result += text[each.since :]
        return text

    def begin(self) -> None:
        """A field begins, and with it its instruction."""
        self._open.append(Field())
        self._choose_sink()

    def separate(self) -> None:
        """The innermost field's instruction ends, and its result begins."""
        if self._open:
            self._open[-1].shows = True
            self._choose_sink()
            self._open[-1].since = self.sink.length

    def end(self) -> Field | None:
        """The field that ends; if it is a gap that the sender fills in, its result becomes one."""
        if not self._open:
            return None
        ended = self._open.pop()
        self._choose_sink()
        if ended.shows:
            shown = self.sink.text()[ended.since :]
            ended.result += shown
            if shown and field_name(ended.instruction.text()) in GAPS:
                self.sink.gaps.append((ended.since, self.sink.length))
        return ended

    @contextmanager
    def aside(self) -> Iterator[None]:
        """For as long as something is read that has fields of its own, as a text box."""
        outer, self._open = self._open, []
        yield
        self._open = outer

    def _choose_sink(self) -> None:
        hidden = (each.instruction for each in reversed(self._open) if not each.shows)
        self.sink = next(hidden, self.base)


def field_name(instruction: str) -> str:
    """The kind of field that an instruction begins with."""
    words = instruction.split(None, 1)
    return words[0].upper() if words else ""


def choices(instruction: str) -> Iterator[Choice]:
    """The texts in an instruction that show only sometimes."""
    name = field_name(instruction)
    if name == "IF":
        yield from _alternatives(instruction)
    elif name == "MACROBUTTON":
        words = instruction.split(None, _MACRO_NAME)
        if len(words) > _MACRO_NAME:
            start = instruction.rindex(words[_MACRO_NAME])
            yield Choice(start, start + len(words[_MACRO_NAME].rstrip()), "i et klikfelt")


def _alternatives(instruction: str) -> Iterator[Choice]:
    tokens = list(_TOKEN.finditer(instruction, instruction.upper().index("IF") + 2))
    sign = next((at for at, token in enumerate(tokens) if token["sign"]), None)
    if sign is None or len(tokens) < sign + 3:
        texts = [token for token in tokens if token["word"] is None and token["sign"] is None]
        for token in texts:
            yield Choice(*_inside(token), "under en betingelse")
        return
    after = tokens[sign + 1]
    condition = " ".join(instruction[tokens[0].start() : after.end()].split())
    condition = condition if len(condition) <= _SHOWN else condition[: _SHOWN - 1] + "…"
    shown, otherwise = tokens[sign + 2], tokens[sign + 3 : sign + 4]
    yield Choice(*_inside(shown), f"hvis {condition}")
    for token in otherwise:
        if not (token["word"] or "").startswith("\\"):
            yield Choice(*_inside(token), f"hvis ikke {condition}")


def _inside(token: re.Match[str]) -> tuple[int, int]:
    for group in ("straight", "curly", "word"):
        if token[group] is not None:
            return token.span(group)
    return token.span()
