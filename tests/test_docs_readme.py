"""The README shows what traek says now, and leads to pages that are there."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from traek.cli import traek

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"```\n\$ traek (.+?)\n(.*?)```", README, re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LEFT_OUT = "[…]"


@pytest.mark.parametrize(("arguments", "shown"), SHOWN, ids=[each[0] for each in SHOWN])
def test_what_the_readme_shows_is_what_traek_says_line_for_line(
    arguments: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    said = iter(CliRunner().invoke(traek, arguments.split()).stdout.splitlines())
    for line in shown.splitlines():
        if line.strip() and line != LEFT_OUT:
            assert line in said, f"Kør: just docs. Her er det nyt: {line}"


def test_the_readme_shows_both_letters_as_they_are() -> None:
    quoted = re.sub(r"^> ?", "", README, flags=re.MULTILINE).replace("<br>\n", "\n")
    for name in ("foer", "efter"):
        letter = ROOT / "docs" / "eksempler" / "breve" / f"{name}.txt"
        assert letter.read_text("utf-8") in quoted


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_to_a_page_that_is_there(page: Path) -> None:
    targets = re.findall(r"\]\((?!http|#)([^)#]+)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_ci_runs_the_readmes_test_command() -> None:
    """`.ci/run` takes the first line that holds »just check«, so it must be the whole command."""
    first = next(line for line in README.splitlines() if "just check" in line)
    assert first.startswith("python3 -m venv .venv && ")
    assert first.endswith(" && just check")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_a_page_names_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    code = "\n".join(
        [*re.findall(r"```\n(.*?)```", text, re.DOTALL), *re.findall(r"`(.+?)`", text)]
    )
    for name, below in re.findall(r"(?:^|\$ |&& )traek ([a-z]+)(?: ([a-z]+))?", code, re.MULTILINE):
        found = traek.get_command(click.Context(traek), name)
        assert found is not None, f"traek {name}"
        # After audit may stand a folder as well.
        if isinstance(found, click.Group) and below and name != "audit":
            assert below in found.list_commands(click.Context(found)), f"traek {name} {below}"
