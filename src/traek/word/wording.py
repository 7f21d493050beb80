"""What our comments say, in Danish: what works first, then what could be said more calmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from traek.model import Certainty, Effect, Side, Situation, SuggestionKind
from traek.word.comments import SIGNATURE, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from traek.model import Block, Finding, Report, Suggestion

_SITUATIONS = {
    Situation.SVAR: "når du svarer på en henvendelse",
    Situation.SKRIV_UD: "når du skriver på eget initiativ",
}
_PRAISED = 3
_PRAISE_WIDTH = 400
_SHOWN = 70


def about_finding(
    finding: Finding, praised: Sequence[Finding], block: Block, *, changed: bool
) -> list[Line]:
    """The comment on one finding; `praised` are the calming words in the same paragraph."""
    lines = []
    if praised:
        works = "; ".join(_praise(each) for each in praised[:_PRAISED])
        lines.append(Line(f"Det virker allerede: {works}."))
    doubt = "Måske: " if finding.certainty is Certainty.LAV else ""
    lines.append(Line(f"{doubt}{_sentence(finding.title)} ({finding.side.value})", bold=True))
    if block.latent is not None:
        lines.append(Line(f"Teksten står her kun {block.latent}: »{_short(block.text)}«"))
    lines.append(Line(finding.message))
    if finding.why:
        lines.append(Line(f"Hvorfor: {finding.why}"))
    lines += _suggestions(finding, changed=changed)
    return [*lines, Line(f"{SIGNATURE}{finding.rule}")]


def about_letter(report: Report) -> list[Line]:
    """The first comment: the Firkant in words."""
    lines = [Line(f"Firkanten for brevet, {_SITUATIONS[report.situation]}", bold=True)]
    works = {each.rule: _praise(each) for each in report.findings if _is_calming(each)}
    if works:
        lines.append(Line(f"Det virker: {_short('; '.join(works.values()), _PRAISE_WIDTH)}"))
    lines += (Line(_side(report, number, side)) for number, side in enumerate(Side, 1))
    lines += (Line(text) for text in _missing(report))
    totals = [sum(getattr(each, kind) for each in report.profile.values()) for kind in Effect]
    lines.append(Line(f"I alt {totals[1]} træk og {totals[0]} tryk på {report.words} ord."))
    protected = sum(each.protection is not None for each in report.findings)
    if protected:
        places = "et sted" if protected == 1 else f"{protected} steder"
        lines.append(Line(f"{_sentence(places)} beder loven om ordene. Behold dem."))
    lines.append(Line("Siderne i Firkanten er traeks egen fortolkning af metoden."))
    return [*lines, Line(f"{SIGNATURE}firkanten")]


def about_margins(found: Iterable[tuple[Finding, Block]]) -> list[Line]:
    """One comment on what stands where Word allows no comments."""
    lines = [Line("Fund uden for selve brevteksten", bold=True)]
    for finding, block in found:
        place = _sentence(block.part) if block.latent is None else f"{block.part}, {block.latent}"
        lines.append(
            Line(f"{_sentence(place)}: »{_short(finding.quote or block.text)}«", bold=True)
        )
        lines.append(Line(f"{_sentence(finding.title)}. {finding.message}"))
        lines += _suggestions(finding, changed=False)
    return [*lines, Line(f"{SIGNATURE}uden for brevteksten")]


def _suggestions(finding: Finding, *, changed: bool) -> Iterator[Line]:
    """What could be written, best first, then the advice, once."""
    first = finding.safe_rewrite if changed else None
    if first is not None:
        yield Line("Forslaget står som en ændring i teksten.")
    for suggestion in finding.suggestions:
        if suggestion is not first and suggestion.replacement is not None:
            yield Line(_rewrite(finding, suggestion, also=first is not None))
    for advice in dict.fromkeys(each.advice for each in finding.suggestions if each.advice):
        yield Line(advice)


def _rewrite(finding: Finding, suggestion: Suggestion, *, also: bool) -> str:
    if suggestion.kind is SuggestionKind.DELETE:
        whole = finding.loses_more(suggestion)
        return (
            "Hele sætningen eller leddet kan udgå, hvis læseren ikke vil savne det."
            if whole
            else "Ordene kan udgå."
        )
    new = suggestion.replacement or ""
    if suggestion.span is not None and new.endswith((".", "!", "?", ":")):
        return f"Hele sætningen kan lyde: »{new}«"
    return f"Du kan {'også ' if also else ''}skrive: »{new}«"


def _side(report: Report, number: int, side: Side) -> str:
    profile = report.profile[side]
    state = "fyldt" if profile.filled else "tom endnu"
    if profile.filled and profile.evidence:
        state = f"»{_short(profile.evidence)}«"
    counts = f"{profile.deescalates} træk, {profile.escalates} tryk"
    return f"{number} {side.value.capitalize()}: {state} ({counts})"


def _missing(report: Report) -> Iterator[str]:
    """What the letter as a whole lacks, with what could be written."""
    for finding in report.findings:
        if finding.span is None and finding.protection is None:
            yield " ".join([finding.message, *(_advice(each) for each in finding.suggestions)])


def _advice(suggestion: Suggestion) -> str:
    """The advice, with the new paragraph that it speaks of, if there is one."""
    if suggestion.kind is not SuggestionKind.ADD:
        return suggestion.advice
    new = " ".join((suggestion.replacement or "").split())
    return f"{suggestion.advice} For eksempel: »{new}«".strip()


def _is_calming(finding: Finding) -> bool:
    return finding.effect is Effect.DEESCALATES and bool(finding.quote)


def _praise(finding: Finding) -> str:
    quote = _short(finding.quote or "").strip(" ,.;:–")
    return f"{finding.title[:1].lower()}{finding.title[1:]} (»{quote}«)"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(text: str, width: int = _SHOWN) -> str:
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"
