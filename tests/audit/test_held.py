"""What an audit holds in memory for a template, counted in bytes: numbers, and not its words."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from traek.audit import Examined, Gatherer, Library
from traek.audit.decisions.choices import sentences
from traek.audit.kept import SEEN, VERSIONS, Earlier
from traek.audit.library import FILES, TEXTS
from traek.audit.lines import Lines, whole_lines
from traek.engine import Memory
from traek.model import (
    Block,
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
)

BLOCKS, FOUND = 10, 5
BUFFERS = 5 << 16
"""For each file that is open."""
LONG = 40
"""How many times as long the texts of the longer library are; its other numbers are the same."""


def report(number: int, length: int) -> Report:
    """A template whose paragraphs stand nowhere else, with tryk in half of them."""
    texts = [f"Afsnit {n} i {number}: " + "ordene skylder " * length for n in range(BLOCKS)]
    found = tuple(
        Finding(
            rule="standard/regel",
            title="Skyld",
            category="E01",
            effect=Effect.ESCALATES,
            side=Side.FORSTÅ,
            weight=3,
            certainty=Certainty.HØJ,
            block=n + 1,
            span=Span(0, 6),
            quote=texts[n],
            message="Læseren kan høre en bebrejdelse.",
            why="Ordene placerer skyld.",
            suggestions=(),
            fingerprint="0123456789abcdef",
        )
        for n in range(FOUND)
    )
    blocks = tuple(Block(text, n) for n, text in enumerate(texts, 1))
    profile = {side: SideProfile(filled=True, escalates=0, deescalates=0) for side in Side}
    document = Document(f"A/{number}.docx", blocks)
    return Report(document, Situation.SVAR, "", 200, found, profile)


def letter(number: int, length: int) -> Examined:
    return Examined(f"A/{number}.docx", f"{number:064}", 1000, report(number, length))


def written(folder: Path, count: int, length: int) -> Path:
    with Gatherer(folder) as gatherer:
        for number in range(count):
            gatherer.add(letter(number, length), "settings")
        gatherer.finish("A", {"traek": "1"}, rules=1)
    (folder / VERSIONS).write_text(json.dumps({"traek": "1"}))
    seen = [json.dumps([f"A/{n}.docx", 1000, 1, f"{n:064}"]) for n in range(count)]
    (folder / SEEN).write_text("".join(f"{line}\n" for line in seen))
    return folder


def held(make: Callable[[], Any]) -> int:
    """The bytes that are held by what `make` makes."""
    make()  # what is loaded once is loaded now
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        made = make()
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    del made
    return after - before


@pytest.fixture
def gathered(tmp_path: Path) -> Iterator[Callable[[range, int], int]]:
    """What one gatherer holds of templates, in bytes."""
    with Gatherer(tmp_path) as gatherer:

        def add(numbers: range, length: int) -> int:
            before = tracemalloc.get_traced_memory()[0]
            for number in numbers:
                gatherer.add(letter(number, length))
            return tracemalloc.get_traced_memory()[0] - before

        yield add


def test_what_is_gathered_is_not_held(gathered: Callable[[range, int], int]) -> None:
    gathered(range(50), LONG)
    tracemalloc.start()
    try:
        bytes_each = gathered(range(50, 450), LONG) / 400
    finally:
        tracemalloc.stop()
    words = sum(len(block.text) for block in report(1, LONG).document.blocks)
    assert bytes_each < 250 * (BLOCKS + FOUND) < words


def test_a_library_at_hand_holds_none_of_its_texts(tmp_path: Path) -> None:
    one, other = written(tmp_path / "en", 200, 1), written(tmp_path / "to", 200, LONG)
    short, long = held(lambda: Library.open(one)), held(lambda: Library.open(other))
    assert long == pytest.approx(short, rel=0.1)
    assert long < 300 * (3000 + 60 * BLOCKS)


def test_an_earlier_audit_holds_none_of_its_rows(tmp_path: Path) -> None:
    folder = written(tmp_path, 200, LONG)

    def read() -> Earlier:
        earlier = Earlier.read(folder, {"traek": "1"})
        assert earlier is not None
        assert len(earlier.row("A/7.docx", f"{7:064}", "settings")) > 100
        assert earlier.text(7)[1] is not None
        return earlier

    rows = (folder / FILES).stat().st_size + (folder / TEXTS).stat().st_size
    assert held(read) < 200 * 1000 + BUFFERS < rows / 2


def test_sentences_are_counted_by_paragraph_and_told_by_template(tmp_path: Path) -> None:
    with Gatherer(tmp_path) as gatherer:
        for number in (1, 2, 1):
            gatherer.add(letter(number, 1))
        gatherer.finish("A", {"traek": "1"}, rules=1)
    library = Library.open(tmp_path)
    told = {each.text: (each.places, each.templates(library)) for each in sentences(library)}
    assert sorted(told.values()) == [(1, [1])] * FOUND + [(2, [0, 2])] * FOUND


def test_lines_are_read_from_any_place_and_one_cut_short_is_left_out(tmp_path: Path) -> None:
    file = tmp_path / "linjer"
    file.write_bytes("æ\n\nto\ntre".encode())
    lines = Lines(file)
    whole = ["æ\n".encode(), b"\n", b"to\n"]
    assert [lines[2], lines[0], lines[-2]] == [whole[2], whole[0], whole[1]]
    assert list(lines) == list(whole_lines(file)) == lines[:] == whole
    with pytest.raises(IndexError):
        lines[3]
    lines.close()


def test_a_memory_that_forgets_remembers_again() -> None:
    memory = Memory(100)
    block = Block("Du skal betale.", 1)
    first = memory.read(block)
    assert memory.read(block)[0].words is first[0].words
    memory.forget()
    assert memory.read(block)[0].words is not first[0].words
