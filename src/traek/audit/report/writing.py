"""A report written into its folder: all of it beside the old one first, then in its place."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from traek.audit.decisions.covering import Covering
from traek.audit.decisions.sheet import SHEET, decisions_sheet, rows_in
from traek.audit.library import Library
from traek.audit.repeated import repeated
from traek.audit.report.everyone import all_templates_page
from traek.audit.report.index import ALL_TEMPLATES, index_page
from traek.audit.report.rows import rows
from traek.audit.report.shown import Cover, Shown
from traek.audit.report.tables import TABLES, Table
from traek.audit.report.template_page import template_page
from traek.errors import SettingsError

PAGES = "skabeloner"
_STAGE = ".traek-ny"


@dataclass(frozen=True, slots=True)
class Written:
    """Where a report stands, and the Danish sentences on what could not be written."""

    folder: Path
    files: tuple[str, ...]
    left: tuple[str, ...] = ()


def write_report(
    library: Library,
    folder: Path,
    *,
    tables: Sequence[str] = ("csv", "jsonl", "xlsx"),
    show_names: bool = False,
) -> Written:
    """Pages and `tables` on `library` in `folder`, in the place of an older report there.

    A table whose package is not installed is left out and told of.

    Raises:
        SettingsError: the folder cannot be written in.
    """
    stage = folder / _STAGE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(stage, ignore_errors=True)
        (stage / PAGES).mkdir(parents=True)
        cover = Cover(library, show_names=show_names)
        left = _fill(library, stage, tables, cover, show_names=show_names)
        covering = None if show_names else Covering(library, cover.names)
        left += _put_sheet(library, stage, folder, covering)
        files = _move(stage, folder)
    except OSError as error:
        raise SettingsError(
            f"Rapporten kan ikke skrives i {folder} ({error.strerror}). Luk dens filer, hvis de "
            "er åbne i et andet program, eller vælg en anden mappe med --out."
        ) from error
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return Written(folder, tuple(files), tuple(left))


def _fill(
    library: Library, stage: Path, tables: Sequence[str], cover: Cover, *, show_names: bool
) -> list[str]:
    """Write everything into `stage`; what could not be written comes back as sentences."""
    opened, left = _opened(stage, tables)
    links: dict[str, tuple[str, str]] = {}
    try:
        for shown in cover.templates():
            links[shown.template.path] = (shown.path, shown.page)
            _put(stage / PAGES / shown.page, template_page(shown))
            _add(opened, shown)
    finally:
        for table in opened:
            table.close()
    index = index_page(library, links, repeated(library), cover, show_names=show_names)
    _put(stage / "index.html", index)
    _put(stage / ALL_TEMPLATES, all_templates_page(library, links))
    return left


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


def _opened(stage: Path, tables: Iterable[str]) -> tuple[list[Table], list[str]]:
    opened, left = [], []
    for name in tables:
        try:
            opened.append(TABLES[name](stage / f"fund.{name}"))
        except SettingsError as error:
            left.append(str(error))
    return opened, left


def _add(tables: Iterable[Table], shown: Shown) -> None:
    for row in rows(shown):
        for table in tables:
            table.add(row)


def _put(file: Path, text: str) -> None:
    file.write_bytes(text.encode())


def _move(stage: Path, folder: Path) -> list[str]:
    """Everything from `stage` into `folder`, the pages of templates as one."""
    old = folder / f"{PAGES}.gammel"
    with suppress(FileNotFoundError):
        (folder / PAGES).replace(old)
    files = []
    for file in sorted(stage.iterdir()):
        file.replace(folder / file.name)
        files.append(file.name)
    shutil.rmtree(old, ignore_errors=True)
    return files
