"""Rewritings and new paragraphs written into a Word letter, tracked or directly."""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from traek.errors import DocumentError
from traek.word.anchors import Anchors
from traek.word.changes import Edit, Stamp, accept, can_edit, write_edit
from traek.word.cutting import cut_runs
from traek.word.paragraphs import add_paragraphs
from traek.word.saving import saved, serialised
from traek.word.stories import Story, read_story

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from traek.word.passage import Passage


class Wording(NamedTuple):
    """Words of block number `block`, and the parts of them that change: start, end, new text.

    `old` are the words that stand from `start` on, so that another file is noticed.
    """

    block: int
    start: int
    old: str
    parts: tuple[tuple[int, int, str], ...]


class Addition(NamedTuple):
    """New paragraphs before block number `block`, or last in the letter where that is None."""

    block: int | None
    paragraphs: tuple[str, ...]


def rewrite(
    data: bytes,
    path: str,
    tasks: Sequence[Wording | Addition],
    *,
    tracked: bool = True,
    author: str = "traek",
    date: datetime | None = None,
) -> tuple[bytes, list[str | None]]:
    """A copy of the Word file with the tasks done, and for each None or why it was left, in Danish.

    Raises:
        DocumentError: the file cannot be read, or has other words in it than the tasks say.
    """
    story = _story_with(data, path, tasks)
    root, names = story.roots[story.main], story.names
    first = _largest_id(root, names("id")) + 1
    when = (date or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    stamp, ids, anchors = Stamp(author, when), count(first), Anchors(root, names)
    reasons = [_reason(story, task, anchors) for task in tasks]
    parts: defaultdict[int, list[Edit]] = defaultdict(list)
    for task, reason in zip(tasks, reasons, strict=True):
        if isinstance(task, Wording) and reason is None:
            parts[task.block] += [Edit(*part) for part in task.parts]
    last = [task for task in tasks if isinstance(task, Addition) and task.block is None]
    before = [task for task in tasks if isinstance(task, Addition) and task.block is not None]
    for task in (*before, *reversed(last)):
        add_paragraphs(story, task.block, task.paragraphs, stamp, ids)
    for block, edits in parts.items():
        _write(story.passages[block - 1], sorted(edits), anchors, stamp, ids, story)
    if all(reason is not None for reason in reasons):
        return data, reasons
    if not tracked:
        accept(root, first, names)
    return saved(story.package, {story.main: serialised(root)}), reasons


def _write(
    passage: Passage,
    edits: list[Edit],
    anchors: Anchors,
    stamp: Stamp,
    ids: count[int],
    story: Story,
) -> None:
    cuts = [at for edit in edits for at in (edit.start, edit.end)]
    units = cut_runs(passage, cuts, anchors.is_plain, story.names)
    for edit in edits:
        write_edit(edit, units, stamp, ids, story.names)


def _story_with(data: bytes, path: str, tasks: Sequence[Wording | Addition]) -> Story:
    """The open file, with hidden text read or not as it was for the tasks."""
    for read_hidden in (False, True):
        story = read_story(data, path, read_hidden=read_hidden)
        if all(_fits(story, task) for task in tasks):
            return story
    raise DocumentError(
        f"»{story.package.name}« er ændret, siden traek læste den. Kør kommandoen igen."
    )


def _fits(story: Story, task: Wording | Addition) -> bool:
    if task.block is None:
        return True
    if task.block > len(story.passages):
        return False
    if isinstance(task, Addition):
        return True
    return story.passages[task.block - 1].text.startswith(task.old, task.start)


def _reason(story: Story, task: Wording | Addition, anchors: Anchors) -> str | None:
    """Why a task cannot be done, or None."""
    if isinstance(task, Addition):
        return None
    passage = story.passages[task.block - 1]
    if passage.part != story.main:
        return "stedet står uden for selve brevteksten, fx i et sidehoved eller en fodnote"
    if all(can_edit(passage, Edit(*part), anchors, story.names) for part in task.parts):
        return None
    return "stedet hænger sammen med et felt, et link, en tekstboks eller en ændring fra andre"


def _largest_id(root: etree._Element, attribute: str) -> int:
    values = (element.get(attribute, "") for element in root.iter("*"))
    return max((int(value) for value in values if value.isdigit()), default=0)
