"""Exercises out of TOML files: those that come with traek, and those of a trainer."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path

from traek.errors import RuleError, SettingsError
from traek.exercise.values import Exercise
from traek.model import Side, Situation
from traek.rulepack import CATEGORIES
from traek.rulepack.keys import Table

_KEYS = {"navn", "kategori", "situation", "baggrund", "tekst", "svar"}
_NAMES = {Side.KONTAKT: "kontakt", Side.FORSTÅ: "forstaa", Side.SAG: "sag", Side.VIDERE: "videre"}


def own_exercises() -> tuple[Exercise, ...]:
    """The exercises that come with traek, side by side of the Firkant."""
    folder = files("traek.exercise") / "saet"
    return tuple(
        exercise
        for name in _NAMES.values()
        for exercise in _exercises(f"{name}.toml", (folder / f"{name}.toml").read_bytes())
    )


def read_exercises(file: str) -> tuple[Exercise, ...]:
    """The exercises in a trainer's own file.

    Raises:
        SettingsError: the file cannot be read, or is no set of exercises; place and key are named.
    """
    try:
        data = Path(file).read_bytes()
    except FileNotFoundError as error:
        raise SettingsError(
            f"{file} findes ikke. Se efter, om navnet er stavet rigtigt."
        ) from error
    except OSError as error:
        raise SettingsError(f"{file} kan ikke læses ({error.strerror}).") from error
    try:
        return _exercises(file, data)
    except RuleError as error:
        raise SettingsError(str(error)) from error


def _exercises(path: str, data: bytes) -> tuple[Exercise, ...]:
    try:
        table = Table(path, tomllib.loads(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: filen er ikke UTF-8. Gem den som UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(
            f"{path}: filen følger ikke TOML ({error}). Tekst skal stå i citationstegn, og hver "
            "øvelse begynder med [[oevelse]] på en linje for sig."
        ) from error
    table.only({"oevelse"})
    entries = table.tables("oevelse")
    if not entries:
        raise table.error(
            "her er ingen øvelser. En øvelse begynder med [[oevelse]] på en linje for sig."
        )
    return tuple(_exercise(entry, number) for number, entry in enumerate(entries, 1))


def _exercise(table: Table, number: int) -> Exercise:
    table.only(_KEYS)
    return Exercise(
        name=table.text("navn", default=str(number)),
        category=table.choice("kategori", {name: name for name in CATEGORIES}),
        situation=table.choice(
            "situation", {str(each): each for each in Situation}, Situation.SKRIV_UD
        ),
        text=table.text("tekst"),
        background=table.text("baggrund", default=""),
        answers=table.texts("svar", default=()),
    )
