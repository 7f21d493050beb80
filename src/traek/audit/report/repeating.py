"""The paragraphs that stand in many templates, on the first page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from traek.audit.library import Library
from traek.audit.repeated import Repeated
from traek.audit.report.charts import number
from traek.audit.report.shown import Cover
from traek.reporters.html import LEGEND, Numbered, escaped, marked, note

_SHOWN_PLACES = 20


def repeating(
    repeats: Sequence[Repeated],
    of: int,
    library: Library,
    links: Mapping[str, tuple[str, str]],
    cover: Cover,
) -> str:
    """The paragraphs, marked, with what could stand instead and where they stand."""
    if not repeats:
        return ""
    rows = "".join(_row(at, each, library, links, cover) for at, each in enumerate(repeats, 1))
    shown = "" if of == len(repeats) else f" Her er de {len(repeats)} tungeste af {number(of)}."
    return (
        '<h2 id="gentagne">Står i flere skabeloner</h2><p>Bestem én gang, og få det rettet alle '
        "steder: Skriv din beslutning i beslutninger.csv, og kør <code>traek audit apply</code>."
        f'{shown}</p>{LEGEND}<div class="letter">{rows}</div>'
    )


def _row(
    at: int, each: Repeated, library: Library, links: Mapping[str, tuple[str, str]], cover: Cover
) -> str:
    block, findings = cover.paragraph(each.paragraph, map(library.findings.__getitem__, each.tryk))
    prefix = f"a{at}-"
    found = [Numbered(order, finding) for order, finding in enumerate(findings, 1)]
    notes = "".join(note(one, prefix=prefix) for one in found)
    return (
        f'<div class="row many"><div class="text"><p class="where">{_stands(each)}</p>'
        f"<p>{marked(block, found, prefix=prefix)}</p>{_places(each, library, links)}</div>"
        f'<div class="notes">{notes}</div></div>'
    )


def _stands(each: Repeated) -> str:
    here = each.templates
    text = f"Står i {number(here)} {'skabelon' if here == 1 else 'skabeloner'}"
    if each.alike:
        others = sum(p.template_count for p in each.alike)
        text += f", og næsten ens i {number(others)} til"
    return text


def _places(each: Repeated, library: Library, links: Mapping[str, tuple[str, str]]) -> str:
    numbers = sorted({t for p in (each.paragraph, *each.alike) for t in p.in_templates})
    items = ""
    for template in numbers[:_SHOWN_PLACES]:
        shown, file = links[library.templates[template].path]
        items += f'<li><a href="skabeloner/{escaped(file)}">{escaped(shown)}</a></li>'
    more = len(numbers) - _SHOWN_PLACES
    rest = f"<li>og {number(more)} til, se fund.csv</li>" if more > 0 else ""
    return f'<details><summary>Hvor?</summary><ul class="small">{items}{rest}</ul></details>'
