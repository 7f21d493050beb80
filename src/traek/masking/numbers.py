"""CPR numbers, phone numbers, e-mail addresses and case numbers in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GAP = r"[^\S\n]?"
_DASH = r"[-‐‑–—\u00ad]"
_CPR = re.compile(
    rf"(?<![\d./-])(\d\d){_GAP}(\d\d){_GAP}(\d\d)(?:{_GAP}{_DASH}?{_GAP})(?:\d{{4}}|[xX*]{{4}})(?![\d]|[.,]\d)"
)
_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PHONE = re.compile(
    r"""
    (?<![\w.,/§-])
    (?: (?:\(?(?:\+|00)45\)?[\s.-]?)? (?:[1-9]\d(?:[^\S\n.]?[ .\u00a0-]\d\d){3} | [1-9]\d{3}[^\S\n]\d{4}
        | [2-9]\d\d[^\S\n]\d\d[^\S\n]\d{3} | [2-9]\d\d[^\S\n]\d{3}[^\S\n]\d\d )
      | \(?(?:\+|00)45\)?[\s.-]?\d{8}
      | [2-9]\d{7}
      | \+(?!45)[1-9]\d{0,2}(?:[\s.()-]{0,2}\d){6,12}
    )
    (?!\w|[.,-]\d|[^\S\n]\d|[^\S\n]?(?:kr\b|kroner|%|pct|m[²³]))
    """,
    re.VERBOSE,
)
_NO_PHONE = re.compile(
    r"(?:cvr|ean|p-?n(?:umme)?r|se-?nr|j(?:ournal)?\.?\s?-?n(?:umme)?r|sags?-?n(?:umme)?r|sag|"
    r"dok(?:ument)?\.?-?n(?:umme)?r|konto|reg\.?|faktura\w*|matrikel\w*|bbr|løbenr|kunden\w*|målern\w*)"
    r"[\w.-]*\s*:?\s*(?:nr\.?|nummer)?\s*:?\s*$",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"""
    (?:\b(?:sags?|journal|dokument|dok|kunde|borger|patient|medlems|ydelses|vores\ ref|deres\ ref|ref|j)
       \.?[\s-]?(?:nr|nummer|id|ref)?\b\.?\s*:?\s*)
    (?P<number>(?=[\w./-]*\d)(?:[\w]+[./-])*\w*\d[\w]*(?:[./-]\w+)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LEAST_CASE = 4
_LAST_MONTH, _LAST_DAY, _EXTRA = 12, 31, 60


def cpr_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where CPR numbers stand: ten digits, or six and four covered ones, that begin with a date."""
    for found in _CPR.finditer(text):
        day, month = int(found[1]), int(found[2])
        if day > _EXTRA:  # a replacement number has 60 added to its day
            day -= _EXTRA
        if (
            1 <= day <= _LAST_DAY
            and 1 <= month <= _LAST_MONTH
            and not _is_unit(text, found.start())
        ):
            yield found.span()


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where phone numbers stand, Danish ones in any grouping and foreign ones with a plus."""
    for found in _PHONE.finditer(text):
        told_otherwise = _NO_PHONE.search(text, max(0, found.start() - 30), found.start())
        if told_otherwise is None and not _is_date(found[0]):
            yield found.span()


def e_mail_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where e-mail addresses stand."""
    for found in _EMAIL.finditer(text):
        yield found.span()


def case_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Where case, journal and customer numbers stand after a word that says so."""
    for found in _CASE.finditer(text):
        if sum(sign.isdigit() for sign in found["number"]) >= _LEAST_CASE:
            yield found.span("number")


def _is_unit(text: str, start: int) -> bool:
    """Whether the ten digits are the number of a place of work."""
    return (
        re.search(r"\bp-?n(?:umme)?r\.?\s*:?\s*$", text[max(0, start - 14) : start], re.IGNORECASE)
        is not None
    )


def _is_date(number: str) -> bool:
    """Whether a number is a day written from the year on, or two years with a space between."""
    day = r"20[0-3]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    years = r"(?:19|20)\d\d\s(?:19|20)\d\d"
    return re.fullmatch(rf"{day}|{years}", number) is not None
