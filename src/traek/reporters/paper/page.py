"""A Word page that reads well in print: its styles, and the pieces that sheets are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from traek.errors import SettingsError
from traek.model import Effect
from traek.reporters.notes import FOOTER

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

INKS = {Effect.ESCALATES: "A63A00", Effect.DEESCALATES: "00566B"}
SHADES = {Effect.ESCALATES: "FBE9DF", Effect.DEESCALATES: "DDF0F3"}
_GREY, _FAINT = "555555", "BBBBBB"
_FONT = "Arial"  # on every machine, and Liberation Sans has its measures
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")

Part = str | tuple[str, str]
"""A piece of a paragraph: plain, or with how it stands: »bold«, »italic«, »tryk«, »træk« …"""


def new_page(title: str) -> Page:
    """An empty page with our styles, and the note at its foot.

    Raises:
        SettingsError: python-docx is not installed.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise SettingsError(
            "Word-ark kræver en ekstra pakke, som ikke er installeret. "
            'Skriv pip install "traek[homework]", eller vælg --format html.'
        ) from error
    document = Document()
    _set_up(document, title)
    return Page(document)


class Page:
    """A Word document being written, from the top down."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document

    def title(self, text: str, below: str = "") -> None:
        """The title, and a line of small print below it."""
        self.document.add_paragraph(_clean(text), style="Title")
        if below:
            self.document.add_paragraph(_clean(below), style="Subtitle")

    def heading(self, text: str, *, new_page: bool = False) -> None:
        """A heading; it may begin a new page."""
        heading = self.document.add_paragraph(_clean(text), style="Heading 1")
        heading.paragraph_format.page_break_before = new_page

    def text(self, *parts: Part, style: str = "Normal", together: bool = False) -> Paragraph:
        """A paragraph; `together` keeps it on one page with what follows."""
        paragraph = self.document.add_paragraph(style=style)
        paragraph.paragraph_format.keep_with_next = together
        paragraph.paragraph_format.keep_together = True
        for part in parts:
            add_part(paragraph, part)
        return paragraph

    def small(self, text: str) -> None:
        """A paragraph of small print."""
        from docx.shared import Pt  # noqa: PLC0415

        self.text((text, "faint"), style="Small").paragraph_format.space_before = Pt(6)

    def bullets(self, rows: Iterable[Sequence[Part]]) -> None:
        """A list with a dot before each row."""
        for row in rows:
            self.text(*row, style="List Bullet")

    def quote(self, *parts: Part, effect: Effect) -> None:
        """A paragraph out of a letter, with a bar in the effect's colour at its side."""
        paragraph = self.text(*parts, style="Citat", together=True)
        _border(paragraph, "left", INKS[effect], size=18, space=8)

    def lines(self, number: int) -> None:
        """Empty lines to write on."""
        for _ in range(number):
            paragraph = self.document.add_paragraph(style="Skrivelinje")
            paragraph.add_run("\u00a0")

    def saved(self) -> bytes:
        """The finished file."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def _set_up(document: Any, title: str) -> None:
    from docx.shared import Cm  # noqa: PLC0415

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.3)
    section.top_margin, section.bottom_margin = Cm(1.9), Cm(1.8)
    section.footer_distance = Cm(0.9)
    _drop_leftovers(document)
    _styles(document)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "traek", ""
    properties.language = "da-DK"
    footer = section.footer.paragraphs[0]
    footer.style = document.styles["Small"]
    add_part(footer, (FOOTER + " Side ", "faint"))
    _page_number(footer)


def _drop_leftovers(document: Any) -> None:
    """Leave out what python-docx's template brings along: a picture of it, and styles for Word 2007."""
    for owner in (document.part, document.part.package):
        for number, relation in list(owner.rels.items()):
            if relation.reltype.endswith(("/stylesWithEffects", "/thumbnail")):
                del owner.rels[number]


