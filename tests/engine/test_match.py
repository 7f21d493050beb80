"""Patterns on sentences."""

from __future__ import annotations

import pytest

from traek.engine.index import Entry, Index
from traek.engine.match import Context, find
from traek.engine.text import read_block
from traek.model import Block
from traek.patterns import base_lists, parse_pattern
from traek.reading import Sentence


def sentence(text: str) -> Sentence:
    (only,) = read_block(Block(text, 1))
    return only


def quotes(source: str, text: str, context: Context | None = None) -> list[str]:
    """What the pattern finds in the text, as words."""
    read = sentence(text)
    matches = find(parse_pattern(source, base_lists()), read, context or Context())
    return [text[slice(*read.span(match.start, match.end))] for match in matches]


@pytest.mark.parametrize(
    ("source", "text", "found"),
    [
        ("du har", "Nu ved jeg, at du har ringet.", ["du har"]),
        ("du har", "DU HAR ringet.", ["DU HAR"]),
        ("du (jo) har", "når du jo har og du har", ["du jo har", "du har"]),
        ("[bare|kun] ringe", "Du kan bare ringe.", ["bare ringe"]),
        ("du .. ringe", "du kan altid komme og ringe nu", ["du kan altid komme og ringe"]),
        ("du .. ringe", "du kan altid komme her og ringe nu", []),
        (
            "du ..8 ringe",
            "du kan, som vi skrev, altid ringe",
            ["du kan, som vi skrev, altid ringe"],
        ),
        ("^ du", "Du ved, at du kan.", ["Du"]),
        ("kan $", "Ja, det kan vi, hvis du kan!", ["kan"]),
        ("ikke !mere", "ikke mere og ikke nu", ["ikke nu"]),
        ("ikke !mere", "nej, ikke", []),
        ("#tal kr.", "Det koster 1.250 kr. om året", ["1.250 kr."]),
        ("senest den #tal", "senest den [DATO]", ["senest den [DATO]"]),
        ("frist , [du|vi] kan", "inden for din frist, du kan nå", ["frist, du kan"]),
    ],
)
def test_a_pattern_finds(source: str, text: str, found: list[str]) -> None:
    assert quotes(source, text) == found


@pytest.mark.parametrize(
    "text", ["du har ikke svaret", "har du ikke svaret", "at du ikke har svaret"]
)
def test_braces_take_every_word_order(text: str) -> None:
    assert len(quotes("{du har ikke} svaret", text)) == 1


def test_polite_de_matches_only_as_written() -> None:
    assert quotes("De skal", "Nu skal de i skole, og De skal betale") == ["De skal"]
    assert quotes("de skal", "Nu må De, og de skal betale") == ["de skal"]


def test_a_capital_de_that_begins_a_sentence_is_they_in_a_letter_that_says_du() -> None:
    assert quotes("De skal", "De skal i skole.") == ["De skal"]
    assert quotes("De skal", "De skal i skole.", Context(polite=False)) == []


def test_named_parts_are_told_apart() -> None:
    read = sentence("Du har undladt at svare os.")
    pattern = parse_pattern(
        "du har undladt at handling:svare modtager:@afsender-genstand", base_lists()
    )
    (match,) = find(pattern, read, Context())
    assert match.parts == {"handling": (4, 5), "modtager": (5, 6)}


def test_an_index_finds_what_trying_every_pattern_everywhere_finds() -> None:
    """The anchors are an optimisation; without them the hits are the same."""
    sources = [
        "du har", "(du) bare ringe", "ikke .. nu", "[du|vi] [kan|skal] (jo) ikke", "^ .. også",
        "{du kan ikke}", "#tal kr.", "!du har", "a:vi ..8 b:dig", ", at", "kan $",
    ]  # fmt: skip
    texts = [
        "Du har, at du ikke kan ringe nu, for vi skal jo ikke bare ringe til dig",
        "Vi har 200 kr. og også 30 kr., som du ikke kan få nu, hvis du kan",
        "Nu kan du ikke bare ringe, at du har, kan vi også sige",
    ]
    patterns = [parse_pattern(source, base_lists()) for source in sources]
    index = Index()
    for number, pattern in enumerate(patterns):
        index.add(Entry(number, "", pattern))
    for text in texts:
        read = sentence(text)
        by_index = {(e.owner, m.start, m.end) for e, m in index.matches(read, Context())}
        everywhere = set()
        for number, pattern in enumerate(patterns):
            unanchored = pattern.__class__(
                *(pattern.source, pattern.nodes, None),
                *(pattern.grammar, pattern.relations, pattern.names),
            )
            matches = find(unanchored, read, Context())
            everywhere |= {(number, match.start, match.end) for match in matches}
        assert by_index == everywhere
        assert by_index


def test_a_quotation_mark_is_the_same_however_it_is_written() -> None:
    for source in ('" grund "', "» grund «", "” grund ”"):
        assert quotes(source, "Din »grund« er læst.") == ["»grund«"]
