"""`traek rules reference`: the rules as a Danish page in Markdown, side by side, to read or to print."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import write
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.model import Certainty, Effect, Side, Situation
from traek.rulepack import CATEGORIES, Examples, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from traek.rulepack import RulePack

MOST_EXAMPLES = 3
"""Of each kind; `traek rules show` has them all."""

_SIDES = {
    Side.KONTAKT: ("Kom godt i gang", "Kom godt i gang"),
    Side.FORSTÅ: ("Vis, at du har læst og forstået", "Se det fra borgerens side"),
    Side.SAG: ("Svar klart på sagen", "Sig sagen klart og uden bebrejdelse"),
    Side.VIDERE: ("Aftal det næste skridt og sig tak", "Vis vejen videre og hold døren åben"),
}
_WEIGHTS = {
    Effect.ESCALATES: {1: "svag i sig selv", 2: "irriterer nok", 3: "rammer hårdt"},
    Effect.DEESCALATES: {1: "svag i sig selv", 2: "mærkbar", 3: "stærk"},
}
_SIGNS = {Effect.ESCALATES: "▲", Effect.DEESCALATES: "▽"}
_SITUATIONS = {Situation.SVAR: "kun når brevet svarer", Situation.SKRIV_UD: "kun når I skriver ud"}
_SPECIAL = re.compile(r"([\\`*_<>#|~]|(?<!\[)\[(?!\[)|(?<!\])\](?!\]))")


class _Entry(NamedTuple):
    rule: Rule
    examples: Examples


@click.command()
@click.argument("packs", nargs=-1)
@rules_option
@config_option
def command(packs: tuple[str, ...], **options: Any) -> int:
    """Write all rules as a page in Markdown.

    PACKS are names of rule packs, such as standard; every pack without any.
    """
    workshop = Workshop(options["config"], chosen(options))
    found = workshop.plugins.rule_packs(workshop.settings_for(".").rule_folders)
    known = [pack.name for pack in found]
    for name in packs:
        if name.rstrip("/") not in known:
            raise SettingsError(
                f"Ingen regelpakke hedder »{name}«. Pakkerne er: {', '.join(sorted(known))}."
            )
    wanted = {name.rstrip("/") for name in packs} or set(known)
    write(reference([pack for pack in found if pack.name in wanted]))
    return 0


def reference(packs: Sequence[RulePack]) -> str:
    """The page on the rules, the protected wording and the signs of `packs`."""
    entries = [_Entry(rule, pack.examples[rule.id]) for pack in packs for rule in pack.rules]
    entries.sort(key=lambda entry: (entry.rule.category, entry.rule.id))
    lines = ["# Reglerne, side for side", "", *_opening(packs, entries)]
    for number, side in enumerate(Side, 1):
        here = [entry for entry in entries if entry.rule.side is side]
        answer, writing = _SIDES[side]
        lines += ["", f"## {number} · {side.value.capitalize()}", ""]
        lines.append(f"Når du svarer: **{answer}**. Når du skriver ud: **{writing}**.")
        for category, group in groupby(here, key=lambda entry: entry.rule.category):
            lines += ["", f"### {_heading(category, side)}"]
            for entry in group:
                lines += ["", *_rule(entry)]
    return "\n".join([*lines, *_protections(packs), *_signs(packs)]) + "\n"


def _opening(packs: Sequence[RulePack], entries: Sequence[_Entry]) -> Iterator[str]:
    tryk = sum(entry.rule.effect is Effect.ESCALATES for entry in entries)
    names = " og ".join(f"»{pack.name}«" for pack in packs)
    yield (
        f"Her er alle regler i {names}: {tryk} om tryk (▲) og {len(entries) - tryk} om træk (▽). "
        "Siden er skrevet af `traek rules reference`, og `traek rules show NAVN` viser hele reglen "
        "med mønstre og alle eksempler."
    )
    yield ""
    yield (
        "Antallet af tegn er tyngden. I eksemplerne står det, reglen ser, med **fed**, og ¶ er et "
        "nyt afsnit. Siderne i Firkanten er vores egen fortolkning; læs mere i [metode.md](metode.md)."
    )
    yield ""
    yield "| kategori | regler |"
    yield "|---|---|"
    for side in Side:
        here = [entry.rule.category for entry in entries if entry.rule.side is side]
        for category, group in groupby(here):
            heading = _heading(category, side)
            yield f"| [{heading}](#{_slug(heading)}) | {len(list(group))} |"


def _heading(category: str, side: Side) -> str:
    """A category's heading, unlike any other on the page."""
    name = f"{category} {CATEGORIES[category].name}"
    return name if side is CATEGORIES[category].side else f"{name} (under {side.value})"


