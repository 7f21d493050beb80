"""A document in, a report out."""

from __future__ import annotations

import sys
from subprocess import run

import pytest
from tests.engine.conftest import Reading, rule

from traek.model import Effect, Genre, Report, Side, Situation
from traek.settings import Selection

BARE = rule('bare = "bare"')
PROTECTION = """
titel = "t"
lov = "L05"
beskytter = ["E13"]
omfang = "sætning"
[find]
klage = "klage"
[eksempler]
rammer = ["x"]
"""
SIGN = """
titel = "t"
{what}
styrke = 3
[find]
ord = "{word}"
[eksempler]
rammer = ["x"]
"""


def quotes(report: Report) -> list[str | None]:
    return [finding.quote for finding in report.findings]


def test_a_finding_says_where_it_is_in_code_points(reading: Reading) -> None:
    (finding,) = reading("Øv 😀, det er bare en test.", bare=BARE).findings
    assert finding.quote == "bare"
    assert finding.span == (13, 17)
    assert (finding.block, finding.rule, finding.side) == (1, "test/bare", Side.FORSTÅ)


def test_the_text_may_hide_a_word_in_soft_hyphens(reading: Reading) -> None:
    (finding,) = reading("Du kan ba\u00adre ringe.", bare=BARE).findings
    assert finding.quote == "ba\u00adre"


def test_findings_stand_in_reading_order(reading: Reading) -> None:
    report = reading("Nu blot. Så bare.", "Bare én gang.", bare=BARE, blot=rule('blot = "blot"'))
    assert quotes(report) == ["blot", "bare", "Bare"]


def test_one_category_says_a_thing_once_and_the_heavier_rule_says_it(reading: Reading) -> None:
    heavy = rule('x = "bare ringe"', weight=3)
    assert quotes(reading("Du kan bare ringe.", bare=BARE, heavy=heavy)) == ["bare ringe"]


def test_what_two_categories_find_at_one_place_is_said_once(reading: Reading) -> None:
    other = rule('x = "bare ringe"', category="E10")
    (finding,) = reading("Du kan bare ringe.", bare=BARE, other=other).findings
    assert finding.quote == "bare ringe"


def test_tryk_and_træk_at_one_place_are_two_things_to_say(reading: Reading) -> None:
    calm = rule('x = "bare ringe"', category="D12")
    assert len(reading("Du kan bare ringe.", bare=BARE, calm=calm).findings) == 2


def test_what_overlaps_only_in_part_is_said_twice(reading: Reading) -> None:
    other = rule('x = "kan bare"', category="E10")
    third = rule('x = "bare ringe"', category="E05")
    assert len(reading("Du kan bare ringe.", other=other, third=third).findings) == 2


def test_a_rule_can_count_from_the_second_time(reading: Reading) -> None:
    twice = rule('x = "bare"', more="gange = 2")
    assert reading("Du kan bare ringe.", twice=twice).findings == ()
    assert len(reading("Bare ring, og bare kom.", twice=twice).findings) == 1


def test_what_stands_around_decides(reading: Reading) -> None:
    near = rule('x = "bare"', more='[kun_hvis]\nforinden = ["men"]\n[ikke_hvis]\nsamme = ["gerne"]')
    assert quotes(reading("Ja, men nej. Så kom bare.", near=near)) == ["bare"]
    assert quotes(reading("Ja. Så kom bare.", near=near)) == []
    assert quotes(reading("Ja, men nej. Kom bare gerne.", near=near)) == []


def test_the_zone_decides(reading: Reading) -> None:
    heading = rule('x = "mangler"', more='[kun_hvis]\nsted = ["overskrift"]')
    report = reading("# Du mangler", "Der mangler et bilag i din sag.", zone=heading)
    assert [finding.block for finding in report.findings] == [1]


def test_a_situation_is_seen_by_its_signs_and_said_with_the_words(reading: Reading) -> None:
    sign = SIGN.format(what='taler_for = "svar"', word="din mail")
    report = reading("Tak for din mail.", sign=sign)
    assert report.situation is Situation.SVAR
    assert "»din mail«" in report.situation_reason


def test_without_signs_a_letter_is_written_out(reading: Reading) -> None:
    report = reading("Huset er stort.", bare=BARE)
    assert report.situation is Situation.SKRIV_UD


