"""The names of persons that a letter gives away: greeting, signature, letterhead and titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from traek.masking.addresses import holds_address
from traek.masking.lists import (
    FIRST_NAMES,
    NOT_ALONE,
    STREET_WORDS,
    SURNAMES,
    names_a_body,
    names_a_role,
)
from traek.masking.numbers import cpr_numbers
from traek.masking.shapes import AFTER, BEFORE, INITIAL, LETTER, PERSON, SPACE, WORD, words_of

_HONORIFICS = r"(?:(?i:hr|fru|frk|frøken|herr|herre|dr|prof)\.?)"
_TITLES = (
    "sagsbehandler rådgiver socialrådgiver familierådgiver virksomhedskonsulent konsulent jobkonsulent "
    "kollega leder afdelingsleder teamleder chef kontorchef direktør læge overlæge sygeplejerske "
    "psykolog lærer klasselærer pædagog skoleleder jordemoder fuldmægtig advokat dommer borgmester "
    "kontaktperson støtteperson værge partsrepræsentant bisidder ejer lejer beboer borger patient elev "
    "sekretær inspektør formand søn datter barn børn mor far moder fader mand kone hustru ægtefælle samlever kæreste bror søster "
    "mormor farmor morfar farfar nabo plejefar plejemor afdøde"
)
_TITLE = "|".join(f"{title}(?:en|n|e|ne)?" for title in _TITLES.split())
_LABELS = (
    r"navn|(?:barnets|elevens|patientens|borgerens|ansøgerens|fulde)\s+navn|sagsbehandler|kontakt(?:person)?|"
    r"att|attention|modtager|afsender|ansøger|borger|barn|forælder|patient|elev|lejer|ejer|klager|"
    r"vedr|vedrørende|angående|ang|(?:deres|din|vores|min)\s+ref|ref|skrevet\s+af|underskrevet\s+af|"
    r"behandlet\s+af|udfyldt\s+af|fra|cc|kopi\s+til|kopi|indstillet\s+af|referent|dirigent"
)

_GREETING = re.compile(
    rf"^\W{{0,3}}(?i:kære|hej|hejsa|goddag|godmorgen|til|dear)\b{SPACE}(?P<who>.+)$", re.MULTILINE
)
_WHOLE = re.compile(rf"(?:{_HONORIFICS}{SPACE})?({PERSON})")
_AND = re.compile(rf"{SPACE}(?:og|&|and){SPACE}|,{SPACE}")
_LABELLED = re.compile(
    rf"(?:^|\t|{SPACE}{SPACE}|[,(]{SPACE}?)(?i:{_LABELS})\.?{SPACE}?:{SPACE}?(?P<who>.+)$",
    re.MULTILINE,
)
_CARE = re.compile(
    rf"(?:{BEFORE}(?i:c/o|v/|att\.:?|ved:){SPACE}?)(?:{_HONORIFICS}{SPACE})?({PERSON})"
)
_HONOURED = re.compile(rf"{BEFORE}{_HONORIFICS}{SPACE}({PERSON})")
_TITLED = re.compile(rf"{BEFORE}(?i:{_TITLE}){SPACE}({PERSON})")
_CLOSING = re.compile(
    r"^\W{0,3}(?:(?:med\s+)?(?:venlig|kærlig|bedste|mange|hjertelig|varm|god|de\s+bedste|de\s+venligste|"
    r"venligste)\w*\s+hils\w+|hilsen|hilsner|mvh|vh|kh|dbh|m\.v\.h|d\.b\.h|v\.h|på\s+\w+\s+vegne|p\.\s?v|"
    r"underskrift|underskrevet)\b\.?(?:\s+(?:fra|på\s+vegne\s+af))?[\s,:–-]*(?P<who>.*)$",
    re.IGNORECASE,
)
_DELIVERY = re.compile(
    r"(?:sendes?t?\s+(?:til|med|via)\b.*|digital\s+post|e-?boks|via\s+.*|\w+n(?:umme)?r\.?\s?:?\s.*\d.*)$",
    re.IGNORECASE,
)
_SEPARATORS = re.compile(r"\t+|\s{3,}|\s*[,/|(]\s*|\s+og\s+|\s+–\s+|\s+-\s+")
_CAPITALS = re.compile(
    rf"{BEFORE}{WORD}(?:{SPACE}(?:(?:{INITIAL}|af|de|von|van|al|el){SPACE})*{WORD})+"
)
_LONE = re.compile(rf"(?<=[^\W\d_]|[,:;]) ({WORD}){AFTER}(?!{SPACE}{WORD})")
_SIGNATURE_LINES, _LETTERHEAD_LINES, _LONGEST_LINE, _MOST_WORDS = 5, 15, 70, 6


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The names that a letter's texts, in reading order, give away as a person's."""
    lines = [line.strip() for text in texts for line in text.splitlines() if line.strip()]
    found: set[str] = set()
    for line in lines:
        found.update(_told(line))
    found.update(_signed(lines))
    found.update(_addressed(lines))
    for line in lines:
        found.update(_completed(line, {words_of(name)[0] for name in found if words_of(name)}))
    return frozenset(found)


