"""What the trainer's tools say themselves holds to the rules that they go by."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import traek
from traek.cli.workshop import Workshop
from traek.homework import new_form
from traek.homework.questions import questions
from traek.model import Block, Document, Effect, Situation
from traek.rulepack.categories import CATEGORIES

PACKAGE = Path(traek.__file__).parent
ABOUT_FILES = {"standard/ikke-i-passiv", "standard/ord-i-anfoerselstegn", "standard/egen-udgave"}
"""»kan ikke åbnes«, the name of a file in quotes, and »vores egen fortolkning«."""
SPEAKING = ("homework", "compare", "log", "cli/log", "cli/compare.py", "cli/homework.py")


def sentences() -> Iterator[str]:
    """Every text of some words in our modules that is no docstring, and every question."""
    for part in SPEAKING:
        files = [PACKAGE / part] if part.endswith(".py") else sorted((PACKAGE / part).glob("*.py"))
        for file in files:
            yield from _texts(ast.parse(file.read_text("utf-8")))
    for asked in questions().values():
        yield from asked
    comments = [line.strip("# ") for line in new_form(["mette"]).splitlines() if "#" in line]
    yield from (line for line in comments if line[:3] not in CATEGORIES)


def _texts(tree: ast.Module) -> Iterator[str]:
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = (p.value for p in node.values if isinstance(p, ast.Constant))
            yield "brev".join(str(part) for part in parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield "" if id(node) in docstrings else node.value


@pytest.mark.slow
def test_it_has_no_tryk_in_it() -> None:
    danish = [
        text
        for text in dict.fromkeys(sentences())
        if len(text.split()) > 3 and "<" not in text and "\n" not in text
    ]
    assert len(danish) > 150
    workshop = Workshop(None, {})
    engine = workshop.engine_for(workshop.settings_for("x.txt"))
    blocks = tuple(Block(text, number) for number, text in enumerate(danish, 1))
    report = engine.report(Document("x.txt", blocks), Situation.SKRIV_UD)
    found = [
        f"{finding.rule}: {finding.quote} | {danish[finding.block - 1]}"
        for finding in report.findings
        if finding.effect is Effect.ESCALATES
        and finding.block is not None
        and finding.quote
        and finding.rule not in ABOUT_FILES
    ]
    assert "\n".join(found) == ""
