"""The reporters, held to golden files; `just golden` writes those anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from traek.model import (
    Block,
    BlockKind,
    Certainty,
    Document,
    Effect,
    Finding,
    ReadError,
    Report,
    Run,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
    SuggestionKind,
    Suppressed,
)
from traek.reporters.github import GithubReporter
from traek.reporters.html import HtmlReporter, style_sheet
from traek.reporters.json import JsonReporter
from traek.reporters.junit import JunitReporter
from traek.reporters.sarif import SarifReporter
from traek.reporters.summary import count, summary_line
from traek.reporters.text import TextReporter

Golden = Callable[[str, str], None]

TITLE = "Høring om dine sygedagpenge"
BLOCKS = (
    Block(TITLE, 1, BlockKind.HEADING),
    Block("Kære Torben Skjold", 2, headings=(TITLE,)),
    Block(
        "Du kom heller ikke til samtalen den 11. marts. Du har undladt at oplyse, at du er "
        "flyttet, og det skal du gøre straks. Det er anden gang på under en måned.",
        3,
        headings=(TITLE,),
    ),
    Block("Du kan udtale dig, før vi afgør sagen.", 4, headings=(TITLE, "Inden vi afgør sagen")),
    Block("Du skal klage inden fire uger. Klagen skal sendes til os.", 5, part="sidefod"),
    Block("Ring gerne.", 6, latent="som byggeblokken »Telefon«"),
)


def finding(
    category: str, weight: int, block: int | None, quote: str | None, **changes: Any
) -> Finding:
    """A finding whose texts say what they are."""
    span = None
    if quote is not None and block is not None:
        start = BLOCKS[block - 1].text.index(quote)
        span = Span(start, start + len(quote))
    found = Finding(
        rule=f"standard/regel-{category.lower()}",
        title="En overskrift, der siger, hvad ordene gør",
        category=category,
        effect=Effect.ESCALATES if category.startswith("E") else Effect.DEESCALATES,
        side=Side.FORSTÅ,
        weight=weight,
        certainty=Certainty.HØJ,
        block=block,
        span=span,
        quote=quote,
        message="Læseren kan høre noget, som ikke var meningen.",
        why="Grunden står her, og den er så lang, at den fylder mere end en enkelt linje på siden.",
        sources=("https://example.dk/kilde",),
        fingerprint="0123456789abcdef",
    )
    return replace(found, **changes)


BETTER = Suggestion("Sig, hvad der mangler.", "Vi mangler stadig at få at vide")
NEXT = Suggestion(
    "Skriv, hvem der gør hvad.",
    "Du hører fra os senest den [udfyld: dato].\n\nDu kan ringe til [udfyld: navn og telefon].",
    kind=SuggestionKind.ADD,
)
GONE = Suggestion("", "")
REPORT = Report(
    document=Document("breve/høring.docx", BLOCKS, ("Brevet er underskrevet digitalt.",)),
    situation=Situation.SKRIV_UD,
    situation_reason="Læst som »brev på eget initiativ«, fordi brevet ikke nævner en henvendelse.",
    words=62,
    findings=(
        finding("D01", 1, 2, "Kære Torben", side=Side.KONTAKT),
        finding("E14", 2, 3, "heller ikke", certainty=Certainty.MIDDEL),
        finding("E01", 3, 3, "Du har undladt at oplyse", suggestions=(BETTER,)),
        finding("E10", 1, 3, "straks", side=Side.SAG, certainty=Certainty.LAV, suggestions=(GONE,)),
        finding("E14", 2, 3, "anden gang", suggestions=(Suggestion("Skriv kun om nu."),)),
        finding("D18", 2, 4, "Du kan udtale dig", side=Side.VIDERE),
        finding("E10", 2, 5, "Du skal klage inden fire uger", protection="L05", side=Side.SAG),
        finding("D12", 3, 6, "Ring gerne", side=Side.VIDERE),
        finding("E21", 2, None, None, side=Side.VIDERE, suggestions=(NEXT,)),
    ),
    profile={
        Side.KONTAKT: SideProfile(filled=True, escalates=0, deescalates=1, evidence="Kære Torben"),
        Side.FORSTÅ: SideProfile(filled=False, escalates=3, deescalates=0),
        Side.SAG: SideProfile(filled=True, escalates=1, deescalates=0),
        Side.VIDERE: SideProfile(
            filled=True, escalates=1, deescalates=2, evidence="Du kan udtale dig"
        ),
    },
    grammar="da_traek 0.1",
)
EMPTY = replace(
    REPORT,
    document=Document("breve/kort.txt", (Block("Hej.", 1),)),
    situation=Situation.SVAR,
    situation_reason="»svar på en henvendelse« er valgt på forhånd.",
    words=1,
    findings=(),
    profile={side: SideProfile(filled=False, escalates=0, deescalates=0) for side in Side},
    grammar=None,
)
RUN = Run(
    reports=(REPORT, EMPTY),
    errors=(ReadError("breve/mangler.txt", "breve/mangler.txt findes ikke."),),
    skipped=(ReadError("breve/a.doc", ".doc"), ReadError("breve/b.doc", ".doc")),
    rules=60,
)


def text(width: int = 80, colour: str = "no", run: Run = RUN) -> str:
    settings = {"width": str(width), "colour": colour}
    return TextReporter().report(replace(run, settings=settings))


@pytest.mark.parametrize("width", [100, 80, 44])
def test_the_terminal_report_is_as_it_was_agreed(golden: Golden, width: int) -> None:
    golden(f"report-{width}.txt", text(width))


def test_the_terminal_report_in_colour_is_as_it_was_agreed(golden: Golden) -> None:
    golden("report-80-colour.txt", text(80, "yes"))


@pytest.mark.parametrize("width", [100, 80, 60, 44])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert max(map(len, text(width).splitlines())) <= width


def test_colour_adds_only_ink() -> None:
    assert re.sub(r"\x1b\[[0-9;]*m", "", text(80, "yes")) == text(80)


def test_tryk_and_træk_look_different_without_colour() -> None:
    plain = text()
    assert "▲▲▲ TRYK" in plain
    assert "▽▽  træk" in plain
    assert "§   lovpligtig – behold (L05)" in plain


def test_an_empty_side_is_dotted_and_says_what_could_stand_there() -> None:
    lines = text(80, run=Run((EMPTY,))).splitlines()
    assert any("┏┄┄┄" in line for line in lines)
    assert sum("tom – her kunne stå" in line for line in lines) == 4
    assert not any("━━━┓" in line for line in lines)


def test_the_same_reason_is_given_once_in_a_letter() -> None:
    assert text(run=Run((REPORT,))).count("Hvorfor:") == 4


def test_a_letter_cannot_steer_the_terminal() -> None:
    block = Block("Kære \x1b[31mLene\x07\u2028, du\x9b2J må", 1, headings=("\x1b]0;x\x07",))
    found = replace(finding("E01", 1, None, None), block=1, span=Span(0, 10), quote="Kære \x1b[31m")
    report = replace(REPORT, document=Document("a\x1b.txt", (block,)), findings=(found,))
    output = text(run=Run((report,)))
    assert all(sign == "\n" or sign.isprintable() for sign in output)


def test_a_quote_shows_the_words_around_it_and_keeps_the_space() -> None:
    output = text(100)
    assert (
        "… kom heller ikke til samtalen den 11. marts. »Du har undladt at oplyse«, at du" in output
    )
    assert "»Kære Torben« Skjold" in output


def test_several_letters_end_with_a_line_for_each() -> None:
    lines = text(80).splitlines()
    assert any(
        line.split() == ["breve/høring.docx", "5", "3", "1", "·", "3", "4"] for line in lines
    )
    assert any(line.split() == ["breve/kort.txt", "0", "0", "·", "·", "·", "·"] for line in lines)
    assert "Alle breve" not in text(80, run=Run((REPORT,)))


def test_nothing_read_is_an_empty_report() -> None:
    assert text(run=Run((), RUN.errors)) == ""


def test_the_summary_counts_what_was_read_and_what_was_not() -> None:
    assert summary_line(count(RUN)) == (
        "2 breve læst, 3 sprunget over (2 .doc, 1 .txt), 63 ord, 60 regler, "
        "8 fund (5 tryk, 3 træk), 1 lovpligtig lod vi stå"
    )


def test_the_summary_writes_large_numbers_as_danes_do() -> None:
    run = Run((replace(EMPTY, words=1_204_000),), rules=1)
    assert summary_line(count(run)) == "1 brev læst, 1.204.000 ord, 1 regel, 0 fund"


@pytest.mark.parametrize(
    ("doubted", "end"),
    [
        (0, "0 fund"),
        (1, "0 fund, 1 usikkert fund vises kun med --all"),
        (2, "0 fund, 2 usikre fund vises kun med --all"),
    ],
)
def test_the_summary_counts_what_is_doubted(doubted: int, end: str) -> None:
    report = replace(REPORT, findings=(), suppressed=(), doubted=doubted)
    assert summary_line(count(Run((report,), rules=1))).endswith(f", {end}")


def test_json_is_as_it_was_agreed(golden: Golden) -> None:
    golden("report.json", JsonReporter().report(RUN).decode())


def schema() -> Any:
    return json.loads(files("traek.reporters").joinpath("schema-1.json").read_text("utf-8"))


def test_json_holds_to_the_schema_in_the_package() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(JsonReporter().report(RUN)), schema())


@pytest.mark.parametrize(
    "spoil",
    [
        lambda result: result.pop("summary"),
        lambda result: result["documents"][0]["findings"][0].pop("quote"),
        lambda result: result["documents"][0]["findings"][0].update(category="E34"),
        lambda result: result["documents"][0]["findings"][0].update(weight=4),
        lambda result: result["documents"][0]["profile"].pop("forstå"),
        lambda result: result.update(schema=2),
    ],
)
def test_the_schema_turns_away_what_is_not_so(spoil: Callable[[Any], object]) -> None:
    result = json.loads(JsonReporter().report(RUN))
    spoil(result)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(result, schema())


def test_json_positions_are_code_points_into_the_block() -> None:
    findings = json.loads(JsonReporter().report(RUN))["documents"][0]["findings"]
    for found in findings:
        if found["quote"] is not None:
            block = BLOCKS[found["block"] - 1].text
            assert block[found["start"] : found["end"]] == found["quote"]


def test_a_rewrite_in_json_says_what_it_takes_the_place_of() -> None:
    findings = json.loads(JsonReporter().report(RUN))["documents"][0]["findings"]
    (suggestion,) = findings[2]["suggestions"]
    assert (suggestion["start"], suggestion["end"]) == (findings[2]["start"], findings[2]["end"])


def html(run: Run = RUN, **settings: str) -> str:
    return HtmlReporter().report(replace(run, settings=settings))


def in_page(output: str, path: str) -> list[Any]:
    """What an XPath finds in a page, which must be well formed for that."""
    found = etree.XML(output.encode()).xpath(path)
    assert isinstance(found, list)
    return found


def test_the_html_report_is_as_it_was_agreed(golden: Golden) -> None:
    page = html().replace(style_sheet(), "")
    golden("report.html", re.sub(r"'sha256-[^']+'", "'sha256'", page))


def test_the_html_report_has_a_note_for_each_mark_and_a_mark_for_each_note() -> None:
    notes = set(in_page(html(), "//*[local-name()='div'][starts-with(@class, 'note ')]/@id"))
    links = {link[1:] for link in in_page(html(), "//*[contains(@class, 'sign')]/@href")}
    assert len(notes) == 9
    assert links <= notes
    assert len(links) == 8  # what is missing has a note and no words


def test_the_html_report_covers_names_unless_they_are_asked_for() -> None:
    assert "Torben" not in html()
    assert "Kære [navn]" in re.sub("<[^>]+>", "", html())
    assert "Torben" in html(names="shown")


def test_a_suggested_paragraph_stands_where_it_would_belong() -> None:
    added = Suggestion("Ret til.", "Vi skriver om din sag.\n\nRing gerne.", kind=SuggestionKind.ADD)
    found = replace(finding("E21", 2, None, None), block=4, suggestions=(added,))
    output = html(Run((replace(REPORT, findings=(found,)),)))
    assert output.index("flyttet") < output.index("Vi skriver om din sag.")
    assert output.index("<p>Ring gerne.</p>") < output.index("Du kan udtale dig, før")


def test_what_somebody_accepted_is_shown_apart_with_the_reason() -> None:
    found = finding("E14", 2, 3, "anden gang")
    kept = Suppressed(found, "Aftalt med juristerne", "traek.toml")
    report = replace(REPORT, findings=(), suppressed=(kept,))
    assert "Grund:</span> Aftalt med juristerne" in html(Run((report,)))


@given(st.text(max_size=40), st.data())
def test_whatever_a_letter_holds_the_page_stays_well_formed_and_closed(
    text: str, data: st.DataObject
) -> None:
    spans = [
        Span(start, data.draw(st.integers(start, len(text))))
        for start in data.draw(st.lists(st.integers(0, len(text)), max_size=3))
    ]
    nasty = text + "<script>alert(1)</script>&\"'\x00"
    found = tuple(
        replace(finding("E01", 3, None, None), block=1, span=span, quote=nasty, title=nasty)
        for span in spans
    )
    block = Block(nasty, 1, headings=(nasty,), placeholders=(Span(0, 1),))
    report = replace(REPORT, document=Document(nasty, (block,)), findings=found)
    output = html(Run((report,)), names="shown")
    assert not in_page(output, "//*[local-name()='script']")
    assert not [at for at in in_page(output, "//@*") if at.attrname in {"src", "srcset", "style"}]
    shown = "".join(
        in_page(output, "//*[@class='paragraph']//text()[not(ancestor::*[local-name()='a'])]")
    )
    assert shown == re.sub(
        "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", re.sub("\r\n?", "\n", nasty)
    )


def test_a_mark_that_ends_inside_a_line_break_makes_it_no_longer() -> None:
    text = "Svar os.\r\nRing gerne."
    found = replace(finding("E01", 3, None, None), block=1, span=Span(0, 9), quote=text[:9])
    report = replace(REPORT, document=Document("brev.txt", (Block(text, 1),)), findings=(found,))
    shown = "".join(
        in_page(
            html(Run((report,)), names="shown"),
            "//*[@class='paragraph']//text()[not(ancestor::*[local-name()='a'])]",
        )
    )
    assert shown == "Svar os.\nRing gerne."


def test_the_html_report_asks_for_nothing_from_elsewhere() -> None:
    output = html()
    assert "default-src 'none'" in output
    for sign in ("src=", "url(", "@import", "<link", "<script", "style="):
        assert sign not in output
    hrefs = in_page(output, "//@href")
    assert all(href.startswith(("#", "https://example.dk/")) for href in hrefs)


LET_STAND = replace(
    REPORT, suppressed=(Suppressed(finding("E14", 2, 3, "anden gang"), "Aftalt", "traek.toml"),)
)


def test_sarif_is_as_it_was_agreed(golden: Golden) -> None:
    golden("report.sarif", SarifReporter().report(replace(RUN, reports=(LET_STAND, EMPTY))))


def test_sarif_has_what_code_scanning_asks_for() -> None:
    log = json.loads(SarifReporter().report(replace(RUN, reports=(LET_STAND, EMPTY))))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)
    assert run["columnKind"] == "unicodeCodePoints"
    assert not run["invocations"][0]["executionSuccessful"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"note", "warning", "error"}
        assert result["message"]["text"]
        assert result["partialFingerprints"]
        (place,) = result["locations"]
        assert " " not in place["physicalLocation"]["artifactLocation"]["uri"]
        assert place["physicalLocation"]["region"] == {"startLine": 1}
        assert place["logicalLocations"][0]["fullyQualifiedName"]
    assert [
        r["suppressions"][0]["justification"] for r in run["results"] if "suppressions" in r
    ] == [
        "Lovpligtig – behold (L05)",
        "Aftalt",
    ]


def test_sarif_tells_weights_as_levels_and_leaves_out_what_calms() -> None:
    (run,) = json.loads(SarifReporter().report(RUN))["runs"]
    assert {r["ruleId"]: r["level"] for r in run["results"]} == {
        "standard/regel-e14": "warning",
        "standard/regel-e01": "error",
        "standard/regel-e10": "warning",
        "standard/regel-e21": "warning",
    }


def test_junit_is_as_it_was_agreed(golden: Golden) -> None:
    golden("report.junit.xml", JunitReporter().report(RUN))


@pytest.mark.parametrize(("limit", "failures"), [("1", "1"), ("3", "1"), ("aldrig", "0")])
def test_a_letter_fails_in_junit_from_the_weight_that_fails_the_run(
    limit: str, failures: str
) -> None:
    output = JunitReporter().report(replace(RUN, settings={"fail_on": limit}))
    suite = etree.XML(output.encode())[0]
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", failures, "1")


def test_github_commands_are_as_they_were_agreed(golden: Golden) -> None:
    golden("report.github.txt", GithubReporter().report(RUN))


def test_no_text_of_a_letter_can_give_github_a_command() -> None:
    nasty = "100%\n::error::hej"
    found = replace(finding("E01", 3, None, None), title="a:b,c", message=nasty, quote=nasty)
    report = replace(REPORT, document=Document("a,b:c.txt", BLOCKS), findings=(found,))
    lines = GithubReporter().report(Run((report,))).splitlines()
    assert len(lines) == 2
    assert lines[0].startswith("::error file=a%2Cb%3Ac.txt,title=a%3Ab%2Cc::")
    assert "100%25%0A::error" in lines[0]


@pytest.mark.parametrize("reporter", [SarifReporter(), JunitReporter(), GithubReporter()])
def test_reports_for_others_cover_names_unless_they_are_asked_for(reporter: Any) -> None:
    named = replace(REPORT, findings=(replace(finding("E01", 3, 2, "Kære Torben"), message="Hej"),))
    assert "Torben" not in reporter.report(Run((named,)))
    assert "Torben" in reporter.report(Run((named,), settings={"names": "shown"}))


@pytest.mark.parametrize("quote", ["anden gang", "Det er anden gang på under en måned"])
def test_what_is_said_behind_a_sentence_is_told_without_saying_the_sentence_again(
    quote: str,
) -> None:
    old = "Det er anden gang på under en måned"
    start = BLOCKS[2].text.index(old)
    span = None if quote == old else Span(start, start + len(old))
    more = Suggestion("Råd.", f"{old}. Skriv [udfyld: hvad]", span)
    found = finding("E14", 2, 3, quote, suggestions=(more,))
    told = " ".join(text(run=replace(RUN, reports=(replace(REPORT, findings=(found,)),))).split())
    assert f"Tilføj: »Skriv [udfyld: hvad].« lige efter »{old}.«" in told