def test_the_users_situation_is_taken_and_rules_of_the_other_stay_silent(reading: Reading) -> None:
    answering = rule('x = "bare"', more='situation = "svar"')
    assert not reading("Bare kom.", situation=Situation.SKRIV_UD, x=answering).findings
    report = reading("Bare kom.", situation=Situation.SVAR, x=answering)
    assert report.findings
    assert "valgt på forhånd" in report.situation_reason


def test_wording_that_the_law_asks_for_is_marked_and_counts_nowhere(reading: Reading) -> None:
    report = reading("Du kan bare klage.", "Du kan bare ringe.", bare=BARE, lov=PROTECTION)
    assert [finding.protection for finding in report.findings] == ["L05", None]
    assert report.profile[Side.FORSTÅ].escalates == 1


def test_a_side_is_filled_by_a_sign_or_by_something_calming(reading: Reading) -> None:
    sign = SIGN.format(what='fylder = "sag"', word="afgørelsen")
    calm = rule('x = "du skriver"', category="D03", more='ordstilling = "fast"')
    report = reading("Du skriver, at afgørelsen er ny.", sign=sign, calm=calm)
    filled = [side for side, profile in report.profile.items() if profile.filled]
    assert filled == [Side.FORSTÅ, Side.SAG]
    assert report.profile[Side.SAG].evidence == "afgørelsen"


def test_a_rewrite_takes_the_letters_form_of_address_and_its_capital(reading: Reading) -> None:
    text = rule('x = "bare"', more='[omskriv]\nx = "hvis du vil"')
    (finding,) = reading("Bare kom, når De og Deres mand kan.", x=text).findings
    assert [s.replacement for s in finding.suggestions] == ["Hvis De vil"]


def test_a_rewrite_that_brings_new_tryk_gives_way_to_advice(reading: Reading) -> None:
    text = rule('x = "snart"', more='[omskriv]\nx = "bare"')
    (finding,) = reading("Du kan snart ringe.", x=text, bare=BARE).findings
    assert [(s.replacement, s.advice) for s in finding.suggestions] == [(None, "Skriv det sådan.")]


def test_a_moved_paragraph_keeps_its_fingerprints(reading: Reading) -> None:
    text = "Du kan bare ringe til os."
    first = reading("Hej.", text, bare=BARE).findings
    moved = reading(text, "Hej igen, og hej.", bare=BARE).findings
    other = reading("Du kan ikke bare ringe til os.", bare=BARE).findings
    assert first[0].fingerprint == moved[0].fingerprint != other[0].fingerprint


def test_a_heading_is_part_of_a_fingerprint(reading: Reading) -> None:
    text = "Du kan bare ringe til os."
    assert (
        reading("# Svar", text, bare=BARE).findings[0].fingerprint
        != reading("# Frist", text, bare=BARE).findings[0].fingerprint
    )


def test_only_what_is_selected_is_found(reading: Reading) -> None:
    calm = rule('x = "tak"', category="D01")
    selection = Selection(effect=Effect.DEESCALATES)
    assert quotes(reading("Tak, og bare kom.", selection=selection, bare=BARE, calm=calm)) == [
        "Tak"
    ]


def test_shouting_is_heard_and_names_in_capitals_are_not(reading: Reading) -> None:
    report = reading("Fristen SKAL overholdes!!! Oplys dit CPR-nummer til SKAT og DSB.", bare=BARE)
    assert quotes(report) == ["SKAL", "overholdes!!!"]


def test_a_heading_in_capitals_is_no_shout(reading: Reading) -> None:
    assert not reading("VIGTIGT OM DIN FRIST", bare=BARE).findings


def test_the_second_regret_is_one_too_many(reading: Reading) -> None:
    text = "Vi kan desværre ikke komme i dag. Vi kan desværre heller ikke komme i morgen."
    assert len(reading(text, bare=BARE).findings) == 1


def test_regrets_apart_or_with_a_reason_are_left_alone(reading: Reading) -> None:
    apart = ("Vi kan desværre ikke komme i dag.", "Vi kan desværre heller ikke ringe.")
    reason = "Vi kommer desværre ikke i dag. Vi ringer desværre heller ikke, for nettet er nede."
    assert not reading(*apart, bare=BARE).findings
    assert not reading(reason, bare=BARE).findings


