"""What rules read of a text, and the way back."""

import time
import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from traek.engine.normalise import normalise

ODD = "aåsÅe\u030a\u0301\u00ad\u200b\ufeff\u00a0\u2009\u2011\u2013’”»« .\n"
LETTER = (
    "Vi har den 3. maj 2024 modtaget din ansøgning om boligstøtte. Ansøgningen er behandlet af "
    "Udbetaling Danmark efter reglerne i lov om individuel boligstøtte, jf. § 8, stk. 2. "
) * 4


def test_plain_danish_is_returned_as_it_stands() -> None:
    assert normalise(LETTER).text is LETTER
    assert normalise(LETTER).offsets is None


def test_spaces_hyphens_and_quotes_are_replaced_one_for_one() -> None:
    normalised = normalise("§\u00a012,\u2009stk. 2 – e\u2011mail: ”Ja”, »nej« og EU’s")
    assert normalised.text == '§ 12, stk. 2 - e-mail: "Ja", "nej" og EU\'s'
    assert normalised.offsets is None


def test_soft_hyphens_are_left_out_and_the_way_back_is_kept() -> None:
    text = "den sags\u00adbehandlings\u00adtid, du"
    normalised = normalise(text)
    assert normalised.text == "den sagsbehandlingstid, du"
    start = normalised.text.index("sags")
    end = start + len("sagsbehandlingstid")
    original = text[normalised.original(start) : normalised.original_end(end)]
    assert original == "sags\u00adbehandlings\u00adtid"


def test_letters_in_two_parts_become_one() -> None:
    text = unicodedata.normalize("NFD", "en å bag åen")
    normalised = normalise(text)
    assert normalised.text == "en å bag åen"
    assert text[normalised.original(3) : normalised.original_end(4)] == "a\u030a"


def test_a_byte_order_mark_is_not_part_of_the_first_word() -> None:
    normalised = normalise("\ufeffKære")
    assert normalised.text == "Kære"
    assert normalised.original(0) == 1


def test_merge_fields_keep_their_marks_but_danish_quotations_do_not() -> None:
    assert normalise("Kære «Fornavn»").text == "Kære «Fornavn»"
    assert normalise("»Ring nu« og »skriv«").text == '"Ring nu" og "skriv"'


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=ODD, max_size=24) | st.text(max_size=12), st.data())
def test_every_range_leads_back_to_an_original_that_normalises_to_it(
    text: str, data: st.DataObject
) -> None:
    if "«" in text:
        text = text.replace("«", "")
    normalised = normalise(text)
    assume(normalised.text)
    start = data.draw(st.integers(0, len(normalised.text) - 1))
    end = data.draw(st.integers(start + 1, len(normalised.text)))
    original = text[normalised.original(start) : normalised.original_end(end)]
    back = normalise(original).text
    # A letter that NFC takes apart in several cannot be cut in two.
    assert normalised.text[start:end] in back
    assert len(back) - (end - start) <= 3


@given(st.text(alphabet=ODD, max_size=30))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


def test_plain_text_costs_next_to_nothing() -> None:
    rounds = 2000
    best = min(_seconds(rounds) for _ in range(5)) / rounds
    assert best < 20e-6


def _seconds(rounds: int) -> float:
    paragraph = LETTER[:650]
    start = time.perf_counter()
    for _ in range(rounds):
        normalise(paragraph)
    return time.perf_counter() - start
