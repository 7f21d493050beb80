"""Settings out of a file, and on top of it what the command line says."""

from __future__ import annotations

import os
import re
import tomllib
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from traek.errors import SettingsError
from traek.settings.values import BASELINE, KEYS, Settings, settings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

COMMAND_LINE = "kommandolinjen"
FOLDERS = "regelmapper"


def load_settings(file: Path | None, options: Mapping[str, Any] | None = None) -> Settings:
    """The settings in `file`, with `options` from the command line before them.

    Folders of rules are added to those of the file.

    Raises:
        SettingsError: the file cannot be read, or holds a key or a value that does not exist.
    """
    values = read_settings(file) if file is not None else {}
    asked = dict(options or {})
    if FOLDERS in asked and FOLDERS in values:
        asked[FOLDERS] = list(dict.fromkeys([*values[FOLDERS][0], *asked[FOLDERS]]))
    values |= {key: (value, COMMAND_LINE) for key, value in asked.items()}
    return settings_of(
        {key: value for key, (value, _) in values.items()},
        {key: origin for key, (_, origin) in values.items()},
    )


def read_settings(file: Path) -> dict[str, tuple[Any, str]]:
    """Each key in `file`, and in the files that it builds on, with its value and its file.

    Raises:
        SettingsError: as `load_settings`.
    """
    return _read(file, above=())


def traek_table(file: Path) -> dict[str, Any] | None:
    """What `file` says to traek: all of a traek.toml, `[tool.traek]` of a pyproject.toml.

    None when a pyproject.toml says nothing to traek.

    Raises:
        SettingsError: the file is not there, or is not TOML.
    """
    try:
        content = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"Indstillingerne i {file} kan ikke læses ({error.strerror}). "
            "Ret stien i --config, TRAEK_CONFIG eller »grundlag«."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} kan ikke læses som tekst. Gem filen som UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_not_toml(file, error)) from error
    if file.name != "pyproject.toml":
        return content
    table = content.get("tool", {}).get("traek")
    return table if isinstance(table, dict) else None


def _read(file: Path, above: tuple[Path, ...]) -> dict[str, tuple[Any, str]]:
    if file.resolve() in above:
        chain = " → ".join(path.name for path in (*above, file.resolve()))
        raise SettingsError(f"»grundlag« går i ring: {chain}. Fjern »grundlag« i en af filerne.")
    table = traek_table(file) or {}
    for key, value in table.items():
        _check(file, key, value)
    values: dict[str, tuple[Any, str]] = {}
    if "grundlag" in table:
        values = _read(file.parent / table["grundlag"], (*above, file.resolve()))
    if "model" in table and (file.parent / table["model"]).exists():
        table["model"] = str(file.parent / table["model"])
    if BASELINE in table:
        table[BASELINE] = str(file.parent / table[BASELINE])
    if FOLDERS in table:
        folders = (file.parent / folder for folder in table[FOLDERS])
        table[FOLDERS] = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100  »..«
    return values | {key: (value, str(file)) for key, value in table.items()}


def _check(file: Path, key: str, value: object) -> None:
    if key not in KEYS:
        near = get_close_matches(key, KEYS, n=1, cutoff=0.5)
        hint = f"Mente du »{near[0]}«?" if near else f"Nøglerne er: {', '.join(KEYS)}."
        raise SettingsError(f"{file}: nøglen »{key}« findes ikke. {hint}")
    if not KEYS[key].accepts(value):
        raise SettingsError(f"{file}: »{key}« skal være {KEYS[key].allows}, ikke {_toml(value)}.")


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def toml_place(error: tomllib.TOMLDecodeError) -> str:
    """Where in a file the reader of TOML stopped: »i linje 3, tegn 7«."""
    place = re.search(r"line (\d+), column (\d+)", str(error))
    return f"i linje {place[1]}, tegn {place[2]}" if place else "ved slutningen"


def _not_toml(file: Path, error: tomllib.TOMLDecodeError) -> str:
    return (
        f"{file} er ikke gyldig TOML: noget er skrevet forkert {toml_place(error)}. "
        'Skriv tekst i "anførselstegn" og lister i [kantede parenteser].'
    )
