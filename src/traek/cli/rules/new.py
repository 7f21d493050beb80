"""`traek rules new`: a rule out of a few questions and marked examples, written as a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from traek.cli.options import config_option
from traek.cli.output import page_settings, say, write
from traek.cli.rules.questions import Questions, categories_like
from traek.cli.rules.telling import told
from traek.cli.usage import OneOf
from traek.cli.whole_file import write_whole
from traek.cli.workshop import Workshop
from traek.engine.suggesting import asks_order, pack_of, suggested, tried_on
from traek.errors import RuleError, SettingsError
from traek.model import Effect
from traek.reporters.text.page import Page
from traek.rulepack import effect_of
from traek.rulepack.draft import Draft, file_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.engine.suggesting import Suggested

_NARROW, _WIDE = 60, 100
_NEEDED = ("title", "category", "message", "why", "hits", "misses")
_ENOUGH = 3
_OWN = "egen fortolkning"


@click.command()
@click.argument("folder", required=False)
@click.option("--name", metavar="NAME", help="The file's name; made from the title without.")
@click.option("--title", metavar="TEXT", help="What one sees, in a few words.")
@click.option("--category", metavar="CODE", help="E01-E33 or D01-D19, or a word in its name.")
@click.option("--weight", type=OneOf({"1": 1, "2": 2, "3": 3}), help="2 without.")
@click.option("--message", metavar="TEXT", help="What the reader may hear.")
@click.option("--advice", metavar="TEXT", help="What to write instead.")
@click.option("--why", metavar="TEXT", help="The reason, in a sentence.")
@click.option("--source", "sources", multiple=True, metavar="TEXT", help="Where it comes from.")
@click.option(
    "--hit", "hits", multiple=True, metavar="TEXT", help="A sentence to find, words in [[ ]]."
)
@click.option("--miss", "misses", multiple=True, metavar="TEXT", help="A sentence to leave alone.")
@click.option("--pattern", metavar="PATTERN", help="This pattern instead of one of ours.")
@click.option("--overwrite", is_flag=True, help="Replace a rule of that name.")
@config_option
def command(folder: str | None, **options: Any) -> int:
    """Write a rule from a few questions and marked examples.

    FOLDER is where your rules are, and is made where there is none. What the options tell is not
    asked; with title, category, message, why, hit and miss nothing is.
    """
    workshop = Workshop(options["config"], {})
    model = workshop.settings_for(".").model
    page = Page(min(_WIDE, max(_NARROW, int(page_settings(None)["width"]))), colour=False)
    questions = Questions(page)
    asking = not all(options[key] for key in _NEEDED)
    folder = folder or _folder(questions, asking=asking)
    draft = _drafted(options, questions, asking=asking)
    target = _target(folder, options, draft, questions if asking else None)
    if options["pattern"]:
        chosen = _tried(draft, options["pattern"], folder, model)
    else:
        say("traek leder efter et mønster …")
        chosen = _chosen(
            suggested(draft, folder, model), draft, folder, model, questions if asking else None
        )
    if chosen.problems:
        write("\n".join(_told_problems(chosen, page)) + "\n")
        raise SettingsError(
            "Reglen holder ikke på alle eksempler, så den er ikke skrevet. Ret et eksempel, "
            "eller skriv selv mønsteret med --pattern."
        )
    if not asking:
        write("\n".join(_told(chosen.draft, page)) + "\n")
    Path(folder).mkdir(parents=True, exist_ok=True)
    write_whole(str(target), chosen.draft.toml().encode())
    _goodbye(chosen.draft, folder, target)
    return 0


def _folder(questions: Questions, *, asking: bool) -> str:
    if not asking:
        raise SettingsError("Skriv, hvilken mappe reglen skal ligge i: traek rules new regler …")
    answer = questions.text(
        "Hvilken mappe skal reglen ligge i? Enter er mappen »regler«.", needed=False
    )
    return answer or "regler"


def _drafted(options: dict[str, Any], questions: Questions, *, asking: bool) -> Draft:
    """What the options tell, and what is answered for the rest."""

    def text(key: str, question: str, *, needed: bool = True) -> str:
        told = options[key] or ""
        return told if told or not asking else questions.text(question, needed=needed)

    title = text(
        "title",
        "Hvad skal reglen hedde? Skriv kort, hvad man ser, fx: »Som bekendt« retter på læseren.",
    )
    category = _category(options["category"]) if options["category"] else questions.category()
    escalates = effect_of(category) is Effect.ESCALATES
    message = text("message", "Hvad kan læseren høre? Skriv om ordene, ikke om den, der skrev dem.")
    advice = options["advice"] or ""
    if escalates:
        advice = text("advice", "Hvad kan man skrive i stedet? Enter springer over.", needed=False)
    why = text("why", "Hvorfor? Grunden i én sætning.")
    source = f"Hvor kommer det fra? En adresse eller en bog. Enter er »{_OWN}«."
    sources = options["sources"] or (
        (questions.text(source, needed=False) or _OWN,) if asking else (_OWN,)
    )
    weight = options["weight"] or (questions.weight(escalates=escalates) if asking else 2)
    return Draft(
        title=title,
        category=category,
        weight=weight,
        message=message,
        advice=advice,
        why=why,
        sources=tuple(sources),
        hits=_marked(options["hits"]) or questions.hits(),
        misses=tuple(options["misses"]) or questions.misses(),
    )


def _category(answer: str) -> str:
    found = list(categories_like(answer))
    if len(found) == 1:
        return found[0]
    there = f"Der er flere: {', '.join(found)}" if found else "Det findes ikke"
    raise SettingsError(
        f"--category {answer}: {there}. Skriv en kode mellem E01 og E33 eller D01 og D19."
    )


def _marked(hits: Sequence[str]) -> tuple[str, ...]:
    for hit in hits:
        if hit.count("[[") != hit.count("]]") or "[[" not in hit:
            raise SettingsError(f"--hit »{hit}«: Sæt [[ ]] om de ord, reglen skal finde.")
    return tuple(hits)


def _target(
    folder: str, options: dict[str, Any], draft: Draft, questions: Questions | None
) -> Path:
    """The file to write, once it is known to harm none."""
    name = (options["name"] or file_name(draft.title)).removesuffix(".toml")
    if Path(folder).exists() and not Path(folder).is_dir():
        raise SettingsError(f"{folder} er en fil. Vælg en mappe til reglerne.")
    if name != file_name(name) or not name:
        raise SettingsError(
            f"--name {name}: Brug kun a-z, tal og bindestreg, fx {file_name(name)}."
        )
    target = Path(folder) / f"{name}.toml"
    if elsewhere := [known for known in Path(folder).rglob(target.name) if known != target]:
        raise SettingsError(f"{elsewhere[0]} hedder det samme. Vælg et andet navn med --name.")
    if not target.exists() or options["overwrite"]:
        return target
    if questions is None:
        raise SettingsError(
            f"{target} findes allerede. Vælg et andet navn med --name, eller skriv --overwrite, "
            "hvis den må erstattes."
        )
    if questions.yes(f"{target} findes allerede. Må den erstattes? Skriv ja, eller Enter for nej."):
        return target
    other = questions.text("Hvad skal filen så hedde? Kun a-z, tal og bindestreg.")
    return _target(folder, options | {"name": file_name(other)}, draft, questions)


def _tried(draft: Draft, pattern: str, folder: str, model: str | None) -> Suggested:
    """The draft with a pattern of the author's own.

    Raises:
        RuleError: it is no pattern.
    """
    draft = replace(draft, find={"find": pattern})
    draft = replace(draft, fixed_order=asks_order(draft, folder))
    pack_of(draft, folder)
    tried = tried_on(draft, folder, model)
    assert tried is not None  # noqa: S101  what cannot be read was raised above
    return tried


def _chosen(
    found: list[Suggested],
    draft: Draft,
    folder: str,
    model: str | None,
    questions: Questions | None,
) -> Suggested:
    """The proposal that the author takes, or the first where nobody is asked."""
    if not found:
        raise SettingsError(
            "traek fandt intet mønster i eksemplerne. Mærk lidt flere ord, eller skriv selv "
            "mønsteret med --pattern."
        )
    if questions is None:
        return found[0]
    questions.lines(_choice(found, questions.page))
    while True:
        answer = questions.answer()
        if not answer and not found[0].problems:
            return found[0]
        if answer.isdigit() and 1 <= int(answer) <= len(found):
            if not found[int(answer) - 1].problems:
                return found[int(answer) - 1]
        elif answer and (own := _own(draft, answer, folder, model, questions)):
            return own
        others = "" if found[0].problems else ", eller vælg et af forslagene med et tal"
        questions.say(f"Skriv et mønster{others}.")


def _own(
    draft: Draft, pattern: str, folder: str, model: str | None, questions: Questions
) -> Suggested | None:
    """The author's own pattern where it holds and is wanted; what it does is shown."""
    try:
        tried = _tried(draft, pattern, folder, model)
    except RuleError as error:
        questions.say(str(error).removeprefix("kladde.toml: "))
        return None
    if tried.problems:
        questions.lines(_told_problems(tried, questions.page))
        return None
    questions.lines(_told(tried.draft, questions.page))
    exceptions = "".join(f" undtagen: {exception}." for exception in tried.draft.exceptions)
    if questions.yes(
        f"{pattern} holder på alle eksempler.{exceptions} Skal det være sådan? ja/nej"
    ):
        return tried
    return None


