"""Small packs and letters, written in the test that uses them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from traek.engine import Engine
from traek.engine.checks import traek_checks
from traek.model import Block, BlockKind, Document, Genre, Report, Situation
from traek.rulepack import load_rule_pack
from traek.settings import Selection

RULE = """
titel = "t"
kategori = "{category}"
tyngde = {weight}
besked = "b"
bedre = "Skriv det sådan."
hvorfor = "h"
{more}
[find]
{find}
[eksempler]
rammer = ["x"]
rammer_ikke = ["y"]
"""


def rule(find: str, category: str = "E13", weight: int = 2, more: str = "") -> str:
    """A rule file whose examples are not tried."""
    return RULE.format(find=find, category=category, weight=weight, more=more)


def document(*texts: str) -> Document:
    """A letter of paragraphs; `# ` begins a heading."""
    blocks: list[Block] = []
    headings: tuple[str, ...] = ()
    for number, text in enumerate(texts, 1):
        if text.startswith("# "):
            blocks.append(Block(text[2:], number, BlockKind.HEADING))
            headings = (text[2:],)
        else:
            blocks.append(Block(text, number, headings=headings))
    return Document("brev.txt", tuple(blocks))


Reading = Callable[..., Report]


@pytest.fixture
def reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """What an engine with the given rule files, by name, and our checks says of paragraphs."""
    monkeypatch.setenv("TRAEK_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "traek_test"
    folder.mkdir()

    def report(
        *texts: str,
        selection: Selection | None = None,
        situation: Situation | None = None,
        genre: Genre | None = None,
        **files: str,
    ) -> Report:
        for name, text in files.items():
            (folder / f"{name}.toml").write_text(text, "utf-8")
        engine = Engine([load_rule_pack(str(folder))], traek_checks(), selection)
        return engine.report(document(*texts), situation, genre)

    return report
