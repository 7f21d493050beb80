"""The forms of the Danish personal pronouns and their possessives."""

from __future__ import annotations

_ROWS = (
    ("jeg", "mig", "min", "mit", "mine"),
    ("du", "dig", "din", "dit", "dine"),
    ("De", "Dem", "Deres", "Deres", "Deres"),
    ("I", "jer", "jeres", "jeres", "jeres"),
    ("vi", "os", "vores", "vores", "vores"),
    ("han", "ham", "hans", "hans", "hans"),
    ("hun", "hende", "hendes", "hendes", "hendes"),
    ("de", "dem", "deres", "deres", "deres"),
    ("man", "en", "ens", "ens", "ens"),
)
_ROW = {form: row for row in reversed(_ROWS) for form in row} | {
    row[2].capitalize(): row for row in _ROWS if row[0].islower() and row[0] != "de"
}
_PLACES = {"grundled": 0, "genstand": 1, "ejer": 2}


def pronoun(word: str, wanted: str) -> str | None:
    """The pronoun, or possessive, as subject, object or owner; None where it is none."""
    row = _ROW.get(word) or _ROW.get(word.lower())
    return row[_PLACES[wanted]] if row else None
