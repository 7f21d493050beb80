"""Findings and rewrites written into a copy of the letter, as Word's own comments and changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Literal, TypeAlias

from traek.errors import DocumentError
from traek.model import Effect
from traek.word.anchors import Anchors
from traek.word.changes import Edit, Stamp, can_edit, parts_of, reject, write_edit
from traek.word.comments import Comments, Line, remove_marks
from traek.word.cutting import Unit, cut_runs
from traek.word.place import Place
from traek.word.saving import saved, serialised
from traek.word.stories import Story, read_story
from traek.word.wording import about_finding, about_letter, about_margins

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from traek.model import Block, Finding, Report
    from traek.word.passage import Passage

Mode: TypeAlias = Literal["comments", "changes", "both"]
AUTHOR, INITIALS = "traek", "tr"


def review(
    data: bytes,
    report: Report,
    *,
    mode: Mode = "comments",
    author: str = AUTHOR,
    initials: str = INITIALS,
    date: datetime | None = None,
) -> bytes:
    """A copy of the Word file in `data` with the report's findings written into it.

    The report must be of this very file. `changes` writes a tracked change wherever a rewrite
    can be put in place without harm, and a comment elsewhere. Our own earlier comments give way;
    everything else stays as it was, down to the bytes of the parts that nothing is written in.

    Raises:
        DocumentError: the file cannot be read, or is not the one that the report is about.
    """
    story = _story_of(data, report)
    when = (date or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    writer = _Writer(story, mode, Stamp(author, when), initials)
    return writer.written(report)


def clean(data: bytes, path: str, *, author: str = AUTHOR) -> bytes:
    """A copy of the Word file in `data` without what `review` has written into it.

    Our comments are known by their last line. Tracked changes carry nothing but a name, so they
    are undone only where `author` has traek in it; a person's changes are that person's to reject.

    Raises:
        DocumentError: the file cannot be read.
    """
    story = read_story(data, path)
    comments = Comments(story.package, story.main, story.names)
    removed = comments.remove_ours()
    root = story.roots[story.main]
    touched = remove_marks(root, removed, story.names) if removed else 0
    if "traek" in author.lower():
        touched += reject(root, author, story.names)
    changed = comments.changed_parts()
    if touched:
        changed[story.main] = serialised(root)
    return saved(story.package, changed) if changed else data


def _story_of(data: bytes, report: Report) -> Story:
    """The open file, with hidden text read or not as it was for the report."""
    wanted = {block.locator for block in report.document.blocks}
    for read_hidden in (False, True):
        story = read_story(data, report.document.path, read_hidden=read_hidden)
        if wanted <= {passage.place() for passage in story.passages}:
            return story
    raise DocumentError(
        f"»{story.package.name}« er ændret, siden den blev læst. Kør kommandoen igen."
    )


@dataclass(slots=True)
class _Task:
    """A finding on its way into the file."""

    finding: Finding
    block: Block
    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    changed: bool = False
    comment: list[Line] = field(default_factory=list)
    number: int = -1


class _Writer:
    """Writes one report into one open file."""

    def __init__(self, story: Story, mode: Mode, stamp: Stamp, initials: str) -> None:
        self._story = story
        self._mode = mode
        self._stamp = stamp
        self._initials = initials
        self._names = story.names
        self._root = story.roots[story.main]
        self._comments = Comments(story.package, story.main, story.names)
        remove_marks(self._root, self._comments.remove_ours(), story.names)
        self._anchors = Anchors(self._root, story.names)
        self._numbers = count(max(self._comments.ids, default=-1) + 1)
        self._change_ids = count(_largest_id(self._root, story.names("id")) + 1)

    def written(self, report: Report) -> bytes:
        passages = {passage.place(): passage for passage in self._story.passages}
        blocks = {block.number: block for block in report.document.blocks}
        outside: list[tuple[Finding, Block]] = []
        tasks: dict[int, list[_Task]] = {}
        for finding in report.findings:
            block = blocks.get(finding.block or 0)
            if block is None or finding.span is None or not _is_tryk(finding):
                continue
            if isinstance(block.locator, Place) and block.locator.part == self._story.main:
                task = _Task(finding, block, *finding.span)
                tasks.setdefault(block.number, []).append(task)
            else:
                outside.append((finding, block))
        self._write_about_letter(report, outside)
        for number, group in tasks.items():
            place = blocks[number].locator
            if isinstance(place, Place):
                self._write_passage(passages[place], group, _praise(report, number))
        changed = self._comments.changed_parts()
        return saved(self._story.package, {**changed, self._story.main: serialised(self._root)})

    def _write_about_letter(self, report: Report, outside: list[tuple[Finding, Block]]) -> None:
        """The comments on the letter as a whole hang on its first paragraph."""
        first = next((each for each in self._story.passages if each.where == "hoveddel"), None)
        paragraph = next(self._root.iter(self._names.p), None) if first is None else first.anchor
        if paragraph is None:
            return
        texts = [about_letter(report)] if self._mode != "changes" else []
        texts += [about_margins(outside)] if outside else []
        for lines in texts:
            number = next(self._numbers)
            self._comments.add(number, lines, self._stamp, self._initials)
            self._anchors.attach_to_paragraph(paragraph, number)

    def _write_passage(self, passage: Passage, tasks: list[_Task], praised: list[Finding]) -> None:
        tasks.sort(key=lambda task: (task.start, -task.end))
        if self._mode != "comments":
            self._choose_edits(passage, tasks)
        for task in tasks:
            if not task.changed or self._mode == "both":
                changed = task.changed
                task.comment = about_finding(task.finding, praised, task.block, changed=changed)
                praised = []
                task.number = next(self._numbers)
                self._comments.add(task.number, task.comment, self._stamp, self._initials)
        edits = [edit for task in tasks for edit in task.edits]
        cuts = [at for task in tasks if task.comment for at in (task.start, task.end)]
        cuts += [at for edit in edits for at in (edit.start, edit.end)]
        units = cut_runs(passage, cuts, self._anchors.is_plain, self._names)
        self._attach(passage, units, [task for task in tasks if task.comment])
        for edit in edits:
            write_edit(edit, units, self._stamp, self._change_ids, self._names)

    def _choose_edits(self, passage: Passage, tasks: list[_Task]) -> None:
        """The rewrites that can be put in place, none of which touches another.

        A sentence that answers several findings is put in place once, for all of them.
        """
        done, made = 0, set[Edit]()
        for task in tasks:
            suggestion = task.finding.safe_rewrite
            if suggestion is None or suggestion.replacement is None:
                continue
            start, end = suggestion.span or (task.start, task.end)
            whole = Edit(start, end, suggestion.replacement)
            if whole in made:
                task.changed = True
                continue
            edits = parts_of(passage, whole)
            harmless = all(can_edit(passage, e, self._anchors, self._names) for e in edits)
            if start >= done and edits and harmless:
                task.edits, task.changed, done = edits, True, end
                made.add(whole)

    def _attach(self, passage: Passage, units: list[Unit], tasks: list[_Task]) -> None:
        """Hang the comments; those that end first must be closed first."""
        for task in sorted(tasks, key=lambda task: (task.end, -task.start)):
            nodes = self._nodes(passage, units, task)
            if nodes is None:
                self._anchors.attach_to_paragraph(passage.anchor, task.number)
            else:
                self._anchors.attach(*nodes, task.number)

    def _nodes(
        self, passage: Passage, units: list[Unit], task: _Task
    ) -> tuple[etree._Element, etree._Element] | None:
        """The first and last node that a finding touches."""
        if passage.attribute is not None:
            elements = self._root.iter(passage.attribute.element)
            found = next((each for at, each in enumerate(elements) if at == passage.attribute.nth))
            node = next(found.iterancestors(self._names.r), found)
            return node, node
        touched = [unit.run for unit in units if unit.end > task.start and unit.start < task.end]
        return (touched[0], touched[-1]) if touched else None


def _is_tryk(finding: Finding) -> bool:
    return finding.effect is Effect.ESCALATES and finding.protection is None


def _praise(report: Report, number: int) -> list[Finding]:
    """The calming words of one block."""
    return [
        finding
        for finding in report.findings
        if finding.block == number and finding.effect is Effect.DEESCALATES and finding.quote
    ]


def _largest_id(root: etree._Element, attribute: str) -> int:
    values: Iterator[str] = (element.get(attribute, "") for element in root.iter("*"))
    return max((int(value) for value in values if value.isdigit()), default=0)
