"""A rewrite is offered only where the sentence still says the same, and says it well."""

from __future__ import annotations

import pytest
from tests.engine.conftest import Reading, rule

from traek.model import Report, Span, Suggestion
from traek.settings import Selection


def rewriting(find: str, new: str, category: str = "E10") -> str:
    """A rule that replaces what it finds."""
    return rule(f'x = "{find}"', category=category, more=f'[omskriv]\nx = "{new}"')


def offered(report: Report) -> list[str | None]:
    return [each.replacement for found in report.findings for each in found.suggestions]


def reasons(report: Report) -> list[str]:
    return [each.reason for each in report.withdrawn]


@pytest.mark.parametrize(
    ("text", "find", "new", "lost"),
    [
        ("Betal nu 500 kr. til os.", "nu 500 kr.", "gerne lidt", "500 kr."),
        ("Kom absolut den 6. marts til os.", "absolut den .. til", "gerne til", "6."),
        ("Ring nu til Mette Holm.", "nu til Mette Holm", "gerne", "Mette"),
        ("Det følger nu af § 12.", "nu af § 12", "af loven", "§"),
        ("Det følger nu af serviceloven.", "nu af serviceloven", "af reglerne", "serviceloven"),
        ("Skriv på hej@by.dk nu.", "på .. nu", "til os", "hej@by.dk"),
        ("Ring nu til [navn] om det.", "nu til .. om", "gerne om", "[navn]"),
        ("Svar nu senest i dag.", "nu", "gerne", None),
        ("Kom straks på mandag.", "straks på mandag", "gerne", "mandag"),
    ],
)
def test_facts_stand_in_the_rewrite(
    reading: Reading, text: str, find: str, new: str, lost: str | None
) -> None:
    report = reading(text, regel=rewriting(find, new))
    if lost is None:
        assert offered(report) == [new]
    else:
        assert offered(report) == [None]
        assert reasons(report) == [f"»{lost}« ville gå tabt"]


@pytest.mark.parametrize("count", ["to gange", "for tredje gang"])
def test_a_count_stands_also_in_the_words_that_a_rule_marks(reading: Reading, count: str) -> None:
    report = reading(f"Vi har skrevet {count} om det.", regel=rewriting(count, "før"))
    assert offered(report) == [None]


def test_a_turn_that_counts_nothing_may_go_with_the_words_that_a_rule_marks(
    reading: Reading,
) -> None:
    report = reading("Vi ser på det andet nu.", regel=rewriting("det andet", "resten"))
    assert offered(report) == ["resten"]


@pytest.mark.parametrize("shout", ["SIDSTE BREV", "HUSK brev fra os", "DET ER NU"])
def test_capitals_that_shout_are_no_names(reading: Reading, shout: str) -> None:
    report = reading(shout, regel=rewriting(shout.lower(), "brevet kom"))
    assert offered(report) == ["Brevet kom"]


@pytest.mark.parametrize(
    ("new", "reason"),
    [
        ("svar inden 14 dage", "»14 dage« stod der ikke før"),
        ("svar til Lise", "»Lise« stod der ikke før"),
        ("svar på fredag", "»fredag« stod der ikke før"),
        ("svar, og vi beklager", "det ville sige undskyld på jeres vegne"),
        ("svar svar", "et ord kommer til at stå to gange"),
        ("svar ,", "tegn og mellemrum passer ikke sammen"),
        ("svar (gerne", "et tegn, der hører til et par, mangler sin makker"),
    ],
)
def test_nothing_is_made_up_and_signs_fit(reading: Reading, new: str, reason: str) -> None:
    report = reading("Vi venter nu på dit svar.", regel=rewriting("på dit svar", new))
    assert offered(report) == [None]
    assert reasons(report) == [reason]


def test_a_gap_to_fill_in_is_not_made_up(reading: Reading) -> None:
    report = reading("Kom snarest.", regel=rewriting("snarest", "gerne den [udfyld: dato]"))
    assert offered(report) == ["gerne den [udfyld: dato]"]


def test_words_that_may_go_take_their_space_and_comma_with_them(reading: Reading) -> None:
    report = reading(
        "Det er altså sådan.", "Ja, altså.", "Altså, vi ringer.", altså=rewriting("altså", "")
    )
    first, second, third = report.findings
    assert first.suggestions == (Suggestion("Skriv det sådan.", "", Span(6, 12)),)
    assert second.suggestions == (Suggestion("Skriv det sådan.", "", Span(2, 9)),)
    assert third.suggestions == (Suggestion("Skriv det sådan.", "Vi", Span(0, 9)),)


def test_no_alternative_is_said_twice(reading: Reading) -> None:
    more = '[omskriv]\nx = ["gerne", "gerne", "helst"]'
    report = reading("Kom straks.", regel=rule('x = "straks"', more=more))
    assert offered(report) == ["gerne", "helst"]


