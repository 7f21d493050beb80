"""Danish words in another form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.inflection import FORMS, agreement, auxiliary, gender, inflected

VERBS = """
se ser så set se ses
give giver gav givet giv gives
tage tager tog taget tag tages
få får fik fået få fås
gå går gik gået gå -
stå står stod stået stå -
gøre gør gjorde gjort gør gøres
vide ved vidste vidst - vides
skulle skal skulle skullet - -
kunne kan kunne kunnet - -
have har havde haft hav -
være er var været vær -
afskrive afskriver afskrev afskrevet afskriv afskrives
forelægge forelægger forelagde forelagt forelæg forelægges
tilbyde tilbyder tilbød tilbudt tilbyd tilbydes
undlade undlader undlod undladt undlad undlades
bestride bestrider bestred bestridt bestrid bestrides
indsende indsender indsendte indsendt indsend indsendes
medunderskrive medunderskriver medunderskrev medunderskrevet medunderskriv medunderskrives
oplyse oplyser oplyste oplyst oplys oplyses
betale betaler betalte betalt betal betales
udvide udvider udvidede udvidet udvid udvides
glæde glæder glædede glædet glæd glædes
tælle tæller talte talt tæl tælles
hoppe hopper hoppede hoppet hop hoppes
reagere reagerer reagerede reageret reager reageres
bo bor boede boet bo -
"""
NOUNS = """
ansøgning en ansøgningen ansøgninger ansøgningerne
frist en fristen frister fristerne
bilag et bilaget bilag bilagene
brev et brevet breve brevene
ven en vennen venner vennerne
lønseddel en lønsedlen lønsedler lønsedlerne
kontonummer et kontonummeret kontonumre kontonumrene
barn et barnet børn børnene
plejebarn et plejebarnet plejebørn plejebørnene
forælder en forælderen forældre forældrene
tilsagn et tilsagnet tilsagn tilsagnene
gæld en gælden - -
"""
ADJECTIVES = """
stor stort store større størst
god godt gode bedre bedst
grøn grønt grønne grønnere grønnest
sikker sikkert sikre sikrere sikrest
kommunal kommunalt kommunale - -
dansk dansk danske - -
manglende manglende manglende - -
ny nyt nye nyere nyest
blå blåt blå - -
begrænset begrænset begrænsede - -
særlig særligt særlige særligere særligst
"""


def _rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().split("\n")]


@pytest.mark.parametrize("row", _rows(VERBS), ids=lambda row: row[0])
def test_a_verb_has_its_forms_from_every_form(row: list[str]) -> None:
    base, *forms = row
    names = ("præsens", "datid", "participium", "bydeform", "infinitiv,passiv")
    expected = [None if form == "-" else form for form in forms]
    for word in {base, forms[0], forms[1], forms[2]}:
        shown = [inflected(word, name, "VERB", base) for name in names]
        if forms[-1] == "-":
            shown[-1] = None
        assert shown == expected


@pytest.mark.parametrize("row", _rows(NOUNS), ids=lambda row: row[0])
def test_a_noun_has_its_forms_and_its_gender(row: list[str]) -> None:
    base, expected_gender, *forms = row
    expected = [None if form == "-" else form for form in forms]
    names = ("ental,bestemt", "ubestemt,flertal", "bestemt,flertal")
    for word in filter(None, [base, *expected]):
        assert [inflected(word, name, "NOUN", base) for name in names] == expected
        assert gender(word, base) == expected_gender


@pytest.mark.parametrize("row", _rows(ADJECTIVES), ids=lambda row: row[0])
def test_an_adjective_has_its_forms(row: list[str]) -> None:
    base, *forms = row
    expected = [None if form == "-" else form for form in forms]
    names = ("t-form", "e-form", "komparativ", "superlativ")
    for word in (base, forms[0], forms[1]):
        shown = [inflected(word, name, "ADJ", base) for name in names]
        assert shown[:2] == expected[:2]
        assert expected[2] is None or shown == expected


@pytest.mark.parametrize(
    ("word", "wanted", "expected"),
    [
        ("dig", "grundled", "du"),
        ("Deres", "grundled", "De"),
        ("jeres", "genstand", "jer"),
        ("mine", "grundled", "jeg"),
        ("vi", "ejer", "vores"),
        ("hus", "grundled", None),
    ],
)
def test_a_pronoun_changes_its_part_in_the_sentence(
    word: str, wanted: str, expected: str | None
) -> None:
    assert inflected(word, wanted) == expected


@pytest.mark.parametrize(
    ("word", "wanted", "expected"),
    [
        ("kommune", "bestemt,ejefald", "kommunens"),
        ("brevets", "ubestemt", "brevs"),
        ("hus", "ejefald", "hus'"),
        ("skrives", "datid", "skrev"),
        ("betaltes", "præsens,aktiv", "betaler"),
        ("komme", "førnutid", "er kommet"),
        ("sendte", "førdatid", "havde sendt"),
        ("skrives", "passiv", "skrives"),
    ],
)
def test_a_form_is_said_by_several_names(word: str, wanted: str, expected: str) -> None:
    assert inflected(word, wanted) == expected


def test_what_is_no_word_of_the_kind_has_no_form() -> None:
    assert inflected("bilag", "datid", "NOUN") is None
    assert inflected("", "datid") is None
    assert inflected("bilag", "bestemt,datid") is None


def test_words_agree_with_the_noun_that_follows() -> None:
    nouns = [("frist", "frist"), ("brev", "brev"), ("breve", "brev")]
    assert [agreement("din", *noun) for noun in nouns] == ["din", "dit", "dine"]
    assert [agreement("en", *noun) for noun in nouns] == ["en", "et", None]


def test_motion_and_change_take_be() -> None:
    assert [auxiliary(verb) for verb in ("kommet", "flytter", "sendt")] == ["er", "er", "har"]


WORDS = st.text("abdefghijklmnoprstuvyæøå", max_size=14)


@given(WORDS, st.sampled_from(sorted(FORMS)), WORDS | st.none())
def test_any_word_gives_a_word_or_nothing(word: str, wanted: str, lemma: str | None) -> None:
    form = inflected(word, wanted, None, lemma)
    assert form is None or form.strip() == form != ""


@pytest.mark.parametrize("verb", "indsende oplyse svare reagere afskrive mangle vurdere".split())
def test_a_regular_verb_comes_back_from_each_of_its_forms(verb: str) -> None:
    for name in ("præsens", "datid", "participium"):
        form = inflected(verb, name, "VERB", verb)
        assert form is not None
        assert inflected(form, "infinitiv", "VERB", verb) == verb
