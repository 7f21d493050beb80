"""The report as one HTML page that needs no network and no script, and the pieces it is made of.

Pages of other kinds are made of the same pieces, each of which returns HTML as text:

- `page(title, body, script=…)`: the whole page, with our style and a policy that lets nothing in
- `escaped(text)`: text from a letter, safe in an element or an attribute
- `letter(report, prefix=…)`: facts, Firkant, and the text with notes beside its paragraphs
- `facts(report)`: situation, kind of letter and readability alone
- `firkant_svg(profile, of=…)`: the drawing alone, as inline SVG
- `numbered(findings)`: findings with the numbers that marks and notes share, by block
- `marked(block, numbered, prefix=…)`: a paragraph's text with its findings marked
- `note(numbered, …)` and `rewrites(finding)`: a note, or what could stand instead alone
- `kind_of(finding)`, `sign_of(finding)`: »tryk«, »træk« or »law«, and ▲, ▽ or §
- `LEGEND`: what the marks mean; `FOOTER` (in `reporters.notes`) is on every page already
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.reporters.html.firkant import firkant_svg
from traek.reporters.html.letter import LEGEND, facts, letter
from traek.reporters.html.marking import Numbered, kind_of, marked, numbered, sign_of
from traek.reporters.html.note import note, rewrites
from traek.reporters.html.overview import overview
from traek.reporters.html.page import escaped, page, style_sheet
from traek.reporters.privacy import COVERED, covered, is_covered

if TYPE_CHECKING:
    from traek.model import ReadError, Run

__all__ = [
    "LEGEND",
    "HtmlReporter",
    "Numbered",
    "escaped",
    "facts",
    "firkant_svg",
    "kind_of",
    "letter",
    "marked",
    "note",
    "numbered",
    "overview",
    "page",
    "rewrites",
    "sign_of",
    "style_sheet",
]


class HtmlReporter:
    """The outcome of a run as a page; names are covered unless the run's settings show them."""

    name = "html"

    def report(self, run: Run) -> str:
        """All letters on one page, with a table of them first where there are several."""
        shown = covered(run)
        several = len(shown.reports) > 1
        parts = ["<h1>Tryk og træk</h1>", LEGEND]
        if is_covered(run):
            parts.append(f'<p class="faint small">{escaped(COVERED)}</p>')
        parts.append(_errors(shown.errors))
        if several:
            parts.append(overview(shown.reports))
        for number, report in enumerate(shown.reports, 1):
            prefix = f"b{number}-"
            heading = f'<h2 id="b{number}">{escaped(report.document.path)}</h2>'
            parts.append(
                f'<section class="document">{heading}{letter(report, prefix=prefix)}</section>'
            )
        title = "Tryk og træk" if several or not shown.reports else shown.reports[0].document.path
        return page(title, "\n".join(part for part in parts if part))


def _errors(errors: tuple[ReadError, ...]) -> str:
    items = "".join(f"<li>{escaped(error.message)}</li>" for error in errors)
    return f'<div class="notice"><p>Ikke læst:</p><ul>{items}</ul></div>' if items else ""