def test_words_that_the_law_asks_for_are_not_touched_through_another_finding(
    reading: Reading,
) -> None:
    law = """
titel = "t"
lov = "L05"
beskytter = ["E01"]
omfang = "sætning"
[find]
klage = "kan klage"
[eksempler]
rammer = ["x"]
"""
    report = reading("Du kan klage til os.", law=law, regel=rewriting("klage", "skrive"))
    assert offered(report) == [None]
    assert reasons(report) == ["det rører ved ord, som loven beder om"]


def test_a_rewrite_is_held_to_rules_that_were_not_asked_for(reading: Reading) -> None:
    report = reading(
        "Kom straks.",
        selection=Selection(select=("E10",)),
        regel=rewriting("straks", "bare", category="E10"),
        bare=rule('bare = "bare"'),
    )
    assert offered(report) == [None]


@pytest.mark.parametrize(
    ("text", "find", "after"),
    [
        ("Fristen er, som nævnt, den 1. maj.", "som nævnt", "Fristen er den 1. maj."),
        ("Det (altså brevet) er her.", "altså", "Det (brevet) er her."),
        ("Vi ringer, altså.", "altså", "Vi ringer."),
        ("Altså, vi ringer.", "altså", "Vi ringer."),
        ("Vi ringer altså i dag.", "altså", "Vi ringer i dag."),
    ],
)
def test_what_is_left_reads_well(reading: Reading, text: str, find: str, after: str) -> None:
    (found,) = reading(text, regel=rewriting(find, "")).findings
    (suggestion,) = found.suggestions
    start, end = suggestion.span or found.span or (0, 0)
    assert text[:start] + (suggestion.replacement or "") + text[end:] == after


def whole_sentences(report: Report) -> list[str | None]:
    """The first suggestion of each finding, where it is a sentence written anew."""
    firsts = [(each, each.suggestions[0]) for each in report.findings if each.suggestions]
    return [
        first.replacement
        for found, first in firsts
        if first.span
        and first.replacement
        and found.span
        and first.span[1] - first.span[0] > 2 * (found.span[1] - found.span[0])
    ]


def test_two_findings_in_one_sentence_are_answered_by_one_sentence(reading: Reading) -> None:
    report = reading(
        "Du skal nu bare sende straks til os.",
        bare=rewriting("bare", ""),
        straks=rewriting("straks", "gerne"),
    )
    assert whole_sentences(report) == ["Du skal nu sende gerne til os."] * 2


def test_of_two_that_overlap_the_heavier_is_made_and_the_other_tried_again(
    reading: Reading,
) -> None:
    heavy = rule('x = "bare sende straks"', weight=3, more='[omskriv]\nx = "sende det straks"')
    report = reading(
        "Du skal nu bare sende straks til os.",
        heavy=heavy,
        straks=rewriting("straks", "gerne", category="E11"),
    )
    assert whole_sentences(report)[0] == "Du skal nu sende det gerne til os."


def test_two_that_are_fine_alone_and_not_together_are_not_put_together(reading: Reading) -> None:
    report = reading(
        "Kom bare nu hertil straks.",
        bare=rewriting("bare nu", "gerne"),
        straks=rewriting("hertil straks", "gerne hertil"),
    )
    assert whole_sentences(report) == []
    assert offered(report) == ["gerne", "gerne hertil"]


def test_a_finding_without_a_rewrite_gets_the_one_that_answers_it_too(reading: Reading) -> None:
    helped = rewriting("det skal nævnes", "vi nævner")
    report = reading("Det skal nævnes her.", et=helped, to=rule('y = "skal nævnes"'))
    assert {suggestion for _, suggestion in offers_of(report)} == {"Vi nævner"}


def test_a_finding_that_stays_gets_no_rewrite_of_another(reading: Reading) -> None:
    helped = rewriting("det skal nævnes", "vi nævner")
    report = reading("Det skal nævnes her.", et=helped, to=rule('y = "her"'))
    assert len(offers_of(report)) == 1


def test_one_finding_alone_keeps_to_its_own_words(reading: Reading) -> None:
    report = reading(
        "Kom bare her.", bare=rewriting("bare", ""), her=rule('x = "her"', category="E11")
    )
    assert whole_sentences(report) == []


GRAMMAR = rule('x = "<VERB> slet ikke her"', category="E11")
"""A rule that asks for grammar, so that the sentences have it."""


