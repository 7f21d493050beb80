"""A signature without a person: the letter ends in the name of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from traek.engine.address import speaks_to_a_reader
from traek.engine.checks.finding import check_finding
from traek.engine.zones import is_closing
from traek.model import Block, BlockKind, Certainty, Finding, Side, Span, Suggestion, SuggestionKind
from traek.reading import Reading

_UNIT = re.compile(
    r"(?:\bvej|afdeling|center|centr|styrelse|forvaltning|team|gruppe|vagt|service|enhed|kontor|"
    r"sekretariat|visitation|anvisning|hus|ambulatori|klinik|nævn|udvalg|ledelse|administration|"
    r"kommune|region|skole|støtte|trafik|pension|danmark|a-kasse|kasse|ydelse|opkrævning|inkasso|"
    r"parkering|forsyning|myndighed|bibliotek|hospital|sygehus|børnehave|vuggestue|institution|"
    r"direktorat|ministeri|bestyrelse|forening|selskab|kundeservice|borgerservice|teknik(?!er\b)|miljø|"
    r"plan|byg|skat|kontrol|økonomi|bolig|jobcent|personale|hjemmepleje|genoptræning|a/s|aps)"
    r"(?:er|en|et|ne|n|t|s|ens|ets)*\b",
    re.IGNORECASE,
)
_CAPITAL = r"[A-ZÆØÅ][a-zæøåéüöä'’.-][\w'’.-]*"
_FULL_NAME = re.compile(rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|[A-ZÆØÅ]\.?|von|de|og|&)){{1,6}}$")
_COLLEAGUES = re.compile(rf"{_CAPITAL} og {_CAPITAL} (?:på|fra|i|hos) ")
_SENDER = re.compile(rf"((?!(?:Alle|Vi|Os|Hilsen)\b){_CAPITAL}) (?:fra|hos) ")
"""»Bo fra Kundeservice«."""
_FIRST_NAME = re.compile(rf"{_CAPITAL}$")
_BARE = re.compile(r"[A-ZÆØÅ][^\n.!?:;]{2,40}(?:,[^\n.!?:;]{2,30})?")
_OFFICE = re.compile(
    r"(?:[A-ZÆØÅ][\w-]*(?:en|et|ne|n|ts)\b|[\w-]+ \d)(?:[ ,]+(?:for|og|i|på)? ?[\w-]+){0,3}"
)
"""A line such as »Kassereren« or »Opfølgning 3«, where a name would stand."""
_PARTS = re.compile(r",|\bved\b|\bv/")
_TEAM = re.compile(r"(?:team|afdeling|gruppe|kontor|enhed|kontrol|center) \d\b", re.IGNORECASE)
_ONE_WORD = re.compile(
    r"\w{2,}(?:ingen|tilsynet|plejen|kontrollen|reren|ledelsen|heden|tjenesten|teamet|ionen|eriet|vagten|"
    r"holdet|skolen|huset|fonden|nævnet|retten|styret|væsenet|værket|pladsen|gården|salget|driften)",
    re.IGNORECASE,
)
"""Endings that no first name has: »Tandplejen« signs, »Karen« is somebody."""
_LEAST_PARAGRAPHS = 2
_NAME = "[udfyld: navn], [udfyld: telefon]"
_FIRST, _LAST = "[udfyld: navn]", "telefon [udfyld: telefon]"
_ADVICE = "Skriv under med navn og telefonnummer."
_PHONE = re.compile(r"telefon|tlf|\d\d ?\d\d ?[\dx]{2}", re.IGNORECASE)
_NOT_A_NAME = re.compile(r"\d|@|www|telefon|tlf|[:;]|^p\.\s?v", re.IGNORECASE)


class SignedByUnit:
    """Finds a signature in which no line looks like a person's name.

    Where the unit's name stands elsewhere in the letter too, the finding quotes nothing: its quote
    alone could not be told from the other place.
    """

    name = "tjek/underskrift-uden-navn"
    category = "E21"
    needs_grammar = False

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """One finding at the unit's name, or nothing."""
        closed = list(_signature(reading))
        lines = closed or list(_ending(reading))
        if not lines or any(_is_person(*line, first=line == lines[0]) for line in lines):
            return
        for block, span in lines:
            text = block.text[slice(*span)]
            unit = _UNIT.search(text) or _OFFICE.fullmatch(text)
            if unit and (_TEAM.match(text) or not _NOT_A_NAME.search(text)):
                told = any(_PHONE.search(other.text[slice(*at)]) for other, at in lines)
                yield self._finding(reading, block, span, tail="" if told else f", {_LAST}")
                return

    def _finding(self, reading: Reading, block: Block, span: Span, *, tail: str) -> Finding:
        quote = block.text[slice(*span)]
        elsewhere = sum(other.text.count(quote) for other in reading.document.blocks) > 1
        name = Suggestion(_ADVICE, f"{_FIRST}\n{quote}{tail}")
        above = Suggestion(_ADVICE, _NAME, kind=SuggestionKind.ADD)
        alone = block.text.strip(" ,\t") == quote
        return check_finding(
            self.name,
            self.category,
            Side.VIDERE,
            title="Brevet er skrevet under af en enhed",
            message="Læseren kan ikke se, hvilket menneske der står bag brevet.",
            why="Et navn og et nummer gør det muligt at komme videre uden at klage.",
            advice=_ADVICE,
            block=block,
            span=None if elsewhere else span,
            certainty=Certainty.HØJ,
            rewrite=name if not elsewhere else above if alone else None,
        )


