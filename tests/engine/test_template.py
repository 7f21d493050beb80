"""A rule's rewrites filled in from the letter's own words."""

from __future__ import annotations

import pytest

from .conftest import Reading, rule

NOT_SENT = 'x = "{@læser har ikke} sendt ting:<NOUN>"'


def first(reading: Reading, find: str, rewrite: str, text: str) -> str | None:
    """The letter with the first rewrite made, or None where the rule's own cannot be."""
    report = reading(text, a=rule(find, more=f'ordstilling = "fast"\n{rewrite}'))
    if report.withdrawn:
        return None
    found = report.findings[0]
    suggestion = found.suggestions[0]
    if suggestion.replacement is None:
        return None
    span = suggestion.span or found.span
    assert span is not None
    return text[: span.start] + suggestion.replacement + text[span.end :]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Du har ikke sendt bilag.", "Vi mangler stadig bilag."),
        ("I maj har du ikke sendt bilag.", "I maj mangler vi stadig bilag."),
        ("Vi kan se, at du ikke har sendt bilag.", "Vi kan se, at vi stadig mangler bilag."),
    ],
)
def test_a_group_stands_in_the_order_that_the_letter_has(
    reading: Reading, before: str, after: str
) -> None:
    rewrite = '[omskriv]\nx = "{vi mangler stadig} {ting}"'
    assert first(reading, NOT_SENT, rewrite, before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Du har ikke sendt bilag og ikke ringet.", None),
        ("Du har ikke sendt bilag, men skrev i maj.", None),
        ("Du har ikke sendt bilag, men du skrev i maj.", "Vi mangler bilag, men du skrev i maj."),
        ("Du har ikke sendt bilag og breve.", "Vi mangler bilag og breve."),
    ],
)
def test_a_verb_further_on_keeps_its_subject(
    reading: Reading, before: str, after: str | None
) -> None:
    assert first(reading, NOT_SENT, '[omskriv]\nx = "{vi mangler} {ting}"', before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Du har ikke sendt bilag fra banken.", "Vi mangler bilag fra banken."),
        ("Du har ikke sendt kopi af det, som vi bad om.", "Vi mangler kopi af det, som vi bad om."),
        ("Du har ikke sendt bilag, men vi venter.", "Vi mangler bilag, men vi venter."),
    ],
)
def test_a_part_comes_with_its_whole_phrase_and_once_only(
    reading: Reading, before: str, after: str
) -> None:
    assert first(reading, NOT_SENT, '[omskriv]\nx = "{vi mangler} {ting+}"', before) == after


@pytest.mark.parametrize(
    ("form", "before", "after"),
    [
        ("verbum:præsens", "Du har undladt at skrive til os.", "Måske skriver til os."),
        ("verbum:datid", "Du har undladt at skrive til os.", "Måske skrev til os."),
        ("verbum:førdatid", "Du har undladt at indsende det.", "Måske havde indsendt det."),
        ("verbum:førnutid", "Du har undladt at komme.", "Måske er kommet."),
        ("verbum:bydeform", "Du har undladt at tælle dem.", "Måske tæl dem."),
    ],
)
def test_a_part_is_put_in_another_form(
    reading: Reading, form: str, before: str, after: str
) -> None:
    find = 'x = "du har undladt at verbum:<VERB:inf>"'
    assert first(reading, find, f'[omskriv]\nx = "måske {{{form}}}"', before) == after


def test_a_form_that_cannot_be_had_withdraws_the_rewrite(reading: Reading) -> None:
    find = 'x = "bare ting:<*>"'
    assert first(reading, find, '[omskriv]\nx = "{ting:datid}"', "Det er bare hurtigt.") is None


@pytest.mark.parametrize(
    ("rewrite", "after"),
    [
        ("{vi mangler stadig} {ting}", "Vi mangler stadig bilag."),
        ("{foran} {vi mangler stadig} {ting}", "Derfor mangler vi stadig bilag."),
        ("vi kan se, at {vi mangler stadig} {ting}", "Vi kan se, at vi stadig mangler bilag."),
    ],
)
def test_in_a_sentence_of_its_own_a_group_follows_the_words_before_it(
    reading: Reading, rewrite: str, after: str
) -> None:
    template = f'[omskriv.saetning]\nx = "{rewrite}"'
    assert first(reading, NOT_SENT, template, "Derfor har du ikke sendt bilag.") == after


def test_a_phrase_leaves_out_what_the_template_sets_in_itself(reading: Reading) -> None:
    find = 'x = "{@læser har ikke} sendt din:@læsers ting:<NOUN>"'
    rewrite = '[omskriv]\nx = "{vi mangler} {din} nye {ting+}"'
    text = "Du har ikke sendt din lønseddel fra maj."
    assert first(reading, find, rewrite, text) == "Vi mangler din nye lønseddel fra maj."


