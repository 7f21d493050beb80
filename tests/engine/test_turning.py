"""Whole sentences turned: passive to active, main to subordinate order, one to two."""

from __future__ import annotations

import functools
import re
from collections import Counter
from pathlib import Path

import pytest

from traek.engine.grammar import Grammar
from traek.engine.rewriting.active import active
from traek.engine.rewriting.addition import added
from traek.engine.rewriting.cutting import body, text_of
from traek.engine.rewriting.division import divided, joined
from traek.engine.rewriting.order import fronted, main_clause, straight, subordinate_clause
from traek.engine.text import read_block
from traek.model import Block
from traek.reading import Sentence


@functools.cache
def grammar() -> Grammar:
    return Grammar.load()


def sentences(text: str) -> list[Sentence]:
    found = read_block(Block(text, 1))
    grammar().annotate([found])
    grammar().relate(found)
    return found


PASSIVES = [
    ("Ansøgningen er blevet afvist.", "vi", "vi har afvist ansøgningen"),
    (
        "Din ansøgning er ikke blevet afvist, fordi fristen er overskredet.",
        "vi",
        "vi har ikke afvist din ansøgning, fordi fristen er overskredet",
    ),
    ("Derfor er ansøgningen blevet afvist.", "vi", "Derfor har vi afvist ansøgningen"),
    ("I maj blev din sag oversendt til nævnet.", "vi", "I maj oversendte vi din sag til nævnet"),
    ("Sagen afvises.", "vi", "vi afviser sagen"),
    ("Den afvises ikke.", "vi", "vi afviser den ikke"),
    ("Bilagene skal indsendes inden fredag.", "du", "du skal indsende bilagene inden fredag"),
    (
        "Inden fredag skal bilagene indsendes til os.",
        "du",
        "Inden fredag skal du indsende bilagene til os",
    ),
    ("Der er truffet afgørelse i din sag.", "vi", "vi har truffet afgørelse i din sag"),
    ("Det kan oplyses, at sagen er sendt.", "vi", "vi kan oplyse, at sagen er sendt"),
    ("Du er blevet indkaldt til et møde.", "vi", "vi har indkaldt dig til et møde"),
    ("De vil blive kontaktet snarest.", "vi", "vi kontakter Dem snarest"),
    (
        "Vi kan oplyse, at din ansøgning ikke kan imødekommes.",
        "vi",
        "Vi kan oplyse, at vi ikke kan imødekomme din ansøgning",
    ),
    ("Klagen er den 3. maj blevet registreret.", "vi", "vi har registreret klagen den 3. maj"),
    (
        "Hvis ansøgningen ikke indsendes, lukker vi sagen.",
        "du",
        "Hvis du ikke indsender ansøgningen, lukker vi sagen",
    ),
    (
        "De bilag, som du har sendt, er blevet registreret.",
        "vi",
        "vi har registreret de bilag, som du har sendt",
    ),
    (
        "Den ydelse, du har modtaget, vil blive krævet tilbage.",
        "vi",
        "vi kræver den ydelse, du har modtaget, tilbage",
    ),
    ("Denne uge behandles sagen.", "vi", "Denne uge behandler vi sagen"),
    ("Der henvises til vores brev.", "kommunen", "kommunen henviser til vores brev"),
    ("Når sagen er afsluttet, ringer vi.", "vi", "Når vi har afsluttet sagen, ringer vi"),
    ("Sagen er blevet afgjort af nævnet.", "vi", None),
    ("Din henvendelse er modtaget og vil blive behandlet.", "vi", None),
    ("Vi har læst din klage.", "vi", None),
    (
        "Det vurderes på den baggrund, at du kan gå.",
        "[udfyld: hvem]",
        "[udfyld: hvem] vurderer på den baggrund, at du kan gå",
    ),
    ("Breve lægges på sagen uden at blive besvaret.", "vi", None),
    ("Klagen sendes til nævnet for at blive behandlet.", "vi", None),
    ("Den kan ikke behandles i sin nuværende form.", "vi", None),
    ("Afskrift af dommen udleveres ikke.", "vi", "vi udleverer ikke afskrift af dommen"),
    ("Den er tildelt gymnastikforeningen, som har børn på hold.", "vi", None),
    ("Jensen Byg er kontaktet.", "vi", "vi har kontaktet Jensen Byg"),
    ("Ændringen er begrundet i kvalitetsstandarden.", "vi", None),
    ("Nøglen fås hos Bjarne.", "vi", None),
    ("Der vil blive skredet til videre foranstaltninger.", "vi", None),
]


