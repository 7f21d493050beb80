"""Files other than Word's: what is read from them, and what is said where they cannot be read."""

from __future__ import annotations

import codecs
import re
import zipfile
from collections import Counter
from email.message import EmailMessage
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from traek import BlockKind, Document, DocumentError
from traek.loaders import traek_loaders
from traek.loaders.eml import EmlLoader
from traek.loaders.html import HtmlLoader
from traek.loaders.markdown import MarkdownLoader
from traek.loaders.odt import OdtLoader
from traek.loaders.plain import TextPlace, blocks_of_text
from traek.loaders.txt import TextLoader

LETTER = """Egeby Kommune
Borgerservice

Afslag på din ansøgning

Kære Anne Lund

Du har søgt om hjælp. Vi kan desværre ikke give
dig den, og her kan du læse hvorfor.

Send os:
- lønsedler
- din lejekontrakt, hvis
  du har en

Med venlig hilsen
Ole Munk
Sagsbehandler
"""


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def of_kind(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def test_every_kind_of_file_has_one_loader() -> None:
    loaders = traek_loaders()
    endings = [ending for loader in loaders for ending in loader.extensions]
    assert len(endings) == len(set(endings))
    assert {".docx", ".odt", ".rtf", ".html", ".eml", ".msg", ".txt", ".md", ".pdf", ".doc"} <= set(
        endings
    )


# Plain text


@pytest.mark.parametrize(
    "data",
    [
        "Kære Søren æøåÆØÅ »§«".encode(),
        "Kære Søren æøåÆØÅ »§«".encode("cp1252"),
        "Kære Søren æøåÆØÅ »§«".encode("utf-16"),
        "Kære Søren æøåÆØÅ »§«".encode("utf-16-le"),
        "Kære Søren æøåÆØÅ »§«".encode("utf-16-be"),
        codecs.BOM_UTF8 + "Kære Søren æøåÆØÅ »§«".encode(),
    ],
)
def test_danish_letters_survive_whatever_saved_the_file(data: bytes) -> None:
    assert texts(TextLoader().load(data, "brev.txt")) == ["Kære Søren æøåÆØÅ »§«"]


def test_the_user_s_word_on_the_encoding_counts() -> None:
    document = TextLoader().load("Kære Søren".encode("cp865"), "brev.txt", encoding="cp865")
    assert texts(document) == ["Kære Søren"]


def test_a_typed_letter_falls_into_the_blocks_that_a_reader_sees() -> None:
    document = TextLoader().load(LETTER.encode(), "brev.txt")
    assert texts(document) == [
        "Egeby Kommune",
        "Borgerservice",
        "Afslag på din ansøgning",
        "Kære Anne Lund",
        "Du har søgt om hjælp. Vi kan desværre ikke give\ndig den, og her kan du læse hvorfor.",
        "Send os:",
        "lønsedler",
        "din lejekontrakt, hvis\n  du har en",
        "Med venlig hilsen",
        "Ole Munk",
        "Sagsbehandler",
    ]
    assert of_kind(document, BlockKind.HEADING) == ["Afslag på din ansøgning"]
    assert len(of_kind(document, BlockKind.LIST_ITEM)) == 2
    assert document.blocks[4].headings == ("Afslag på din ansøgning",)


@pytest.mark.parametrize(
    "line", ["Kære Anne", "Med venlig hilsen", "Anne Lund", "Tlf. 12 34 56 78"]
)
def test_greetings_closings_and_names_are_no_headings(line: str) -> None:
    document = TextLoader().load(f"{line}\n\nDu har søgt om hjælp.\n".encode(), "brev.txt")
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


def test_a_sentence_is_not_broken_where_its_line_is() -> None:
    text = "Du skal ringe til\nAnne Lund, når du\nhar tid.\n\nDet sker senest\n1. maj ved vores kontor.\n"
    assert len(blocks_of_text(text)) == 2


def test_a_heading_may_stand_close_on_its_paragraph() -> None:
    first, second = blocks_of_text("Begrundelse\n" + "Vi har lagt vægt på, at du bor alene. " * 3)
    assert (first.kind, second.headings) == (BlockKind.HEADING, ("Begrundelse",))


def test_plain_text_saved_by_word_has_a_paragraph_on_every_line() -> None:
    long = "Du har søgt om hjælp, og det har vi set på sammen med din læge og din søster. " * 2
    text = (
        f"Anne Lund\nKirkevej 2\nAfslag på hjælp\nKære Anne\n{long}\n{long}\nMed venlig hilsen\nOle"
    )
    blocks = blocks_of_text(text)
    assert [block.text for block in blocks] == [line.strip() for line in text.split("\n")]
    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == [
        "Afslag på hjælp"
    ]


LINES = st.lists(st.text("aæ AB.:-*1\r\t«»<!>", max_size=12), max_size=12).map("\n".join)


@given(LINES)
def test_every_block_of_text_stands_unchanged_where_it_says(text: str) -> None:
    covered = 0
    for block in blocks_of_text(text):
        assert isinstance(block.locator, TextPlace)
        start = block.locator.start
        assert text[start : start + len(block.text)] == block.text
        assert start >= covered
        covered = start + len(block.text)


@given(LINES)
@example("A. 1")
@example("a. 1")
def test_no_word_of_a_text_is_lost(text: str) -> None:
    read = Counter("".join(block.text for block in blocks_of_text(text)))
    marks = Counter("".join(re.findall(r"(?<![^\r\n])[ \t]*([aæ])\.[ \t]+(?=\S)", text)))
    for letter in "aæAB":
        assert text.count(letter) - marks[letter] <= read[letter] <= text.count(letter)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("A. Jensen har skrevet til os.", "A. Jensen har skrevet til os."),
        ("A) Du bor i kommunen.", "Du bor i kommunen."),
        ("a. at du bor i kommunen", "at du bor i kommunen"),
        ("b) at du bor i kommunen", "at du bor i kommunen"),
        ("(2) at du bor i kommunen", "at du bor i kommunen"),
    ],
)
def test_an_initial_is_no_mark_of_a_list(line: str, read: str) -> None:
    (block,) = blocks_of_text(line)
    assert block.text == read


