"""Small packs and letters, written in the test that uses them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest

from traek.engine import Engine
from traek.engine.checks import traek_checks
from traek.engine.corrections import address_of
from traek.engine.grammar import Grammar
from traek.engine.rewriting.draft import Change
from traek.engine.text import read_block
from traek.model import Block, BlockKind, Document, Genre, Report, Situation
from traek.reading import Sentence
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


@functools.cache
def grammar() -> Grammar:
    return Grammar.load(None)


def read(text: str) -> list[Sentence]:
    """The sentences of one paragraph, with grammar."""
    sentences = read_block(Block(text, 1))
    grammar().tag(sentences, address_of(sentences))
    return sentences


def made(text: str, change: Change | None) -> str | None:
    """The paragraph after the change, or None where there is none."""
    if change is None:
        return None
    return text[: change.span.start] + change.text + text[change.span.end :]


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
