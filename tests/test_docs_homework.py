"""The trainers' page, held to the program."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click

from traek.cli import traek
from traek.homework import homework_in, read_form

PAGE = Path(__file__).parents[1] / "docs" / "hjemmearbejde.md"
TEXT = PAGE.read_text("utf-8")


def test_every_command_and_option_on_the_page_is_there() -> None:
    lines = re.findall(r"^traek .+$", TEXT, re.MULTILINE) + re.findall(r"`(traek [^`]+)`", TEXT)
    assert len(lines) > 10
    for line in lines:
        command: click.Command = traek
        options: set[str] = set()
        for word in shlex.split(line)[1:]:
            if isinstance(command, click.Group) and not word.startswith("-"):
                found = command.get_command(click.Context(command), word)
                assert found is not None, line
                command = found
                options = {name for each in command.params for name in each.opts}
            elif word.startswith("--"):
                assert word in options, line


def test_the_form_on_the_page_can_be_read(tmp_path: Path) -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    (tmp_path / "fokus.toml").write_text(block, "utf-8")
    (focus,) = read_form(tmp_path / "fokus.toml").values()
    assert focus.goal
    assert focus.points[0].categories == ("D03", "E07")


def test_the_patterns_on_the_page_can_be_used(tmp_path: Path) -> None:
    (tmp_path / "1_afslag_mette.docx").write_bytes(b"x")
    for pattern in re.findall(r'--pattern "([^"]+)"', TEXT):
        (series,) = homework_in(str(tmp_path), {".docx"}, pattern).series
        assert (series.participant, series.letter) == ("mette", "")
