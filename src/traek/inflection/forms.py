"""The names of the forms that a Danish word can be put in."""

from __future__ import annotations

VERB_FORMS = (
    "infinitiv",
    "præsens",
    "datid",
    "participium",
    "bydeform",
    "førnutid",
    "førdatid",
    "passiv",
    "aktiv",
)
NOUN_FORMS = ("ubestemt", "bestemt", "ental", "flertal", "ejefald")
ADJECTIVE_FORMS = ("grundform", "t-form", "e-form", "komparativ", "superlativ")
PRONOUN_FORMS = ("grundled", "genstand", "ejer")

FORMS = frozenset({*VERB_FORMS, *NOUN_FORMS, *ADJECTIVE_FORMS, *PRONOUN_FORMS})
"""All of them."""

AGREEING: dict[str, tuple[str, str, str]] = {
    "en": ("en", "et", ""),
    "den": ("den", "det", "de"),
    "denne": ("denne", "dette", "disse"),
    "din": ("din", "dit", "dine"),
    "min": ("min", "mit", "mine"),
    "sin": ("sin", "sit", "sine"),
    "ingen": ("ingen", "intet", "ingen"),
    "vores": ("vores", "vores", "vores"),
}
"""Words that agree with a noun: before a common, a neuter and a plural one."""


def agreeing(name: str) -> bool:
    """Whether the name asks for a word that agrees with the noun, not for the noun."""
    return name in AGREEING