def test_a_comment_for_traek_stays_in_the_text_but_is_a_gap() -> None:
    (block,) = blocks_of_text("Du skal <!-- traek: ok regel – lovtekst --> svare.")
    (span,) = block.placeholders
    assert block.text[span.start : span.end] == "<!-- traek: ok regel – lovtekst -->"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "er tom"),
        (b" \r\n\t\n", "er tom"),
        (b"PK\x03\x04" + b"x" * 50, "gem som .docx"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "gem som .docx"),
        (b"x" * (64 * 1024 * 1024 + 1), "Del den op"),
    ],
)
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=r"»brev\.txt«") as caught:
        TextLoader().load(data, "mappe/brev.txt")
    assert words in str(caught.value)


@pytest.mark.parametrize("encoding", ["findes-ikke", "ascii"])
def test_a_wrong_encoding_is_said_kindly(encoding: str) -> None:
    with pytest.raises(DocumentError, match=encoding):
        TextLoader().load("Kære Søren".encode(), "brev.txt", encoding=encoding)


# Markdown

MARKDOWN = """---
titel: x
---
# Afgørelse

Kære **Anne**, se `kode` og [vejledningen](https://eksempel.dk/a).

## Begrundelse
Vi har lagt vægt på
to ting:

* at du bor alene
1. at du arbejder

> Du skrev, at det haster.

```
kode
```

| Frist | 1. maj |
|---|---|
| Sted | Rådhuset |

Klage
-----
Du kan klage.
"""


def test_markdown_falls_into_its_blocks() -> None:
    document = MarkdownLoader().load(MARKDOWN.encode(), "brev.md")
    assert of_kind(document, BlockKind.HEADING) == ["Afgørelse", "Begrundelse", "Klage"]
    assert of_kind(document, BlockKind.LIST_ITEM) == ["at du bor alene", "at du arbejder"]
    assert of_kind(document, BlockKind.TABLE_CELL) == ["Frist", "1. maj", "Sted", "Rådhuset"]
    assert [block.text for block in document.blocks if block.style == "Citat"] == [
        "Du skrev, at det haster."
    ]
    assert document.blocks[-1].headings == ("Afgørelse", "Klage")
    assert "kode\n" not in "".join(texts(document))


def test_code_and_addresses_in_markdown_are_gaps() -> None:
    document = MarkdownLoader().load(MARKDOWN.encode(), "brev.md")
    block = document.blocks[1]
    assert [block.text[a:b] for a, b in block.placeholders] == [
        "`kode`",
        "(https://eksempel.dk/a)",
    ]


@given(LINES)
def test_every_block_of_markdown_stands_unchanged_where_it_says(text: str) -> None:
    try:
        document = MarkdownLoader().load(text.encode(), "brev.md")
    except DocumentError:
        assert not text.strip("\ufeff \t\r\n\f\v\u00a0")
        return
    for block in document.blocks:
        assert isinstance(block.locator, TextPlace)
        assert text[block.locator.start :].startswith(block.text)


# HTML and mail


