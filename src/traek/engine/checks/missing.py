"""What is missing from a letter as a whole: a greeting, a mirror, a reason, a next step, a contact.

After the presence checks A1-A4 and B1-B4 of our reading of the method (`docs/metode.md`). A few
words are enough to fill a side, so nothing here counts length; and a letter of a few lines is left
alone, for it is a fragment or a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from traek.engine.checks.finding import check_finding
from traek.engine.checks.skeleton import (
    Place,
    after_body,
    first_in_body,
    second_in_body,
    skeleton,
)
from traek.engine.zones import is_greeting
from traek.model import BlockKind, Finding, Genre, Side, Situation
from traek.reading import Reading

_LEAST_WORDS = 40
_CONTACT = frozenset(
    "ring ringe ringer telefon tlf tlf. telefonnummer telefonen mail e-mail digital skriv kontakt "
    "kontakte mobil telefontid træffes nummer".split()
)
_REASON = frozenset(
    "fordi da derfor nemlig skyldes skyldtes grund grunden begrundelse begrundelsen hvorfor "
    "formål formålet § ifølge eftersom årsagen".split()
)
_DEMAND = frozenset({("du", "skal"), ("skal", "du"), ("du", "bedes"), ("bedes", "du")}) | {
    (one, other)
    for pronoun in ("de", "i")
    for one, other in ((pronoun, "skal"), ("skal", pronoun), (pronoun, "bedes"))
}


@dataclass(frozen=True, slots=True)
class MissingPart:
    """A check that finds the absence of something in a whole letter.

    `situation` None is both; in the genres of `not_in` the part is not asked for. `place` is the
    number of the block before which the part would stand.
    """

    name: str
    title: str
    category: str
    side: Side
    message: str
    why: str
    advice: str
    place: Place
    present: Callable[[Reading], bool]
    situation: Situation | None = None
    not_in: frozenset[Genre] = frozenset()
    needs_grammar: bool = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding without a span where the part is missing, else nothing."""
        if self.situation not in {None, reading.situation} or reading.genre in self.not_in:
            return
        if _words(reading) < _LEAST_WORDS or self.present(reading):
            return
        found = check_finding(
            self.name,
            self.category,
            self.side,
            title=self.title,
            message=self.message,
            why=self.why,
            advice=self.advice,
        )
        part = self.name.removeprefix("tjek/mangler-").replace("-", "_")
        new = skeleton(part, reading, self.advice)
        yield replace(found, block=self.place(reading), suggestions=(new,))


def _words(reading: Reading) -> int:
    return sum(len(sentence.words) for block in reading.sentences for sentence in block)


def _lowers(reading: Reading) -> Iterator[str]:
    return (word for block in reading.sentences for sentence in block for word in sentence.lowers)


def _greets(reading: Reading) -> bool:
    return any(is_greeting(block.text) for block in reading.document.blocks[:12])


def _gives_contact(reading: Reading) -> bool:
    return not _CONTACT.isdisjoint(_lowers(reading)) or any("@" in w for w in _lowers(reading))


def _fills(side: Side) -> Callable[[Reading], bool]:
    return lambda reading: side in reading.filled


def _gives_reason(reading: Reading) -> bool:
    """Whether nothing is demanded, or some reason stands anywhere in the letter."""
    return _where_demanded(reading) is None or not _REASON.isdisjoint(_lowers(reading))


def _where_demanded(reading: Reading) -> int | None:
    """The first block that demands something of the reader."""
    return next(
        (
            sentence.block.number
            for block in reading.sentences
            for sentence in block
            if not _DEMAND.isdisjoint(zip(sentence.lowers, sentence.lowers[1:], strict=False))
        ),
        None,
    )


def _after_opening(reading: Reading) -> int | None:
    """After the opening, where something in the letter makes contact, else in its place."""
    opened = Side.KONTAKT in reading.filled
    return second_in_body(reading) if opened else first_in_body(reading)


def _says_why_it_comes(reading: Reading) -> bool:
    """Whether a heading, the side »kontakt« or the side »sag« shows early what it is about."""
    headed = any(block.kind is BlockKind.HEADING for block in reading.document.blocks[:8])
    return headed or Side.KONTAKT in reading.filled