def _signature(reading: Reading) -> Iterator[tuple[Block, Span]]:
    """The lines after the closing words, each as a span of its block."""
    for place, block in enumerate(reading.document.blocks):
        if "underskrift" not in reading.zones[place]:
            continue
        start = 0
        for line in block.text.split("\n"):
            bare = line.strip(" ,\t")
            if bare and not is_closing(line):
                begin = start + line.index(bare)
                yield block, Span(begin, begin + len(bare))
            start += len(line) + 1


def _ending(reading: Reading) -> Iterator[tuple[Block, Span]]:
    """The last line of a letter that ends without closing words, where it is no sentence."""
    blocks = reading.document.blocks
    flat = (sentence for block in reading.sentences for sentence in block)
    if not blocks or not (reading.genre or speaks_to_a_reader(flat)):
        return
    block, text = blocks[-1], blocks[-1].text.strip(" ,\t\n")
    running = sum("brødtekst" in zones for zones in reading.zones)
    bare = _BARE.fullmatch(text) is not None and running > _LEAST_PARAGRAPHS
    if bare and block.kind is BlockKind.PARAGRAPH and "afslutning" in reading.zones[-1]:
        start = block.text.index(text)
        yield block, Span(start, start + len(text))


def _is_person(block: Block, span: Span, *, first: bool) -> bool:
    """Whether the line is a name or will hold one; a name alone only counts as the first line."""
    text = block.text[slice(*span)]
    if any(p.start < span.end and span.start < p.end for p in block.placeholders) or "[" in text:
        return True
    if any(_named(part) for part in _PARTS.split(text)[1:]):
        return True
    name = text.split(",")[0].strip()
    sender = _SENDER.match(name)
    if sender and not _UNIT.search(sender[1]) and not sender[1].endswith("et"):
        return True
    if _COLLEAGUES.match(name) and not _UNIT.search(name.split(" og ")[0]):
        return True
    if _NOT_A_NAME.search(name) or _UNIT.search(name) or _ONE_WORD.fullmatch(name):
        return False
    return bool(_FULL_NAME.match(name) or (first and _FIRST_NAME.match(name)))


def _named(part: str) -> bool:
    """Whether the words are a first name and a last name, as in »Udlejningen, Winnie Holm«."""
    name = part.strip(" .")
    return _FULL_NAME.match(name) is not None and not _UNIT.search(name)