def test_a_web_page_is_read_as_it_shows() -> None:
    page = """<!DOCTYPE html><html><head><title>x</title><style>p {}</style></head><body>
    <h1>Svar på\n  din klage</h1><p>Kære <b>An</b>ne</p><p style="display:none">skjult</p>
    <ul><li>et<li>to</ul><table><tr><td>Frist</td><td>1.&nbsp;maj</td></tr></table>
    <script>nej</script>Løs tekst<br>på ny linje<!-- traek: ok r --></body></html>"""
    document = HtmlLoader().load(page.encode(), "brev.html")
    assert texts(document) == [
        "Svar på din klage",
        "Kære Anne",
        "et",
        "to",
        "Frist",
        "1.\u00a0maj",
        "Løs tekst\npå ny linje<!-- traek: ok r -->",
    ]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert document.blocks[2].kind is BlockKind.LIST_ITEM
    assert document.blocks[4].kind is BlockKind.TABLE_CELL
    assert document.blocks[1].headings == ("Svar på din klage",)


def test_a_page_s_own_word_on_its_encoding_counts_only_where_it_is_true() -> None:
    page = '<meta charset="{}"><p>Kære Søren'
    old, wrong = page.format("iso-8859-1"), page.format("ascii")
    assert texts(HtmlLoader().load(old.encode("latin-1"), "b.html")) == ["Kære Søren"]
    assert texts(HtmlLoader().load(wrong.encode(), "b.html")) == ["Kære Søren"]


def mail(text: str | None = None, html: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Svar på din henvendelse"
    message["From"] = "kommunen@eksempel.dk"
    if text is not None:
        message.set_content(text)
    if html is not None:
        message.add_alternative(html, subtype="html") if text else message.set_content(
            html, subtype="html"
        )
    return message


def test_a_mail_is_its_subject_its_text_and_what_is_attached() -> None:
    message = mail("Kære Søren\n\nTak for din mail.\n", "<p>andet</p>")
    message.add_attachment("Bilag æ".encode(), maintype="text", subtype="plain", filename="b.txt")
    message.add_attachment(b"x", maintype="image", subtype="png", filename="foto.png")
    document = EmlLoader().load(message.as_bytes(), "svar.eml")
    assert [(block.text, block.part) for block in document.blocks] == [
        ("Svar på din henvendelse", "emne"),
        ("Kære Søren", "hoveddel"),
        ("Tak for din mail.", "hoveddel"),
        ("Bilag æ", "bilag »b.txt«"),
    ]
    assert "foto.png" in document.warnings[0]


def test_a_mail_with_only_html_is_read() -> None:
    document = EmlLoader().load(mail(html="<p>Kære Søren</p>").as_bytes(), "svar.eml")
    assert texts(document) == ["Svar på din henvendelse", "Kære Søren"]


def test_the_mail_that_is_answered_is_marked_as_a_quote() -> None:
    text = "Kære Søren\n\nTak.\n\nDen 3. maj 2025 kl. 10 skrev Søren Lund:\n\nI er for dårlige!\n"
    document = EmlLoader().load(mail(text).as_bytes(), "svar.eml")
    assert [block.text for block in document.blocks if block.style == "Citat"] == [
        "Den 3. maj 2025 kl. 10 skrev Søren Lund:",
        "I er for dårlige!",
    ]


def test_what_is_no_mail_is_refused() -> None:
    with pytest.raises(DocumentError, match="ligner ikke en gemt mail"):
        EmlLoader().load(b"bare tekst", "svar.eml")


# OpenDocument, rich text, PDF and Word's old files

ODT_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "draw": "drawing",
    }.items()
)


def odt(body: str, styles: str = "", automatic: str = "") -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {ODT_SPACES}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        archive.writestr(
            "styles.xml", f"<office:document-styles {ODT_SPACES}>{styles}</office:document-styles>"
        )
    return buffer.getvalue()


def test_an_open_document_is_read_with_all_its_parts() -> None:
    data = odt(
        "<text:tracked-changes><text:p>slettet</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Afgørelse</text:h>'
        '<text:p text:style-name="P1">Kære <text:span>An</text:span>ne<text:s text:c="2"/>\n   L'
        "<text:tab/>x<text:line-break/>y<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Note</text:p></text:note-body></text:note></text:p>"
        "<text:list><text:list-item><text:p>et</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>celle</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<text:p>Kære <text:placeholder>&lt;navn&gt;</text:placeholder><draw:frame><draw:text-box>"
        "<text:p>boks</text:p></draw:text-box></draw:frame></text:p>"
        '<text:p><text:conditional-text text:condition="ooow:a == 1" '
        'text:string-value-if-true="straks" text:string-value-if-false="gerne">gerne'
        "</text:conditional-text></text:p>",
        "<style:master-page><style:header><text:p>Logo</text:p></style:header></style:master-page>",
        '<style:style style:name="P1" style:parent-style-name="Lovtekst"/>',
    )
    document = OdtLoader().load(data, "brev.odt")
    assert [(block.text, block.part, block.latent) for block in document.blocks] == [
        ("Afgørelse", "hoveddel", None),
        ("Kære Anne  L\tx\ny", "hoveddel", None),
        ("Note", "fodnote", None),
        ("et", "hoveddel", None),
        ("celle", "hoveddel", None),
        ("Kære <navn>", "hoveddel", None),
        ("boks", "tekstboks", None),
        ("gerne", "hoveddel", None),
        ("straks", "hoveddel", "hvis a == 1"),
        ("Logo", "sidehoved", None),
    ]
    assert document.blocks[1].style == "Lovtekst"
    assert document.blocks[1].headings == ("Afgørelse",)
    assert document.blocks[5].placeholders == ((5, 11),)