def _slug(heading: str) -> str:
    """The anchor that GitHub and GitLab give a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _rule(entry: _Entry) -> Iterator[str]:
    rule, examples = entry
    yield f"#### {_SIGNS[rule.effect] * rule.weight} {_text(rule.title)}"
    yield ""
    facts = [f"`{rule.id}`", f"tyngde {rule.weight}, {_WEIGHTS[rule.effect][rule.weight]}"]
    facts.append(f"sikkerhed {rule.certainty.name.lower()}")
    if rule.certainty is Certainty.LAV:
        facts[-1] += " (vises kun med `--all`)"
    if rule.situation:
        facts.append(_SITUATIONS[rule.situation])
    yield " · ".join(facts)
    yield from ("", _text(rule.message))
    for label, text in (
        ("I stedet" if rule.effect is Effect.ESCALATES else "Endnu bedre", rule.advice),
        ("Hvorfor", rule.why),
    ):
        if text:
            yield from ("", f"**{label}:** {_text(text)}")
    if rule.sources:
        yield from ("", f"**Kilde:** {' · '.join(map(_source, rule.sources))}")
    yield from _examples(examples)


def _examples(examples: Examples) -> Iterator[str]:
    pairs = [f"{_text(a)} → {_text(b)}" for a, b in examples.rewrites]
    yield from _list("Rammer", map(_text, examples.hits))
    yield from _list("Går fri", map(_text, examples.misses))
    yield from _list("Forslag", pairs)


def _list(label: str, texts: Iterable[str]) -> Iterator[str]:
    if shown := list(texts)[:MOST_EXAMPLES]:
        yield from ("", f"**{label}:**", "", *(f"- {text}" for text in shown))


def _protections(packs: Sequence[RulePack]) -> Iterator[str]:
    found = sorted(
        ((p, pack.examples[p.id]) for pack in packs for p in pack.protections),
        key=lambda each: (each[0].law, each[0].id),
    )
    if found:
        yield from ("", "## Det, loven beder om", "")
        yield "Et fund i disse ord vises som »lovpligtig – behold« og tæller ikke som tryk."
        yield from ("", "| række | hvad | eksempel |", "|---|---|---|")
    for protection, examples in found:
        example = _text(examples.hits[0])
        yield f"| {protection.law} | {_text(protection.title)}<br>`{protection.id}` | {example} |"


def _signs(packs: Sequence[RulePack]) -> Iterator[str]:
    found = sorted(
        ((s, pack.examples[s.id]) for pack in packs for s in pack.signs),
        key=lambda each: (each[0].of, each[0].id),
    )
    if found:
        yield from ("", "## Tegn på en side og på situationen", "")
        yield "Disse ord viser, at en side er fyldt, eller hvilken Firkant der gælder. De er ikke fund."
        yield from ("", "| tegn på | eksempel | navn |", "|---|---|---|")
    for sign, examples in found:
        yield f"| {sign.of} | {_text(examples.hits[0])} | `{sign.id}` |"


def _source(source: str) -> str:
    return f"<{source}>" if source.startswith("http") else _text(source)


def _text(text: str) -> str:
    """Text as it reads in Markdown, marked places in bold, on one line."""
    marked = _SPECIAL.sub(r"\\\1", text).replace("[[", "**").replace("]]", "**")
    return " ¶ ".join(part.strip().replace("\n", " ") for part in marked.split("\n\n"))
