"""The running text of the page, and how an edited text finds the blocks of its file again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from traek.loaders.plain import blocks_of_text
from traek.model import Block, BlockKind, Span
from traek.web.aligning import aligned
from traek.web.sheet import blocks_of, laid_out, running_text, shape_of, typed
from traek.web.utf16 import Utf16

SHAPE = (
    Block("Afslag på hjælp", 1, BlockKind.HEADING),
    Block("Kære «Navn»", 2, placeholders=(Span(5, 11),)),
    Block("Vi skriver,\nfordi du søgte.", 3),
    Block("Du skal svare.", 4, BlockKind.LIST_ITEM, headings=("Afslag på hjælp",)),
    Block("Side 1", 5, part="sidefod"),
)
TEXT = running_text(SHAPE)

paragraphs = st.lists(st.text("abc æ😀\n", min_size=1).filter(str.strip), min_size=1, max_size=6)


def test_a_typed_text_has_the_blocks_of_a_text_file() -> None:
    text = "  Kære Anne\n\nTak for dit brev.\n"
    sheet = typed(text)
    assert sheet.blocks == blocks_of_text(text)
    assert [text[start:][:4] for start in sheet.starts] == ["Kære", "Tak "]


def test_an_untouched_text_is_the_file() -> None:
    sheet = laid_out(TEXT, SHAPE)
    assert sheet.blocks == SHAPE
    assert sheet.origins == (1, 2, 3, 4, 5)


def test_an_edited_paragraph_stays_what_it_was() -> None:
    edited = TEXT.replace("Du skal svare.", "Vil du svare?").replace("Kære", "Hej")
    sheet = laid_out(edited, SHAPE)
    assert sheet.origins == (1, 2, 3, 4, 5)
    assert sheet.blocks[3].kind is BlockKind.LIST_ITEM
    assert sheet.blocks[1].placeholders == (Span(4, 10),)
    assert sheet.blocks[4].part == "sidefod"


def test_a_new_paragraph_is_nobody_s_and_the_others_are_found() -> None:
    edited = TEXT.replace("Du skal svare.", "Du hører fra mig.\n\nDu skal snart svare.")
    sheet = laid_out(edited, SHAPE)
    assert sheet.origins == (1, 2, 3, None, 4, 5)


def test_a_paragraph_that_went_takes_no_other_with_it() -> None:
    sheet = laid_out(TEXT.replace("Vi skriver,\nfordi du søgte.\n\n", ""), SHAPE)
    assert sheet.origins == (1, 2, 4, 5)
    assert [block.number for block in sheet.blocks] == [1, 2, 3, 4]


def test_a_block_with_a_blank_line_in_it_is_one_block() -> None:
    shape = (Block("Først\n\nså", 1), Block("sidst", 2))
    sheet = laid_out(running_text(shape), shape)
    assert [block.text for block in sheet.blocks] == ["Først\n\nså", "sidst"]


@given(paragraphs, paragraphs)
def test_blocks_stand_in_the_text_where_they_say(before: list[str], after: list[str]) -> None:
    shape = tuple(Block(text, number) for number, text in enumerate(before, 1))
    text = "\n\n".join(after)
    sheet = laid_out(text, shape)
    for block, start in zip(sheet.blocks, sheet.starts, strict=True):
        assert text[start : start + len(block.text)] == block.text
    assert "".join(text.split()) == "".join("".join(b.text.split()) for b in sheet.blocks)


@given(paragraphs, paragraphs)
def test_places_rise(before: list[str], after: list[str]) -> None:
    found = [place for place in aligned(before, after) if place is not None]
    assert found == sorted(set(found))


@given(st.text("aæ😀\u0301\n𝒜"))
def test_positions_are_those_of_a_browser(text: str) -> None:
    units = Utf16(text)
    for at in range(len(text) + 1):
        assert units.at(at) == len(text[:at].encode("utf-16-le")) // 2


def test_a_shape_survives_the_way_to_the_page_and_back() -> None:
    assert blocks_of(shape_of(SHAPE)) == SHAPE
