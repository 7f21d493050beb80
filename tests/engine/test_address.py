"""A text that is written to »du«, in the letter's form of address."""

from __future__ import annotations

import pytest

from traek.engine.address import turned


@pytest.mark.parametrize(
    ("text", "polite", "several"),
    [
        ("Vi hjælper dig gerne.", "Vi hjælper Dem gerne.", "Vi hjælper jer gerne."),
        ("Din sag er her.", "Deres sag er her.", "Jeres sag er her."),
        (
            "Har du spørgsmål, er du velkommen til at ringe.",
            "Har De spørgsmål, er De velkommen til at ringe.",
            "Har I spørgsmål, er I velkomne til at ringe.",
        ),
        ("Er du uenig, så skriv.", "Er De uenig, så skriv.", "Er I uenige, så skriv."),
        ("Du er også interesseret.", "De er også interesseret.", "I er også interesserede."),
        ("Du er flyttet.", "De er flyttet.", "I er flyttet."),
    ],
)
def test_what_is_said_of_the_reader_agrees(text: str, polite: str, several: str) -> None:
    assert (turned(text, "du"), turned(text, "De"), turned(text, "I")) == (text, polite, several)
