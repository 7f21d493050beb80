"""A template as the report shows it: its report, covered or not, and the name of its page."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace

from traek.audit.library import Library
from traek.audit.paragraphs import Paragraph
from traek.audit.template import Template
from traek.masking import masked_report, names_in
from traek.model import Block, Document, Finding, Report, Situation

_SPELT = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Shown:
    """A template of a library with what is shown of it; `page` is a file name below skabeloner/."""

    number: int
    template: Template
    report: Report
    page: str

    @property
    def path(self) -> str:
        """What the report calls the template."""
        return self.report.document.path


class Cover:
    """Covers personal data in a library, or leaves it where `show_names`."""

    def __init__(self, library: Library, *, show_names: bool = False) -> None:
        self._library = library
        self.shows_names = show_names
        self.names: dict[int, frozenset[str]] = {}

    def template(self, number: int) -> Shown:
        """The template with this number as it is shown."""
        template, report = self._library.templates[number], self._library.numbered(number)
        if not self.shows_names:
            self.names[number] = names_in(block.text for block in report.document.blocks)
        shown = report if self.shows_names else masked_report(report)
        return Shown(number, template, shown, page_name(template.path, shown.document.path))

    def paragraph(
        self, paragraph: Paragraph, findings: Iterable[Finding]
    ) -> tuple[Block, tuple[Finding, ...]]:
        """A paragraph and findings in it as they are shown, once all templates have been."""
        block = Block(paragraph.text, 1, placeholders=paragraph.placeholders)
        placed = tuple(replace(finding, block=1) for finding in findings)
        if self.shows_names:
            return block, placed
        numbers = set(paragraph.in_templates)
        names = {name for number in numbers for name in self.names.get(number, ())}
        alone = Report(Document("", (block,)), Situation.SVAR, "", 0, placed, {})
        shown = masked_report(alone, names=names)
        return shown.document.blocks[0], shown.findings


def page_name(path: str, shown: str) -> str:
    """The file name of a template's page: its shown name, and a sign that tells it from others."""
    stem = shown.rpartition("/")[2].rpartition(".")[0] or shown
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", stem).translate(_SPELT))
    words = re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode().lower()).strip("-")
    sign = hashlib.blake2b(unicodedata.normalize("NFC", path).encode(), digest_size=5).hexdigest()
    return f"{words[:_LONGEST] or 'skabelon'}-{sign}.html"
