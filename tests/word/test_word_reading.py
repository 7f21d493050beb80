"""Every place in a Word file where a reader can meet a word: read there, once, with an address."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from itertools import islice

import pytest
from lxml import etree

from traek.model import Block, BlockKind, Document
from traek.word import Place, read_document

MakeDocx = Callable[..., bytes]
M = "klitrose"
SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def r(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*inner: str, properties: str = "") -> str:
    inside = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inside}{''.join(inner)}</w:p>"


def cell(*inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inner)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def sign(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def instruction(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


def complex_field(code: str, result: str) -> str:
    return sign("begin") + instruction(code) + sign("separate") + result + sign("end")


def control(content: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def shape(content: str) -> str:
    return (
        '<w:drawing><wp:inline><wp:docPr id="1" name="Boks"/><a:graphic><a:graphicData uri="x">'
        f"<wps:wsp><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def text_box(content: str) -> str:
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape(content)}</mc:Choice>'
        f"<mc:Fallback>{old}</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


DEL = '<w:del w:id="1" w:author="A">'
ITEMS = (
    '<w:dropDownList><w:listItem w:displayText="roligt" w:value="1"/>'
    f'<w:listItem w:displayText="{M} i listen" w:value="2"/></w:dropDownList>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="{label}"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
SECTION = '<w:sectPr><w:{0}Reference w:type="default" r:id="{0}1"/></w:sectPr>'
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Emne"><w:name w:val="Emnelinje"/>'
    '<w:basedOn w:val="Overskrift1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lov"><w:name w:val="Lovtekst"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Niv"><w:name w:val="Niveau"/><w:pPr>'
    '<w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/>'
    "</w:rPr></w:style>"
)


def link(kind: str, identity: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{RELATIONS}/{kind}" Target="{target}"/>'


def note(kind: str, text: str) -> dict[str, object]:
    inner = (
        f'<w:{kind} w:type="separator" w:id="-1">{p(r("streg"))}</w:{kind}>'
        f'<w:{kind} w:id="1">{p("<w:r><w:footnoteRef/></w:r>", r(text))}</w:{kind}>'
    )
    return {
        "body": p(r("Brødtekst"), f'<w:r><w:{kind}Reference w:id="1"/></w:r>'),
        f"{kind}s": inner,
    }


def building_block(content: str, kind: str = "") -> dict[str, object]:
    name = f'<w:name w:val="Rykker"/><w:types><w:type w:val="{kind}"/></w:types>'
    block = f"<w:docPart><w:docPartPr>{name}</w:docPartPr><w:docPartBody>{content}"
    return {
        "body": p(r("Brødtekst")),
        "kind": "dotx",
        "glossary": f"<w:docParts>{block}</w:docPartBody></w:docPart></w:docParts>",
    }


IF_BOTH = complex_field(
    f' IF {complex_field(" MERGEFIELD Sag ", r("«Sag»"))} = "1" "{M} nu" "ring blot" ', r("roligt")
)
IF = sign("begin") + instruction(" IF ") + complex_field(" MERGEFIELD Sag ", r("«Sag»"))

VISIBLE: dict[str, dict[str, object]] = {
    "paragraph": {"body": p(r(M))},
    "two runs": {"body": p(r("klit"), r("rose"))},
    "four runs with formatting": {
        "body": p(r("k"), r("lit", "<w:rPr><w:b/></w:rPr>"), r("ro"), r("se"))
    },
    "spelling marks inside the word": {"body": p(r("klit"), '<w:proofErr w:type="x"/>', r("rose"))},
    "bookmark inside the word": {
        "body": p(r("klit"), '<w:bookmarkStart w:id="1" w:name="b"/>', r("rose"))
    },
    "comment range inside the word": {
        "body": p(r("klit"), '<w:commentRangeStart w:id="1"/>', r("rose"))
    },
    "heading": {"body": p(r(M), properties='<w:pStyle w:val="Overskrift1"/>'), "styles": STYLES},
    "table cell": {"body": table(cell(p(r("a"))) + cell(p(r(M))))},
    "nested table": {"body": table(cell(table(cell(p(r(M)))) + p()))},
    "merged across": {
        "body": table(cell(p(r(M)), properties='<w:gridSpan w:val="3"/>') + cell(p(r("b"))))
    },
    "merged down": {
        "body": table(
            cell(p(r(M)), properties='<w:vMerge w:val="restart"/>'),
            cell(p(), properties="<w:vMerge/>"),
        )
    },
    "row in content control": {
        "body": f"<w:tbl>{control('<w:tr>' + cell(p(r(M))) + '</w:tr>')}</w:tbl>"
    },
    "cell in content control": {"body": table(control(cell(p(r(M)))))},
    "content control around a block": {"body": control(p(r(M)))},
    "content control in a line": {"body": p(r("a "), control(r(M)), r(" b"))},
    "content control in a content control": {"body": control(control(p(control(r(M)))))},
    "content control in a cell": {"body": table(cell(control(p(r(M)))))},
    "header": {"body": p(r("a")) + SECTION.format("header"), "header1": p(r(M))},
    "footer": {"body": p(r("a")) + SECTION.format("footer"), "footer1": p(r(M))},
    "table in header": {
        "body": p(r("a")) + SECTION.format("header"),
        "header1": table(cell(p(r(M)))) + p(),
    },
    "footnote": note("footnote", M),
    "endnote": note("endnote", M),
    "text box": {"body": p(r("a"), text_box(p(r(M))))},
    "text box of old": {
        "body": p(
            f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p(r(M))}</w:txbxContent>"
            "</v:textbox></v:shape></w:pict></w:r>"
        )
    },
    "text box with a table": {"body": p(text_box(table(cell(p(r(M)))) + p()))},
    "text box in a text box": {"body": p(text_box(p(text_box(p(r(M))))))},
    "text box in header": {
        "body": p(r("a")) + SECTION.format("header"),
        "header1": p(text_box(p(r(M)))),
    },
    "text after a text box": {"body": p(text_box(p(r("a"))), r(M))},
    "hyperlink": {"body": p(r("a "), f'<w:hyperlink w:anchor="x">{r(M)}</w:hyperlink>')},
    "smart tag": {"body": p(f'<w:smartTag w:element="x">{r(M)}</w:smartTag>')},
    "custom XML in a line": {"body": p(f'<w:customXml w:element="x">{r(M)}</w:customXml>')},
    "custom XML around a block": {"body": f'<w:customXml w:element="x">{p(r(M))}</w:customXml>'},
    "insertion": {"body": p(r("Du "), f'<w:ins w:id="1">{r(M)}</w:ins>', r(" nu"))},
    "moved to": {"body": p(f'<w:moveTo w:id="1">{r(M)}</w:moveTo>')},
    "after a deletion": {"body": p(f"{DEL}<w:r><w:delText>væk</w:delText></w:r></w:del>", r(M))},
    "around a deletion": {
        "body": p(r("klit"), f"{DEL}<w:r><w:delText>x</w:delText></w:r></w:del>", r("rose"))
    },
    "inserted row": {
        "body": f"<w:tbl><w:tr><w:trPr><w:ins/></w:trPr>{cell(p(r(M)))}</w:tr></w:tbl>"
    },
    "simple field": {"body": p(f'<w:fldSimple w:instr=" REF x ">{r(M)}</w:fldSimple>')},
    "complex field": {"body": p(r("a "), complex_field(" REF x ", r(M)))},
    "field over two paragraphs": {
        "body": p(sign("begin"), instruction("TOC"), sign("separate"), r("a"))
        + p(r(M), sign("end"))
    },
    "field in a field": {"body": p(complex_field(" REF y ", complex_field(" HYPERLINK x ", r(M))))},
    "result of an IF field": {"body": p(complex_field(f' IF 1 = 1 "{M}" "b" ', r(M)))},
    "after a field without result": {
        "body": p(sign("begin"), instruction("XE"), sign("end"), r(M))
    },
    "bidirectional run": {"body": p(f"<w:dir>{r(M)}</w:dir>")},
    "ruby base": {
        "body": p(
            f"<w:r><w:ruby><w:rt>{r('a')}</w:rt><w:rubyBase>{r(M)}</w:rubyBase></w:ruby></w:r>"
        )
    },
    "mathematics": {"body": p(f"<m:oMath><m:r><m:t>{M}</m:t></m:r></m:oMath>")},
    "list item": {
        "body": p(r(M), properties=IN_LIST),
        "numbering": NUMBERING.format(label="%1."),
    },
    "list label": {
        "body": p(r("a"), properties=IN_LIST),
        "numbering": NUMBERING.format(label=f"{M} %1:"),
    },
    "after a tab": {"body": p(f"<w:r><w:tab/><w:t>{M}</w:t></w:r>")},
    "after a line break": {"body": p(f"<w:r><w:t>a</w:t><w:br/><w:t>{M}</w:t></w:r>")},
    "after a page break": {
        "body": p(f'<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>{M}</w:t></w:r>')
    },
    "in capitals by format": {"body": p(r(M, "<w:rPr><w:caps/></w:rPr>"))},
    "hidden turned off": {"body": p(r(M, '<w:rPr><w:vanish w:val="0"/></w:rPr>'))},
    "alternate content around a run": {
        "body": p(
            f'<mc:AlternateContent><mc:Choice Requires="w14">{r(M)}</mc:Choice>'
            f"<mc:Fallback>{r(M)}</mc:Fallback></mc:AlternateContent>"
        )
    },
    "alternate content around a block": {
        "body": f'<mc:AlternateContent><mc:Choice Requires="w14">{p(r(M))}</mc:Choice>'
        f"<mc:Fallback>{p(r(M))}</mc:Fallback></mc:AlternateContent>"
    },
    "watermark": {
        "body": p(r("a")) + SECTION.format("header"),
        "header1": p(f'<w:r><w:pict><v:shape><v:textpath string="{M}"/></v:shape></w:pict></w:r>'),
    },
    "figure": {
        "body": p(r("a")),
        "relations": link("diagramData", "d1", "diagrams/data1.xml"),
        "raw": {
            "word/diagrams/data1.xml": '<dgm:dataModel xmlns:dgm="d" xmlns:a='
            '"http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:t><a:p><a:r>'
            f"<a:t>{M}</a:t></a:r></a:p></dgm:t></dgm:dataModel>"
        },
    },
    "XML comment inside the word": {"body": p(r("klit"), "<!-- x -->", r("rose"))},
    "strict": {"body": p(r(M)), "strict": True},
    "strict header": {
        "body": p(r("a"))
        + '<w:sectPr><w:headerReference xmlns:s="http://purl.oclc.org/ooxml/officeDocument/'
        'relationships" w:type="default" s:id="header1"/></w:sectPr>',
        "header1": p(r(M)),
        "strict": True,
    },
    "docm": {"body": p(r(M)), "kind": "docm"},
    "dotx": {"body": p(r(M)), "kind": "dotx"},
    "dotm": {"body": p(r(M)), "kind": "dotm"},
}

LATENT: dict[str, dict[str, object]] = {
    "first text of an IF field": {
        "body": p(r("Du "), IF, instruction(f' = "1" "{M} nu" "ring" '), sign("end"))
    },
    "second text of an IF field": {
        "body": p(
            IF, instruction(f' = "1" "ring" "{M} nu" '), sign("separate"), r("ring"), sign("end")
        )
    },
    "IF text over two runs": {
        "body": p(IF, instruction(' = "1" "klit'), instruction('rose" "ring" '), sign("end"))
    },
    "IF text over two paragraphs": {
        "body": p(IF, instruction(' = "1" "a')) + p(instruction(f'{M}" "ring" '), sign("end"))
    },
    "IF text around a merge field": {
        "body": p(
            IF,
            instruction(' = "1" "Kære '),
            complex_field(" MERGEFIELD Navn ", r("«Navn»")),
            instruction(f' {M}" "ring" '),
            sign("end"),
        )
    },
    "IF in an IF": {
        "body": p(
            IF,
            instruction(' = "1" "'),
            complex_field(f' IF a = b "ja" "{M}" ', r("ja")),
            instruction('" "nej" '),
            sign("separate"),
            r("nej"),
            sign("end"),
        )
    },
    "simple IF field": {
        "body": p(f'<w:fldSimple w:instr=\' IF 1 = 2 "{M}" "b" \'>{r("b")}</w:fldSimple>')
    },
    "text of a macro button": {
        "body": p(sign("begin"), instruction(f" MACROBUTTON Ingen {M} "), sign("end"))
    },
    "drop-down list in a line": {"body": p(control(r("roligt"), ITEMS))},
    "drop-down list around a block": {"body": control(p(r("roligt")), ITEMS)},
    "drop-down list of a form": {
        "body": p(
            sign(
                "begin",
                f'<w:ffData><w:ddList><w:listEntry w:val="{M}"/></w:ddList></w:ffData>',
            ),
            instruction(" FORMDROPDOWN "),
            sign("end"),
        )
    },
    "building block": building_block(p(r(M))),
    "alternative text": {
        "body": p(
            f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{M}"/></wp:inline>'
            "</w:drawing></w:r>"
        )
    },
    "covered cell": {
        "body": table(
            cell(p(r("a")), properties='<w:vMerge w:val="restart"/>'),
            cell(p(r(M)), properties="<w:vMerge/>"),
        )
    },
}

UNREAD: dict[str, dict[str, object]] = {
    "deletion": {"body": p(r("a"), f"{DEL}<w:r><w:delText>{M}</w:delText></w:r></w:del>")},
    "deletion inside an insertion": {
        "body": p(f"<w:ins>{DEL}<w:r><w:delText>{M}</w:delText></w:r></w:del></w:ins>", r("a"))
    },
    "moved away": {"body": p(r("a"), f'<w:moveFrom w:id="1">{r(M)}</w:moveFrom>')},
    "deleted row": {
        "body": f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(p(r(M)))}</w:tr></w:tbl>{p(r('a'))}"
    },
    "hidden": {"body": p(r("a"), r(M, "<w:rPr><w:vanish/></w:rPr>"))},
    "hidden by style": {
        "body": p(r("a"), r(M, '<w:rPr><w:rStyle w:val="Skjult"/></w:rPr>')),
        "styles": STYLES,
    },
    "hidden by the paragraph's style": {
        "body": p(r("a")) + p(r(M), properties='<w:pStyle w:val="Intern"/>'),
        "styles": STYLES + '<w:style w:type="paragraph" w:styleId="Intern"><w:name w:val="Intern"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>",
    },
    "field code": {"body": p(complex_field(f" REF {M} ", r("a")))},
    "header that no section uses": {"body": p(r("a")), "header1": p(r(M))},
    "comment": {"body": p(r("a")), "comments": f'<w:comment w:id="0">{p(r(M))}</w:comment>'},
    "prompt of a content control": building_block(p(r(M)), "bbPlcHdr"),
    "ruby": {
        "body": p(
            f"<w:r><w:ruby><w:rt>{r(M)}</w:rt><w:rubyBase>{r('a')}</w:rubyBase></w:ruby></w:r>"
        )
    },
}


def read(make_docx: MakeDocx, **content: object) -> Document:
    return read_document(make_docx(**content), "brev.docx")


def character(data: bytes, place: Place, offset: int) -> str:
    """The character of the file at an address, found without the walker."""
    archive = zipfile.ZipFile(BytesIO(data))
    root = etree.fromstring(archive.read(place.part))
    if place.attribute is not None:
        element = next(islice(root.iter(place.attribute.element), place.attribute.nth, None))
        return element.get(place.attribute.attribute, "")[place.attribute.offset + offset]
    address = place.address(offset)
    paragraphs = [each for each in root.iter("{*}p") if "vml" not in each.tag]
    runs = list(paragraphs[address.paragraph].iter("{*}r"))
    text = ""
    for node in runs[address.run].iterchildren("*"):
        name = etree.QName(node).localname
        text += SIGNS.get(name) or (node.text or "" if name in ("t", "instrText") else "")
    return text[address.offset]


def assert_every_character_leads_back(data: bytes, block: Block) -> None:
    place = block.locator
    assert isinstance(place, Place)
    assert [character(data, place, at) for at in range(len(block.text))] == list(block.text)


@pytest.mark.parametrize("name", VISIBLE)
def test_visible_text_is_read_once_and_every_character_leads_back(
    make_docx: MakeDocx, name: str
) -> None:
    data = make_docx(**VISIBLE[name])
    document = read_document(data, "brev.docx")
    assert "".join(block.text for block in document.blocks).count(M) == 1
    (block,) = (block for block in document.blocks if M in block.text)
    assert block.latent is None
    for each in document.blocks:
        assert_every_character_leads_back(data, each)


@pytest.mark.parametrize("name", LATENT)
def test_text_that_shows_only_sometimes_is_read_once_and_marked(
    make_docx: MakeDocx, name: str
) -> None:
    data = make_docx(**LATENT[name])
    document = read_document(data, "brev.docx")
    assert "".join(block.text for block in document.blocks).count(M) == 1
    (block,) = (block for block in document.blocks if M in block.text)
    assert block.latent
    for each in document.blocks:
        assert_every_character_leads_back(data, each)


@pytest.mark.parametrize("name", UNREAD)
def test_text_that_nobody_sees_is_not_read(make_docx: MakeDocx, name: str) -> None:
    document = read(make_docx, **UNREAD[name])
    assert document.blocks
    assert not any(M in block.text for block in document.blocks)


def test_the_corpus_holds_at_least_sixty_places() -> None:
    assert len(VISIBLE) + len(LATENT) >= 60


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(make_docx: MakeDocx) -> None:
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    data = make_docx(body=p(r("Du skal "), properties=mark) + p(r("straks")) + p(r("ringe")))
    document = read_document(data, "brev.docx")
    assert texts(document) == ["Du skal straks", "ringe"]
    assert_every_character_leads_back(data, document.blocks[0])


def test_a_deleted_mark_at_the_end_of_a_cell_joins_nothing(make_docx: MakeDocx) -> None:
    mark = "<w:rPr><w:del w:id='1'/></w:rPr>"
    row = cell(p(r("Du skal"), properties=mark)) + cell(p(r("straks")))
    assert texts(read(make_docx, body=table(row))) == ["Du skal", "straks"]


def test_signs_of_word_become_the_characters_they_show(make_docx: MakeDocx) -> None:
    run = (
        "<w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>Boks</w:t><w:tab/><w:t>øko</w:t><w:softHyphen/>"
        '<w:t>nomi</w:t><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/><w:cr/></w:r>'
    )
    (text,) = texts(read(make_docx, body=p(run)))
    assert text == "e\u2011Boks\tøko\u00adnomi\n☒\n"


@pytest.mark.parametrize(
    "inner",
    [
        complex_field(" MERGEFIELD Navn ", r("«Navn»")),
        f'<w:fldSimple w:instr=" MERGEFIELD Navn ">{r("«Navn»")}</w:fldSimple>',
        r("«Navn»"),
        r("{{navn}}"),
        r("[dit navn]"),
        r("&lt;&lt;navn&gt;&gt;"),
        r("«Na") + r("vn»"),
        control(r("Klik her for at skrive."), "<w:showingPlcHdr/>"),
        complex_field(" FORMTEXT ", r("\u2002\u2002\u2002")),
    ],
)
def test_a_gap_is_one_placeholder_however_it_is_made(make_docx: MakeDocx, inner: str) -> None:
    (block,) = read(make_docx, body=p(r("Kære "), inner, r(", tak"))).blocks
    (span,) = block.placeholders
    assert (block.text[: span.start], block.text[span.end :]) == ("Kære ", ", tak")


def test_what_a_merge_field_is_called_is_no_part_of_the_text(make_docx: MakeDocx) -> None:
    fields = complex_field(" MERGEFIELD Advarsel ", r("«Advarsel»"))
    (block,) = read(make_docx, body=p(r("Kære "), fields)).blocks
    assert block.text == "Kære «Advarsel»"


def test_a_latent_text_says_when_it_shows(make_docx: MakeDocx) -> None:
    rest = instruction(' = "1" "Du skal straks" "Du kan ringe" ')
    document = read(make_docx, body=p(IF, rest, sign("separate"), r("Du kan ringe"), sign("end")))
    shown, latent = document.blocks
    assert (shown.text, shown.latent) == ("Du kan ringe", None)
    assert (latent.text, latent.latent) == ("Du skal straks", 'hvis «Sag» = "1"')


def test_a_latent_text_over_two_paragraphs_is_two_blocks(make_docx: MakeDocx) -> None:
    body = p(IF, instruction(' = "1" "Du skal')) + p(instruction('straks" "ring" '), sign("end"))
    assert texts(read(make_docx, body=body)) == ["Du skal", "straks", "ring"]


def test_headings_come_from_styles_levels_and_bold_lines(make_docx: MakeDocx) -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    body = (
        p(r("Afgørelse"), properties='<w:pStyle w:val="Emne"/>')
        + p(r("Regler"), properties='<w:pStyle w:val="Niv"/>')
        + p(r("Du har ret."))
        + p(r("Klage"), properties='<w:outlineLvl w:val="0"/>')
        + p(r("Sådan gør du", bold))
        + p(r("Skriv til os, "), r("inden fredag.", bold))
    )
    blocks = read(make_docx, body=body, styles=STYLES).blocks
    assert [block.kind is BlockKind.HEADING for block in blocks] == [1, 1, 0, 1, 1, 0]
    assert blocks[2].headings == ("Afgørelse", "Regler")
    assert blocks[5].headings == ("Klage", "Sådan gør du")


def test_a_block_carries_the_name_of_its_style_and_word_s_own_id(make_docx: MakeDocx) -> None:
    body = p(r("§ 1"), properties='<w:pStyle w:val="Lov"/>') + p(r("Hej"))
    body = body.replace("<w:p>", '<w:p w14:paraId="0A1B2C3D">', 1)
    first, second = read(make_docx, body=body, styles=STYLES).blocks
    assert (first.style, second.style) == ("Lovtekst", "Normal")
    assert isinstance(first.locator, Place)
    assert first.locator.para_id == "0A1B2C3D"


def test_list_items_know_the_number_that_word_shows(make_docx: MakeDocx) -> None:
    body = "".join(p(r(text), properties=IN_LIST) for text in ("et", "to", "tre"))
    blocks = read(make_docx, body=body, numbering=NUMBERING.format(label="%1)")).blocks
    assert [block.kind for block in blocks] == [BlockKind.LIST_ITEM] * 3
    assert [block.locator.label for block in blocks] == ["1)", "2)", "3)"]  # type: ignore[attr-defined]


def test_parts_are_named_in_danish_and_read_after_the_letter(make_docx: MakeDocx) -> None:
    document = read(
        make_docx,
        body=p(r("Brev"), text_box(p(r("Boks")))) + SECTION.format("header"),
        header1=p(r("Logo")),
        footnotes=f'<w:footnote w:id="1">{p(r("Note"))}</w:footnote>',
    )
    assert [(block.text, block.part) for block in document.blocks] == [
        ("Brev", "hoveddel"),
        ("Boks", "tekstboks"),
        ("Note", "fodnote"),
        ("Logo", "sidehoved"),
    ]
    assert [block.number for block in document.blocks] == [1, 2, 3, 4]


def test_hidden_text_is_read_where_it_is_asked_for(make_docx: MakeDocx) -> None:
    data = make_docx(body=p(r("Du "), r(M, "<w:rPr><w:vanish/></w:rPr>")))
    assert texts(read_document(data, "b.docx")) == ["Du "]
    assert texts(read_document(data, "b.docx", read_hidden=True)) == [f"Du {M}"]


def test_the_reader_is_told_what_a_file_keeps_back(make_docx: MakeDocx) -> None:
    document = read(
        make_docx,
        body=p(r("Du"), r("x", "<w:rPr><w:vanish/></w:rPr>"), f"<w:ins>{r('y')}</w:ins>")
        + '<w:altChunk r:id="x"/>',
        package_relations='<Relationship Id="s" Type="http://x/digital-signature/origin" '
        'Target="_xmlsignatures/origin.sigs"/>',
    )
    told = " ".join(document.warnings)
    assert all(word in told for word in ("skjult", "godkendt", "underskrevet", "altChunk"))


def test_a_calm_file_carries_no_warnings(make_docx: MakeDocx) -> None:
    assert read(make_docx, body=p(r("Kære Anne"))).warnings == ()


def test_xml_in_utf_16_is_read_with_all_its_tricks(make_docx: MakeDocx, make_zip: MakeDocx) -> None:
    data = make_docx(body=p(r("Du "), r("x", "<w:rPr><w:vanish/></w:rPr>"), r(M)))
    archive = zipfile.ZipFile(BytesIO(data))
    files: dict[str, bytes] = {name: archive.read(name) for name in archive.namelist()}
    xml = files["word/document.xml"].decode().replace('"UTF-8"', '"UTF-16"')
    files["word/document.xml"] = xml.encode("utf-16")
    assert texts(read_document(make_zip(files), "b.docx")) == [f"Du {M}"]