@pytest.mark.parametrize(("before", "subject", "after"), PASSIVES)
def test_a_passive_becomes_active_with_a_given_subject(
    before: str, subject: str, after: str | None
) -> None:
    (sentence,) = sentences(before)
    assert active(sentence, (0, 1), subject) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vi må meddele, at ansøgningen ikke kan gives.", "ansøgningen kan ikke gives"),
        ("Vi ser, at du endnu ikke har svaret.", "du har endnu ikke svaret"),
        ("Vi ser, at kommunens frist er udløbet.", "kommunens frist er udløbet"),
        (
            "Vi ser, at fristen er udløbet, og at der ikke er kommet svar.",
            "fristen er udløbet, og der er ikke kommet svar",
        ),
        ("Vi ser, at du bor her, at du er syg, og at du er flyttet.", None),
        ("Vi ser, at du er syg, men at hvis du flytter, skal du sige det.", None),
        ("Vi ser, at hvis du flytter, skal du sige det.", None),
        (
            "Jeg vil slå fast, at afdelingen den aften havde tre på vagt.",
            "afdelingen havde den aften tre på vagt",
        ),
        (
            "Jeg vil slå fast, at afdelingen netop i år har fået to nye.",
            "afdelingen har netop i år fået to nye",
        ),
        (
            "Vi ved, at den type fejl jævnligt opstår.",
            "den type fejl opstår jævnligt",
        ),
        ("Vi ved, at den slags forklaringer jævnligt forekommer.", None),  # tagged as a verb
        ("Vi ser, at der i din ejendom findes et vaskeri.", None),
        ("Vi ser, at der findes et vaskeri i huset.", "der findes et vaskeri i huset"),
        ("Vi ser, at rykkere ikke hjælper sagen og derfor ikke besvares.", None),
        ("Vi ser, at hækken i den forløbne sæson ikke er klippet.", None),
        ("Vi ser, at du ikke meldte dig til mødet.", "du meldte dig ikke til mødet"),
        ("Vi ser, at du aldrig har meldt dig til mødet.", "du har aldrig meldt dig til mødet"),
        (
            "Vi ved, at man som studerende selv afmelder sig.",
            "man afmelder sig som studerende selv",
        ),
    ],
)
def test_a_subordinate_clause_becomes_a_main_clause(before: str, after: str | None) -> None:
    (sentence,) = sentences(before)
    assert main_clause(sentence, sentence.lowers.index("at"), body(sentence)[1]) == after


@pytest.mark.parametrize(
    ("before", "subordinate", "subject_first"),
    [
        ("Du har ikke svaret på vores brev.", "du ikke har svaret på vores brev", None),
        ("I maj har du ikke svaret.", "du ikke har svaret i maj", "du har ikke svaret i maj"),
        (
            "Derfor kan kommunen ikke hjælpe dig.",
            "kommunen derfor ikke kan hjælpe dig",
            "kommunen kan derfor ikke hjælpe dig",
        ),
        ("Du meldte dig ikke til mødet.", "du ikke meldte dig til mødet", None),
        ("Din ansøgning mangler stadig bilag.", "din ansøgning stadig mangler bilag", None),
        (
            "Hvis du flytter, skal du sige det.",
            "du skal sige det, hvis du flytter",
            "du skal sige det, hvis du flytter",
        ),
    ],
)
def test_a_main_clause_is_put_behind_a_conjunction_or_made_straight(
    before: str, subordinate: str, subject_first: str | None
) -> None:
    (sentence,) = sentences(before)
    assert subordinate_clause(sentence, *body(sentence)) == subordinate
    assert straight(sentence) == subject_first


@pytest.mark.parametrize(
    ("before", "phrase", "after"),
    [
        (
            "Du skal svare senest den 3. maj.",
            "senest den 3. maj",
            "senest den 3. maj skal du svare",
        ),
        (
            "Vi kan ikke behandle sagen uden bilag.",
            "uden bilag",
            "uden bilag kan vi ikke behandle sagen",
        ),
    ],
)
def test_the_verb_is_second_behind_a_phrase_moved_to_the_front(
    before: str, phrase: str, after: str
) -> None:
    (sentence,) = sentences(before)
    start = sentence.words.index(phrase.split(maxsplit=1)[0])
    assert fronted(sentence, (start, start + len(phrase.split()))) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "Vi har modtaget din ansøgning, og den mangler bilag.",
            "Vi har modtaget din ansøgning. Den mangler bilag",
        ),
        (
            "Vi forstår din situation, men reglerne er klare.",
            "Vi forstår din situation. Reglerne er klare",
        ),
        ("Du skal sende bilag og kontoudtog.", None),
        ("Vi ved, at du flytter, og at du har travlt.", None),
        ("Vi har læst din klage og har sendt den videre.", None),
    ],
)
def test_a_sentence_is_cut_where_two_clauses_can_stand_alone(
    before: str, after: str | None
) -> None:
    (sentence,) = sentences(before)
    assert divided(sentence, 0) == after


