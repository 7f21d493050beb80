"""A change as lines in a terminal and as a table for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from traek.audit.change.comparison import Change, Shift, State, TemplateChange
from traek.audit.numbers import pressure
from traek.audit.report.charts import decimal, number
from traek.audit.spreadsheet import harmless
from traek.masking import masked
from traek.reporters.text.page import plain

_SHOWN = 10
COLUMNS = (
    "skabelon", "mappe", "hvad", "tyngde_foer", "tyngde_efter", "tryk_foer", "tryk_efter",
    "traek_foer", "traek_efter", "ord_foer", "ord_efter", "loest", "nyt", "stod_foer_i",
)  # fmt: skip

OTHER_RULES = (
    "De to rapporter er lavet med forskellige udgaver af traek eller af reglerne, så noget af "
    "forskellen kan komme derfra. Lav dem begge igen med samme udgave, hvis det skal være nøjagtigt."
)


def change_csv(change: Change) -> bytes:
    """A row for each template, for a Danish Excel; names are covered."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for each in ordered(change):
        writer.writerow([harmless(cell) for cell in _row(each)])
    return b"\xef\xbb\xbf" + buffer.getvalue().encode()


def ordered(change: Change) -> list[TemplateChange]:
    """The templates by what became of them, the greatest change first."""
    return [each for state in State for each in change.of(state)]


def shown_path(path: str) -> str:
    """A path without a name that it gives away itself."""
    return masked(path).text


def change_text(change: Change) -> str:
    """The change in a few lines: all of it, what is heavier and lighter, and the folders."""
    lines = [*_whole(change), *_listed(change, State.HEAVIER, "Blevet tungere")]
    lines += _listed(change, State.LIGHTER, "Blevet lettere")
    lines += _folders(change)
    if not change.same_rules:
        lines += ["", OTHER_RULES]
    return "\n".join(lines) + "\n"


def _whole(change: Change) -> Iterator[str]:
    was, now = change.whole.before, change.whole.after
    yield f"{'':<22}{'før':>10}{'efter':>10}"
    yield f"{'skabeloner':<22}{number(was.templates):>10}{number(now.templates):>10}"
    yield f"{'tyngde på 1.000 ord':<22}{decimal(was.density):>10}{decimal(now.density):>10}"
    yield f"{'▲ tryk':<22}{number(was.escalates):>10}{number(now.escalates):>10}"
    yield f"{'▽ træk':<22}{number(was.deescalates):>10}{number(now.deescalates):>10}"
    yield ""
    yield ", ".join(state.counted(len(change.of(state))) for state in State)


def _listed(change: Change, state: State, title: str) -> Iterator[str]:
    found = change.of(state)
    if not found:
        return
    yield ""
    yield title
    for each in found[:_SHOWN]:
        if each.before is not None and each.after is not None:
            step = f"{decimal(pressure(each.before)):>7} → {decimal(pressure(each.after)):>7}"
            yield f"  {step}   {plain(shown_path(each.path))}"
    if len(found) > _SHOWN:
        yield f"  og {number(len(found) - _SHOWN)} til"


def _folders(change: Change) -> Iterator[str]:
    if len(change.folders) < 2:  # noqa: PLR2004
        return
    yield ""
    yield "Mappe for mappe, tyngde på 1.000 ord"
    for shift in change.folders:
        yield f"  {_step(shift)}   {plain(shift.name or '(øverst)')}"


def _step(shift: Shift) -> str:
    was = decimal(shift.before.density) if shift.before.templates else "–"
    now = decimal(shift.after.density) if shift.after.templates else "–"
    return f"{was:>7} → {now:>7}"


def _row(each: TemplateChange) -> list[str | int | None]:
    was, now = each.before, each.after
    path = shown_path(each.path)
    return [
        path,
        path.rpartition("/")[0],
        each.state.value,
        decimal(pressure(was)) if was else None,
        decimal(pressure(now)) if now else None,
        was.escalates if was else None,
        now.escalates if now else None,
        was.deescalates if was else None,
        now.deescalates if now else None,
        was.words if was else None,
        now.words if now else None,
        "\n".join(each.solved),
        "\n".join(each.added),
        shown_path(was.path) if was and each.moved else None,
    ]
