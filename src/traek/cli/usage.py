"""A mistake on the command line, said in Danish with the nearest right word."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import click

from traek.settings import KEYS

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4
    """One of some words, each with the value that it stands for."""

    name = "choice"

    def __init__(self, values: Mapping[str, Any], shown: Collection[str] | None = None) -> None:
        self.values = values
        self.shown = list(values) if shown is None else list(shown)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        """The words, for `--help`."""
        return f"[{'|'.join(self.shown)}]"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The value that a word stands for."""
        if value not in self.values:
            self.fail(f"»{value}« findes ikke. Vælg {_either(self.shown)}.", param, ctx)
        return self.values[value]


class Encoding(click.ParamType):  # type: ignore[type-arg]  # generic from click 8.4
    """The name of a text encoding that Python knows."""

    name = "name"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """The name as it was given."""
        if not KEYS["kodning"].accepts(value):
            self.fail(
                f"»{value}« er ikke en kendt tegnkodning. Prøv utf-8 eller cp1252.", param, ctx
            )
        return value


def usage_message(error: click.UsageError) -> str:
    """What is wrong with the command line, and where help is."""
    command = error.ctx.command_path if error.ctx else "traek"
    return f"{_sentence(error)} Kør »{command} --help« for at se, hvad du kan skrive."


def _sentence(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            near = [*(error.possibilities or ())][:1]
            return f"Tilvalget {error.option_name} findes ikke.{_hint(near)}"
        case click.MissingParameter():
            return f"Der mangler {_what(error.param)}."
        case click.BadParameter() if error.param is not None:
            return f"{_what(error.param)}: {_wrong_value(error, error.param.type)}"
        case click.BadOptionUsage():
            return f"Tilvalget {error.option_name} skal følges af en værdi."
    return _unknown_command(error)


def _wrong_value(error: click.BadParameter, kind: object) -> str:
    """Our own kinds of value speak Danish; click's own do not."""
    match kind:
        case click.Choice():
            return f"vælg {_either([str(choice) for choice in kind.choices])}."
        case click.types.IntParamType():
            return "skriv et helt tal."
    return error.message


def _unknown_command(error: click.UsageError) -> str:
    group = error.ctx.command if error.ctx else None
    if error.ctx is None or not isinstance(group, click.Group):
        return f"Kommandoen kunne ikke læses ({error.message})."
    wanted = error.message.split("'")[1] if "'" in error.message else ""
    near = get_close_matches(wanted, group.list_commands(error.ctx), n=1, cutoff=0.5)
    return f"Kommandoen »{wanted}« findes ikke.{_hint(near)}"


def _what(parameter: click.Parameter | None) -> str:
    if isinstance(parameter, click.Option):
        return max(parameter.opts, key=len)
    return parameter.human_readable_name if parameter else "noget"


def _hint(near: list[str]) -> str:
    return f" Mente du {near[0]}?" if near else ""


def _either(words: list[str]) -> str:
    return f"{', '.join(words[:-1])} eller {words[-1]}" if len(words) > 1 else words[0]