@lru_cache(maxsize=4096)
def _told(line: str) -> tuple[str, ...]:
    """Names in one line, given away by the words around them."""
    return tuple(_told_in(line))


def _told_in(line: str) -> Iterator[str]:
    greeting = _GREETING.match(line)
    if greeting is not None and _is_greeting(line):
        yield from _listed(greeting["who"])
    for pattern in (_LABELLED, _CARE, _HONOURED, _TITLED):
        for found in pattern.finditer(line):
            who = found[1]
            if pattern is _LABELLED:
                yield from _listed(who)
            else:
                yield from _person(_without_genitive(who, line[found.end() :]))
    for found in _CAPITALS.finditer(line):
        yield from _well_known(found[0], line[found.end() :])
    for found in _LONE.finditer(line):
        name = found[1] if found[1] in FIRST_NAMES else found[1].removesuffix("s")
        if name in FIRST_NAMES - NOT_ALONE:
            yield name


def _is_greeting(line: str) -> bool:
    """»Til« greets only where it has a short line to itself, with nothing but names after it."""
    if not re.match(r"\W{0,3}til\b", line, re.IGNORECASE):
        return True
    return (
        len(line) < _LONGEST_LINE
        and re.fullmatch(
            rf"\W{{0,3}}\w+{SPACE}(?:{_HONORIFICS}{SPACE})?{PERSON}(?:(?:{SPACE}og{SPACE}|,{SPACE}){PERSON})*[,:]?",
            line,
        )
        is not None
    )


def _listed(who: str) -> Iterator[str]:
    """Names at the start of `who`, with »og« or commas between them."""
    for part in _AND.split(who.strip()):
        found = _WHOLE.match(part)
        if found is None:
            return
        rest = part[found.end() :]
        yield from _person(_without_genitive(found[1], rest))
        if rest.strip():
            return


def _person(name: str) -> Iterator[str]:
    """`name`, where it is neither an authority nor a title."""
    words = words_of(name)
    if not words or len(words) > _MOST_WORDS or names_a_body(words) or names_a_role(words):
        return
    yield name


def _signed(lines: list[str]) -> Iterator[str]:
    """The names under »Venlig hilsen«."""
    for at, line in enumerate(lines):
        closing = _CLOSING.match(line)
        if closing is None or len(line) > _LONGEST_LINE:
            continue
        first = True
        for below in [closing["who"], *lines[at + 1 : at + 1 + _SIGNATURE_LINES]]:
            if not below:
                continue
            names = list(_signatures(below, first=first))
            first = first and not names and names_a_body(words_of(below))
            yield from names


def _signatures(line: str, *, first: bool) -> Iterator[str]:
    """Names in a line of a signature; below the first line only what is clearly a person's."""
    for part in _SEPARATORS.split(line):
        whole = re.fullmatch(rf"(?:{_HONORIFICS}{SPACE})?({PERSON})\.?", part.strip())
        if whole is None:
            continue
        if first or _is_well_known(words_of(whole[1])) or re.match(INITIAL + SPACE, whole[1]):
            yield from _person(whole[1])


def _addressed(lines: list[str]) -> Iterator[str]:
    """Names that stand right above an address at the head of a letter."""
    head = lines[:_LETTERHEAD_LINES]
    for at, line in enumerate(head):
        if not at or not (holds_address(line) or _DELIVERY.match(line) or any(cpr_numbers(line))):
            continue
        for above in reversed(head[:at]):
            whole = re.fullmatch(
                rf"(?:(?i:til|kære|hej|goddag|att\.?:?){SPACE})?(?:{_HONORIFICS}{SPACE})?({PERSON})",
                above,
            )
            if whole is None or len(words_of(whole[1])) == 1:
                break
            yield from _person(whole[1])


def _well_known(capitals: str, rest: str) -> Iterator[str]:
    """The person in a run of words with capitals, known by a common first name or surname."""
    words = words_of(capitals)
    if not _is_well_known(words) or words[-1].lower() in STREET_WORDS:
        return
    first = next((word for word in words[:-1] if word in FIRST_NAMES), words[-2])
    yield from _person(_without_genitive(capitals[capitals.index(first) :], rest))


def _without_genitive(name: str, rest: str) -> str:
    """`name` without the s that ties it to the word after it: »Lise Holms sag«."""
    last = words_of(name)[-1:]
    tied = re.match(rf"{SPACE}{LETTER}", rest) and not re.match(
        rf"{SPACE}(?:og|eller|i|på|fra)\b", rest
    )
    if tied and name.endswith("s") and not {*last} & (FIRST_NAMES | SURNAMES):
        return name[:-1]
    return name


def _completed(line: str, firsts: Collection[str]) -> Iterator[str]:
    """Known first names with the surname that they have in this line."""
    for found in _CAPITALS.finditer(line):
        words = words_of(found[0])
        if words and words[0] in firsts:
            yield from _person(_without_genitive(found[0], line[found.end() :]))


def _is_well_known(words: list[str]) -> bool:
    """Whether two words or more hold a common first name before another, or a common surname last."""
    if len(words) <= 1:
        return False
    bare = words[-1].removesuffix("s")
    return any(word in FIRST_NAMES for word in words[:-1]) or bool({words[-1], bare} & SURNAMES)
