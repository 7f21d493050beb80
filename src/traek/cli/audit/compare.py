"""`traek audit compare`: what became of a library between two audits."""

from __future__ import annotations

from pathlib import Path

import click

from traek.cli.output import say, write
from traek.cli.whole_file import write_whole
from traek.errors import SettingsError

_PAGE, _TABLE = "sammenligning.html", "sammenligning.csv"


@click.command()
@click.argument("before")
@click.argument("after")
@click.option(
    "--out", metavar="FOLDER", help=f"Also write {_PAGE} and {_TABLE} there; made if it is not."
)
def command(before: str, after: str, out: str | None) -> int:
    """Say what became lighter, heavier, new and gone between two audits.

    BEFORE and AFTER are reports of traek audit. The templates themselves are not needed.
    """
    from traek.audit.change import change_csv, change_page, change_text, compared  # noqa: PLC0415
    from traek.audit.library import Library  # noqa: PLC0415
    from traek.audit.survey import data_in  # noqa: PLC0415

    one, other = (Library.open(data_in(Path(folder))) for folder in (before, after))
    change = compared(one, other)
    if out is not None:
        folder = _made(out)
        write_whole(str(folder / _PAGE), change_page(change).encode())
        write_whole(str(folder / _TABLE), change_csv(change))
    write(change_text(change))
    if out is not None:
        say(f"Åbn {Path(out) / _PAGE} i en browser.")
    return 0


def _made(out: str) -> Path:
    folder = Path(out)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"Mappen {out} kan ikke oprettes ({error.strerror}). Vælg en anden med --out."
        ) from error
    return folder
