"""One run over some letters: each is read and examined, and one that fails stops no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.audit.paths import STDIN, Letters
from traek.audit.reading import read_letter
from traek.errors import DocumentError
from traek.model import Effect, ReadError, Report, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from traek.engine import Engine
    from traek.hookspecs import Loader
    from traek.settings import Settings


def audit(
    letters: Letters,
    loaders: Mapping[str, Loader],
    settings_for: Callable[[str], Settings],
    engine_for: Callable[[Settings], Engine],
    stdin_name: str = STDIN,
) -> Run:
    """A report on each letter that could be read, in the order given, and what went wrong.

    `settings_for` gives the settings that hold for a path, `engine_for` the engine for them;
    standard input is known as `stdin_name`.
    """
    reports: list[Report] = []
    errors = list(letters.errors)
    rules = 0
    for path in letters.paths:
        shown = stdin_name if path == STDIN else path
        settings = settings_for(shown)
        engine = engine_for(settings)
        rules = max(rules, len(engine.rules))
        try:
            document = read_letter(path, shown, loaders, settings)
        except DocumentError as error:
            errors.append(ReadError(shown, str(error)))
        else:
            reports.append(engine.report(document, settings.situation, settings.genre))
    return Run(tuple(reports), tuple(errors), letters.skipped, rules)


def fails(report: Report, fail_on: int | None) -> bool:
    """Whether a report holds tryk of at least the weight `fail_on`; None is never."""
    return fail_on is not None and any(
        finding.weight >= fail_on
        for finding in report.findings
        if finding.effect is Effect.ESCALATES and finding.protection is None
    )
