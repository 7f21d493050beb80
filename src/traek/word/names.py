"""The names of WordprocessingML elements, for transitional and strict files alike."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
DRAWING = (
    "http://schemas.openxmlformats.org/drawingml/2006/main",
    "http://purl.oclc.org/ooxml/drawingml/main",
)
MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORD_2010 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ALTERNATE = f"{{{COMPATIBILITY}}}AlternateContent"
CHOICE = f"{{{COMPATIBILITY}}}Choice"
FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
PARA_ID = f"{{{WORD_2010}}}paraId"

# Elements that stand for one sign each; a page break parts words as a line break does.
_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}
_PROPERTIES = (
    "pPr rPr tcPr trPr tblPr tblPrEx tblGrid sectPr sdtPr sdtEndPr smartTagPr customXmlPr "
    "bookmarkStart bookmarkEnd proofErr permStart permEnd commentRangeStart commentRangeEnd "
    "commentReference moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd "
    "lastRenderedPageBreak footnoteReference endnoteReference footnoteRef endnoteRef separator "
    "continuationSeparator annotationRef delText delInstrText customXmlInsRangeStart "
    "customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
)


class Names:
    """Qualified names in one namespace: `names.p` is `{…}p`; a last `_` avoids Python's words."""

    def __init__(self, namespace: str) -> None:
        """Names in `namespace`."""
        self.namespace = namespace
        self.signs = {self(name): sign for name, sign in _SIGNS.items()}
        self.properties = frozenset(self(name) for name in _PROPERTIES.split())
        self.removed = frozenset((self("del"), self("moveFrom")))

    def __call__(self, name: str) -> str:
        """The qualified name of an element or attribute."""
        return f"{{{self.namespace}}}{name}"

    def __getattr__(self, name: str) -> str:
        """The same as an attribute, kept for the next time."""
        value = self(name.rstrip("_"))
        self.__dict__[name] = value
        return value


@cache
def names_in(namespace: str) -> Names:
    """The names in a namespace, made once."""
    return Names(namespace)


def shown_branch(alternate: etree._Element) -> etree._Element | None:
    """The branch of an alternate content that newer programs show: the first choice."""
    choice = alternate.find(CHOICE)
    return choice if choice is not None else alternate.find(FALLBACK)