MISSING: tuple[MissingPart, ...] = (
    MissingPart(
        name="tjek/mangler-hilsen",
        title="Brevet mangler en hilsen",
        category="E20",
        side=Side.KONTAKT,
        message="Uden en hilsen kan brevet virke, som om det handler om en sag og ikke om et menneske.",
        why="Åbningen sætter tonen for resten af brevet.",
        advice="Begynd med en hilsen og modtagerens navn.",
        place=first_in_body,
        present=_greets,
    ),
    MissingPart(
        name="tjek/mangler-formaal",
        title="Brevet siger ikke fra begyndelsen, hvad det handler om",
        category="E20",
        side=Side.KONTAKT,
        message="Læseren ved ikke, hvorfor brevet kommer, og det kan give uro.",
        why="Når formålet står først, ved læseren, hvad resten skal bruges til.",
        advice="Sig i første linje, hvorfor du skriver, og om læseren skal gøre noget.",
        place=first_in_body,
        present=_says_why_it_comes,
        situation=Situation.SKRIV_UD,
    ),
    MissingPart(
        name="tjek/mangler-spejling",
        title="Brevet viser ikke, at nogen har læst henvendelsen",
        category="E15",
        side=Side.FORSTÅ,
        message="Læseren kan tvivle på, at nogen har læst det, der blev skrevet.",
        why="At gengive læserens ærinde uden at vurdere det er den skriftlige måde at lytte på.",
        advice="Gengiv kort, hvad læseren har spurgt om eller fortalt.",
        place=_after_opening,
        present=_fills(Side.FORSTÅ),
        situation=Situation.SVAR,
        not_in=frozenset({Genre.KVITTERING, Genre.BEVILLING, Genre.AKTINDSIGT}),
    ),
    MissingPart(
        name="tjek/mangler-laeserens-side",
        title="Brevet giver ikke plads til læserens billede af sagen",
        category="E15",
        side=Side.FORSTÅ,
        message="Læseren kan få indtryk af, at alt er afgjort på forhånd.",
        why="Et spørgsmål eller en formodning om god vilje holder samtalen åben.",
        advice="Åbn for, at læseren kan se det anderledes eller vide noget, I ikke ved.",
        place=after_body,
        present=_fills(Side.FORSTÅ),
        situation=Situation.SKRIV_UD,
        not_in=frozenset({Genre.KVITTERING, Genre.BEVILLING, Genre.INDKALDELSE}),
    ),
    MissingPart(
        name="tjek/mangler-svar",
        title="Brevet mangler et tydeligt svar",
        category="E19",
        side=Side.SAG,
        message="Læseren kan være lige så meget i tvivl efter brevet som før.",
        why="Et klart svar er respektfuldt, også når det er et nej.",
        advice="Skriv svaret i én sætning, tidligt i brevet, og begrund det med almindelige ord.",
        place=second_in_body,
        present=_fills(Side.SAG),
        situation=Situation.SVAR,
        not_in=frozenset({Genre.KVITTERING}),
    ),
    MissingPart(
        name="tjek/mangler-grund",
        title="Brevet beder om noget uden at sige hvorfor",
        category="E10",
        side=Side.SAG,
        message="Et krav uden en grund kan lyde som en ordre.",
        why="Det er lettere at gøre noget, når man ved, hvad det skal bruges til.",
        advice="Skriv grunden lige ved siden af det, du beder om.",
        place=_where_demanded,
        present=_gives_reason,
        situation=Situation.SKRIV_UD,
    ),
    MissingPart(
        name="tjek/mangler-naeste-skridt",
        title="Brevet siger ikke, hvad der sker nu",
        category="E21",
        side=Side.VIDERE,
        message="Læseren ved ikke, hvad det næste skridt er, eller hvornår det kommer.",
        why="En dato og et næste skridt sætter en aftale i stedet for uvished.",
        advice="Skriv, hvem der gør hvad og hvornår.",
        place=after_body,
        present=_fills(Side.VIDERE),
    ),
    MissingPart(
        name="tjek/mangler-kontakt",
        title="Brevet siger ikke, hvor man kan henvende sig",
        category="E21",
        side=Side.VIDERE,
        message="Læseren kan komme til at stå alene med sine spørgsmål.",
        why="Et navn og et nummer gør det muligt at komme videre uden at klage.",
        advice="Skriv, hvem læseren kan kontakte, og hvordan.",
        place=after_body,
        present=_gives_contact,
    ),
)
