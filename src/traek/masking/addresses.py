"""Postal addresses in a text: street and number, floor and door, postcode and town."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from traek.dates import MONTHS
from traek.masking.shapes import AFTER, BEFORE, INITIAL, LETTER, SPACE, WORD

_MONTHS = "|".join(MONTHS)
_CLEAR = (
    "vej vejen gade gaden allé alléen alle alleen stræde strædet vænge vænget boulevard plads "
    "pladsen torv torvet park parken passage gyde gyden kaj voldgade"
)
_LESS_CLEAR = (
    "toft toften bakke bakken haven sti stien ager ageren lund lunden skov skoven engen høj højen "
    "kær kæret dalen gård gården kajen broen vang vangen kanten dammen skrænt skrænten brink "
    "brinken åsen holm holmen krog krogen rækken sving svinget marken"
)
_UNCLEAR = "have eng dal bro ring ringen kant led leddet dam eje række mark"
_ADJECTIVES = (
    r"gammel|gl\.?|ny|nye|store|st\.|lille|ll\.|nordre|ndr\.|søndre|sdr\.|øster|vester|nørre|"
    r"sønder|øvre|nedre|sankt|sct\.|skt\.|kongens|dronning|prins|kong|midt|syd|nord|øst|vest"
)
_NUMBER = (
    rf"\d{{1,3}}(?:[A-Za-z](?!\w)|{SPACE}[A-H](?![.\w])|{SPACE}[a-h](?=,))?{AFTER}(?!\.?{SPACE}(?:{_MONTHS})|[.,:]\d|/\d)"
    rf"(?:{SPACE}?[-–]{SPACE}?\d{{1,3}}[A-Z]?{AFTER})?"
)
_FLOOR = (
    rf",?{SPACE}(?:(?:st|kl|kld|\d{{1,2}}){AFTER}\.?(?:{SPACE}?sal\b)?[.,]{{0,2}}"
    rf"(?:{SPACE}?(?:tv|th|mf|t\.v|t\.h|dør{SPACE}\d+|-?\d{{1,3}}){AFTER}\.?|(?<=sal)|(?<=st\.)|(?<=kl\.))"
    rf"|(?:lejl|lejlighed|bolig|værelse|dør)\.?{SPACE}\d+{AFTER})"
)
_TOWN = (
    rf"(?:DK{SPACE}?-?{SPACE}?)?(?!20(?:0[1-9]|[1-9]\d)\b)\d{{4}}{SPACE}{WORD}"
    rf"(?:{SPACE}(?:[NØSVKCM]{AFTER}|NV{AFTER}|SV{AFTER}|NØ{AFTER}|SØ{AFTER}|i{SPACE}{WORD}|{WORD}))?"
)
_TAIL = rf"(?:{_FLOOR})?(?:\s*,?\s*{_TOWN})?"
_STREET = re.compile(
    rf"{BEFORE}(?:(?i:{_ADJECTIVES}){SPACE})?"
    rf"(?:(?=[A-ZÆØÅÉ]){LETTER}+?(?i:{'|'.join(_CLEAR.split())})"
    rf"|(?=[A-ZÆØÅÉ]){LETTER}+?(?:{'|'.join(_LESS_CLEAR.split())})"
    rf"|(?=[A-ZÆØÅÉ]){LETTER}{{3,}}?(?:{'|'.join(_UNCLEAR.split())})"
    rf"|(?:(?:{WORD}|{LETTER}{{1,3}}\.|(?:{INITIAL})+){SPACE}){{1,3}}(?i:{'|'.join(_CLEAR.split())}))"
    rf"{SPACE}(?:nr\.?{SPACE})?{_NUMBER}{_TAIL}"
)
_ANY_STREET = re.compile(
    rf"{BEFORE}(?:{WORD}\.?{SPACE}){{0,3}}(?P<last>{WORD}){SPACE}{_NUMBER}(?:{_FLOOR})?\s*,?\s*{_TOWN}"
)
_TOWN_LINE = re.compile(rf"^[^\S\n]*({_TOWN})[^\S\n]*$", re.MULTILINE)
_PO_BOX = re.compile(rf"{BEFORE}(?i:postboks|po box){SPACE}\d+(?:\s*,?\s*{_TOWN})?")
_NO_STREET = frozenset(
    "afsnit artikel bilag dato kapitel lokale marts maj nr paragraf punkt sag side stk tabel team uge version".split()
)


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where addresses stand; two may overlap."""
    for pattern in (_STREET, _PO_BOX):
        for found in pattern.finditer(text):
            yield found.span()
    for found in _ANY_STREET.finditer(text):
        if found["last"].lower() not in _NO_STREET:
            yield found.span()
    for found in _TOWN_LINE.finditer(text):
        yield found.span(1)


@lru_cache(maxsize=6_000)
def holds_address(line: str) -> bool:
    """Whether a line of a letterhead is an address, or a part of one."""
    return any(map(str.isdigit, line)) and any(True for _ in addresses(line))
