"""`traek rules test`: whether every example does what it says, and how often rules fire on letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from traek.audit import audit, find_letters
from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import page_settings, say, say_errors, write
from traek.cli.rules.telling import told
from traek.cli.workshop import Workshop
from traek.engine.examples import problems_of
from traek.reporters.text.page import Page
from traek.rulepack import RulePack, load_rule_pack, seal
from traek.rulepack.counts import keep_counts, last_counts
from traek.settings import check_names


@click.command()
@click.argument("targets", nargs=-1)
@click.option(
    "--corpus", metavar="FOLDER", help="Count too how often each rule fires on these letters."
)
@click.option(
    "--seal", is_flag=True, help="Write segl.json into packs that hold, so that they load at once."
)
@rules_option
@config_option
def command(targets: tuple[str, ...], **options: Any) -> int:
    """Try every rule's examples, or the rules on letters.

    TARGETS are ids of rules, or folders of rules; every rule pack without any.
    """
    workshop = Workshop(options["config"], {"usikre": True} | chosen(options))
    settings = workshop.settings_for(".")
    names = [target for target in targets if not Path(target).is_dir()]
    folders = [str(Path(target).absolute()) for target in targets if target not in names]
    packs = [load_rule_pack(folder) for folder in folders]
    if names or not folders:
        packs += workshop.plugins.rule_packs(settings.rule_folders)
    check_names(names, [(name, "") for pack in packs for name in pack.examples])
    problems = 0
    for pack in packs:
        problems += _tried(pack, None if pack.package in folders else names or None, settings.model)
    if problems:
        say(f"{problems} ting holder ikke. Ret eksemplet eller mønsteret, og prøv igen.")
        return 2
    if options["seal"]:
        for pack in packs:
            say(f"Seglet er skrevet: {seal(pack)}")
    if options["corpus"] is not None:
        return _fired(workshop, options["corpus"])
    return 0


def _tried(pack: RulePack, names: list[str] | None, model: str | None) -> int:
    """The number of problems in a pack, each written on a line, or a line that all is well."""
    if names is not None and pack.examples.keys().isdisjoint(names):
        return 0
    problems = problems_of(pack, model, names)
    page = Page(max(60, int(page_settings(None)["width"])), colour=False)
    tried = [examples for name, examples in pack.examples.items() if names is None or name in names]
    if problems:
        for owner, group in groupby(problems, key=lambda problem: problem.owner):
            write(f"{owner}\n")
            for problem in group:
                write(f"  {problem}\n" + "".join(f"{line}\n" for line in told(problem.why, page)))
    elif tried:
        count = sum(len(e.hits) + len(e.misses) + len(e.rewrites) for e in tried)
        files = "1 fil" if len(tried) == 1 else f"{len(tried)} filer"
        write(f"{pack.name}: {count} eksempler holder ({files}).\n")
    return len(problems)


def _fired(workshop: Workshop, folder: str) -> int:
    """Write how often each rule fires on the letters in `folder`, and what changed since last."""
    letters = find_letters([folder], workshop.plugins.loaders)
    run = audit(letters, workshop.plugins.loaders, workshop.settings_for, workshop.engine_for)
    engine = workshop.engine_for(workshop.settings_for(folder))
    fired = Counter(finding.rule for report in run.reports for finding in report.findings)
    before = last_counts(folder)
    names = sorted({rule.id for rule in engine.rules} | set(fired), key=lambda n: (-fired[n], n))
    write("".join(f"{fired[name]:>7}{_change(name, fired, before)}  {name}\n" for name in names))
    keep_counts(folder, fired)
    say_errors(run.errors)
    silent = sum(not fired[name] for name in names)
    say(
        f"{len(run.reports)} {'brev' if len(run.reports) == 1 else 'breve'} læst, {fired.total()} fund, {silent} regler uden fund"
    )
    return 2 if run.errors else 0


def _change(name: str, fired: Mapping[str, int], before: Mapping[str, int] | None) -> str:
    """How much more or less than last time, in a column of its own; blank without a last time."""
    if before is None:
        return ""
    difference = fired.get(name, 0) - before.get(name, 0)
    return f" {difference:>+5}" if difference else " " * 6
