"""Options that several commands share, and the settings that they stand for."""

from __future__ import annotations

import os
from functools import reduce
from typing import TYPE_CHECKING, Any

import click

from traek.cli.usage import Encoding, OneOf
from traek.model import Genre

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


def letter_options(judged_by: str = "the letter") -> Callable[..., Any]:
    """What adds the options that say what kind of letter it is; `judged_by` says what tells without."""
    situation = click.option(
        "--situation",
        type=OneOf({name: name for name in ("svar", "skriv-ud", "auto")}),
        help=f"Answering an enquiry, writing out, or judge by {judged_by} (auto, the default).",
    )
    genre = click.option(
        "--genre",
        type=OneOf({name: name for name in ("auto", *Genre)}),
        help=f"The kind of letter, such as afslag or rykker; judged by {judged_by} without.",
    )
    return lambda command: situation(genre(command))


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


encoding_option = click.option(
    "--encoding", type=Encoding(), help="The encoding of text files, such as cp1252."
)
model_option = click.option(
    "--model", metavar="NAME", help="Another spaCy pipeline, by name or folder."
)


def gate_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`command` with the options that say what the exit code tells."""
    fail_on = click.option(
        "--fail-on",
        type=OneOf(_WEIGHTS | {"never": "aldrig"}),
        help="The weight of tryk from which the exit code is 1 (2 is the default).",
    )
    exit_zero = click.option(
        "--exit-zero", is_flag=True, help="Exit with 0 also when there are findings."
    )
    return fail_on(exit_zero(command))


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
