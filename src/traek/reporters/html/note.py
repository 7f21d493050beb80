"""The note beside a paragraph: what the words can do, why, and what could stand instead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from traek.model import Certainty, Finding, Suggestion, SuggestionKind
from traek.reporters.html.marking import Numbered, kind_of, sign_of
from traek.reporters.html.page import escaped
from traek.rulepack.categories import CATEGORIES


def note(numbered: Numbered, *, prefix: str = "", again: bool = False, reason: str = "") -> str:
    """The note on a finding; `again` leaves out the reason that the same rule has given above.

    `reason` is why somebody has decided to live with the finding.
    """
    finding = numbered.finding
    inner = _lawful(finding) if finding.protection is not None else _inner(finding, again=again)
    if reason:
        inner += f'<p><span class="label">Grund:</span> {escaped(reason)}</p>'
    head = (
        f'<p class="title"><b>{sign_of(finding) * _strength(finding)} {numbered.number}</b> '
        f"{escaped(_title(finding))}</p>"
    )
    name = escaped(f"{finding.rule} · {_category(finding)} · {finding.side.value}")
    return (
        f'<div class="note {kind_of(finding)}" id="{prefix}f{numbered.number}">{head}{inner}'
        f'<p class="name">{name}</p></div>'
    )


def rewrites(finding: Finding) -> str:
    """What could stand instead, each rewrite on its own; advice that several share comes last."""
    later = Counter(each.advice for each in finding.suggestions)
    parts: list[str] = []
    for each in finding.suggestions:
        later[each.advice] -= 1
        parts += _suggestion(each, advises=not later[each.advice])
    return "".join(parts)


def _suggestion(suggestion: Suggestion, *, advises: bool) -> Iterator[str]:
    match suggestion.kind:
        case SuggestionKind.DELETE:
            yield '<p class="rewrite">Ordene kan udgå.</p>'
        case SuggestionKind.REPLACE | SuggestionKind.REORDER:
            yield f'<p class="rewrite">{escaped(suggestion.replacement or "")}</p>'
    if suggestion.advice and advises:
        yield f"<p>{escaped(suggestion.advice)}</p>"


def _inner(finding: Finding, *, again: bool) -> str:
    parts = [f"<p>{escaped(finding.message)}</p>", rewrites(finding)]
    if not again and (finding.why or finding.sources):
        links = ", ".join(_source(source) for source in finding.sources)
        source = f'<p class="small">Kilde: {links}</p>' if links else ""
        parts.append(
            f"<details><summary>Hvorfor?</summary><p>{escaped(finding.why)}</p>{source}</details>"
        )
    return "".join(parts)


def _lawful(finding: Finding) -> str:
    law = escaped(finding.protection or "")
    return f"<p>Loven beder om ordene ({law}), så de skal blive stående.</p>"


def _title(finding: Finding) -> str:
    if finding.protection is not None:
        return f"lovpligtig – behold ({finding.protection})"
    return f"Måske: {finding.title}" if finding.certainty is Certainty.LAV else finding.title


def _strength(finding: Finding) -> int:
    return 1 if finding.protection is not None else finding.weight


def _category(finding: Finding) -> str:
    known = CATEGORIES.get(finding.category)
    return known.name if known else finding.category


def _source(source: str) -> str:
    if not source.startswith(("https://", "http://")):
        return escaped(source)
    host = urlsplit(source).netloc.removeprefix("www.")
    return f'<a href="{escaped(source)}" rel="noreferrer">{escaped(host)}</a>'
