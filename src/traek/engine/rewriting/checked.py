"""What checks suggest, tried as the rewrites of rules are."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from traek.engine.rewriting.draft import Change, Draft
from traek.engine.rewriting.judge import Judge
from traek.model import Finding, Suggestion
from traek.reading import Sentence


def tried(
    findings: Sequence[Finding],
    checks: Container[str],
    blocks: Iterable[Sequence[Sentence]],
    judge: Judge,
) -> Iterator[Finding]:
    """The findings, those of the checks without the suggestions that do not pass.

    A suggestion that reaches over several sentences, or adds a paragraph, is not tried.
    """
    mine = [finding for finding in findings if finding.rule in checks and finding.block]
    sentences = {block[0].block.number: block for block in blocks if mine and block}
    drafts = {
        (id(finding), place): draft
        for finding in mine
        for place, suggestion in enumerate(finding.suggestions)
        if (draft := _draft(finding, suggestion, sentences)) is not None
    }
    verdicts = dict(zip(drafts, judge.verdicts(list(drafts.values())), strict=True))
    for finding in findings:
        left = tuple(
            suggestion
            for place, suggestion in enumerate(finding.suggestions)
            if verdicts.get((id(finding), place)) is None
        )
        yield finding if left == finding.suggestions else replace(finding, suggestions=left)


def _draft(
    finding: Finding, suggestion: Suggestion, sentences: Mapping[int, Sequence[Sentence]]
) -> Draft | None:
    span = suggestion.span or finding.span
    if suggestion.replacement is None or span is None or finding.block is None:
        return None
    for sentence in sentences.get(finding.block, ()):
        first, last = sentence.span(0, len(sentence.words))
        if first <= span.start and span.end <= last and sentence.parts:
            change = Change(span, suggestion.replacement)
            return Draft(sentence, (change,), frozenset({finding.rule}))
    return None
