"""The report that people read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.reporters.notes import FOOTER
from traek.reporters.text.letter import letter
from traek.reporters.text.overview import overview
from traek.reporters.text.page import Page

if TYPE_CHECKING:
    from traek.model import Run


class TextReporter:
    """The outcome of a run as text; `width` and `colour` in the run's settings say how."""

    name = "text"

    def report(self, run: Run) -> str:
        """Letter by letter the Firkant and the findings in reading order, and a note at the end."""
        page = Page(
            width=max(40, min(100, int(run.settings.get("width", "80")))),
            colour=run.settings.get("colour") == "yes",
        )
        if not run.reports:
            return ""
        letters = ["\n".join(letter(report, page)) for report in run.reports]
        if len(run.reports) > 1:
            letters.append("\n".join(overview(run.reports, page)))
        note = [page.faint(line) for line in page.wrap(FOOTER)]
        return "\n\n\n".join(letters) + "\n\n" + "\n".join([page.rule(), *note]) + "\n"
