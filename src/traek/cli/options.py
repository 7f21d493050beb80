"""Options that several commands share, and the settings that they stand for."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from traek.cli.usage import OneOf
from traek.settings import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable

_WEIGHTS = {"1": 1, "2": 2, "3": 3}
_EFFECTS = {name: name for name in ("tryk", "træk", "begge")} | {"traek": "træk"}

_SELECTION = (
    click.option(
        "--select",
        "medtag",
        multiple=True,
        metavar="NAME",
        help="Only these rules: an id, a pack (standard/), a category (E01), or E or D. "
        "Repeat, or separate with commas.",
    ),
    click.option(
        "--ignore",
        "udelad",
        multiple=True,
        metavar="NAME",
        help="All but these rules; as --select.",
    ),
    click.option(
        "--effect",
        "virkning",
        type=OneOf(_EFFECTS, shown=("tryk", "træk", "begge")),
        help="Only what escalates (tryk) or what de-escalates (træk).",
    ),
    click.option(
        "--min-weight",
        "mindste-tyngde",
        type=OneOf(_WEIGHTS),
        help="Only rules of this weight and above.",
    ),
    click.option("--all", "usikre", is_flag=True, help="Rules of low certainty too."),
)


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with the options that choose rules."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(_SELECTION), command)


config_option = click.option(
    "--config", metavar="FILE", help="The settings file, instead of the nearest traek.toml."
)


def chosen(options: dict[str, Any]) -> dict[str, Any]:
    """Those of `options` that are keys of a settings file and that the user gave."""
    values = {}
    for key, value in options.items():
        if key not in KEYS or value in {None, False, ()}:
            continue
        values[key] = _split(value) if isinstance(value, tuple) else value
    return values


def _split(values: tuple[str, ...]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
