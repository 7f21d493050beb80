"""One letter on the page: its Firkant, and its text with the notes beside the paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from traek.model import Axis, Block, Effect, Finding, Report, Side, SuggestionKind
from traek.reporters.asks import ASKS
from traek.reporters.html.firkant import firkant_svg
from traek.reporters.html.marking import DOWN, UP, Numbered, marked, numbered
from traek.reporters.html.note import note
from traek.reporters.html.page import escaped

_BESIDE = 2

LEGEND = (
    '<ul class="legend" aria-label="Signaturer">'
    '<li><mark class="tryk">ord med tryk</mark> ▲ kan trappe op</li>'
    '<li><mark class="træk">ord med træk</mark> ▽ trapper ned</li>'
    '<li><mark class="law">lovpligtige ord</mark> § skal blive stående</li>'
    "<li>Jo flere tegn, jo større virkning</li></ul>"
)


def letter(report: Report, *, prefix: str = "") -> str:
    """Facts, Firkant and marked text; ids begin with `prefix`, so that letters can share a page."""
    by_block = numbered(report.findings)
    told: set[str] = set()
    rows = [row for block in report.document.blocks for row in _rows(block, by_block, told, prefix)]
    rows += _whole_letter(by_block.get(None, []), told, prefix)
    parts = [facts(report), _top(report)]
    if not report.findings:
        parts.append("<p>Ingen fund: Reglerne finder hverken tryk eller træk her.</p>")
    parts.append(f'<div class="letter">{"".join(rows)}</div>')
    return "".join([*parts, _suppressed(report, prefix)])


def facts(report: Report) -> str:
    """What is told apart from tryk and træk: situation, kind of letter, readability, warnings."""
    lines = [f"Situation: {report.situation_reason}"]
    if report.genre is not None:
        lines.append(f"Brevtype: {report.genre.value}")
    counts = report.readability
    if counts is not None:
        told = (
            f"Læsbarhed, et tal for sig: lix {counts.lix:.0f} ({counts.verdict}), "
            f"{counts.sentence_length:.0f} ord i en sætning"
        )
        if counts.passive_share is not None:
            told += f", passiv i {100 * counts.passive_share:.0f} % af sætningerne"
        lines.append(told)
    items = "".join(f"<li>{escaped(line)}</li>" for line in lines)
    warnings = "".join(
        f'<p class="notice">Bemærk: {escaped(warning)}</p>' for warning in report.document.warnings
    )
    return f'<ul class="facts">{items}</ul>{warnings}'


def _top(report: Report) -> str:
    sides = "".join(_side(report, number, side) for number, side in enumerate(Side, 1))
    axes = "".join(_axis(report, axis) for axis in Axis)
    return f'<div class="top">{firkant_svg(report.profile)}<dl>{sides}{axes}</dl></div>'


def _side(report: Report, number: int, side: Side) -> str:
    profile = report.profile[side]
    if profile.filled:
        text = f"»{profile.evidence.strip()}«" if profile.evidence else "fyldt"
    else:
        text = f"tom – her kunne stå {ASKS[report.situation][side]}"
    return f"<dt>{number} {side.value.capitalize()}</dt><dd>{escaped(text)}</dd>"


def _axis(report: Report, axis: Axis) -> str:
    """Tryk and træk on the matter and on the relation, for a calm tone is no reason."""
    effects = [f.effect for f in report.findings if f.axis is axis and f.protection is None]
    up, down = effects.count(Effect.ESCALATES), effects.count(Effect.DEESCALATES)
    return (
        f'<dt class="faint">{axis.value.capitalize()}</dt>'
        f'<dd class="faint">{UP} {up} tryk, {DOWN} {down} træk</dd>'
    )


def _rows(
    block: Block, by_block: Mapping[int | None, list[Numbered]], told: set[str], prefix: str
) -> Iterator[str]:
    """The rows of one block, what could be added before it first."""
    found = by_block.get(block.number, [])
    for each in found:
        if each.finding.span is None:
            yield _missing(each, told, prefix)
    here = [each for each in found if each.finding.span is not None]
    if not block.text.strip() and not here:
        return
    text = f'<p class="{block.kind.value}">{marked(block, here, prefix=prefix)}</p>'
    yield _row(_where(block) + text, _notes(here, told, prefix))


def _whole_letter(found: Sequence[Numbered], told: set[str], prefix: str) -> Iterator[str]:
    for each in found:
        yield _missing(each, told, prefix)


def _missing(each: Numbered, told: set[str], prefix: str) -> str:
    """A row for what is not there, with a paragraph that could be, where there is one."""
    texts = [s.replacement or "" for s in each.finding.suggestions if s.kind is SuggestionKind.ADD]
    additions = "".join(
        f'<div class="addition"><p class="where">Her kunne stå, hvis det passer:</p>'
        f"{''.join(f'<p>{escaped(part)}</p>' for part in text.split(chr(10) * 2))}</div>"
        for text in texts[:1]
    )
    if not additions:
        additions = '<p class="where">Brevet som helhed</p>' if each.finding.block is None else ""
    return _row(additions, _notes([each], told, prefix))


def _notes(found: Sequence[Numbered], told: set[str], prefix: str) -> list[str]:
    parts = []
    for each in found:
        parts.append(note(each, prefix=prefix, again=each.finding.rule in told))
        told.add(each.finding.rule)
    return parts


def _row(text: str, notes: Sequence[str]) -> str:
    """A paragraph with its notes beside it, or where they are many in columns below it."""
    aside = f'<div class="notes">{"".join(notes)}</div>' if notes else ""
    kind = "row many" if len(notes) > _BESIDE else "row"
    return f'<div class="{kind}"><div class="text">{text}</div>{aside}</div>'


def _where(block: Block) -> str:
    told = [block.part.capitalize()] if block.part != "hoveddel" else []
    told += [f"vises {block.latent}"] if block.latent is not None else []
    return f'<p class="where">{escaped(", ".join(told))}</p>' if told else ""


def _suppressed(report: Report, prefix: str) -> str:
    """What somebody has decided to live with, shown apart with the reason."""
    if not report.suppressed:
        return ""
    found: list[tuple[Finding, str]] = [(s.finding, s.reason) for s in report.suppressed]
    start = len(report.findings) + 1
    notes = "".join(
        note(Numbered(number, finding), prefix=prefix, again=True, reason=reason)
        for number, (finding, reason) in enumerate(found, start)
    )
    return f'<h3>Får lov at stå</h3><p class="faint">Nogen har besluttet det og skrevet hvorfor. Fundene tæller ikke med.</p><div class="notes">{notes}</div>'
