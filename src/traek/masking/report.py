"""A whole report, or a document, without personal data in any of its texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from traek.masking.names import names_in
from traek.masking.text import Masked, masked
from traek.model import Block, Document, Finding, Report, SideProfile, Span, Suggestion


def masked_document(document: Document) -> Document:
    """The document with labels for personal data; a name known anywhere is masked everywhere."""
    return _document(document, names_in(block.text for block in document.blocks))


def masked_report(
    report: Report, *, names: Iterable[str] = (), case_numbers: bool = False
) -> Report:
    """The report with labels for personal data in the letter, the quotes and the rewrites.

    `names` are known from elsewhere. Spans follow along, fingerprints stay. The path keeps its folders, but loses a name that the
    letter gives away.
    """
    known = names_in(block.text for block in report.document.blocks) | frozenset(names)

    def hide(text: str) -> Masked:
        return masked(text, known, case_numbers_too=case_numbers)

    texts = {block.number: hide(block.text) for block in report.document.blocks}
    return replace(
        report,
        document=_document(report.document, known, texts),
        findings=tuple(_finding(finding, texts, hide) for finding in report.findings),
        suppressed=tuple(
            replace(
                entry, finding=_finding(entry.finding, texts, hide), reason=hide(entry.reason).text
            )
            for entry in report.suppressed
        ),
        withdrawn=tuple(
            replace(each, quote=hide(each.quote).text, replacement=hide(each.replacement).text)
            for each in report.withdrawn
        ),
        profile={side: _profile(profile, hide) for side, profile in report.profile.items()},
    )


def _document(
    document: Document, names: frozenset[str], texts: Mapping[int, Masked] | None = None
) -> Document:
    known = texts or {block.number: masked(block.text, names) for block in document.blocks}
    return replace(
        document,
        path=masked(document.path, names).text,
        blocks=tuple(_block(block, known[block.number], names) for block in document.blocks),
    )


def _block(block: Block, hidden: Masked, names: frozenset[str]) -> Block:
    return replace(
        block,
        text=hidden.text,
        headings=tuple(masked(heading, names).text for heading in block.headings),
        placeholders=tuple(hidden.span(span) for span in block.placeholders),
    )


def _finding(
    finding: Finding, texts: Mapping[int, Masked], hide: Callable[[str], Masked]
) -> Finding:
    if finding.block is None or finding.block not in texts:
        return replace(
            finding, suggestions=tuple(_offer(s, None, hide) for s in finding.suggestions)
        )
    hidden = texts[finding.block]
    span = None if finding.span is None else hidden.span(finding.span)
    return replace(
        finding,
        span=span,
        quote=None if span is None else hidden.text[span.start : span.end],
        suggestions=tuple(_offer(each, hidden, hide) for each in finding.suggestions),
    )


def _offer(
    suggestion: Suggestion, hidden: Masked | None, hide: Callable[[str], Masked]
) -> Suggestion:
    span: Span | None = suggestion.span
    if hidden is not None and span is not None:
        span = hidden.span(span)
    text = suggestion.replacement
    return replace(suggestion, replacement=None if text is None else hide(text).text, span=span)


def _profile(profile: SideProfile, hide: Callable[[str], Masked]) -> SideProfile:
    quote = profile.evidence
    return profile if quote is None else replace(profile, evidence=hide(quote).text)
