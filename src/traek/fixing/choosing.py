"""Which edits to make: one suggestion for each tryk, none of which gets in another's way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TypeAlias

from traek.fixing.edit import Edit
from traek.model import Block, Effect, Finding, Report, Span, Suggestion, SuggestionKind

Decide: TypeAlias = Callable[[Finding], Suggestion | None]


class Plan:
    """Edits as they are chosen for one report; an edit that meets an earlier one is not taken."""

    def __init__(self, report: Report) -> None:
        """A plan with nothing in it."""
        self._blocks = {block.number: block for block in report.document.blocks}
        self._edits: list[Edit] = []
        self._clear: list[tuple[int | None, Span]] = []

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What has been chosen, in reading order; new paragraphs last in the letter come last."""
        return tuple(sorted(self._edits, key=_place))

    def edit(self, finding: Finding, suggestion: Suggestion) -> Edit | None:
        """What following the suggestion would do, or None for mere advice."""
        if suggestion.replacement is None:
            return None
        if suggestion.kind is SuggestionKind.ADD:
            kind, new = suggestion.kind, suggestion.replacement
            return Edit(finding.block, None, "", new, kind, (finding.rule,))
        block, span = self._blocks.get(finding.block or 0), suggestion.span or finding.span
        if block is None or span is None:
            return None
        old, new = block.text[slice(*span)], suggestion.replacement
        return Edit(block.number, span, old, new, suggestion.kind, (finding.rule,))

    def is_open(self, finding: Finding) -> bool:
        """Whether nothing chosen so far touches the words of the finding."""
        return finding.span is None or not any(
            each.block == finding.block
            and each.span is not None
            and each.span.start < finding.span.end
            and finding.span.start < each.span.end
            for each in self._edits
        )

    def fits(self, edit: Edit) -> bool:
        """Whether the edit can be added to what has been chosen so far."""
        free = not any(each.meets(edit) or each.repeats(edit) for each in self._edits)
        return free and self._is_clear(edit)

    def take(self, edit: Edit) -> bool:
        """Whether the edit could be added; the same edit for another finding counts for both."""
        for at, other in enumerate(self._edits):
            if other.meets(edit):
                same = (other.span, other.text) == (edit.span, edit.text)
                if same:
                    self._edits[at] = replace(other, rules=(*other.rules, *edit.rules))
                return same
        if not self._is_clear(edit) or any(other.repeats(edit) for other in self._edits):
            return False
        self._edits.append(edit)
        return True

    def keep_clear(self, finding: Finding) -> None:
        """Let nothing else be chosen in the sentence that the finding shares with others.

        Rewrites of one sentence are tried together as one of its suggestions; two that were tried
        alone may not go together.
        """
        spans = [each.span for each in finding.suggestions if each.span and each.replacement]
        self._clear += [(finding.block, span) for span in spans]

    def _is_clear(self, edit: Edit) -> bool:
        return edit.span is None or not any(
            block == edit.block and span.start < edit.span.end and edit.span.start < span.end
            for block, span in self._clear
        )


def edits_for(report: Report, decide: Decide | None = None) -> tuple[Edit, ...]:
    """The edits that a report suggests, in reading order; the heaviest tryk is served first.

    `decide` chooses among a finding's suggestions, `best` without it. Protected wording and træk
    are never asked about.
    """
    plan = Plan(report)
    for finding in sorted(mendable(report), key=lambda each: -each.weight):
        suggestion = (decide or best)(finding)
        edit = None if suggestion is None else plan.edit(finding, suggestion)
        if edit is not None and plan.take(edit):
            plan.keep_clear(finding)
    return plan.edits


def mendable(report: Report) -> Iterable[Finding]:
    """The tryk in reading order that suggest more than advice."""
    return (
        finding
        for finding in report.findings
        if finding.effect is Effect.ESCALATES
        and finding.protection is None
        and any(each.replacement is not None for each in finding.suggestions)
    )


def best(finding: Finding) -> Suggestion | None:
    """What to do without asking."""
    return finding.safe_rewrite


def _place(edit: Edit) -> tuple[bool, int, int]:
    start = -1 if edit.span is None else edit.span.start
    return edit.block is None, edit.block or 0, start


def edited(block: Block, edits: Iterable[Edit]) -> Block:
    """The block with the edits made, its gaps where they have come to stand."""
    text, gaps, done = "", [], 0
    end = len(block.text)
    for start, stop, new in (*((*e.span, e.text) for e in edits if e.span), (end, end, "")):
        shift = len(text) - done
        gaps += [
            type(gap)(gap.start + shift, gap.end + shift)
            for gap in block.placeholders
            if done <= gap.start and gap.end <= start
        ]
        text += block.text[done:start] + new
        done = max(stop, done)
    return replace(block, text=text, placeholders=tuple(gaps))
