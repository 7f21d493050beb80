"""Copies of a dropped file: comments, tracked changes, or the words of the page written in."""

from __future__ import annotations

import json
import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING
from urllib.parse import unquote

import docx
import pytest

from traek.loaders.docx import DocxLoader
from traek.model import Block
from traek.web.copies import edits_made, ways
from traek.web.sheet import laid_out

if TYPE_CHECKING:
    import httpx
    from tests.web.conftest import Served

STIFF = "Såfremt du flytter, er det fint."
LETTER = ("Kære Åse", STIFF, "Venlig hilsen Bo")


def word_letter(*paragraphs: str, footer: str = "") -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    if footer:
        made.sections[0].footer.paragraphs[0].text = footer
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def copied(
    served: Served, way: str, text: str, data: bytes, name: str = "b.docx"
) -> httpx.Response:
    line = json.dumps({"way": way, "name": name, "text": text}).encode()
    return served.ask("write", line + b"\n" + data)


def texts(data: bytes) -> list[str]:
    return [block.text for block in DocxLoader().load(data, "b.docx").blocks]


def test_the_words_of_the_page_are_written_in(served: Served) -> None:
    now = "Kære Åse 🙂\n\nTak for din mail.\n\nHvis du flytter, er det fint.\n\nVenlig hilsen Bo\n\nPS. Ring."
    answer = copied(served, "direct", now, word_letter(*LETTER))
    assert texts(answer.content) == now.split("\n\n")
    assert unquote(answer.headers["x-traek-name"]) == "b.traek.docx"
    assert "4 rettelser skrevet ind" in unquote(answer.headers["x-traek-told"])


def test_changes_are_tracked_and_can_be_told_from_the_letter(served: Served) -> None:
    now = "\n\n".join(LETTER).replace("Såfremt", "Hvis")
    data = copied(served, "changes", now, word_letter(*LETTER)).content
    xml = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "<w:ins " in xml
    assert re.search("<w:delText[^>]*>Såfremt</w:delText>", xml)
    assert texts(data)[1] == "Hvis du flytter, er det fint."


def test_without_a_change_the_tracked_ones_are_what_traek_suggests(served: Served) -> None:
    answer = copied(served, "changes", "\n\n".join(LETTER), word_letter(*LETTER))
    assert texts(answer.content)[1] == "Hvis du flytter, er det fint."


def test_comments_are_about_the_words_of_the_page(served: Served) -> None:
    now = "\n\n".join(("Kære Åse", "Du har undladt at oplyse, at du er flyttet.", LETTER[2]))
    data = copied(served, "comments", now, word_letter(*LETTER)).content
    made = docx.Document(BytesIO(data))
    assert made.paragraphs[1].text == now.split("\n\n")[1]
    assert any("undladt" in comment.text for comment in made.comments)
    assert not any("Såfremt" in comment.text for comment in made.comments)


def test_a_paragraph_at_the_end_goes_before_no_footer(served: Served) -> None:
    data = word_letter(*LETTER, footer="Birkelev Kommune")
    before = texts(data)
    now = "\n\n".join(before).replace("Venlig hilsen Bo", "Venlig hilsen Bo\n\nRing gerne.")
    made = docx.Document(BytesIO(copied(served, "direct", now, data).content))
    assert made.paragraphs[-1].text == "Ring gerne."
    assert made.sections[0].footer.paragraphs[0].text == "Birkelev Kommune"


def test_a_markdown_file_keeps_what_is_around_its_words(served: Served) -> None:
    data = f"# Flytning\n\n* {STIFF}\n".encode()
    answer = copied(served, "direct", "Flytning\n\nHvis du flytter, er det fint.", data, "b.md")
    assert answer.content == b"# Flytning\n\n* Hvis du flytter, er det fint.\n"


def test_a_text_file_is_shown_as_it_is(served: Served) -> None:
    text = "Lene Holm\nSkovvej 1\n\n\n  Kære Lene\n"
    opened = served.ask("read", text.encode(), X_Traek_Name="b.txt").json()
    assert (opened["text"], opened["shape"]) == (text, [])


def test_a_text_file_keeps_its_line_ends(served: Served) -> None:
    data = f"Kære Åse\r\n\r\n{STIFF}\r\n".encode("cp1252")
    answer = copied(served, "direct", "Kære Åse\n\nHvis du flytter, er det fint.\n", data, "b.txt")
    assert answer.content == "Kære Åse\r\n\r\nHvis du flytter, er det fint.\r\n".encode("cp1252")


@pytest.mark.parametrize(
    ("way", "name", "data", "status"),
    [
        ("farver", "b.docx", word_letter("Kære"), 400),
        ("comments", "b.txt", b"Hej", 422),
        ("direct", "b.odt", b"Hej", 422),
        ("direct", "b.docx", b"ikke Word", 422),
    ],
)
def test_what_cannot_be_written_is_said(
    served: Served, way: str, name: str, data: bytes, status: int
) -> None:
    answer = copied(served, way, "Hej", data, name)
    assert answer.status_code == status
    assert answer.json()["error"]


def test_the_copies_of_a_file_depend_on_its_kind() -> None:
    assert len(ways("Brev.DOCX")) == 3
    assert ways("brev.md") == ("direct",)
    assert ways("brev.pdf") == ()


def test_an_untouched_text_makes_no_edits() -> None:
    shape = (Block("Kære\n\nÅse", 1), Block("Tak.", 4))
    assert edits_made(shape, laid_out("Kære\n\nÅse\n\nTak.", shape)) == ()
