"""`traek rules show`: one rule as its author meant it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import page_settings, write
from traek.cli.workshop import Workshop
from traek.model import Effect
from traek.reporters.text.page import Page
from traek.rulepack import CATEGORIES, Examples, Rule
from traek.settings import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator

_WEIGHTS = {1: "svag i sig selv", 2: "irriterer nok", 3: "rammer hårdt"}
_GOOD_WEIGHTS = {1: "svag i sig selv", 2: "mærkbar", 3: "stærk"}


@click.command()
@click.argument("rule")
@rules_option
@config_option
def command(rule: str, **options: Any) -> int:
    """Show one rule: why, advice, examples and sources.

    RULE is the rule's id, such as standard/du-har-undladt, or the part after the stroke.
    """
    workshop = Workshop(options["config"], chosen(options))
    packs = workshop.packs_for(workshop.settings_for("."))
    rules = {each.id: (each, pack) for pack in packs for each in pack.rules}
    named = [name for name in rules if name == rule or name.endswith(f"/{rule}")]
    if len(named) != 1:
        check_names([rule], [(name, "") for name in rules])
    found, pack = rules[named[0]]
    page = Page(width=min(100, int(page_settings(None)["width"])), colour=False)
    write("\n".join(_lines(found, pack.examples[found.id], page)) + "\n")
    return 0


def _lines(rule: Rule, examples: Examples, page: Page) -> Iterator[str]:
    weights = _WEIGHTS if rule.effect is Effect.ESCALATES else _GOOD_WEIGHTS
    effect = "tryk" if rule.effect is Effect.ESCALATES else "træk"
    situation = rule.situation.value if rule.situation else "begge"
    yield from page.wrap(rule.title)
    yield f"{rule.id}, {rule.path}"
    yield ""
    category = f"{rule.category} {CATEGORIES[rule.category].name}"
    for label, text in (
        ("Kategori", f"{category} ({effect})"),
        ("Side", rule.side.value),
        ("Situation", situation),
        ("Tyngde", f"{rule.weight}, {weights[rule.weight]}"),
        ("Sikkerhed", rule.certainty.name.lower()),
        ("Besked", rule.message),
        ("Bedre", rule.advice),
        ("Hvorfor", rule.why),
        *(("Kilde", source) for source in rule.sources),
    ):
        if text:
            yield from page.wrap(text, f"{label + ':':<11}", " " * 11)
    yield from _section("Mønstre", [pattern.source for _, pattern in rule.search.find], page)
    yield from _section("Undtagen", [p.source for p in rule.search.exceptions], page)
    yield from _section("Rammer", list(examples.hits), page)
    yield from _section("Rammer ikke", list(examples.misses), page)
    yield from _section("Omskriver", [f"{a} → {b}" for a, b in examples.rewrites], page)


def _section(title: str, lines: list[str], page: Page) -> Iterator[str]:
    if lines:
        yield ""
        yield title
        for line in lines:
            yield from page.wrap(line, "  ", "    ")
