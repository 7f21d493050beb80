"""`traek rules try`: what the engine sees in a sentence, what hits it, and what comes near."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import page_settings, say, write
from traek.cli.rules.telling import table, told
from traek.cli.workshop import Workshop
from traek.engine.trying import Glass
from traek.errors import SettingsError
from traek.model import Effect
from traek.patterns import PatternError, parse_pattern
from traek.reporters.text.page import Page, plain
from traek.rulepack import Protection, Rule
from traek.rulepack.read import word_lists
from traek.rulepack.source import pack_source
from traek.settings import check_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.engine.search import Hit, Owner
    from traek.engine.trying import Near, Word
    from traek.patterns import Pattern
    from traek.rulepack import RulePack

_NARROW, _ROOMY, _WIDE = 50, 100, 120
_SIGNS = {Effect.ESCALATES: "▲", Effect.DEESCALATES: "▽"}


@click.command()
@click.argument("sentence")
@click.option(
    "--rule", "explain", multiple=True, metavar="ID", help="Explain this rule, word by word."
)
@click.option("--pattern", metavar="PATTERN", help="Try this pattern, which need not be in a rule.")
@rules_option
@config_option
def command(sentence: str, **options: Any) -> int:
    """Show the grammar of a sentence, the rules that hit it and those that come near.

    SENTENCE is one sentence or a few, in quotation marks.
    """
    if not sentence.strip():
        raise SettingsError('Skriv en sætning i citationstegn: traek rules try "Du har glemt det."')
    workshop = Workshop(options["config"], {"usikre": True} | chosen(options))
    settings = workshop.settings_for(".")
    page = Page(min(_WIDE, max(_NARROW, int(page_settings(None)["width"]))), colour=False)
    packs = workshop.packs_for(settings)
    pattern = _pattern(options["pattern"], packs)
    wanted = [_owner(packs, name) for name in options["explain"]]
    glass = Glass(sentence, settings.model)
    for words in glass.words():
        write("".join(f"{line}\n" for line in _grammar(words, page)) + "\n")
    if pattern is not None:
        _show(f"Mønsteret {pattern.source}", glass.tried(pattern), page)
    for owner in wanted:
        _show(owner.id, glass.explained(owner), page)
    if pattern is None and not wanted:
        owners: list[Owner] = []
        for pack in packs:
            owners += [*pack.rules, *pack.protections]
        return _all(glass, owners, page)
    return 0


def _all(glass: Glass, owners: Sequence[Owner], page: Page) -> int:
    """Write what hits the sentence, and what comes near."""
    hits = glass.hits(owners)
    hit = {found.owner.id for found in hits}
    near = glass.near([owner for owner in owners if owner.id not in hit])
    lines = [
        "Rammer",
        *(table(list(map(_hit_row, hits)), page, "  ") if hits else ["  ingen regel"]),
    ]
    if near:
        lines += ["", "Tæt på", *(line for each in near for line in _near_lines(each, page))]
    write("\n".join(lines) + "\n")
    rules = "1 regel" if len(near) == 1 else f"{len(near)} regler"
    say(f"{len(hits)} fund, {rules} tæt på. Med --rule ID kan du se en regel ord for ord.")
    return 0


def _grammar(words: Sequence[Word], page: Page) -> Iterator[str]:
    """The table; on a narrow page part of speech and inflection share a column."""
    headings = ["ord", "opslagsform", "ordklasse", "bøjning", "led", "egenskaber"]
    rows = [[w.word, w.lemma, w.part, w.features, w.relation, w.helpers] for w in words]
    if page.width < _ROOMY:
        headings.remove("bøjning")
        rows = [[w.word, w.lemma, _joined(w), w.relation, w.helpers] for w in words]
    yield from table(rows, page, headings=headings)


def _joined(word: Word) -> str:
    return f"{word.part}: {word.features}" if word.features else word.part


def _hit_row(hit: Hit) -> tuple[str, str, str]:
    owner = hit.owner
    quote = f"»{plain(hit.quote)}«"
    if isinstance(owner, Protection):
        return "§", owner.id, f"{quote} er beskyttet ({owner.law})"
    assert isinstance(owner, Rule)  # noqa: S101  signs are not asked
    return _SIGNS[owner.effect] * owner.weight, owner.id, quote


def _near_lines(near: Near, page: Page) -> Iterator[str]:
    yield from page.wrap(f"{near.rule.id} ved »{plain(near.quote)}«", "  ", "    ")
    yield from told(near.told, page)


def _show(heading: str, lines: Sequence[Any], page: Page) -> None:
    write("\n".join([*page.wrap(heading), *told(lines, page, "  ")]) + "\n")


def _pattern(source: str | None, packs: Sequence[RulePack]) -> Pattern | None:
    """The pattern, which may name the lists of every pack."""
    if source is None:
        return None
    lists: dict[str, tuple[str, ...]] = {}
    for pack in packs:
        lists |= word_lists(pack_source(pack.package, engine=""))
    try:
        return parse_pattern(source, lists)
    except PatternError as error:
        raise SettingsError(f"--pattern: {error}") from error


def _owner(packs: Sequence[RulePack], name: str) -> Owner:
    """The rule, protection or sign of that id, or of that id after the stroke."""
    owners: dict[str, Owner] = {}
    for pack in packs:
        owners |= {owner.id: owner for owner in pack.rules}
        owners |= {owner.id: owner for owner in pack.protections}
        owners |= {owner.id: owner for owner in pack.signs}
    named = [known for known in owners if known == name or known.endswith(f"/{name}")]
    if len(named) != 1:
        check_names([name], [(known, "") for known in owners])
    return owners[named[0]]