def test_rich_text_is_read_paragraph_by_paragraph() -> None:
    loader = next(each for each in traek_loaders() if each.name == "rtf")
    data = rb"{\rtf1\ansi\ansicpg1252 K\'e6re \b An\b0 ne\par Du skal svare.\par}"
    assert texts(loader.load(data, "brev.rtf")) == ["Kære Anne", "Du skal svare."]


def test_a_table_in_rich_text_falls_into_its_cells() -> None:
    loader = next(each for each in traek_loaders() if each.name == "rtf")
    data = rb"{\rtf1\ansi {\trowd Frist\cell 1. maj\cell\row}\pard Hilsen os.\par}"
    assert texts(loader.load(data, "brev.rtf")) == ["Frist", "1. maj", "Hilsen os."]


def pdf(*lines: tuple[int, str]) -> bytes:
    """A one-page PDF with each line at its height, made by hand."""
    content = "BT /F1 11 Tf " + " ".join(
        f"1 0 0 1 50 {height} Tm ({line}) Tj" for height, line in lines
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        f"<< /Length {len(content) + 3} >>\nstream\n{content} ET\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def test_a_pdf_falls_into_paragraphs_and_its_hyphens_are_undone() -> None:
    loader = next(each for each in traek_loaders() if each.name == "pdf")
    data = pdf(
        (700, "Kære Anne"),
        (670, "Vi har set på din sag om økono-"),
        (656, "misk hjælp, og vi ringer."),
        (620, "Hilsen os."),
    )
    document = loader.load(data, "brev.pdf")
    assert [block.text.replace("\n", " ") for block in document.blocks] == [
        "Kære Anne",
        "Vi har set på din sag om økonomisk hjælp, og vi ringer.",
        "Hilsen os.",
    ]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("pdf", b"x", "er ikke en PDF"),
        ("pdf", pdf(), "er et billede uden tekst"),
        ("msg", b"x", "ikke en Outlook-mail"),
        ("rtf", b"x", "ikke et RTF-dokument"),
        ("odt", b"x", "ikke et Word-dokument"),
        ("doc", b"x", "gem som .docx"),
        ("html", b"<p></p>", "viser ingen tekst"),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(name: str, data: bytes, words: str) -> None:
    loader = next(each for each in traek_loaders() if each.name == name)
    with pytest.raises(DocumentError, match=f"»brev.{name}«") as caught:
        loader.load(data, f"brev.{name}")
    assert words in str(caught.value)


def test_an_old_word_file_name_may_hold_a_newer_file() -> None:
    loader = next(each for each in traek_loaders() if each.name == "doc")
    document = loader.load(b"<html><p>K\xe6re Anne</p></html>", "brev.doc")
    assert texts(document) == ["Kære Anne"]


# Damage

WHOLE = {
    "eml": mail("Kære Søren\n\nTak.", "<p>Tak.</p>").as_bytes(),
    "odt": odt("<text:p>Kære Søren</text:p>"),
    "pdf": pdf((700, "Kære Anne")),
    "rtf": rb"{\rtf1\ansi K\'e6re \b An\b0 ne\par Du skal svare.\par}",
    "html": b"<html><h1>Svar</h1><p>K&aelig;re <b>Anne</b></p></html>",
    "md": MARKDOWN.encode(),
}


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(sorted(WHOLE)),
    st.lists(st.tuples(st.integers(0, 5000), st.binary(max_size=4)), min_size=1, max_size=6),
)
def test_a_damaged_file_is_read_or_refused_and_never_a_surprise(
    name: str, edits: list[tuple[int, bytes]]
) -> None:
    data = bytearray(WHOLE[name])
    for at, new in edits:
        start = at % (len(data) + 1)
        data[start : start + 2] = new
    loader = next(each for each in traek_loaders() if each.name == name)
    try:
        document = loader.load(bytes(data), f"brev.{name}")
    except DocumentError:
        return
    assert all(block.text.strip() for block in document.blocks)
