"""Findings that somebody lets stand, in the settings or beside the text: set apart, with the reason.

A comment in Word or an HTML comment in a text file says `traek: ok REGEL – grund`. It is about the
words that it hangs on, or about its paragraph; alone in a paragraph it is about the next one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from traek.model import Document, Finding, Note, Span, Suppressed
from traek.settings.accepted import EVERYTHING, Accepted, is_meant

_IN_TEXT = re.compile(r"<!--\s*(traek\s*:.*?)-->", re.DOTALL | re.IGNORECASE)
_ANY_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OURS = re.compile(r"\s*traek\s*:", re.IGNORECASE)
_OK = re.compile(
    r"\s*traek\s*:\s*ok\s+(?P<names>[^\s,–—:]+(?:\s*,\s*[^\s,–—:]+)*)[\s:–—-]*(?P<reason>.*)",
    re.IGNORECASE | re.DOTALL,
)
_CATEGORY = re.compile(r"[ED]\d\d", re.IGNORECASE)
_WAY_OUT = "Skriv »traek: ok REGEL – grund«, fx »traek: ok E05 – ordlyden står i loven«."


@dataclass(frozen=True, slots=True)
class _Noted:
    """A decision beside the text, and what it is about: a span of a block, or all of it."""

    accepted: Accepted
    block: int
    span: Span | None

    def covers(self, finding: Finding) -> bool:
        if not self.accepted.covers(finding.rule, finding.category, finding.fingerprint):
            return False
        if finding.span is None or finding.block is None:
            return EVERYTHING not in self.accepted.names
        if finding.block != self.block or self.span is None:
            return finding.block == self.block
        return self.span.start < finding.span.end and finding.span.start < self.span.end


@dataclass(frozen=True, slots=True)
class Settled:
    """Findings to count, findings let stand, and Danish sentences about notes nobody can follow."""

    findings: list[Finding]
    suppressed: tuple[Suppressed, ...] = ()
    warnings: tuple[str, ...] = ()


def settled(
    findings: Sequence[Finding],
    document: Document,
    accepted: Sequence[Accepted],
    known: Collection[tuple[str, str]],
) -> Settled:
    """The findings, those that somebody lets stand set apart.

    `known` are the ids and categories of all rules, for notes that name another. What the law
    protects counts nowhere already and is left as it is.
    """
    noted: list[_Noted] = []
    warnings: list[str] = []
    for note in notes_of(document):
        decision, warning = _decision(note, known)
        warnings += [warning] if warning else []
        noted += [_Noted(decision, note.block, note.span)] if decision else []
    if not accepted and not noted:
        return Settled(list(findings), warnings=tuple(warnings))
    kept, suppressed = [], []
    for finding in findings:
        decision = None if finding.protection else _let_stand(finding, accepted, noted)
        if decision is None:
            kept.append(finding)
        else:
            suppressed.append(Suppressed(finding, decision.reason, decision.source))
    return Settled(kept, tuple(suppressed), tuple(warnings))


def notes_of(document: Document) -> Iterator[Note]:
    """The notes to traek: those that the loader found, and HTML comments in the text."""
    yield from document.notes
    for place, block in enumerate(document.blocks):
        if "<!--" not in block.text:
            continue
        alone = not _ANY_COMMENT.sub("", block.text).strip()
        last = place + 1 >= len(document.blocks)
        about = document.blocks[place + 1] if alone and not last else block
        for comment in _IN_TEXT.finditer(block.text):
            yield Note(about.number, None, comment[1], "kommentar i teksten")


def _let_stand(
    finding: Finding, accepted: Iterable[Accepted], noted: Iterable[_Noted]
) -> Accepted | None:
    """The decision that lets the finding stand: one beside the text before one in the settings."""
    for note in noted:
        if note.covers(finding):
            return note.accepted
    return next(
        (a for a in accepted if a.covers(finding.rule, finding.category, finding.fingerprint)), None
    )


def _decision(note: Note, known: Collection[tuple[str, str]]) -> tuple[Accepted | None, str | None]:
    """What a note decides, or the sentence that says why it decides nothing."""
    if not _OURS.match(note.text):
        return None, None
    quote = " ".join(note.text.split())
    said = _OK.match(note.text)
    if said is None:
        return None, f"traek forstår ikke kommentaren »{quote}«. {_WAY_OUT}"
    reason = " ".join(said["reason"].split())
    if not reason:
        return None, f"Kommentaren »{quote}« mangler en grund og gælder først med den. {_WAY_OUT}"
    names = tuple(name.strip() for name in said["names"].split(","))
    for name in names:
        if not _is_known(name, known):
            return (
                None,
                f"Kommentaren »{quote}« nævner »{name}«, som ingen regel hedder. {_WAY_OUT}",
            )
    return Accepted(reason, note.source, names), None


def _is_known(name: str, known: Collection[tuple[str, str]]) -> bool:
    if _CATEGORY.fullmatch(name) or name.lower() == EVERYTHING:
        return True
    return any(is_meant(name, rule, category) for rule, category in known)
