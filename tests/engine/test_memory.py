"""A report is the same whatever the engine has read before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from traek.cli.workshop import Workshop
from traek.engine import Engine, Memory
from traek.loaders.txt import TextLoader
from traek.model import Block, BlockKind, Document, Genre, Situation
from traek.settings import Selection

LETTERS = sorted((Path(__file__).parent.parent / "letters").glob("*/letters/*.txt"))[::4]


def engine(memory: Memory) -> Engine:
    workshop = Workshop(None, {})
    packs = workshop.packs_for(workshop.settings_for("."))
    return Engine(packs, workshop.plugins.checks, Selection(uncertain=True), memory=memory)


@pytest.fixture(scope="module")
def forgetful() -> Engine:
    return engine(Memory(0))


@pytest.fixture(scope="module")
def remembering() -> Engine:
    return engine(Memory())


def paragraphs() -> list[str]:
    texts = [block.text for file in LETTERS for block in letter(file).blocks]
    return [
        *texts,
        "De skal betale. De kan klage, hvis De er uenig.",
        "De bedes ringe til os. Vi hjælper Dem.",
        "Du skal betale, og de skal i skole.",
        "Deres sag er ikke oplyst. I har ikke svaret.",
        "Du har desværre ikke svaret. Desværre.",
    ]


def letter(file: Path) -> Document:
    return TextLoader().load(file.read_bytes(), file.name)


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_letters_of_the_same_paragraphs_in_any_order(
    data: st.DataObject, forgetful: Engine, remembering: Engine
) -> None:
    texts = data.draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=12))
    kinds = data.draw(
        st.lists(st.sampled_from(BlockKind), min_size=len(texts), max_size=len(texts))
    )
    document = Document(
        "brev.docx",
        tuple(
            Block(text, n, kind) for n, (text, kind) in enumerate(zip(texts, kinds, strict=True), 1)
        ),
    )
    situation = data.draw(st.sampled_from([None, *Situation]))
    genre = data.draw(st.sampled_from([None, *Genre]))
    assert remembering.report(document, situation, genre) == forgetful.report(
        document, situation, genre
    )


def test_a_letter_read_again_gives_the_same_report(forgetful: Engine, remembering: Engine) -> None:
    documents = [letter(file) for file in LETTERS]
    expected = [forgetful.report(document) for document in documents]
    assert [remembering.report(document) for document in documents] == expected
    assert [remembering.report(document) for document in documents] == expected


def test_a_small_memory_forgets_and_still_gives_the_same_report(forgetful: Engine) -> None:
    small = engine(Memory(7))
    documents = [letter(file) for file in random.Random(1).choices(LETTERS, k=8)]  # noqa: S311
    for document in documents:
        assert small.report(document) == forgetful.report(document)


PARAGRAPHS = paragraphs()