def test_why_a_rewrite_cannot_be_filled_in_is_told(reading: Reading) -> None:
    text = rule('x = "bare ting:<*>"', more='[omskriv]\nx = "{ting:datid}"')
    (withdrawn,) = reading("Det er bare hurtigt.", a=text).withdrawn
    assert withdrawn.reason == "»hurtigt« er ikke til at bøje med sikkerhed: datid"
    assert withdrawn.replacement == "{ting:datid}"


def test_a_word_agrees_with_the_noun(reading: Reading) -> None:
    find = 'x = "manglende ting:<NOUN>"'
    rewrite = '[omskriv]\nx = "{ting:din} {ting}"'
    assert first(reading, find, rewrite, "Vi venter på manglende svar.") == "Vi venter på dit svar."


def test_a_whole_sentence_is_replaced_and_keeps_its_sign(reading: Reading) -> None:
    find = 'x = "det er dit eget ansvar at"'
    rewrite = '[omskriv.saetning]\nx = "vi kan hjælpe dig med at {rest}"'
    text = "Hej. Det er dit eget ansvar at søge i tide! Tak."
    assert first(reading, find, rewrite, text) == "Hej. Vi kan hjælpe dig med at søge i tide! Tak."


def test_what_stands_before_loses_its_capital_inside_a_sentence(reading: Reading) -> None:
    find = 'x = "skal du ubetinget"'
    rewrite = '[omskriv.saetning]\nx = "vi beder dig {rest}, {foran}"'
    text = "Senest i maj skal du ubetinget svare."
    assert first(reading, find, rewrite, text) == "Vi beder dig svare, senest i maj."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Desværre må vi afvise klagen.", "Vi må afvise klagen."),
        ("Vi må desværre afvise klagen.", "Vi må afvise klagen."),
        ("Desværre er den sidste frist overskredet.", "Den sidste frist er overskredet."),
        ("Vi afviser klagen, desværre.", "Vi afviser klagen."),
        ("Vi afviser, desværre, klagen.", "Vi afviser klagen."),
    ],
)
def test_a_word_is_taken_out_and_the_verb_stays_second(
    reading: Reading, before: str, after: str
) -> None:
    assert first(reading, 'x = "desværre"', '[omskriv.slet]\nx = "ord"', before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Vi svarer dig ikke, når du bare venter.", "Vi svarer dig ikke."),
        ("Vi kan ikke hjælpe dig, fordi du bare ventede.", None),
        ("Vi kan ikke hjælpe dig, da du bare ventede.", None),
        ("Hvis du bare havde læst brevet, ville du vide det.", "Du ville vide det."),
        ("Vi så på sagen, men du ville bare vente.", "Vi så på sagen."),
        ("Vi ved, at du bare ventede.", None),
        ("Vi så på sagen, og det er bare sådan, vi arbejder.", None),
        ("Vi så på sagen, men det er bare dem, der bestemmer.", None),
        ("Vi så på sagen, og det går bare, når man venter.", None),
        ("Vi kan ikke hjælpe dig, fordi du bare kom den 3. maj.", None),
    ],
)
def test_a_clause_is_taken_out_where_the_rest_can_stand(
    reading: Reading, before: str, after: str | None
) -> None:
    assert first(reading, 'x = "bare"', '[omskriv.slet]\nx = "led"', before) == after


def test_a_sentence_with_a_fact_is_not_taken_out(reading: Reading) -> None:
    rewrite = '[omskriv.slet]\nx = "saetning"'
    find = 'x = "bare"'
    assert first(reading, find, rewrite, "Hej. Det er bare godt. Tak.") == "Hej. Tak."
    assert first(reading, find, rewrite, "Hej. Du må bare vente til maj. Tak.") is None
    assert first(reading, find, rewrite, "Hej. Du må bare vente til jul. Tak.") is None


@pytest.mark.parametrize(
    "needed",
    [
        "Det er bare sådan, fordi tallet er nyt.",
        "Derfor er det bare sådan.",
        "Vi kan ikke bare betale.",
        "Ansøgningen bliver bare afvist.",
        "Du skal bare sende det.",
        "Det er bare fire breve.",
        "Det er bare anden gang.",
    ],
)
def test_a_sentence_with_a_reason_a_refusal_a_duty_or_a_count_is_not_taken_out(
    reading: Reading, needed: str
) -> None:
    rewrite = '[omskriv.slet]\nx = "saetning"'
    assert first(reading, 'x = "bare"', rewrite, f"Hej. {needed} Tak.") is None