def offers_of(report: Report) -> list[tuple[str, str]]:
    """What goes and what comes, for each first suggestion."""
    found = []
    for each in report.findings:
        first = each.suggestions[0]
        text = report.document.blocks[(each.block or 1) - 1].text
        if first.replacement is not None:
            found.append((text[slice(*(first.span or each.span or ()))], first.replacement))
    return found


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        ("har jo", "Du har jo fået brevet.", [(" jo", "")]),
        ("må desværre", "Vi må desværre lukke.", []),
        ("har dog", "Du har dog fået brevet.", []),
        ("for ellers", "Skift filter nu, for ellers bliver lyden svag.", []),
        ("tilsyneladende", "Du har tilsyneladende flyttet.", []),
        ("hvordan", "Vi ved ikke, hvordan det sker.", []),
        ("ikke", "Vi kan ikke svare.", []),
        ("skal nok gå", "Det skal nok gå.", []),
        ("således", "Læg planen således, at der er tid.", []),
        ("ikke nok", "Det er ikke nok at sige, at du har søgt.", []),
    ],
)
def test_a_small_word_of_tone_may_go_without_a_template(
    reading: Reading, find: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert (
        offers_of(reading(text, regel=rule(f'x = "{find}"', category="E10"), g=GRAMMAR)) == expected
    )


def test_a_remark_may_go_where_the_matter_may_not(reading: Reading) -> None:
    text = "Vi svarer snart. Andre klarer det fint. Ring gerne."
    remark = reading(text, regel=rule('x = "andre klarer"', category="E33"), g=GRAMMAR)
    assert offers_of(remark) == [("Andre klarer det fint. ", "")]
    text = "Vi svarer snart. Skemaet skal sendes ind til os. Ring gerne."
    matter = reading(text, regel=rule('x = "sendes ind"', category="E30"), g=GRAMMAR)
    assert all(new for _, new in offers_of(matter))


def test_a_defence_that_answers_stays_and_a_clause_of_it_may_go(reading: Reading) -> None:
    answer = rule('x = "har vurderet"', category="E16")
    text = "Vi svarer snart. Læreren har vurderet din opgave efter reglerne. Ring gerne."
    said = "Læreren har vurderet din opgave efter reglerne"
    more = f"{said}. Det vil sige, at [udfyld: hvad der er gjort]"
    assert offers_of(reading(text, regel=answer, g=GRAMMAR)) == [(said, more)]
    defence = rule('x = "gjorde det godt"', category="E16")
    text = "Vi svarer snart, og læreren gjorde det godt. Ring gerne."
    found = offers_of(reading(text, regel=defence, g=GRAMMAR))
    assert found == [(", og læreren gjorde det godt", "")]


def test_what_is_held_to_be_so_does_not_become_a_fact(reading: Reading) -> None:
    held = rule('x = "må anses for at være"', category="E08", more='[omskriv]\nx = "er"')
    report = reading("Udbyttet må anses for at være begrænset.", regel=held)
    assert reasons(report) == ["et skøn ville blive til en kendsgerning"]
    weighed = rule('x = "må anses"', category="E08", more='[omskriv]\nx = "anser vi"')
    assert reasons(reading("Udbyttet må anses for lille.", regel=weighed)) != reasons(report)


def test_a_remark_with_a_fact_in_it_stays(reading: Reading) -> None:
    text = "Vi svarer snart. De 12 andre klarer det fint."
    assert offers_of(reading(text, regel=rule('x = "andre klarer"', category="E33"))) == []


def test_an_apology_for_a_fault_stays(reading: Reading) -> None:
    text = "Vi svarer snart. Det er rettet nu, og jeg beklager besværet. Ring gerne."
    assert offers_of(reading(text, regel=rule('x = "besværet"', category="E31"), g=GRAMMAR)) == []


def test_what_somebody_lets_stand_is_not_rewritten_with_the_rest(reading: Reading) -> None:
    report = reading(
        "Du skal nu bare sende straks til os. <!-- traek: ok test/straks – det haster -->",
        bare=rewriting("bare", ""),
        straks=rewriting("straks", "gerne"),
    )
    assert [each.rule for each in report.findings] == ["test/bare"]
    assert offered(report) == [""]
    assert [each.finding.rule for each in report.suppressed] == ["test/straks"]


@pytest.mark.parametrize(
    ("rewrites", "wanted"),
    [('wide = "gerne"', "gerne"), ('narrow = "lidt"', "lidt"), ('wide = "a"\nnarrow = "b"', "b")],
)
def test_of_patterns_that_find_the_same_the_one_with_a_rewrite_wins_then_the_first(
    reading: Reading, rewrites: str, wanted: str
) -> None:
    both = rule('narrow = "bare"\nwide = "[bare|nu]"', more=f"[omskriv]\n{rewrites}")
    assert offered(reading("Kom bare her.", regel=both)) == [wanted]


def test_a_sentence_is_struck_whole_only_where_the_letter_can_likely_do_without(
    reading: Reading,
) -> None:
    blame = rule('x = "burde .. have"', category="E01")
    text = "Vi svarer snart. Du burde have ringet. Ring gerne."
    report = reading(text, regel=blame, g=GRAMMAR)
    assert offers_of(report) == []
    assert "sætningen kan rumme noget, som brevet ikke kan undvære" in reasons(report)


@pytest.mark.parametrize(
    ("remark", "goes"),
    [
        ("Det burde du have tænkt på før.", True),
        ("Du burde have sendt skemaet inden den 3. maj.", False),
        ("Du burde have ringet to gange.", False),
    ],
)
def test_blame_may_go_where_it_says_nothing_of_what_is_missing(
    reading: Reading, remark: str, goes: bool
) -> None:
    blame = rule('x = "burde .. have"', category="E01")
    report = reading(f"Vi svarer snart. {remark} Ring gerne.", regel=blame, g=GRAMMAR)
    assert bool(offers_of(report)) is goes