def _styles(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE  # noqa: PLC0415
    from docx.shared import Cm, Pt, RGBColor  # noqa: PLC0415

    styles = document.styles
    for name, size, before, after in (
        ("Normal", 10.5, 0, 5),
        ("Title", 22, 0, 0),
        ("Subtitle", 10.5, 0, 8),
        ("Heading 1", 13, 11, 4),
        ("List Bullet", 10.5, 0, 3),
    ):
        style = styles[name]
        _plain(style, _FONT)
        style.font.size = Pt(size)
        style.font.italic = False
        style.font.color.rgb = RGBColor.from_string("222222")
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            Pt(before),
            Pt(after),
        )
        style.paragraph_format.line_spacing = 1.08
    styles["Title"].font.bold = styles["Heading 1"].font.bold = True
    styles["Subtitle"].font.color.rgb = RGBColor.from_string(_GREY)
    for name in ("Citat", "Small", "Skrivelinje", "Celle"):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
    styles["Citat"].paragraph_format.left_indent = Cm(0.6)
    styles["Citat"].paragraph_format.space_after = Pt(2)
    styles["Small"].font.size = Pt(8.5)
    styles["Small"].paragraph_format.space_after = Pt(3)
    styles["Celle"].paragraph_format.space_after = Pt(0)
    styles["Celle"].font.size = Pt(10)
    line = styles["Skrivelinje"].paragraph_format
    line.space_before, line.space_after, line.line_spacing = Pt(0), Pt(0), Pt(24)
    _line_below(styles["Skrivelinje"].element)


def _plain(style: Any, font: str) -> None:
    """The style in one font for every script, in Danish, and without the template's lines."""
    from docx.oxml import OxmlElement  # noqa: PLC0415
    from docx.oxml.ns import qn  # noqa: PLC0415

    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:lang", "w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    style.font.name = font
    fonts = properties.find(qn("w:rFonts"))
    for kind in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{kind}"), font)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "da-DK")
    properties.append(language)
    paragraph = style.element.find(qn("w:pPr"))
    for border in [] if paragraph is None else paragraph.findall(qn("w:pBdr")):
        paragraph.remove(border)


def _line_below(style: Any) -> None:
    """A thin line below every paragraph of the style, and between such paragraphs."""
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="1" w:color="{_FAINT}"/>'
        for side in ("bottom", "between")
    )
    style.get_or_add_pPr().insert_element_before(
        parse_xml(f"<w:pBdr {nsdecls('w')}>{sides}</w:pBdr>"),
        "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr",
    )  # fmt: skip


def _border(paragraph: Any, side: str, colour: str, *, size: int, space: int) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001 - python-docx has no borders
        parse_xml(
            f"<w:pBdr {nsdecls('w')}><w:{side} w:val='single' w:sz='{size}' w:space='{space}' "
            f"w:color='{colour}'/></w:pBdr>"
        ),
        "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr",
    )  # fmt: skip


def add_part(paragraph: Any, part: Part) -> None:
    """Add a piece of text to the end of a paragraph."""
    text, kind = part if isinstance(part, tuple) else (part, "")
    run = paragraph.add_run(_clean(text))
    styled(run, kind)


def styled(run: Any, kind: str) -> None:
    """Let a run stand as `kind` says: »bold«, »italic«, »faint«, »tryk«, »træk«, »ud« or »ind«."""
    from docx.enum.text import WD_UNDERLINE  # noqa: PLC0415
    from docx.shared import RGBColor  # noqa: PLC0415

    run.bold = kind in {"bold", "tryk", "træk", "ind"} or None
    run.italic = kind == "italic" or None
    if kind == "faint":
        run.font.color.rgb = RGBColor.from_string(_GREY)
    effect = {"tryk": Effect.ESCALATES, "ud": Effect.ESCALATES}.get(kind, Effect.DEESCALATES)
    if kind in {"tryk", "træk", "ud", "ind"}:
        run.font.color.rgb = RGBColor.from_string(INKS[effect])
        _shade(run, SHADES[effect])
    if kind == "tryk":
        run.underline = WD_UNDERLINE.WAVY
    if kind == "ud":
        run.font.strike = True
    if kind == "ind":
        run.underline = WD_UNDERLINE.SINGLE


def _shade(run: Any, colour: str) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    shade = f"<w:shd {nsdecls('w')} w:val='clear' w:color='auto' w:fill='{colour}'/>"
    run._r.get_or_add_rPr().append(parse_xml(shade))  # noqa: SLF001 - python-docx has no shading


def _page_number(paragraph: Any) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415
    from docx.oxml.ns import nsdecls  # noqa: PLC0415

    field = f"<w:fldSimple {nsdecls('w')} w:instr='PAGE'><w:r><w:t>1</w:t></w:r></w:fldSimple>"
    paragraph._p.append(parse_xml(field))  # noqa: SLF001 - python-docx has no fields


def _clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNWRITABLE.sub("", text)
