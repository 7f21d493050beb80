"""The facts of a letter, and when one is told again in other words."""

from __future__ import annotations

import pytest

from traek.compare import FactKind, facts_in
from traek.compare.facts import not_in
from traek.model import Block, Document


def letter(text: str) -> Document:
    return Document("brev.txt", (Block(text, 1),))


def kinds(text: str) -> list[tuple[str, str]]:
    return [(str(fact.kind), fact.quote) for fact in facts_in(letter(text))]


@pytest.mark.parametrize(
    ("text", "kind", "quote"),
    [
        ("Vi ses den 3. marts 2026.", "dato", "3. marts 2026"),
        ("Vi ses 03.03.2026 hos os.", "dato", "03.03.2026"),
        ("Mødet er 2026-03-03 hos os.", "dato", "2026-03-03"),
        ("Vi ses kl. 10.15 hos os.", "klokkeslæt", "kl. 10.15"),
        ("Ring kl. 9-15 på hverdage.", "klokkeslæt", "kl. 9-15"),
        ("Ring mellem kl. 9 og 12.30 her.", "klokkeslæt", "mellem kl. 9 og 12.30"),
        ("Det følger af § 86 i loven.", "lovhenvisning", "§ 86"),
        ("Svar inden en uge.", "frist eller tidsrum", "inden en uge"),
        ("Du får 1.250,50 kr. tilbage.", "beløb", "1.250,50 kr"),
        ("Det koster kr. 300 om året.", "beløb", "kr. 300"),
        ("Det følger af § 83, stk. 2, i loven.", "lovhenvisning", "§ 83, stk. 2"),
        ("Det følger af § 11 b i loven.", "lovhenvisning", "§ 11 b"),
        ("Svar inden 14 dage.", "frist eller tidsrum", "14 dage"),
        ("Svar inden fire uger.", "frist eller tidsrum", "fire uger"),
        ("Du kan klage over det.", "klagevejledning", "kan du klage"),
        ("Skriv til Ankestyrelsen.", "klagevejledning", "Ankestyrelsen"),
        ("Du må tage en bisidder med.", "rettighed", "bisidder"),
        ("Du kan få aktindsigt.", "rettighed", "aktindsigt"),
        ("Ring på 12 34 56 78.", "kontakt", "12 34 56 78"),
        ("Skriv til hjaelp@by.dk, tak.", "kontakt", "hjaelp@by.dk"),
        ("Se mere på www.by.dk/friplads.", "kontakt", "www.by.dk/friplads"),
        ("Sagsnr. 26-00388 hos os", "sagsnummer", "Sagsnr. 26-00388"),
    ],
)
def test_a_fact_is_seen(text: str, kind: str, quote: str) -> None:
    text = text if quote in text else text.replace("Du kan klage", "Nu kan du klage")
    assert (kind, quote) in kinds(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("den 3. marts", "den 3. marts 2026"),
        ("den 3. marts 2026", "den 03.03.2026"),
        ("3. marts 2026 kl. 9", "3/3-26, klokken 9.00"),
        ("kl. 9", "kl. 9-15"),
        ("mellem kl. 9 og 15", "kl. 9.00 til 15"),
        ("inden én uge", "om 1 uge"),
        ("inden to uger", "inden 14 dage"),
        ("1.250 kr.", "kr. 1.250,00"),
        ("1250 kroner", "1.250 kr."),
        ("efter § 83", "se § 83, stk. 1"),
        ("inden fire uger", "i 4 uger"),
        ("tlf. 12345678", "telefon +45 12 34 56 78"),
        ("du kan klage", "vil klage, så kan du også klage"),
    ],
)
def test_a_fact_told_in_another_way_is_not_lost(one: str, other: str) -> None:
    assert not_in(facts_in(letter(other)), facts_in(letter(one))) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("den 3. marts 2026 ses vi", "den 3. marts 2025 ses vi"),
        ("§ 83, stk. 2", "§ 83"),
        ("kl. 9-15", "kl. 9-12"),
        ("kl. 9-15", "kl. 9"),
        ("1.250 kr.", "1.350 kr."),
        ("inden 14 dage", "inden 14 hverdage"),
    ],
)
def test_another_fact_does_not_stand_for_it(one: str, other: str) -> None:
    assert not_in(facts_in(letter(other)), facts_in(letter(one)))


def test_the_date_of_the_letter_itself_is_no_fact_to_keep() -> None:
    assert kinds("Birkelev, den 3. marts 2026") == []
    assert kinds("Dato: 03.03.2026") == []
    assert kinds("3. marts 2026\nKære Lise") == []
    assert kinds("Vi mødes den 3. marts 2026") != []


def test_a_cpr_number_is_no_telephone_number() -> None:
    assert all(kind is not FactKind.CONTACT for kind, _ in kinds("Cpr-nr. 010203-1234"))


@pytest.mark.parametrize("text", ["En dag ringer vi.", "Det var en time med leg.", "Side 9-15"])
def test_ordinary_words_are_no_facts(text: str) -> None:
    assert kinds(text) == []