@pytest.mark.parametrize(
    ("find", "rewrite", "before", "after"),
    [
        (
            'x = "er (ikke) blevet <VERB:part>"',
            "<aktiv:vi>",
            "Sagen er ikke blevet afvist.",
            "Vi har ikke afvist sagen.",
        ),
        (
            'x = "vil det blive <VERB:part>"',
            "<aktiv:vi>",
            "Er du i tvivl, vil det blive overvejet, om du kan få hjælp.",
            "Er du i tvivl, overvejer vi, om du kan få hjælp.",
        ),
        (
            'x = "vil .. blive <VERB:part>"',
            "<aktiv:vi>",
            "Så vil sagen blive set på igen.",
            "Så ser vi på sagen igen.",
        ),
        (
            'x = "<VERB:pass,fin>"',
            "<aktiv:vi>",
            "Sagen afsluttes i dag.",
            "Vi afslutter sagen i dag.",
        ),
        (
            'x = "vil blive <VERB:part>"',
            "<aktiv:vi>",
            "Flere breve vil blive lagt på sagen.",
            "Vi lægger flere breve på sagen.",
        ),
        (
            'x = "der er .. blevet <VERB:part>"',
            "<aktiv:vi>",
            "Der er i foråret blevet skiftet system.",
            "I foråret har vi skiftet system.",
        ),
        (
            'x = "^ ..2 <VERB:pass,fin>"',
            "<aktiv:vi>",
            "Herefter vurderes det, om du kan få hjælp.",
            "Herefter vurderer vi, om du kan få hjælp.",
        ),
        (
            'x = "^ ..2 <VERB:pass,fin>"',
            "<aktiv:vi beder dig>",
            "Skemaet medbringes i udfyldt stand.",
            "Vi beder dig medbringe skemaet i udfyldt stand.",
        ),
        (
            'x = "det bemærkes , at"',
            "<hovedsaetning>",
            "Det bemærkes, at du til enhver tid kan ringe.",
            "Du kan til enhver tid ringe.",
        ),
        (
            'x = "skal <VERB:inf,pass>"',
            "<aktiv:du>, så vi kan hjælpe dig",
            "Brug Deres NemID. Bilag skal indsendes i maj.",
            "Brug Deres NemID. De skal indsende bilag i maj, så vi kan hjælpe Dem.",
        ),
        (
            'x = "vi må konstatere , at"',
            "<hovedsaetning>",
            "Vi må konstatere, at der endnu ikke er kommet et svar.",
            "Der er endnu ikke kommet et svar.",
        ),
        (
            'x = "vi må konstatere , at"',
            "<hovedsaetning>",
            "Vi må konstatere, at flere mails herom ikke vil hjælpe.",
            "Flere mails herom vil ikke hjælpe.",
        ),
    ],
)
def test_a_template_asks_for_the_sentence_turned(
    reading: Reading, find: str, rewrite: str, before: str, after: str
) -> None:
    assert first(reading, find, f'[omskriv.saetning]\nx = "{rewrite}"', before) == after


def test_a_headline_without_an_article_gets_one_when_it_is_turned(reading: Reading) -> None:
    before = "Ansøgning om kørsel til skole er behandlet."
    rewrite = '[omskriv.saetning]\nx = "<aktiv:vi>"'
    after = "Vi har behandlet ansøgningen om kørsel til skole."
    assert first(reading, 'x = "er <VERB:part>"', rewrite, before) == after


def test_no_reason_is_added_behind_an_exception(reading: Reading) -> None:
    before = "Det er ikke muligt at flytte mødet, medmindre der er særlige grunde."
    rewrite = '[omskriv.saetning]\nx = "<tilfoej:, fordi [udfyld: grunden]>"'
    assert first(reading, 'x = "ikke muligt"', rewrite, before) is None


def test_a_word_that_a_clause_hangs_on_is_not_taken_out(reading: Reading) -> None:
    rewrite = '[omskriv.slet]\nx = "ord"'
    before = "Vi må indrette budgettet således, at der kan spares."
    assert first(reading, 'x = "således"', rewrite, before) is None


def test_no_reason_is_added_behind_a_condition_that_opens_with_its_verb(reading: Reading) -> None:
    before = "Gives der ikke adgang, vil en smed åbne døren."
    rewrite = '[omskriv.saetning]\nx = "<tilfoej:, fordi [udfyld: grunden]>"'
    assert first(reading, 'x = "gives der ikke"', rewrite, before) is None


def test_thanks_are_a_sentence_without_a_verb(reading: Reading) -> None:
    rewrite = '[omskriv]\nx = "tak for dit brev. Vi skal"'
    before = "Med henvisning til dit brev skal vi sige nej."
    after = "Tak for dit brev. Vi skal sige nej."
    assert first(reading, 'x = "med henvisning til dit brev skal vi"', rewrite, before) == after
