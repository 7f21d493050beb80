"""One letter's report: the Firkant, and the findings where they stand, in reading order."""

from __future__ import annotations

from itertools import groupby

from traek.model import Block, Certainty, Effect, Finding, Report, Suggestion, SuggestionKind
from traek.reporters.text.firkant import DOWN, UP, firkant
from traek.reporters.text.page import CLOSE, OPEN, Page, plain
from traek.rulepack.categories import CATEGORIES

_CONTEXT = 8  # words on each side of a quote
_INDENT = "      "
_STOPS = (".", "!", "?", ":")


def letter(report: Report, page: Page) -> list[str]:
    """The lines of one letter's report."""
    lines = [page.rule(plain(report.document.path))]
    lines += [page.faint(line) for line in page.wrap(f"Situation: {report.situation_reason}")]
    lines += [page.faint(line) for line in page.wrap(_apart(report))]
    if report.genre is not None:
        lines += [page.faint(line) for line in page.wrap(f"Brevtype: {report.genre.value}")]
    for warning in report.document.warnings:
        lines += page.wrap(f"Bemærk: {warning}")
    lines += ["", *firkant(report, page)]
    if not report.findings and not report.suppressed:
        return [*lines, "", *page.wrap("Ingen fund: Reglerne finder hverken tryk eller træk her.")]
    return lines + _findings(report, page) + _let_stand(report, page)


def _apart(report: Report) -> str:
    """What is told apart from tryk and træk: how the text reads, and which grammar read it."""
    told, counts = [], report.readability
    if counts is not None:
        told.append(
            f"Læsbarhed, et tal for sig: lix {counts.lix:.0f} ({counts.verdict}), "
            f"{counts.sentence_length:.0f} ord i en sætning"
        )
        if counts.passive_share is not None:
            told.append(f"passiv i {100 * counts.passive_share:.0f} % af sætningerne")
    if report.grammar is not None:
        told.append(f"grammatik: {report.grammar}")
    line = ", ".join(told)
    return line[:1].upper() + line[1:]


def _findings(report: Report, page: Page) -> list[str]:
    blocks = {block.number: block for block in report.document.blocks}
    told: set[str] = set()
    lines: list[str] = []
    whole = [finding for finding in report.findings if _is_about_letter(finding)]
    placed = [finding for finding in report.findings if not _is_about_letter(finding)]
    for number, group in groupby([*placed, *whole], key=_shown_at):
        block = None if number is None else blocks[number]
        lines += ["", "", *(page.bold(line) for line in page.wrap(_place(block)))]
        for finding in group:
            lines += ["", *_finding(finding, block, page, told)]
            told.add(finding.rule)
    return lines


def _let_stand(report: Report, page: Page) -> list[str]:
    """What somebody has decided to let stand, with the reason and where it is written."""
    if not report.suppressed:
        return []
    lines = ["", "", page.bold("Ladt stå, med en grund")]
    for entry in report.suppressed:
        said = plain(entry.finding.quote or entry.finding.title)
        lines += ["", *page.wrap(f"»{said}«: {plain(entry.reason)}", "  –   ", _INDENT)]
        where = f"({entry.finding.rule}; {plain(entry.source)})"
        lines += [page.faint(line) for line in page.wrap(where, _INDENT, _INDENT)]
    return lines


def _is_about_letter(finding: Finding) -> bool:
    """Whether the letter lacks something, wherever it would stand."""
    adds = any(each.kind is SuggestionKind.ADD for each in finding.suggestions)
    return finding.block is None or (adds and finding.span is None)


def _shown_at(finding: Finding) -> int | None:
    return None if _is_about_letter(finding) else finding.block


def _place(block: Block | None) -> str:
    if block is None:
        return "Brevet som helhed"
    place = f"Afsnit {block.number}"
    if block.headings:
        place += f" under »{' › '.join(plain(heading) for heading in block.headings)}«"
    if block.part != "hoveddel":
        place += f", {block.part}"
    return place if block.latent is None else f"{place}, {block.latent}"


def _finding(finding: Finding, block: Block | None, page: Page, told: set[str]) -> list[str]:
    if finding.protection is not None:
        return _protected(finding, block, page)
    escalates = finding.effect is Effect.ESCALATES
    sign = (UP if escalates else DOWN) * finding.weight
    doubt = ", måske" if finding.certainty is Certainty.LAV else ""
    mark = f"{sign:<3} {'TRYK' if escalates else 'træk'}{doubt}"
    title, *rest = page.wrap(finding.title, f"  {mark}  ", _INDENT)
    lines = [title.replace(mark, page.ink(mark, finding.effect), 1), *rest]
    lines += _context(finding, block, page)
    lines += page.wrap(finding.message, _INDENT, _INDENT)
    if escalates and finding.why and finding.rule not in told:
        lines += _labelled("Hvorfor", finding.why, page)
    lines += _suggested(finding, block, page, told)
    return lines + _name(finding, page)


