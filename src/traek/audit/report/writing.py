"""A report written into its folder: all of it beside the old one first, then in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from traek.audit.decisions.covering import Covering
from traek.audit.decisions.sheet import SHEET, decisions_sheet, rows_in
from traek.audit.library import Library
from traek.audit.repeated import repeated
from traek.audit.report import charts
from traek.audit.report.before import PAGES, Before, Was
from traek.audit.report.everyone import all_templates_page
from traek.audit.report.index import ALL_TEMPLATES, index_page
from traek.audit.report.rows import rows
from traek.audit.report.shown import Cover, Shown
from traek.audit.report.tables import TABLES, Table
from traek.audit.report.tables.excel import MOST_ROWS
from traek.audit.report.tables.part import Part
from traek.audit.report.template_page import template_page
from traek.errors import SettingsError

_STAGE = ".traek-ny"


@dataclass(frozen=True, slots=True)
class Written:
    """Where a report stands, and Danish sentences on what its reader should know of the files."""

    folder: Path
    files: tuple[str, ...]
    left: tuple[str, ...] = ()


def write_report(
    library: Library,
    folder: Path,
    *,
    tables: Sequence[str] = ("csv", "jsonl", "xlsx"),
    show_names: bool = False,
    told: Callable[[int], None] = lambda _done: None,
) -> Written:
    """Pages and `tables` on `library` in `folder`, in the place of an older report there.

    A table whose package is not installed is left out and told of. `told` hears how many templates
    are done.

    Raises:
        SettingsError: the folder cannot be written in.
    """
    stage = folder / _STAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)
        (stage / PAGES).mkdir(parents=True)
        with Before.read(library, folder, tables, show_names=show_names) as before:
            cover = Cover(library, show_names=show_names)
            opened, left = _opened(stage, tables)
            shown, parts = _templates(library, cover, stage, opened, before, told)
            left += _crowded(parts.get("xlsx", ()))
            left += _overviews(library, cover, stage, folder, shown)
            before.close_files()
            files = _move(stage, folder, {was.page for was in shown})
            before.write(library, shown, parts)
    except OSError as error:
        raise SettingsError(
            f"Rapporten kan ikke skrives i {folder} ({error.strerror}). Luk dens filer, hvis de "
            "er åbne i et andet program, eller vælg en anden mappe med --out."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return Written(folder, tuple(files), tuple(left))


def _templates(
    library: Library,
    cover: Cover,
    stage: Path,
    opened: Mapping[str, Table],
    before: Before,
    told: Callable[[int], None],
) -> tuple[list[Was], dict[str, list[Part]]]:
    """Write what there is for each template: how each is shown now, and its rows by table."""
    shown: list[Was] = []
    parts: dict[str, list[Part]] = {}
    try:
        for number in range(len(library.templates)):
            shown.append(_one(number, library, cover, stage, opened, before))
            told(number + 1)
    finally:
        for name, table in opened.items():
            parts[name] = table.close()
    return shown, parts


def _overviews(
    library: Library, cover: Cover, stage: Path, folder: Path, shown: Sequence[Was]
) -> list[str]:
    """Write what is about all templates into `stage`, and say what became of a sheet in `folder`."""
    links = {
        each.path: (was.path, was.page) for each, was in zip(library.templates, shown, strict=True)
    }
    _put(stage / "index.html", index_page(library, links, repeated(library), cover))
    _put(stage / ALL_TEMPLATES, all_templates_page(library, links))
    covering = None if cover.shows_names else Covering(library, cover.names)
    return _put_sheet(library, stage, folder, covering)


def _crowded(parts: Sequence[Part]) -> list[str]:
    """What to say where there are more findings than a sheet has room for."""
    sheets = -(-sum(part.rows for part in parts) // MOST_ROWS)
    if sheets <= 1:
        return []
    most = charts.number(MOST_ROWS)
    told = (
        f"Der er flere fund, end et ark i Excel har plads til ({most}). fund.xlsx har dem alle, "
        f"fordelt på flere ark. Åbner du fund.csv i Excel, ser du kun de første {most}."
    )
    return [told]


def _one(
    number: int,
    library: Library,
    cover: Cover,
    stage: Path,
    tables: Mapping[str, Table],
    before: Before,
) -> Was:
    """Write the page and rows of one template, or leave the page and take over the rows."""
    was = before.find(library, number)
    if was is not None:
        cover.names[number] = was.names
        before.give(tables, was)
        return was
    shown = cover.template(number)
    _put(stage / PAGES / shown.page, template_page(shown))
    before.stamps.pop(shown.page, None)
    _add(tables.values(), shown)
    return Was(shown.path, shown.page, cover.names.get(number, frozenset()), {})


def _put_sheet(library: Library, stage: Path, folder: Path, covering: Covering | None) -> list[str]:
    """The sheet for decisions; those that have been made in the one before are in it too."""
    old, earlier, left = folder / SHEET, {}, []
    if old.is_file():
        try:
            rows = rows_in(old.read_bytes(), str(old))
            earlier = {row["nummer"].strip(): row for row in rows if "nummer" in row}
        except SettingsError as error:
            kept = next(
                p for n in count(1) if not (p := folder / f"beslutninger-gammel{n}.csv").exists()
            )
            old.replace(kept)
            left.append(f"{error} Den gamle er gemt som {kept}.")
    sheet = decisions_sheet(library, covering, earlier)
    (stage / SHEET).write_bytes(sheet)
    return left


def _opened(stage: Path, tables: Iterable[str]) -> tuple[dict[str, Table], list[str]]:
    opened: dict[str, Table] = {}
    left = []
    for name in tables:
        try:
            opened[name] = TABLES[name](stage / f"fund.{name}")
        except SettingsError as error:
            left.append(str(error))
    return opened, left


def _add(tables: Iterable[Table], shown: Shown) -> None:
    for row in rows(shown):
        for table in tables:
            table.add(row)
    for table in tables:
        table.end()


def _put(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def _move(stage: Path, folder: Path, pages: Collection[str]) -> list[str]:
    """Everything from `stage` into `folder`, where `pages` and no others are left of templates."""
    (folder / PAGES).mkdir(exist_ok=True)
    for page in (stage / PAGES).iterdir():
        page.replace(folder / PAGES / page.name)
    (stage / PAGES).rmdir()
    files = [PAGES]
    for file in stage.iterdir():
        file.replace(folder / file.name)
        files.append(file.name)
    for path in list((folder / PAGES).iterdir()):
        if path.name not in pages:
            _away(path)
    return sorted(files)


def _away(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
