"""Writes what the program itself knows best: docs/cli.md and docs/regler.md.

`python docs/generate.py` writes them, `--check` says which are out of date and exits with 1.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from traek.cli import traek
from traek.cli.rules.reference import reference
from traek.rulepack import load_rule_pack

DOCS = Path(__file__).parent

EXIT_CODES = """\
| exit code | means |
|---|---|
| 0 | nothing at or above `--fail-on` |
| 1 | something at or above `--fail-on` |
| 2 | something that you must put right: usage, a setting, a file, a rule, a plugin |
| 130 | interrupted |"""


def main() -> int:
    """0, or with `--check` 1 where a file is not as it would be written now."""
    wanted = {"cli.md": cli_page(), "regler.md": rules_page()}
    stale = [
        name
        for name, text in wanted.items()
        if not (DOCS / name).exists() or (DOCS / name).read_text("utf-8") != text
    ]
    if "--check" in sys.argv:
        for name in stale:
            print(f"docs/{name} is out of date; run `just docs`")
        return 1 if stale else 0
    for name in stale:
        (DOCS / name).write_text(wanted[name], "utf-8")
        print(f"wrote docs/{name}")
    return 0


def cli_page() -> str:
    """The help of every command."""
    parts = [
        "# The command line",
        "Written by `just docs` from the program's own help.",
        EXIT_CODES,
    ]
    for context in _contexts(traek, "traek", None):
        help_text = context.command.get_help(context)
        parts += [f"## {context.command_path}", f"```\n{help_text}\n```"]
    return "\n\n".join(parts) + "\n"


def _contexts(
    command: click.Command, name: str, parent: click.Context | None
) -> Iterator[click.Context]:
    """The command as it would be called, and those below it."""
    context = click.Context(
        command, parent, info_name=name, terminal_width=80, **command.context_settings
    )
    yield context
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _contexts(found, below, context)


def rules_page() -> str:
    """The rules of the standard pack, side by side."""
    return reference([load_rule_pack("traek_standard")])


if __name__ == "__main__":
    sys.exit(main())