def _suggested(finding: Finding, block: Block | None, page: Page, told: set[str]) -> list[str]:
    """What could be written, best first, then the advice, once."""
    lines = []
    for suggestion in finding.suggestions:
        lines += _behind(finding, suggestion, block, page) or _rewrite(
            suggestion, block, page, told
        )
        if suggestion.kind is SuggestionKind.ADD:
            number = finding.block
            place = "sidst i brevet" if number is None else f"før afsnit {number}"
            lines += _labelled("Plads", place, page)
    for advice in dict.fromkeys(each.advice for each in finding.suggestions if each.advice):
        lines += _labelled("Råd", advice, page)
    return lines


def _rewrite(suggestion: Suggestion, block: Block | None, page: Page, told: set[str]) -> list[str]:
    """One rewrite; a sentence that answers several findings is shown with the first of them."""
    new = suggestion.replacement or ""
    match suggestion.kind:
        case SuggestionKind.ADVICE:
            return []
        case SuggestionKind.DELETE:
            return _labelled("Forslag", _going(suggestion, block), page)
        case SuggestionKind.ADD:
            first, *rest = new.split("\n\n")
            lines = _labelled("Tilføj", f"»{first}«", page)
            return lines + [line for more in rest for line in _labelled("", f"»{more}«", page)]
    return _replacing(suggestion, new, block, page, told)


def _behind(finding: Finding, suggestion: Suggestion, block: Block | None, page: Page) -> list[str]:
    """A sentence to put behind one that stays as it is; nothing for any other suggestion."""
    span, new = suggestion.span or finding.span, suggestion.replacement or ""
    old = block.text[slice(*span)] if block and span else ""
    if not old or not new.startswith(f"{old}. "):
        return []
    more = new.removeprefix(f"{old}. ")
    return _labelled("Tilføj", f"»{plain(more)}.« lige efter »{plain(old)}.«", page)


def _going(suggestion: Suggestion, block: Block | None) -> str:
    """What may go; a whole sentence only where the reader would not miss it."""
    text = block.text[slice(*suggestion.span)].strip() if block and suggestion.span else ""
    if text.endswith(_STOPS):
        return f"Sætningen »{plain(text)}« kan udgå, hvis læseren ikke vil savne den."
    return f"»{plain(text.strip(' ,'))}« kan udgå." if text else "Ordene kan udgå."


def _replacing(
    suggestion: Suggestion, new: str, block: Block | None, page: Page, told: set[str]
) -> list[str]:
    label, text = "Forslag", f"»{plain(new)}«"
    if suggestion.span is not None and block is not None:
        key = f"{block.number} {new}"
        old = block.text[slice(*suggestion.span)]
        if not new.endswith(_STOPS):
            text = f"»{plain(old)}« kan blive til {text}"
        elif key in told:
            text = "Den nye sætning ovenfor tager også det her med."
        else:
            label = "Sætning"
        told.add(key)
    return _labelled(label, text, page)


def _protected(finding: Finding, block: Block | None, page: Page) -> list[str]:
    headline = f"lovpligtig – behold ({finding.protection})"
    return [
        *page.wrap(headline, "  §   ", _INDENT),
        *_context(finding, block, page),
        *page.wrap("Loven beder om ordene, så de skal blive stående.", _INDENT, _INDENT),
        *_name(finding, page),
    ]


def _context(finding: Finding, block: Block | None, page: Page) -> list[str]:
    """The quote between the words around it."""
    if finding.span is None or block is None:
        return []
    before = block.text[: finding.span.start].split()
    after = block.text[finding.span.end :].split()
    quote = block.text[finding.span.start : finding.span.end]
    joined = "" if block.text[: finding.span.start][-1:].strip() else " "
    parts = [
        "… " if len(before) > _CONTEXT else "",
        plain(" ".join(before[-_CONTEXT:])),
        joined if before else "",
        OPEN + plain(quote) + CLOSE,
        "" if block.text[finding.span.end :][:1].strip() else " ",
        plain(" ".join(after[:_CONTEXT])),
        " …" if len(after) > _CONTEXT else "",
    ]
    return page.quoted(page.wrap("".join(parts).strip(), _INDENT, _INDENT), finding.effect)


def _labelled(label: str, text: str, page: Page) -> list[str]:
    first = f"{_INDENT}{label + ':' if label else '':<9}"
    return page.wrap(text, first, " " * len(first))


def _name(finding: Finding, page: Page) -> list[str]:
    """The rule's id, by which it can be left out, and the kind of marker."""
    name = f"{finding.rule} · {CATEGORIES[finding.category].name}"
    return [page.faint(line) for line in page.wrap(name, _INDENT, _INDENT)]