def _choice(found: list[Suggested], page: Page) -> Iterator[str]:
    """What was found, and what the author may do."""
    yield ""
    for number, each in enumerate(found, 1):
        patterns = "  eller  ".join(each.draft.find.values())
        yield from page.wrap(patterns, f"{number}  ", "   ")
        for exception in each.draft.exceptions:
            yield from page.wrap(f"undtagen: {exception}", "   ", "   ")
    yield ""
    if found[0].problems:
        yield from _told_problems(found[0], page)
        yield from page.wrap("Skriv selv et mønster, så bliver det prøvet med det samme.")
        return
    yield from _told(found[0].draft, page)
    yield ""
    others = " Skriv et tal for at tage et andet." if len(found) > 1 else ""
    yield from page.wrap(f"Enter tager det første.{others} Eller skriv selv et mønster.")


def _told(draft: Draft, page: Page) -> Iterator[str]:
    """What the pattern does on the author's own examples."""
    for hit in draft.hits:
        yield from page.wrap(hit.replace("[[", "»").replace("]]", "«"), "  ✓ rammer    ", " " * 14)
    for miss in draft.misses:
        yield from page.wrap(miss, "  ✓ går fri   ", " " * 14)


def _told_problems(found: Suggested, page: Page) -> Iterator[str]:
    for problem in found.problems:
        yield from page.wrap(problem.sentence[:1].upper() + problem.sentence[1:], "✗ ", "  ")
        yield from told(problem.why, page, "  ")


def _goodbye(draft: Draft, folder: str, target: Path) -> None:
    few = [
        f"{count} {'sætning' if count == 1 else 'sætninger'} i {key}"
        for count, key in ((len(draft.hits), "rammer"), (len(draft.misses), "rammer_ikke"))
        if count < _ENOUGH
    ]
    if few:
        say(f"Reglen har {' og '.join(few)}. Med mindst tre af hver bliver den mere sikker.")
    say(f"{target} er skrevet. Prøv den på et brev: traek check BREV --rules {folder}")
