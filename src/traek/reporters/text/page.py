"""A page of a given width, with or without colour: wrapping, rules and inks."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from traek.model import Effect

OPEN, CLOSE = "\ue000", "\ue001"
"""Stand around a quote until the lines are wrapped; private use, so no letter has them."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000\ue001]+")
_INKS = {Effect.ESCALATES: "31", Effect.DEESCALATES: "32"}


@dataclass(frozen=True, slots=True)
class Page:
    """Lines of at most `width` characters; without `colour` there are no escape sequences."""

    width: int
    colour: bool

    def wrap(self, text: str, first: str = "", indent: str = "") -> list[str]:
        """`text` in lines, the first after `first` and the rest after `indent`."""
        return textwrap.wrap(
            text,
            self.width,
            initial_indent=first,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def quoted(self, lines: list[str], effect: Effect) -> list[str]:
        """`lines` with what stands between `OPEN` and `CLOSE` in quotation marks and in ink."""
        inside = False
        done = []
        for line in lines:
            indent = len(line) - len(line.lstrip())
            text = line[indent:]
            if inside:
                text = self._on(effect) + text
            text = text.replace(OPEN, self._on(effect) + "»").replace(CLOSE, "«" + self._off())
            inside = line.rfind(OPEN) > line.rfind(CLOSE) or (inside and CLOSE not in line)
            done.append(line[:indent] + text + (self._off() if inside else ""))
        return done

    def ink(self, text: str, effect: Effect) -> str:
        """`text` in the colour of `effect`."""
        return self._on(effect) + text + self._off()

    def bold(self, text: str) -> str:
        """`text`, where it can be, in bold."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text

    def faint(self, text: str) -> str:
        """`text`, where it can be, in a weaker ink."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour else text

    def rule(self, title: str = "") -> str:
        """A line across the page, with a title in it where there is one."""
        if not title:
            return self.faint("─" * self.width)
        return f"{self.faint('━━')} {self.bold(title)} {self.faint('━' * (self.width - len(title) - 4))}"

    def _on(self, effect: Effect) -> str:
        return f"\x1b[1;{_INKS[effect]}m" if self.colour else ""

    def _off(self) -> str:
        return "\x1b[0m" if self.colour else ""


def plain(text: str) -> str:
    """`text` from a letter on one line and without anything that steers a terminal."""
    return _CONTROL.sub(" ", text)
