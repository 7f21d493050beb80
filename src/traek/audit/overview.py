"""A library in a few Danish lines: how much, where to begin, and what stands in many templates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from traek.audit.repeated import repeated

if TYPE_CHECKING:
    from traek.audit.library import Library
    from traek.audit.paragraphs import Paragraph
    from traek.audit.template import Template

_SHOWN = 5
_LEAST_WORDS = 100
"""Words that a template counts for at least, so that a single short line does not come first."""
_QUOTE = 60


def overview(library: Library) -> str:
    """The library in a few lines, with a line break at the end."""
    return "\n".join([*_totals(library), *_worst(library), *_repeated(library)]) + "\n"


def worst_first(templates: Iterable[Template]) -> list[Template]:
    """The templates with tryk, those with the heaviest on their number of words first."""
    burdened = (template for template in templates if template.burden)
    return sorted(burdened, key=lambda t: (-t.burden / max(t.words, _LEAST_WORDS), t.path))


def with_tryk(library: Library) -> list[tuple[Paragraph, int]]:
    """The paragraphs with tryk that stand in several templates, and in how many; the most first.

    Those that are nearly alike are one, and it is the one that stands in most of them.
    """
    found = [
        (each.paragraph, len({n for p in (each.paragraph, *each.alike) for n in p.in_templates}))
        for each in repeated(library)
    ]
    return sorted(found, key=lambda entry: (-entry[1], entry[0].number))


def _totals(library: Library) -> Iterator[str]:
    escalates = sum(template.escalates for template in library.templates)
    deescalates = sum(template.deescalates for template in library.templates)
    free = sum(not template.escalates for template in library.templates)
    yield (
        f"{templates(len(library.templates))}: "
        f"{number(escalates)} tryk, {number(deescalates)} træk; {number(free)} uden tryk."
    )


def _worst(library: Library) -> Iterator[str]:
    worst = worst_first(library.templates)[:_SHOWN]
    if worst:
        yield ""
        yield "Begynd her (mest tryk efter vægt og længde):"
    for template in worst:
        yield f"  {number(template.escalates):>5} tryk  {number(template.words):>6} ord  {template.path}"


def _repeated(library: Library) -> Iterator[str]:
    found = with_tryk(library)[:_SHOWN]
    if found:
        yield ""
        yield "Afsnit med tryk, der står i flere skabeloner:"
    for paragraph, count in found:
        yield f"  {number(count):>5} skabeloner  »{_cut(paragraph.text)}«"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _QUOTE else line[: _QUOTE - 2].rsplit(" ", 1)[0] + " …"


def templates(count: int) -> str:
    """So many templates, in words: »1 skabelon«, »2.000 skabeloner«."""
    return f"{number(count)} {'skabelon' if count == 1 else 'skabeloner'}"


def number(count: int) -> str:
    """Danish thousands: 118.204."""
    return f"{count:,}".replace(",", ".")
