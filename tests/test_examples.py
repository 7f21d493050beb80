"""The examples for other programs name commands and options that exist."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from traek.cli import traek

ROOT = Path(__file__).parent.parent
FILES = (ROOT / ".pre-commit-hooks.yaml", ROOT / "examples" / "github" / "skabeloner.yml")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_command_in_an_example_is_one_of_ours(file: Path) -> None:
    lines = re.findall(r"(?:entry|run): traek (\w+)(.*)", file.read_text("utf-8"))
    assert lines
    context = click.Context(traek)
    for name, rest in lines:
        command = traek.get_command(context, name)
        assert command is not None, name
        if isinstance(command, click.Group):
            command = command.get_command(context, "run")
        assert command is not None
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", rest)) <= known
