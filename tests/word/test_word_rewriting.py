"""Edits in Word files: tracked or direct, in their own runs, and nothing else touched."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from lxml import etree
from tests.word.conftest import MakeDocx, W

from traek.errors import DocumentError
from traek.fixing import As, Edit, apply_edits
from traek.model import Span, SuggestionKind
from traek.word.review import clean
from traek.word.stories import read_document

BOLD = "<w:p><w:r><w:t>Du skal </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>straks</w:t></w:r><w:r><w:t> svare os på vores brev om mødet.</w:t></w:r></w:p>"
END = "<w:p><w:r><w:t>Venlig hilsen</w:t></w:r></w:p>"


def replacing(old: str, new: str, text: str, block: int = 1) -> Edit:
    start = text.index(old)
    kind = SuggestionKind.REPLACE if new else SuggestionKind.DELETE
    return Edit(block, Span(start, start + len(old)), old, new, kind)


def adding(text: str, block: int | None) -> Edit:
    return Edit(block, None, "", text, SuggestionKind.ADD)


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_document(data, "brev.docx").blocks]


def root_of(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(data)).read("word/document.xml"))


TEXT = "Du skal straks svare os på vores brev om mødet."
EDIT = replacing("straks svare os", "gerne svare os", TEXT)


@pytest.mark.parametrize("as_", list(As))
def test_the_letter_reads_as_edited_either_way(make_docx: MakeDocx, as_: As) -> None:
    outcome = apply_edits(make_docx(BOLD), "brev.docx", [EDIT], as_=as_)
    assert texts(outcome.data) == ["Du skal gerne svare os på vores brev om mødet."]
    assert (outcome.done, outcome.left) == ((EDIT,), ())


def test_only_the_word_that_changes_is_tracked_and_it_keeps_its_looks(make_docx: MakeDocx) -> None:
    root = root_of(apply_edits(make_docx(BOLD), "brev.docx", [EDIT]).data)
    assert [each.text for each in root.iter(f"{{{W}}}delText")] == ["straks"]
    (inserted,) = root.iter(f"{{{W}}}ins")
    assert "".join(map(str, inserted.itertext())) == "gerne"
    assert next(inserted.iter(f"{{{W}}}b"), None) is not None


def test_direct_leaves_no_tracked_change(make_docx: MakeDocx) -> None:
    edits = [EDIT, adding("Nyt afsnit.", None)]
    root = root_of(apply_edits(make_docx(BOLD), "brev.docx", edits, as_=As.DIRECT).data)
    assert not list(root.iter(f"{{{W}}}ins", f"{{{W}}}del"))


def test_a_new_paragraph_stands_before_its_block_and_looks_like_the_text(
    make_docx: MakeDocx,
) -> None:
    body = BOLD.replace("<w:p>", '<w:p><w:pPr><w:jc w:val="both"/></w:pPr>', 1) + END
    outcome = apply_edits(make_docx(body), "brev.docx", [adding("Ring gerne.\n\nVi ses.", 2)])
    assert texts(outcome.data) == [TEXT, "Ring gerne.", "Vi ses.", "Venlig hilsen"]
    paragraph = list(root_of(outcome.data).iter(f"{{{W}}}p"))[1]
    assert paragraph.find(f"{{{W}}}pPr/{{{W}}}jc") is not None
    assert paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}ins") is not None


def test_a_letter_with_empty_paragraphs_gets_one_after_each_new(make_docx: MakeDocx) -> None:
    outcome = apply_edits(make_docx(f"{BOLD}<w:p/>{END}"), "brev.docx", [adding("Ring gerne.", 2)])
    found = ["".join(map(str, each.itertext())) for each in root_of(outcome.data).iter(f"{{{W}}}p")]
    assert found == [TEXT, "", "Ring gerne.", "", "Venlig hilsen"]


def test_a_paragraph_last_in_the_letter_stands_before_the_page_setup(make_docx: MakeDocx) -> None:
    body = f"{BOLD}<w:sectPr/>"
    outcome = apply_edits(make_docx(body), "brev.docx", [adding("En.\n\nTo.", None)])
    assert texts(outcome.data) == [TEXT, "En.", "To."]
    assert root_of(outcome.data)[0][-1].tag == f"{{{W}}}sectPr"


def test_what_is_added_can_be_taken_away_again(make_docx: MakeDocx) -> None:
    data = make_docx(BOLD + END)
    outcome = apply_edits(data, "brev.docx", [EDIT, adding("Ring gerne.", 2)])
    assert texts(clean(outcome.data, "brev.docx")) == texts(data)
    assert len(list(root_of(clean(outcome.data, "brev.docx")).iter(f"{{{W}}}p"))) == 2


def test_a_paragraph_before_a_table_cell_stands_before_its_table(make_docx: MakeDocx) -> None:
    table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Celle</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    outcome = apply_edits(make_docx(BOLD + table + END), "brev.docx", [adding("Nyt.", 2)])
    assert texts(outcome.data) == [TEXT, "Nyt.", "Celle", "Venlig hilsen"]


def test_a_place_in_a_field_is_left_and_said(make_docx: MakeDocx) -> None:
    field = '<w:p><w:fldSimple w:instr="X"><w:r><w:t>straks</w:t></w:r></w:fldSimple></w:p>'
    edit = replacing("straks", "gerne", "straks")
    outcome = apply_edits(make_docx(field), "brev.docx", [edit])
    assert outcome.done == ()
    (left,) = outcome.left
    assert left.reason.startswith("stedet hænger sammen med et felt")
    assert outcome.data == make_docx(field)


def test_another_file_is_not_edited(make_docx: MakeDocx) -> None:
    with pytest.raises(DocumentError, match="er ændret, siden traek læste den"):
        apply_edits(make_docx(END), "brev.docx", [EDIT])