def test_two_sentences_are_joined() -> None:
    first, second = sentences("Vi har læst din klage. Den er sendt videre.")
    assert joined(first, second) == "Vi har læst din klage, og den er sendt videre."


LETTERS = sorted((Path(__file__).parents[1] / "letters" / "a").rglob("*.txt"))[:20]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@functools.cache
def _letter_sentences() -> list[Sentence]:
    paragraphs = [
        line for letter in LETTERS for line in letter.read_text("utf-8").split("\n") if line.strip()
    ]
    found = [read_block(Block(text, 1)) for text in paragraphs]
    flat = [sentence for block in found for sentence in block]
    grammar().annotate(found)
    grammar().relate(flat)
    return flat


def test_a_sentence_put_in_another_order_keeps_every_word() -> None:
    turned = 0
    for sentence in _letter_sentences():
        start, end = body(sentence)
        before = _words(text_of(sentence, start, end))
        for after in (straight(sentence), subordinate_clause(sentence, start, end)):
            assert after is None or _words(after) == before
            turned += after is not None
    assert turned > len(LETTERS)


def test_a_divided_sentence_loses_its_conjunction_only() -> None:
    divisions = [(s, divided(s, 0)) for s in _letter_sentences()]
    done = [(sentence.text, after) for sentence, after in divisions if after]
    assert done
    for before, after in done:
        assert (_words(before) - _words(after)).total() == 1
        assert not _words(after) - _words(before)


def test_what_somebody_else_is_to_see_to_does_not_become_ours() -> None:
    (sentence,) = sentences("De har selv ansvaret for, at posten bliver læst.")
    assert active(sentence, (0, 1), "vi") is None
    (sentence,) = sentences("Det er kundens ansvar, at posten bliver læst.")
    assert active(sentence, (5, 6), "vi") is None
    assert active(sentence, (5, 6), "[udfyld: hvem]") is None


def test_an_active_sentence_keeps_all_but_the_verbs_and_the_pronoun() -> None:
    done = [(s, active(s, (0, 1), "vi")) for s in _letter_sentences()]
    assert sum(after is not None for _, after in done) > len(LETTERS)
    for sentence, after in done:
        if after is None:
            continue
        start, end = body(sentence)
        lost = _words(text_of(sentence, start, end)) - _words(after)
        helpers = lost.total() - sum(
            lost[word] for word in ("er", "var", "vil", "blive", "bliver", "blev", "blevet")
        )
        assert helpers <= 3, (sentence.text, after)


def with_reason(text: str) -> str | None:
    sentence = sentences(text)[0]
    at = sentence.lowers.index("flyttes")
    return added(sentence, at, at + 1, ", fordi [udfyld: grunden]")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Tiden kan ikke flyttes.", "Tiden kan ikke flyttes, fordi [udfyld: grunden]"),
        (
            "Tiden kan ikke flyttes i maj; ring gerne.",
            "Tiden kan ikke flyttes i maj, fordi [udfyld: grunden]; ring gerne",
        ),
        (
            "Tiden kan ikke flyttes, og vi ringer derfor.",
            "Tiden kan ikke flyttes, fordi [udfyld: grunden], og vi ringer derfor",
        ),
        (
            "Tiden kan ikke flyttes og vi ringer.",
            "Tiden kan ikke flyttes, fordi [udfyld: grunden] og vi ringer",
        ),
    ],
)
def test_more_stands_right_behind_the_clause_of_the_match(before: str, after: str) -> None:
    assert with_reason(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Tiden kan derfor ikke flyttes.",
        "Tiden kan ikke flyttes, for kalenderen er fuld.",
        "Da tiden ikke kan flyttes, ringer vi.",
        "At tiden ikke kan flyttes, er en fejl.",
        "Tiden kan ikke flyttes (se planen).",
    ],
)
def test_no_reason_is_added_where_one_stands_or_the_clause_has_no_clear_end(text: str) -> None:
    assert with_reason(text) is None
