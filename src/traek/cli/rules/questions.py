"""What `traek rules new` asks, one question at a time, and which answers it takes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from traek.cli.asking import ask
from traek.cli.output import write
from traek.cli.rules.telling import table
from traek.errors import SettingsError
from traek.model import Side
from traek.rulepack import CATEGORIES

if TYPE_CHECKING:
    from traek.reporters.text.page import Page

_MARK = re.compile(r"\[\[.+?\]\]")
_WEIGHTS = {"": 2, "1": 1, "2": 2, "3": 3}

Answer = Callable[[str], str | None]


class Questions:
    """Questions on a page, with room for help."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def text(self, question: str, *, needed: bool = True) -> str:
        """An answer in words; empty only where it is not needed.

        Raises:
            SettingsError: nobody answers any more.
        """
        self.ask(question)
        while True:
            answer = self.answer()
            if answer or not needed:
                return answer
            self.say("Skriv et par ord her, eller stop med Ctrl-C.")

    def category(self) -> str:
        """The code of a category; a word in its name finds it too."""
        self.ask(
            "Hvilken slags markør er det? Skriv koden, fx E05, eller et ord, fx skyld. "
            "? viser dem alle. E er tryk, og D er træk."
        )
        while True:
            answer = self.answer()
            found = list(categories_like(answer))
            if len(found) == 1:
                self.say(f"{found[0]} {CATEGORIES[found[0]].name}")
                return found[0]
            shown = found or (list(CATEGORIES) if answer in {"", "?"} else [])
            if shown:
                self.lines(self._categories(shown))
                self.say("Skriv koden på den, der passer bedst.")
            else:
                self.say(f"»{answer}« er der ingen, der hedder. Prøv et andet ord, eller skriv ?.")

    def weight(self, *, escalates: bool) -> int:
        """1, 2 or 3; 2 where nothing is said."""
        heavy = "rammer hårdt" if escalates else "stærk"
        middle = "irriterer nok" if escalates else "mærkbar"
        self.ask(f"Hvor meget vejer den? 1 svag i sig selv, 2 {middle}, 3 {heavy}. Enter er 2.")
        while True:
            answer = self.answer()
            if answer in _WEIGHTS:
                return _WEIGHTS[answer]
            self.say("Skriv 1, 2 eller 3.")

    def hits(self) -> tuple[str, ...]:
        """Sentences that the rule should find, each with its words marked."""
        self.ask(
            "Skriv sætninger, som reglen skal finde, med [[ ]] om de ord, den skal finde, "
            "fx: [[Som bekendt]] er fristen i dag. Tre eller flere er bedst, gerne med vendt "
            "ordstilling. Enter alene, når du er færdig."
        )
        return self._several(self._marked)

    def misses(self) -> tuple[str, ...]:
        """Sentences that look alike and should be left alone."""
        self.ask(
            "Skriv sætninger, der ligner, men som reglen skal lade gå fri. Enter alene, når du er "
            "færdig."
        )
        return self._several(str)

    def yes(self, question: str) -> bool:
        """Whether the answer is ja; anything else is no."""
        self.ask(question)
        return self.answer().casefold() in {"ja", "j", "jo"}

    def answer(self) -> str:
        """The next line, as it is written.

        Raises:
            SettingsError: there is none.
        """
        line = ask("> ")
        if line is None:
            raise SettingsError("Der kom ikke flere svar, så der er ikke skrevet nogen regel.")
        return line

    def ask(self, question: str) -> None:
        """Show a question, apart from what was before."""
        self.lines(iter(["", *self.page.wrap(question)]))

    def say(self, text: str) -> None:
        """Show a paragraph."""
        self.lines(iter(self.page.wrap(text)))

    def lines(self, lines: Iterator[str]) -> None:
        """Show lines as they are."""
        write("".join(f"{line}\n" for line in lines))

    def _several(self, read: Answer) -> tuple[str, ...]:
        found: list[str] = []
        while True:
            line = self.answer()
            if not line and found:
                return tuple(found)
            if not line:
                self.say("Skriv mindst én.")
            elif (sentence := read(line)) is not None:
                found.append(sentence)

    def _marked(self, line: str) -> str | None:
        """The sentence with its mark; where it has none, the words are asked for."""
        if _MARK.search(line):
            return line
        self.say("Hvilke ord i sætningen skal reglen finde? Skriv dem, præcis som de står.")
        words = self.answer()
        at = line.casefold().find(words.casefold()) if words else -1
        if at < 0:
            self.say(f"»{words}« står ikke i sætningen. Skriv sætningen igen med [[ ]] om ordene.")
            return None
        return f"{line[:at]}[[{line[at : at + len(words)]}]]{line[at + len(words) :]}"

    def _categories(self, codes: list[str]) -> Iterator[str]:
        for side in Side:
            here = [code for code in codes if CATEGORIES[code].side is side]
            if here:
                yield str(side).upper()
                yield from table([[code, CATEGORIES[code].name] for code in here], self.page, "  ")


def categories_like(answer: str) -> Iterator[str]:
    """The category of that code, or those with the word in their name."""
    if answer.upper() in CATEGORIES:
        yield answer.upper()
    elif answer and answer != "?":
        for code, category in CATEGORIES.items():
            if answer.casefold() in category.name.casefold():
                yield code
