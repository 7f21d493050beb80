"""Puts what traek says now into README.md, where it is shown under `$ traek …`.

`python docs/readme.py` keeps the shape of each excerpt: the Firkant, and the findings of the rules
that the excerpt already names. To show another finding, write its rule's id on a line of its own.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from click.testing import CliRunner

from traek.cli import traek
from traek.errors import TraekError

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
LEFT_OUT = "[…]"
_EXCERPT = re.compile(r"(```\n\$ traek (.+?)\n)(.*?)(```)", re.DOTALL)
_RULE = re.compile(r"^ *((?:\w+)/[a-z0-9-]+)(?: ·.*)?$", re.MULTILINE)
_LAST_SIDE = "4 Videre"


def main() -> int:
    """0; README.md is written anew where it has changed."""
    os.chdir(ROOT)
    os.environ["COLUMNS"] = "80"
    before = README.read_text("utf-8")
    after = _EXCERPT.sub(_refreshed, before)
    if after != before:
        README.write_text(after, "utf-8")
        print("wrote README.md")
    return 0


def _refreshed(excerpt: re.Match[str]) -> str:
    opening, arguments, shown, end = excerpt.groups()
    result = CliRunner().invoke(traek, arguments.split())
    if isinstance(result.exception, TraekError):
        raise SystemExit(f"README.md stays as it is: {result.exception}")
    said = result.stdout
    lines = [*_firkant(said.splitlines()), "", LEFT_OUT]
    findings = [finding for rule in _RULE.findall(shown) for finding in _finding(said, rule)]
    if findings:
        lines += ["", *findings, LEFT_OUT]
    return opening + "\n".join(lines) + "\n" + end


def _firkant(lines: list[str]) -> list[str]:
    """From the letter's name to the last line of what fills its sides."""
    last = next(at for at, line in enumerate(lines) if line.startswith(_LAST_SIDE))
    while lines[last + 1].startswith("  "):
        last += 1
    return lines[: last + 1]


def _finding(said: str, rule: str) -> list[str]:
    """The first finding of a rule and a blank line, or nothing where it found nothing."""
    for paragraph in said.split("\n\n"):
        if re.search(rf"^ *{re.escape(rule)} ·", paragraph, re.MULTILINE):
            return [*paragraph.strip("\n").splitlines(), ""]
    print(f"README.md names {rule}, which finds nothing there now", file=sys.stderr)
    return []


if __name__ == "__main__":
    sys.exit(main())
