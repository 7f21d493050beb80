"""`traek exercise`: a sentence to rewrite, and what is found in the answer; nothing is kept."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import click

from traek.cli.asking import ask
from traek.cli.options import chosen, config_option, rules_option
from traek.cli.output import page_settings, say, write
from traek.cli.usage import OneOf
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.exercise import heard_in, own_exercises, read_exercises, respond, told
from traek.model import Effect, Side
from traek.reporters.notes import FOOTER
from traek.reporters.text.page import Page, plain
from traek.rulepack import CATEGORIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from traek.engine import Engine
    from traek.exercise import Exercise

_SIDES = {str(side): side for side in Side} | {"forstaa": Side.FORSTÅ}
_SITUATIONS = {"svar": "I svarer på en henvendelse", "skriv-ud": "I skriver på eget initiativ"}
_INDENT = "  "
_STOP = {"slut", "stop", "q"}
_WIDEST = 90
_RULE = 8


@click.command()
@click.option(
    "--side", type=OneOf(_SIDES, shown=[str(side) for side in Side]), help="Only this side."
)
@click.option(
    "--category",
    type=OneOf({name: name for name in CATEGORIES if name.startswith("E")}, shown=("E01…E33",)),
    help="Only this category of tryk.",
)
@click.option("--count", type=click.IntRange(1), metavar="N", help="At most N sentences.")
@click.option("--file", metavar="FILE", help="Exercises of your own, in TOML.")
@click.option("--shuffle", is_flag=True, help="In an order that nobody knows.")
@rules_option
@config_option
def command(**options: Any) -> int:
    """Rewrite sentences, and see at once what is found in each answer.

    Answers come from the keyboard, or a line each from standard input. An empty line shows an
    answer of ours and goes on, ? tells what is found in the sentence, and slut stops. Nothing is kept.
    """
    exercises = _chosen(options)
    workshop = Workshop(options["config"], chosen(options))
    engine = workshop.engine_for(workshop.settings_for("."))
    settings = page_settings(None)
    page = Page(min(_WIDEST, int(settings["width"])), settings["colour"] == "yes")
    screen = _Screen(page, engine)
    screen.welcome(len(exercises))
    seen = tried = 0
    for number, exercise in enumerate(exercises, 1):
        seen = number
        screen.pose(exercise, f"Øvelse {number} af {len(exercises)}")
        answers, more = screen.answers(exercise)
        tried += answers
        if not more:
            break
    screen.farewell()
    say(
        f"{_many(seen, 'sætning', 'sætninger')}, {_many(tried, 'svar', 'svar')} prøvet. Dine svar er ikke gemt."
    )
    return 0


def _chosen(options: dict[str, Any]) -> Sequence[Exercise]:
    """The exercises that fit the options, at least one.

    Raises:
        SettingsError: none fits, or the file cannot be used.
    """
    known = read_exercises(options["file"]) if options["file"] else own_exercises()
    found = [
        exercise
        for exercise in known
        if options["side"] in {None, exercise.side}
        and options["category"] in {None, exercise.category}
    ]
    if not found:
        there = ", ".join(sorted({exercise.category for exercise in known}))
        raise SettingsError(
            f"Der er ingen øvelse, som passer til de valg. Der er øvelser i {there}; "
            "vælg færre tilvalg, eller skriv dine egne øvelser og vælg dem med --file."
        )
    if options["shuffle"]:
        random.SystemRandom().shuffle(found)
    return found[: options["count"]]


class _Screen:
    """What is shown and asked, on a page of a given width."""

    def __init__(self, page: Page, engine: Engine) -> None:
        self.page = page
        self.engine = engine

    def welcome(self, count: int) -> None:
        sentences = "den" if count == 1 else "hver"
        self.show(
            f"Her er {_many(count, 'sætning', 'sætninger')}. Skriv {sentences} om på din egen "
            "måde, og behold oplysningerne. Der er ikke kun ét rigtigt svar.",
            "Enter alene viser et bud og går videre · ? viser, hvad der bliver hørt · slut stopper",
        )
        write("\n")

    def farewell(self) -> None:
        """Whose reading of the method the sides are."""
        write("\n")
        write("".join(f"{self.page.faint(line)}\n" for line in self.page.wrap(FOOTER)))

    def pose(self, exercise: Exercise, title: str) -> None:
        place = f"{title} · {str(exercise.side).upper()}"
        whole = f"{place} · {CATEGORIES[exercise.category].name}"
        room = self.page.width - _RULE
        write(f"{self.page.rule(whole if len(whole) <= room else place)}\n\n")
        if exercise.background:
            situation = _SITUATIONS[exercise.situation]
            self.show(f"{situation}. {exercise.background}")
            write("\n")
        write("\n".join(self._indented(f"»{exercise.text}«", bold=True)) + "\n\n")

    def answers(self, exercise: Exercise) -> tuple[int, bool]:
        """How many answers were tried, and whether to go on."""
        tried = 0
        while True:
            line = ask("Dit svar: ")
            if line is None or line.casefold() in _STOP:
                return tried, False
            if line == "?":
                self.hear(exercise)
            elif not line:
                self.reveal(exercise)
                return tried, True
            else:
                tried += 1
                if self.respond(exercise, line):
                    self.reveal(exercise)
                    return tried, True

    def respond(self, exercise: Exercise, answer: str) -> bool:
        """Whether the answer, of which all is now told, ends the exercise."""
        feedback = respond(exercise, plain(answer), self.engine)
        write("\n")
        *lines, closing = told(feedback)
        for line in lines:
            sign = {Effect.ESCALATES: "▲", Effect.DEESCALATES: "▽", None: "·"}[line.effect]
            shown = self.page.wrap(plain(line.text), f"{sign} ", _INDENT)
            if line.effect:
                shown[0] = self.page.ink(sign, line.effect) + shown[0][1:]
            if line.advice:
                shown += self.page.wrap(f"Bedre: {line.advice}", _INDENT, _INDENT)
            write("\n".join(shown) + "\n")
        write("\n" if lines else "")
        self.show(closing.text)
        write("\n")
        return feedback.done

    def hear(self, exercise: Exercise) -> None:
        write("\n")
        for finding in heard_in(exercise.text, exercise.situation, self.engine):
            if finding.effect is Effect.ESCALATES:
                self.show(f"»{finding.quote}«: {finding.message}")
        write("\n")

    def reveal(self, exercise: Exercise) -> None:
        if exercise.answers:
            self.show("Et bud på, hvordan det også kan siges:")
            for answer in exercise.answers:
                write("\n".join(self._indented(f"»{answer}«")) + "\n")
            write("\n")

    def show(self, *paragraphs: str) -> None:
        for paragraph in paragraphs:
            write("\n".join(self.page.wrap(plain(paragraph))) + "\n")

    def _indented(self, text: str, *, bold: bool = False) -> Iterator[str]:
        for line in self.page.wrap(plain(text), _INDENT, _INDENT):
            yield self.page.bold(line) if bold else line


def _many(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
