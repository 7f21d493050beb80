"""What the sheets say in Danish, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.compare.wording import (
    BROUGHT,
    GIVEN_UP,
    SOLVED,
    UNLIKE,
    WON,
    is_unlike,
    number_of,
    shown,
)
from traek.compare.wording import (
    notes as notes_of,
)
from traek.model import Situation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.homework.feedback import Feedback
    from traek.homework.focus import Followed
    from traek.homework.group import GroupSheet, Shared
    from traek.homework.places import Place
    from traek.model import Finding

TITLE = "Sparring på teksten"
INTRO = (
    "Et oplæg til samtalen. Arket handler om ordene i brevet, og du ved selv bedst, hvad du ville."
)
WORKS = "Det virker allerede"
WORKS_NONE = (
    "Reglerne finder ikke noget træk i det her udkast. De ser langt fra alt: Vælg selv et sted, du er "
    "glad for, og begynd samtalen der."
)
WORKS_QUESTION = "At tale om: "
SQUARE = "Firkanten"
SQUARE_HELP = (
    "En hel streg betyder, at siden er fyldt; nogle få ord er nok. ▽ er træk, som "
    "trapper ned, og ▲ er tryk, som kan trappe op."
)
SINCE = "Siden det første udkast"
PLACES = "Steder at tale om"
PLACES_FEW = (
    "Reglerne finder ikke noget tryk her. Vælg gerne selv et sted, du har været i tvivl om."
)
KEEP = "Lovpligtigt – behold: "
FOCUS = "Det, du øver"
FOCUS_PLAN = "De næste uger"
WHOLE = "Hele teksten"
REWRITES = "Råd og forslag"
REWRITES_HELP = (
    "Forslag og ikke facit. Kun du kender sagen, så se hver sætning efter, og skriv selv det, der "
    "mangler i [udfyld: …]."
)
OWN = "Dit bud:"
TRY = "Prøv selv"
TRY_HELP = "Skriv sætningen, som du gerne ville sige den, hvis læseren sad over for dig."
MASKED = "Navne og numre er erstattet af ord i [kantede parenteser]."

GROUP_TITLE = "Fælles mønstre"
GROUP_INTRO = (
    "Et oplæg til hele gruppen. Arket tæller breve og ikke mennesker, og kun det, som mindst to "
    "deltagere har i deres breve, er med."
)
GROUP_WORKS = "Det virker i flere breve"
GROUP_RECURS = "Det går igen"
GROUP_NONE = "Brevene er så forskellige, at reglerne ikke finder noget fælles."
GROUP_SIDES = "Sider, der er fyldt"
EXERCISES = "Øvelser"
EXERCISES_HELP = (
    "Sætningerne kommer fra breve som jeres. Navne, datoer, beløb og numre er taget ud, og "
    "rækkefølgen fortæller ikke, hvor de kommer fra."
)
KEY = "Svarnøgle"
KEY_HELP = "Et bud på hver sætning. Der findes mange gode svar, og gruppen kender læserne bedst."

_SITUATIONS = {
    Situation.SVAR: "svar på en henvendelse",
    Situation.SKRIV_UD: "I skriver på eget initiativ",
}
_MOST_SHOWN = 3


def below_title(sheet: Feedback) -> str:
    """Whose sheet it is, of which letter, and how many drafts it knows."""
    number = len(sheet.reports)
    parts = [sheet.series.participant]
    if sheet.series.letter:
        parts.append(sheet.series.letter)
    parts += [f"{number_of(number)} udkast", _SITUATIONS[sheet.last.situation]]
    if sheet.last.genre is not None:
        parts.append(str(sheet.last.genre))
    return " · ".join(parts)


def place_name(place: Place) -> str:
    """What a place is called: the finding's title, or the side that nothing fills."""
    if place.finding is None:
        return f"Siden »{place.side.capitalize()}«"
    return place.finding.title


def kept(place: Place) -> str:
    """What in a place's sentence has to stay, or nothing."""
    return f"{KEEP}{', '.join(f'»{quote}«' for quote in place.keep)}" if place.keep else ""


def found_tryk(sheet: Feedback) -> bool:
    """Whether any of the places is about tryk."""
    return any(place.finding is not None for place in sheet.places)


def since(sheet: Feedback) -> list[tuple[str, str]]:
    """What happened since the first draft: a label and a line each, what was won first."""
    comparison = sheet.comparison
    if comparison is None:
        return []
    tryk, træk = comparison.escalates, comparison.deescalates
    told = [
        (WON, _few(træk.new)),
        (SOLVED, _few(tryk.gone)),
        (BROUGHT, _few(tryk.new)),
        (GIVEN_UP, _few(træk.gone)),
    ]
    told += [
        (note.title, f"{'; '.join(note.lines)}. {note.why}" if note.why else ", ".join(note.lines))
        for note in notes_of(comparison)
    ]
    rows = [(label, text) for label, text in told if text]
    return rows or [("Ingen forskel", "Reglerne ser det samme i det første og det seneste udkast.")]


def progress(point: Followed) -> str:
    """How a focus point goes: »træk 0 → 2, tryk 5 → 1«."""
    træk = " → ".join(str(number) for number in point.deescalates)
    tryk = " → ".join(str(number) for number in point.escalates)
    return f"træk {træk}, tryk {tryk}"


def in_letters(shared: Shared, sheet: GroupSheet) -> str:
    """In how many of the letters: »i fire af seks breve«."""
    return f"i {number_of(shared.letters)} af {number_of(sheet.letters)} breve"


def notes(sheet: Feedback, *, names: bool) -> list[str]:
    """Small print: what was masked, what gave the order, and what the files said."""
    told = [] if names else [MASKED]
    if sheet.series.by_time:
        told.append("Udkastene er ordnet efter filernes tid, fordi navnene ikke har numre.")
    if sheet.comparison is not None and is_unlike(sheet.comparison):
        told.append(UNLIKE)
    return told + [f"Bemærk: {warning}" for warning in sheet.last.document.warnings]


def _few(findings: Iterable[Finding]) -> str:
    """How many, and the first of them quoted."""
    found = list(findings)
    if not found:
        return ""
    quotes = list(dict.fromkeys(shown(finding) for finding in found))
    more = len(quotes) - _MOST_SHOWN
    text = ", ".join(quotes[:_MOST_SHOWN]) + (f" og {number_of(more)} til" if more > 0 else "")
    return f"{len(found)} ({text})"