def test_a_letter_without_greeting_contact_or_next_step_is_told_so(reading: Reading) -> None:
    body = "Kommunen har set på sagen om vejen, og den er bred nok til sommeren. " * 5
    missing = {finding.rule for finding in reading(body, bare=BARE).findings}
    assert {"tjek/mangler-hilsen", "tjek/mangler-kontakt", "tjek/mangler-naeste-skridt"} <= missing
    assert all(f.span is None and f.quote is None for f in reading(body, bare=BARE).findings)


def test_a_letter_that_has_them_is_not(reading: Reading) -> None:
    signs = {
        side: SIGN.format(what=f'fylder = "{side}"', word=word)
        for side, word in (("kontakt", "vejen"), ("forstå", "dig"), ("videre", "torsdag"))
    }
    body = "Kommunen har set på sagen om vejen for dig, og den er bred nok til sommeren. " * 5
    report = reading("Kære Anne", body + "Ring til os torsdag.", **signs)
    assert not report.findings


def test_an_answer_that_mirrors_nothing_and_answers_nothing_is_told_so(reading: Reading) -> None:
    body = "Kommunen har set på sagen om vejen, og den er bred nok til sommeren. " * 5
    report = reading("Kære Anne", body, situation=Situation.SVAR, bare=BARE)
    rules = {finding.rule for finding in report.findings}
    assert {"tjek/mangler-spejling", "tjek/mangler-svar"} <= rules
    receipt = reading(
        "Kære Anne", body, situation=Situation.SVAR, genre=Genre.KVITTERING, bare=BARE
    )
    assert not {"tjek/mangler-spejling", "tjek/mangler-svar"} & {f.rule for f in receipt.findings}


def test_a_no_without_its_reason_is_a_wall(reading: Reading) -> None:
    no = "Vi kan ikke imødekomme dit ønske om en ny bil."
    alone = reading("Kære Anne", no, "Du kan ringe til os.", bare=BARE)
    assert [f.block for f in alone.findings if f.rule == "tjek/nej-uden-grund"] == [2]
    beside = reading("Kære Anne", no + " Det skyldes, at du har en bil.", bare=BARE)
    assert not [f for f in beside.findings if f.rule == "tjek/nej-uden-grund"]


def test_complaint_guidance_stands_after_the_answer(reading: Reading) -> None:
    answer = rule('x = "svaret er"', category="D07")
    wrong = ("Kære Anne", "Du kan klage inden fire uger.", "Svaret er ja, fordi alt er i orden.")
    assert "tjek/klagevejledning-foer-svar" in {f.rule for f in reading(*wrong, x=answer).findings}
    right = (wrong[0], wrong[2], wrong[1])
    assert "tjek/klagevejledning-foer-svar" not in {
        f.rule for f in reading(*right, x=answer).findings
    }


def test_a_late_answer_may_open_the_letter_and_is_told_only_until_it_does(reading: Reading) -> None:
    answer = rule('x = "har afslået"', category="D07")
    long = "Sten ligger på sten. Græs gror ved muren. Et hus står bag den. Træet er stort."
    said = "Vi har afslået din ansøgning."
    report = reading("Kære Anne", long, said, genre=Genre.AFSLAG, x=answer)
    (found,) = [f for f in report.findings if f.rule == "tjek/svaret-kommer-sent"]
    assert found.block == 2
    (opening,) = found.suggestions
    assert (opening.replacement or "").startswith(
        "Svaret på din ansøgning er, at [udfyld: svaret]."
    )
    then = reading("Kære Anne", opening.replacement or "", long, said, genre=Genre.AFSLAG, x=answer)
    assert "tjek/svaret-kommer-sent" not in {f.rule for f in then.findings}


def test_a_row_of_you_and_not_is_told_once(reading: Reading) -> None:
    row = "Du kom ikke til mødet. Du ringede ikke. Du har ikke svaret på brevet."
    report = reading("Kære Anne", row, bare=BARE)
    assert len([f for f in report.findings if f.rule == "tjek/mange-du-ikke"]) == 1
    assert "tjek/mange-du-ikke" not in {f.rule for f in reading("Kære Anne", row[:40]).findings}


def test_a_genre_is_seen_by_its_signs(reading: Reading) -> None:
    sign = SIGN.format(what='taler_for = "rykker"', word="påmindelse")
    assert reading("Her er en påmindelse.", sign=sign).genre is Genre.RYKKER
    assert reading("Her er et brev.", sign=sign).genre is None


