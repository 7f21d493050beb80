"""Reports on drafts of one letter, so that they can be held beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.audit.reading import read_letter
from traek.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from traek.cli.workshop import Workshop
    from traek.model import Document, Report


def draft_reports(workshop: Workshop, paths: Iterable[str]) -> tuple[Report, ...]:
    """A report on each draft; the first one's situation and genre hold for all of them.

    Raises:
        TraekError: a draft cannot be read, or a setting or a rule cannot be used.
    """
    reports: list[Report] = []
    for path in paths:
        settings = workshop.settings_for(path)
        document = read_letter(path, path, workshop.plugins.loaders, settings)
        reports.append(_report(workshop, document, settings, reports[0] if reports else None))
    return tuple(reports)


def _report(
    workshop: Workshop, document: Document, settings: Settings, first: Report | None
) -> Report:
    situation, genre = settings.situation, settings.genre
    if first is not None:
        situation, genre = situation or first.situation, genre or first.genre
    return workshop.engine_for(settings).report(document, situation, genre)
