"""The documentation names what there is, so that it cannot fall behind."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from traek import __version__, hookspecs
from traek.cli import FOUND, INTERRUPTED, MISTAKE, OK, traek
from traek.settings import KEYS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def page(name: str) -> str:
    return (ROOT / "docs" / name).read_text("utf-8")


def commands(group: click.Group, path: str) -> list[str]:
    context = click.Context(group)
    found = [path]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        below = f"{path} {name}"
        found += commands(command, below) if isinstance(command, click.Group) else [below]
    return found


@pytest.mark.parametrize("command", commands(traek, "traek"))
def test_every_command_is_documented(command: str) -> None:
    assert f"## {command}\n" in page("cli.md")


@pytest.mark.parametrize("hook", [name for name in vars(hookspecs) if name.startswith("traek_")])
def test_every_hook_is_documented(hook: str) -> None:
    assert f"`{hook}()`" in page("plugins.md")
    assert hook in page("what-happens.md")


@pytest.mark.parametrize("code", [OK, FOUND, MISTAKE, INTERRUPTED])
@pytest.mark.parametrize("name", ["cli.md", "what-happens.md"])
def test_every_exit_code_is_documented(code: int, name: str) -> None:
    assert f"| {code} |" in page(name)


def test_every_setting_is_documented_and_no_other() -> None:
    _, _, section = page("indstillinger.md").partition("## Nøglerne")
    documented = re.findall(r"^\| `([a-z-]+)` \|", section.split("\n## ")[0], re.MULTILINE)
    assert documented == list(KEYS)


def test_every_decision_is_listed() -> None:
    pages = {path.name for path in (ROOT / "docs" / "adr").glob("0*.md")}
    assert pages == set(re.findall(r"\((0[^)]+\.md)\)", page("adr/README.md")))


def test_the_readme_has_the_two_commands() -> None:
    assert "traek check examples/breve/*.docx examples/breve/*.txt" in README
    assert len(re.findall(r"^.*just check$", README, re.MULTILINE)) == 1


def test_links_between_pages_lead_somewhere() -> None:
    for source in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", source.read_text("utf-8")):
            assert (source.parent / link).exists(), f"{source.name} -> {link}"


def test_the_changelog_speaks_of_this_version() -> None:

    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")
