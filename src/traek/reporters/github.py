"""Commands that GitHub shows beside a pull request: `::warning file=…::…`, the heaviest first.

GitHub shows ten of each kind for a step, so the last line sums up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.model import Effect, Finding, Report
from traek.reporters.privacy import covered
from traek.reporters.summary import count, summary_line

if TYPE_CHECKING:
    from traek.model import Run

_COMMANDS = {1: "notice", 2: "warning", 3: "error"}


class GithubReporter:
    """The outcome of a run as GitHub's commands; names are covered unless the settings show them."""

    name = "github"

    def report(self, run: Run) -> str:
        """A command for each tryk, and a notice with the counts."""
        shown = covered(run)
        found = [
            (finding, report)
            for report in shown.reports
            for finding in report.findings
            if finding.effect is Effect.ESCALATES and finding.protection is None
        ]
        found.sort(key=lambda entry: -entry[0].weight)
        lines = [
            _command("error", error.path, "Ikke læst", error.message) for error in shown.errors
        ]
        lines += [_finding(finding, report) for finding, report in found]
        lines.append(f"::notice title=traek::{_data(summary_line(count(shown)))}")
        return "\n".join(lines) + "\n"


def _finding(finding: Finding, report: Report) -> str:
    place = "Brevet som helhed" if finding.block is None else f"Afsnit {finding.block}"
    quote = f", »{finding.quote}«" if finding.quote else ""
    parts = [f"{place}{quote}: {finding.message}"]
    parts += [f"Forslag: »{s.replacement}«" for s in finding.suggestions if s.replacement][:1]
    parts += [s.advice for s in finding.suggestions if s.advice][:1]
    return _command(_COMMANDS[finding.weight], report.document.path, finding.title, " ".join(parts))


def _command(kind: str, path: str, title: str, message: str) -> str:
    return f"::{kind} file={_property(path)},title={_property(title)}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
