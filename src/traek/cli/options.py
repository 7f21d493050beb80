"""Options that several commands share, and the settings that they stand for."""

from __future__ import annotations

import os
from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from traek.cli.usage import OneOf

if TYPE_CHECKING:
    from collections.abc import Callable

_WEIGHTS = {"1": 1, "2": 2, "3": 3}
_EFFECTS = {name: name for name in ("tryk", "træk", "begge")} | {"traek": "træk"}

KEY_OF = {
    "select": "medtag",
    "ignore": "udelad",
    "effect": "virkning",
    "min_weight": "mindste-tyngde",
    "uncertain": "usikre",
    "situation": "situation",
    "genre": "genre",
    "fail_on": "fejl-ved",
    "encoding": "kodning",
    "model": "model",
    "baseline": "kendte-fund",
}
"""The settings file's key for each option that stands for one."""

rules_option = click.option(
    "--rules",
    multiple=True,
    metavar="FOLDER",
    help="Rules of your own in this folder too. Repeat for more folders.",
)

_SELECTION = (
    rules_option,
    click.option(
        "--select",
        multiple=True,
        metavar="NAME",
        help="Only these rules: an id, a pack (standard/), a category (E01), or E or D. "
        "Repeat, or separate with commas.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="NAME",
        help="All but these rules; as --select.",
    ),
    click.option(
        "--effect",
        type=OneOf(_EFFECTS, shown=("tryk", "træk", "begge")),
        help="Only what escalates (tryk) or what de-escalates (træk).",
    ),
    click.option(
        "--min-weight",
        type=OneOf(_WEIGHTS),
        help="Only rules of this weight and above.",
    ),
    click.option("--all", "uncertain", is_flag=True, help="Rules of low certainty too."),
)


def selection_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with the options that choose rules."""
    return reduce(lambda wrapped, option: option(wrapped), reversed(_SELECTION), command)


config_option = click.option(
    "--config", metavar="FILE", help="The settings file, instead of the nearest traek.toml."
)
baseline_option = click.option(
    "--baseline",
    metavar="FILE",
    help="Known tryk that is let stand, from traek baseline; only what is new fails the run.",
)

show_names_option = click.option(
    "--show-names",
    is_flag=True,
    help="Show names, addresses and the like in reports made to be passed on, such as html.",
)


def chosen(options: dict[str, Any]) -> dict[str, Any]:
    """Those of `options` that the user gave, by the settings file's keys."""
    values: dict[str, Any] = {}
    if folders := options.get("rules"):
        values["regelmapper"] = [os.path.abspath(folder) for folder in folders]  # noqa: PTH100  »..«
    for option, key in KEY_OF.items():
        value = options.get(option)
        if value not in {None, False, ()}:
            values[key] = _split(value) if isinstance(value, tuple) else value
    return values


def _split(values: tuple[str, ...]) -> list[str]:
    return [name.strip() for value in values for name in value.split(",") if name.strip()]