def test_rules_of_words_import_no_grammar() -> None:
    code = (
        "import sys; from traek.engine import Engine; from traek.model import Block, Document;"
        "Engine([]).report(Document('x', (Block('Du kan ringe.', 1),)));"
        "assert 'spacy' not in sys.modules and 'numpy' not in sys.modules"
    )
    run([sys.executable, "-c", code], check=True)  # noqa: S603


@pytest.mark.parametrize(
    ("signature", "quote"),
    [
        ("Ydelsescentret", "Ydelsescentret"),
        ("PPR Vestbyen", None),
        ("Mette Holm\nFamilieafdelingen", None),
        ("Majbritt", None),
        ("Solvej Krogh", None),
        ("Vandtekniker Jan Friis", None),
        ("Park og Vej", "Park og Vej"),
        ("Rikke og Omar på kontoret", None),
        ("Plan og Byg på rådhuset", "Plan og Byg på rådhuset"),
        ("[Navn]\nKundeservice", None),
        ("Holm Kommune\nTeknik og Miljø", "Holm Kommune"),
        ("Bo fra Medlemsservice", None),
        ("Vibeke fra Medlemsservice", None),
        ("Alle hos Kundeservice", "Alle hos Kundeservice"),
        ("Teamet fra Kundeservice", "Teamet fra Kundeservice"),
        ("Udlejningen, Winnie Holm", None),
        ("Bookingudvalget\nv/ Tove Holm", None),
        ("Team 4, Kontor for Unge", "Team 4, Kontor for Unge"),
        ("Tandplejen", "Tandplejen"),
        ("Karen", None),
    ],
)
def test_a_unit_that_signs_is_told_from_a_person(
    reading: Reading, signature: str, quote: str | None
) -> None:
    report = reading("Kære Anne", "Du får svar.", "Med venlig hilsen\n" + signature, bare=BARE)
    found = [f.quote for f in report.findings if f.rule == "tjek/underskrift-uden-navn"]
    assert found == ([quote] if quote else [])


@pytest.mark.parametrize(
    ("ending", "quote"),
    [
        ("Administrationen", "Administrationen"),
        ("Opkrævningen, Holm Kommune", "Opkrævningen, Holm Kommune"),
        ("Karen", None),
        ("Jens Holm", None),
        ("Vi ses.", None),
        ("Husk nøglen", None),
    ],
)
def test_a_letter_that_ends_in_a_unit_without_a_greeting_is_told(
    reading: Reading, ending: str, quote: str | None
) -> None:
    letter = ("Kære Anne", "Du får svar i maj.", "Vi ringer til dig.", "Hallen er lukket.", ending)
    found = [
        f.quote
        for f in reading(*letter, bare=BARE).findings
        if f.rule == "tjek/underskrift-uden-navn"
    ]
    assert found == ([quote] if quote else [])


def test_a_unit_named_elsewhere_too_is_told_without_a_quote(reading: Reading) -> None:
    report = reading("Kundeservice", "Kære Anne", "Du får svar.", "Hilsen\nKundeservice", bare=BARE)
    (found,) = (f for f in report.findings if f.rule == "tjek/underskrift-uden-navn")
    assert (found.block, found.quote) == (4, None)


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("Du SKAL svare os.", "skal"),
        ("SKAL du svare os nu?", "Skal"),
        ("Det er vigtigt for os!!!", "os."),
        ("Ring !! til os !! nu.", None),
        ("Du SKAL RINGE til os.", None),
    ],
)
def test_what_is_shouted_can_be_said(reading: Reading, text: str, new: str | None) -> None:
    (finding,) = (each for each in reading(text, bare=BARE).findings if each.rule == "tjek/raaber")
    assert finding.suggestions[0].replacement == new


def test_a_unit_that_signs_leaves_room_for_a_name(reading: Reading) -> None:
    report = reading("Kære Lene", "Vi ses.", "Venlig hilsen", "Ydelsescentret", bare=BARE)
    (finding,) = (each for each in report.findings if each.rule == "tjek/underskrift-uden-navn")
    assert finding.safe_rewrite is None
    assert (
        finding.rewrites[0].replacement
        == "[udfyld: navn]\nYdelsescentret, telefon [udfyld: telefon]"
    )
