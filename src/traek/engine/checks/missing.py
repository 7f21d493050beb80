"""What is missing: a greeting, a way to get in touch, a next step.

A letter of a few lines is not blamed: what is shorter than `_LEAST_WORDS` is a fragment or a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from traek.engine.zones import is_greeting
from traek.model import Certainty, Effect, Finding, Side, Situation, Suggestion
from traek.reading import Reading

_LEAST_WORDS = 40
_CONTACT = frozenset(
    "ring ringe telefon tlf tlf. telefonnummer mail e-mail digital skriv kontakt kontakte "
    "mobil telefontid træffes".split()
)


@dataclass(frozen=True, slots=True)
class MissingPart:
    """A check that finds the absence of something in a whole letter."""

    name: str
    title: str
    category: str
    side: Side
    message: str
    why: str
    advice: str
    suggested: str
    present: Callable[[Reading], bool]
    situation: Situation | None = None
    needs_grammar: bool = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding without a span where the part is missing, else nothing."""
        if _words(reading) < _LEAST_WORDS or self.present(reading):
            return
        yield Finding(
            rule=self.name,
            title=self.title,
            category=self.category,
            effect=Effect.ESCALATES,
            side=self.side,
            weight=1,
            certainty=Certainty.MIDDEL,
            block=None,
            span=None,
            quote=None,
            message=self.message,
            why=self.why,
            suggestions=(Suggestion(f"{self.advice} For eksempel: »{self.suggested}«"),),
        )


def _words(reading: Reading) -> int:
    return sum(len(sentence.words) for block in reading.sentences for sentence in block)


def _lowers(reading: Reading) -> Iterator[str]:
    return (word for block in reading.sentences for sentence in block for word in sentence.lowers)


def _greets(reading: Reading) -> bool:
    return any(is_greeting(block.text) for block in reading.document.blocks[:12])


def _gives_contact(reading: Reading) -> bool:
    return not _CONTACT.isdisjoint(_lowers(reading)) or any("@" in w for w in _lowers(reading))


def _goes_on(reading: Reading) -> bool:
    return Side.VIDERE in reading.filled


MISSING: tuple[MissingPart, ...] = (
    MissingPart(
        name="tjek/mangler-hilsen",
        title="Brevet mangler en hilsen",
        category="E20",
        side=Side.KONTAKT,
        message="Uden en hilsen kan brevet virke, som om det handler om en sag og ikke om et menneske.",
        why="Åbningen sætter tonen for resten af brevet.",
        advice="Begynd med en hilsen og modtagerens navn.",
        suggested="Kære [navn]",
        present=_greets,
    ),
    MissingPart(
        name="tjek/mangler-kontakt",
        title="Brevet siger ikke, hvor man kan henvende sig",
        category="E21",
        side=Side.VIDERE,
        message="Læseren kan komme til at stå alene med sine spørgsmål.",
        why="Et navn og et nummer gør det muligt at komme videre uden at klage.",
        advice="Skriv, hvem læseren kan kontakte, og hvordan.",
        suggested="Du er velkommen til at ringe til [navn] på [telefon].",
        present=_gives_contact,
    ),
    MissingPart(
        name="tjek/mangler-naeste-skridt",
        title="Brevet siger ikke, hvad der sker nu",
        category="E21",
        side=Side.VIDERE,
        message="Læseren ved ikke, hvad det næste skridt er, eller hvornår det kommer.",
        why="En dato og et næste skridt sætter en aftale i stedet for uvished.",
        advice="Skriv, hvem der gør hvad og hvornår.",
        suggested="Du hører fra mig senest [dato].",
        present=_goes_on,
    ),
)
