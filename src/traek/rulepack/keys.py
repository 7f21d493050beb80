"""A TOML table that is asked for what it must hold, and says in Danish what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from traek.errors import RuleError
from traek.patterns import PatternError
from traek.patterns.parse import nearest

T = TypeVar("T")

_MISSING: Any = object()
_MOST_LISTED = 12


class Table:
    """One table of one file; `place` is the dotted way to it within the file."""

    def __init__(self, path: str, content: Mapping[str, Any], place: str = "") -> None:
        self.path = path
        self.content = content
        self.place = place

    def error(self, sentence: str) -> RuleError:
        """The error that names this file and table."""
        return RuleError(f"{self.path}: {f'[{self.place}] ' if self.place else ''}{sentence}")

    def only(self, keys: Collection[str], *, what: str = "nøgle") -> None:
        """Nothing, where every key is one of `keys`.

        Raises:
            RuleError: a key is unknown; the nearest known one is named.
        """
        for key in self.content:
            self.known(None, key, keys, what)

    def known(self, key: str | None, value: str, known: Collection[str], what: str = "") -> None:
        """Nothing, where `value` is one of `known`.

        Raises:
            RuleError: it is not; the nearest known value is named.
        """
        if value in known:
            return
        where = f" i »{key}«" if key else ""
        hint = nearest(value, known) or f" Vælg mellem {_listed(known)}."
        kind = f" er ikke en kendt {what}" if what == "nøgle" else f" er ikke et kendt {what}"
        raise self.error(f"»{value}«{where}{kind if what else ' findes ikke'}.{hint}")

    def text(self, key: str, *, default: str = _MISSING) -> str:
        """The text at `key`."""
        value = self._get(key, default)
        if not isinstance(value, str) or (default is _MISSING and not value.strip()):
            raise self.error(f"»{key}« skal være en tekst i citationstegn.")
        return value

    def texts(self, key: str, *, default: tuple[str, ...] = _MISSING) -> tuple[str, ...]:
        """The texts at `key`; a single text counts as a list of one."""
        value = self._get(key, default)
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list | tuple) or not all(isinstance(v, str) for v in value):
            raise self.error(f'»{key}« skal være en liste af tekster: ["…", "…"].')
        return tuple(value)

    def choice(self, key: str, choices: Mapping[str, T], default: T = _MISSING) -> T:
        """What `choices` gives for the value at `key`."""
        value = self._get(key, default)
        if key not in self.content:
            return default
        if not isinstance(value, str | int) or isinstance(value, bool):
            raise self.error(f"»{key}« skal være en af {_listed(choices)}.")
        self.known(key, str(value), choices)
        return choices[str(value)]

    def table(self, key: str) -> Table:
        """The table at `key`, empty where there is none."""
        value = self._get(key, {})
        if not isinstance(value, dict):
            raise self.error(f"»{key}« skal være et afsnit: skriv [{key}] på en linje for sig.")
        return Table(self.path, value, f"{self.place}.{key}".lstrip("."))

    def tables(self, key: str) -> list[Table]:
        """The tables in the list at `key`, none where there is no list."""
        value = self._get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            raise self.error(f'»{key}« skal være en liste: [{{ fra = "…", til = "…" }}].')
        return [
            Table(self.path, entry, f"{self.place}.{key}".lstrip(".") + f" nr. {number}")
            for number, entry in enumerate(value, 1)
        ]

    def parsed(self, key: str, text: str, parse: Callable[[str], T]) -> T:
        """What `parse` makes of a pattern that stands at `key`."""
        try:
            return parse(text)
        except PatternError as error:
            raise self.error(f"»{key}«: {error}") from error

    def _get(self, key: str, default: Any) -> Any:
        value = self.content.get(key, default)
        if value is _MISSING:
            raise self.error(f"der mangler »{key}«.")
        return value


def _listed(known: Collection[str]) -> str:
    names = [f"»{name}«" for name in known]
    return ", ".join(names[:_MOST_LISTED]) + (" …" if len(names) > _MOST_LISTED else "")
