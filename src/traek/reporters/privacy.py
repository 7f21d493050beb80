"""Which reports cover personal data: those that are made to be passed on."""

from __future__ import annotations

from dataclasses import replace

from traek.model import ReadError, Run

NAMES, SHOWN = "names", "shown"
"""The key of a run's settings, and the value there, by which personal data is shown."""

COVERED = (
    "Navne, cpr-numre, adresser, telefonnumre og mailadresser er dækket, hvor traek kunne kende "
    "dem. Kør med --show-names, hvis de skal vises."
)


def is_covered(run: Run) -> bool:
    """Whether personal data is to be covered; it is unless the user asked for it."""
    return run.settings.get(NAMES) != SHOWN


def covered(run: Run) -> Run:
    """The run with labels for personal data, or as it is where the user asked for that."""
    if not is_covered(run):
        return run
    from traek.masking import masked_report  # noqa: PLC0415  its patterns take a while to make

    return replace(
        run,
        reports=tuple(masked_report(report) for report in run.reports),
        errors=tuple(_error(error) for error in run.errors),
        skipped=tuple(_error(skipped) for skipped in run.skipped),
    )


def _error(error: ReadError) -> ReadError:
    from traek.masking import masked  # noqa: PLC0415

    return ReadError(masked(error.path).text, masked(error.message).text)
