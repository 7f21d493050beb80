"""JUnit's XML, for servers that show tests: a letter is a test, and tryk makes it fail."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from traek.model import Effect, Finding, ReadError, Report
from traek.reporters.privacy import covered

if TYPE_CHECKING:
    from traek.model import Run

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NEVER = "aldrig"
FAIL_ON = "fail_on"
"""The key of a run's settings with the weight from which tryk fails a test; 2 without it."""


class JunitReporter:
    """The outcome of a run as one test suite; names are covered unless the settings show them."""

    name = "junit"

    def report(self, run: Run) -> str:
        """A test case for each letter, in the order given."""
        shown = covered(run)
        limit = run.settings.get(FAIL_ON, "2")
        least = 4 if limit == _NEVER else int(limit)
        cases = [_case(report, least) for report in shown.reports]
        cases += [_error(error) for error in shown.errors]
        failures = sum("<failure" in case for case in cases)
        counts = f'tests="{len(cases)}" failures="{failures}" errors="{len(shown.errors)}"'
        return (
            '<?xml version="1.0" encoding="utf-8"?>\n'
            f'<testsuites {counts}>\n<testsuite name="traek" {counts}>\n'
            f"{chr(10).join(cases)}\n</testsuite>\n</testsuites>\n"
        )


def _case(report: Report, least: int) -> str:
    heavy = [
        finding
        for finding in report.findings
        if finding.effect is Effect.ESCALATES
        and finding.protection is None
        and finding.weight >= least
    ]
    head = _head(report.document.path)
    if not heavy:
        return f"{head}/>"
    said = f"{len(heavy)} tryk, der kan mildnes" if len(heavy) > 1 else "1 tryk, der kan mildnes"
    lines = "\n".join(_line(finding) for finding in heavy)
    return f"{head}>\n<failure message={_quoted(said)}>{_text(lines)}</failure>\n</testcase>"


def _line(finding: Finding) -> str:
    place = "Brevet som helhed" if finding.block is None else f"Afsnit {finding.block}"
    quote = f" »{finding.quote}«" if finding.quote else ""
    offers = [f"Forslag: »{s.replacement}«" for s in finding.suggestions if s.replacement]
    return " ".join([f"{place}{quote}: {finding.title}. {finding.message}", *offers])


def _error(error: ReadError) -> str:
    message = _quoted(error.message)
    return f"{_head(error.path)}>\n<error message={message}/>\n</testcase>"


def _head(path: str) -> str:
    folder, _, name = path.replace("\\", "/").rpartition("/")
    return f"<testcase classname={_quoted(folder or '.')} name={_quoted(name)}"


def _quoted(text: str) -> str:
    return quoteattr(_UNWRITABLE.sub("\ufffd", text))


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))
