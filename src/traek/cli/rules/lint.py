"""`traek rules lint`: what could be better about rules that work."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import say, write
from traek.cli.workshop import Workshop
from traek.engine.lint import remarks_on
from traek.rulepack import load_rule_pack


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False))
@rules_option
@config_option
def command(folders: tuple[str, ...], **options: Any) -> int:
    """Point at slow patterns, untried branches and rules with few examples.

    FOLDERS hold rules; every rule pack without any. Exits with 1 when there is something.
    """
    workshop = Workshop(options["config"], chosen(options))
    settings = workshop.settings_for(".")
    if folders:
        packs = [load_rule_pack(str(Path(folder).absolute())) for folder in folders]
    else:
        packs = list(workshop.plugins.rule_packs(settings.rule_folders))
    remarks = [str(remark) for pack in packs for remark in remarks_on(pack, settings.model)]
    write("".join(f"{remark}\n" for remark in remarks))
    rules = sum(len(pack.rules) for pack in packs)
    say(f"{rules} regler set igennem, {len(remarks)} bemærkninger")
    return 1 if remarks else 0
