"""`traek rules list`: every rule on a line, by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from traek.cli.options import chosen, config_option, selection_options
from traek.cli.output import say, write
from traek.cli.workshop import Workshop
from traek.model import Certainty, Effect, Side
from traek.rulepack import CATEGORIES

if TYPE_CHECKING:
    from traek.hookspecs import Check
    from traek.rulepack import Rule

SIGNS = {Effect.ESCALATES: "▲", Effect.DEESCALATES: "▽"}


@click.command()
@selection_options
@config_option
def command(**options: Any) -> int:
    """List the rules, side by side of the Firkant."""
    workshop = Workshop(options["config"], {"usikre": True} | chosen(options))
    engine = workshop.engine_for(workshop.settings_for("."))
    rules = engine.rules
    lines: list[str] = []
    for side in Side:
        here = sorted((rule for rule in rules if rule.side is side), key=_order)
        if here:
            lines += ["", side.value.upper(), *map(_line, here)]
    if engine.checks:
        lines += ["", "TJEK AF HELE BREVET", *map(_check_line, engine.checks)]
    write("\n".join(lines[1:]) + "\n")
    tryk = sum(rule.effect is Effect.ESCALATES for rule in rules)
    say(
        f"{len(rules)} {'regel' if len(rules) == 1 else 'regler'}: {tryk} om tryk (▲), {len(rules) - tryk} om træk (▽)"
    )
    return 0


def _order(rule: Rule) -> tuple[str, str]:
    return rule.category, rule.id


def _line(rule: Rule) -> str:
    sign = SIGNS[rule.effect] * rule.weight
    doubt = " (usikker, kun med --all)" if rule.certainty is Certainty.LAV else ""
    return f"  {sign:<3} {rule.category}  {rule.id:<42} {rule.title}{doubt}"


def _check_line(check: Check) -> str:
    if not check.category:
        return f"      alle {check.name:<42} Sætninger, som ingen regel så (mulig)"
    return f"      {check.category}  {check.name:<42} {CATEGORIES[check.category].name}"
