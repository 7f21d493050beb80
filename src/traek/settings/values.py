"""A settings file's keys, what each may hold, and the settings they add up to."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from traek.model import Effect, Genre, Situation
from traek.settings.accepted import KEY as ACCEPTED
from traek.settings.accepted import Accepted, accepted_in, accepts_entries
from traek.settings.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices that hold for one letter.

    `situation` and `genre` are None where the engine is to judge for itself. `fail_on` is the weight of tryk
    from which a run fails, or None for never. `origins` says, key by key, where a value came
    from; a key that is not there has its built-in value.
    """

    situation: Situation | None = None
    genre: Genre | None = None
    selection: Selection = field(default_factory=Selection)
    fail_on: int | None = 2
    model: str | None = None
    encoding: str | None = None
    ignored_styles: tuple[str, ...] = ()
    rule_folders: tuple[str, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    baseline: str | None = None
    origins: Mapping[str, str] = field(default_factory=dict)


BUILT_IN = Settings()

EFFECTS = {"tryk": Effect.ESCALATES, "træk": Effect.DEESCALATES, "begge": None}
SITUATIONS = {"svar": Situation.SVAR, "skriv-ud": Situation.SKRIV_UD, "auto": None}
GENRES = {"auto": None} | {str(genre): genre for genre in Genre}
NEVER = "aldrig"
BASELINE = "kendte-fund"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a settings file: what it may hold, in Danish, and how that is told."""

    allows: str
    accepts: Callable[[object], bool]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(item) for item in value)


def _is_weight(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in {1, 2, 3}


def _is_encoding(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(codecs.lookup(value))
    except LookupError:
        return False


def _one_of(names: Collection[str]) -> Callable[[object], bool]:
    return lambda value: isinstance(value, str) and value in names


KEYS: Mapping[str, Key] = {
    "situation": Key("»auto«, »svar« eller »skriv-ud«", _one_of(SITUATIONS)),
    "genre": Key(f"»auto« eller en af {', '.join(Genre)}", _one_of(GENRES)),
    "medtag": Key('en liste af regler, fx ["standard/", "E01"]', _is_texts),
    "udelad": Key('en liste af regler, fx ["D05"]', _is_texts),
    "virkning": Key("»tryk«, »træk« eller »begge«", _one_of(EFFECTS)),
    "mindste-tyngde": Key("1, 2 eller 3", _is_weight),
    "usikre": Key("true eller false", lambda value: isinstance(value, bool)),
    "fejl-ved": Key("1, 2, 3 eller »aldrig«", lambda value: _is_weight(value) or value == NEVER),
    "model": Key("navnet på eller stien til en grammatikmodel", _is_text),
    "kodning": Key("navnet på en tegnkodning, fx »utf-8« eller »cp1252«", _is_encoding),
    "regelmapper": Key('en liste af mapper med egne regler, fx ["regler"]', _is_texts),
    "ignorer-typografier": Key('en liste af typografier i Word, fx ["Lovtekst"]', _is_texts),
    ACCEPTED: Key(
        "en liste af { regel = …, grund = … } eller { fingeraftryk = …, grund = … }",
        accepts_entries,
    ),
    BASELINE: Key("stien til en fil fra »traek baseline«", _is_text),
    "grundlag": Key("stien til den fil, som denne bygger videre på", _is_text),
}


def settings_of(values: Mapping[str, Any], origins: Mapping[str, str]) -> Settings:
    """The settings that checked `values` add up to; what is not among them is built in."""
    fail_on = values.get("fejl-ved", BUILT_IN.fail_on)
    return Settings(
        situation=SITUATIONS[values.get("situation", "auto")],
        genre=GENRES[values.get("genre", "auto")],
        selection=Selection(
            select=tuple(values.get("medtag", ())),
            ignore=tuple(values.get("udelad", ())),
            effect=EFFECTS[values.get("virkning", "begge")],
            min_weight=values.get("mindste-tyngde", 1),
            uncertain=values.get("usikre", False),
        ),
        fail_on=None if fail_on == NEVER else fail_on,
        model=values.get("model"),
        encoding=values.get("kodning"),
        ignored_styles=tuple(values.get("ignorer-typografier", ())),
        rule_folders=tuple(values.get("regelmapper", ())),
        baseline=values.get(BASELINE),
        accepted=accepted_in(values.get(ACCEPTED, ()), origins.get(ACCEPTED, "")),
        origins=dict(origins),
    )
