"""`traek config show`: each setting that holds for a letter, and where it comes from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from traek.cli.options import config_option
from traek.cli.output import write
from traek.settings import KEYS, config_file, read_settings, user_config_file

_BUILT_IN = {
    "situation": "auto",
    "genre": "auto",
    "medtag": "alle regler",
    "udelad": "ingen",
    "virkning": "begge",
    "mindste-tyngde": "1",
    "usikre": "nej",
    "fejl-ved": "2",
    "model": "den indbyggede",
    "kodning": "traek finder den selv",
    "regelmapper": "ingen",
    "ignorer-typografier": "ingen",
    "lad-staa": "intet",
    "kendte-fund": "ingen",
    "grundlag": "ingen",
}


@click.command()
@click.argument("file", required=False, default=".")
@config_option
def command(file: str, config: str | None) -> int:
    """Show each setting for a letter, and its source.

    FILE is a letter or a folder; the current folder without one.
    """
    folder = Path(file) if Path(file).is_dir() else Path(file).parent
    found = config_file(folder, None if config is None else Path(config), os.environ)
    values = read_settings(found) if found is not None else {}
    lines = [f"Indstillinger for {file}:"]
    for key in KEYS:
        value, origin = values.get(key, (_BUILT_IN[key], "indbygget"))
        lines.append(f"  {key:<20} {_shown(value):<24} {origin}")
    if found is None:
        own = user_config_file(os.environ)
        lines += ["", f"Ingen traek.toml fundet. Dine egne valg kan stå i {own}."]
    write("\n".join(lines) + "\n")
    return 0


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, list):
        return ", ".join(_shown(entry) for entry in value)
    if isinstance(value, dict):
        return str(value.get("regel") or value.get("fingeraftryk"))
    return str(value)
