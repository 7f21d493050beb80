"""`traek evaluate`: how well the rules do on letters that people annotated."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import click

from traek.audit import read_letter
from traek.cli.options import chosen, config_option, model_option, selection_options
from traek.cli.output import say, write
from traek.cli.workshop import Workshop
from traek.evaluation import Figures, Score, read_gold, score
from traek.evaluation.disagree import Disagreement, disagreements
from traek.rulepack import CATEGORIES

_EFFECTS = {"E": "tryk", "D": "træk"}


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@selection_options
@click.option("--missed", type=click.IntRange(0), default=0, help="List up to N missed sentences.")
@click.option("--false", type=click.IntRange(0), default=0, help="List up to N false sentences.")
@click.option(
    "--disagreements",
    type=click.IntRange(0),
    default=0,
    help="List up to N sentences on which rules and second reader disagree.",
)
@click.option("--by-rule", is_flag=True, help="A line for each rule that found something.")
@click.option("--format", "format_name", type=click.Choice(["text", "json"]), default="text")
@model_option
@config_option
def command(folder: Path, **options: Any) -> int:
    """Hold the rules against annotated letters.

    FOLDER has gold.jsonl, letters.csv, perhaps near.jsonl, and the texts in letters/.
    """
    workshop = Workshop(options["config"], chosen(options))
    settings = workshop.settings_for(str(folder))
    loaders = workshop.plugins.loaders
    gold = read_gold(folder)
    letters = [
        (letter, read_letter(str(letter.path), str(letter.path), loaders, settings))
        for letter in gold
    ]
    sides = {category: str(known.side) for category, known in CATEGORIES.items()}
    result = score(letters, workshop.engine_for(settings), sides)
    if options["format_name"] == "json":
        write(json.dumps(asdict(result), ensure_ascii=False, indent=1) + "\n")
    else:
        limits = (options["missed"], options["false"])
        write("\n".join(_lines(result, limits, by_rule=options["by_rule"])) + "\n")
    if options["disagreements"]:
        documents = (document for _, document in letters)
        found = islice(
            disagreements(workshop.packs_for(settings), documents), options["disagreements"]
        )
        write("".join(f"{_opinion(disagreement)}\n" for disagreement in found))
    say(f"{result.letters} mærkede breve læst, {result.lost} citater findes ikke i deres brev")
    return 0


def _lines(result: Score, limits: tuple[int, int], *, by_rule: bool) -> Iterator[str]:
    yield f"{'':26} {'præcision':>9} {'dækning':>8} {'F1':>6} {'mærket':>7} {'fundet':>7}"
    for effect, figures in result.by_effect.items():
        yield _row(_EFFECTS[effect], figures)
    for side, figures in result.by_side.items():
        yield _row(f"side: {side}", figures)
    for category, figures in result.by_category.items():
        yield _row(f"{category} {CATEGORIES[category].name}"[:26], figures)
    yield ""
    yield "nærved-eksempler, der fejlagtigt blev fundet: {} af {}".format(*result.near)
    yield "sider, der vurderes ens: {} af {}".format(*result.sides)
    yield "situationer, der vurderes ens: {} af {}".format(*result.situations)
    if by_rule:
        yield ""
        for rule, figures in result.by_rule.items():
            yield f"{rule:50} rigtig {figures.both} af {figures.found}"
    missed, false = limits
    for file, sentence, effect in result.missed[:missed]:
        yield f"overset {_EFFECTS[effect]}, {file}: {sentence}"
    for file, sentence, rule in result.false[:false]:
        yield f"fundet for meget, {file}: {sentence} ({rule})"


def _row(name: str, figures: Figures) -> str:
    shares = f"{figures.precision:9.3f} {figures.recall:8.3f} {figures.f1:6.3f}"
    return f"{name:26} {shares} {figures.gold:7} {figures.found:7}"


def _opinion(disagreement: Disagreement) -> str:
    effect, share = _EFFECTS[disagreement.effect], round(100 * disagreement.likelihood)
    rules = ", ".join(sorted(disagreement.rules))
    who = (
        f"reglerne siger {rules}, medlæseren {share} % {effect}"
        if rules
        else (f"ingen regel, medlæseren {share} % {effect}")
    )
    return f"{who}: {disagreement.sentence} ({Path(disagreement.path).name})"
