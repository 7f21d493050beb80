"""The first page of a report: the library's Firkant, where to begin, and what stands in many places."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from traek.audit.library import Library
from traek.audit.numbers import (
    LEAST_WORDS,
    by_category,
    by_folder,
    filled_shares,
    heaviest_first,
    pressure,
    profile_of,
    total,
)
from traek.audit.repeated import Repeated
from traek.audit.report.charts import bar, decimal, number
from traek.audit.report.repeating import repeating
from traek.audit.report.shown import Cover
from traek.audit.template import Template
from traek.model import Side
from traek.reporters.html import escaped, firkant_svg, page
from traek.reporters.privacy import COVERED
from traek.rulepack.categories import CATEGORIES

WORST, PARAGRAPHS = 25, 20
ALL_TEMPLATES = "skabeloner.html"


def index_page(
    library: Library,
    links: Mapping[str, tuple[str, str]],
    repeats: Sequence[Repeated],
    cover: Cover,
) -> str:
    """The page; `links` leads from a template's path to its shown name and its page."""
    templates = library.templates
    parts = [
        "<h1>Skabelonerne under ét</h1>",
        _facts(library),
        "" if cover.shows_names else f'<p class="faint small">{escaped(COVERED)}</p>',
        _firkant(templates),
        _worst(templates, links),
        repeating(repeats[:PARAGRAPHS], len(repeats), library, links, cover),
        _sides(templates, links),
        _categories(templates),
        _folders(templates),
        _unread(library),
    ]
    parts.insert(2, _contents(parts))
    return page("Skabelonerne under ét", "\n".join(part for part in parts if part))


def _contents(parts: Sequence[str]) -> str:
    """Links to the parts of the page that are there."""
    found = [re.search(r'<h2 id="([^"]+)">([^<]+)', part) for part in parts]
    items = " · ".join(f'<a href="#{each[1]}">{each[2]}</a>' for each in found if each)
    return f'<nav class="screen" aria-label="På siden"><p>{items}</p></nav>'


def _facts(library: Library) -> str:
    whole = total(library.templates)
    templates = f"{number(whole.templates)} {'skabelon' if whole.templates == 1 else 'skabeloner'}"
    lines = [
        f"{templates} i {library.root}, {number(whole.words)} ord",
        f"▲ {number(whole.escalates)} tryk, ▽ {number(whole.deescalates)} træk",
        f"tyngde {decimal(whole.density)} på 1.000 ord",
    ]
    protected = sum(t.protected for t in library.templates)
    accepted = sum(t.suppressed for t in library.templates)
    if protected:
        lines.append(f"{number(protected)} steder beder loven om ordene; de tæller ikke med")
    if accepted:
        lines.append(f"{number(accepted)} fund får lov at stå med en grund; de tæller ikke med")
    versions = ", ".join(f"{name} {version}" for name, version in library.versions.items())
    lines.append(
        f"{number(library.rules)} {'regel' if library.rules == 1 else 'regler'}; {versions}"
    )
    return f'<ul class="facts">{"".join(f"<li>{escaped(line)}</li>" for line in lines)}</ul>'


def _firkant(templates: Sequence[Template]) -> str:
    drawing = firkant_svg(profile_of(templates), of="skabelonerne", shares=filled_shares(templates))
    text = (
        "<div><p>Firkanten viser alle skabelonerne lagt sammen. En side er trukket op for den del "
        "af skabelonerne, der har noget på den, og prikket for resten.</p>"
        "<p>En skabelon behøver ikke have alt: en kvittering kan være kort, og et bilag er ikke et "
        "brev. Tallene peger på, hvor det kan betale sig at begynde.</p></div>"
    )
    return f'<div class="top">{drawing}{text}</div>'


def _worst(templates: Sequence[Template], links: Mapping[str, tuple[str, str]]) -> str:
    first = [each for each in heaviest_first(templates) if each.burden][:WORST]
    if not first:
        return '<h2 id="begynd">Begynd her</h2><p>Ingen af skabelonerne har tryk.</p>'
    largest = pressure(first[0])
    rows = "".join(
        f'<tr><td class="path">{link(each, links)}</td>'
        f'<td class="number">{decimal(pressure(each))}</td>'
        f"<td>{bar(pressure(each), largest, 'tryk')}</td>"
        f'<td class="number">{each.escalates}</td><td class="number">{each.deescalates}</td>'
        f'<td class="number">{number(each.words)}</td><td>{empty_sides(each)}</td></tr>'
        for each in first
    )
    return (
        f'<h2 id="begynd">Begynd her</h2><p>De skabeloner, hvor trykket fylder mest. Tyngden '
        "siger, hvor meget tryk der er på 1.000 ord; de tunge tæller to eller tre gange. En skabelon under "
        f"{LEAST_WORDS} ord regnes som {LEAST_WORDS}. "
        f'<a href="{ALL_TEMPLATES}">Se alle {number(len(templates))} skabeloner</a>.</p>'
        '<div class="wide"><table><thead><tr><th scope="col">Skabelon</th>'
        '<th scope="col" class="number">Tyngde</th><th scope="col">på 1.000 ord</th>'
        '<th scope="col" class="number">▲ tryk</th><th scope="col" class="number">▽ træk</th>'
        '<th scope="col" class="number">Ord</th><th scope="col">Tomme sider</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def link(template: Template, links: Mapping[str, tuple[str, str]]) -> str:
    """The template's shown name, as a link to its page."""
    shown, file = links[template.path]
    return f'<a href="skabeloner/{escaped(file)}">{escaped(shown)}</a>'


def empty_sides(template: Template) -> str:
    """The sides that nothing in the template fills, in Danish."""
    return ", ".join(side.value for side in Side if not template.profile[side].filled) or "ingen"


def _sides(templates: Sequence[Template], links: Mapping[str, tuple[str, str]]) -> str:
    profile, shares = profile_of(templates), filled_shares(templates)
    largest = max(max(s.escalates, s.deescalates) for s in profile.values())
    rows = ""
    for order, side in enumerate(Side, 1):
        here = profile[side]
        empty = [each for each in templates if not each.profile[side].filled]
        rows += (
            f'<tr><th scope="row">{order} {side.value.capitalize()}</th>'
            f"<td>{bar(here.escalates, largest, 'tryk')}{bar(here.deescalates, largest, 'træk')}</td>"
            f'<td class="number">▲ {number(here.escalates)}<br/>▽ {number(here.deescalates)}</td>'
            f'<td class="number">{100 * shares[side]:.0f} %</td>'
            f"<td>{_empty(empty, links)}</td></tr>"
        )
    return (
        '<h2 id="sider">Side for side</h2><div class="wide"><table><thead><tr>'
        '<th scope="col">Side</th><th scope="col">Tryk og træk</th><th scope="col" class="number">Antal</th>'
        '<th scope="col" class="number">Fyldt i</th><th scope="col">Tom i</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _empty(templates: Sequence[Template], links: Mapping[str, tuple[str, str]]) -> str:
    if not templates:
        return "ingen skabeloner"
    items = "".join(f"<li>{link(each, links)}</li>" for each in templates[:WORST])
    more = len(templates) - WORST
    rest = f"<li>og {number(more)} til, se fund.csv</li>" if more > 0 else ""
    what = "1 skabelon" if len(templates) == 1 else f"{number(len(templates))} skabeloner"
    return f"<details><summary>{what}</summary><ul>{items}{rest}</ul></details>"


def _categories(templates: Sequence[Template]) -> str:
    counts = by_category(templates)
    if not counts:
        return ""
    tables = "".join(
        _category_table(title, kind, [entry for entry in counts if entry[0].startswith(letter)])
        for title, kind, letter in (("▲ Tryk", "tryk", "E"), ("▽ Træk", "træk", "D"))
    )
    return f'<h2 id="kategorier">Hvad slags tryk og træk</h2><div class="two">{tables}</div>'


def _category_table(title: str, kind: str, counts: Sequence[tuple[str, int]]) -> str:
    largest = max((count for _, count in counts), default=0)
    rows = "".join(
        f"<tr><td>{escaped(CATEGORIES[category].name if category in CATEGORIES else category)}</td>"
        f'<td>{bar(count, largest, kind)}</td><td class="number">{number(count)}</td></tr>'
        for category, count in counts
    )
    return (
        f'<div class="wide"><table><thead><tr><th scope="col" colspan="2">{title}</th>'
        f'<th scope="col" class="number">Fund</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _folders(templates: Sequence[Template]) -> str:
    folders = by_folder(templates)
    if len(folders) < 2:  # noqa: PLR2004
        return ""
    largest = max(total(group).density for _, group in folders)
    rows = ""
    for folder, group in folders:
        whole = total(group)
        rows += (
            f'<tr><td class="path">{escaped(folder or "(øverst)")}</td>'
            f'<td class="number">{number(whole.templates)}</td>'
            f'<td class="number">{decimal(whole.density)}</td>'
            f"<td>{bar(whole.density, largest, 'tryk')}</td>"
            f'<td class="number">{number(whole.escalates)}</td>'
            f'<td class="number">{number(whole.deescalates)}</td></tr>'
        )
    return (
        '<h2 id="mapper">Mappe for mappe</h2><div class="wide"><table><thead><tr><th scope="col">Mappe</th>'
        '<th scope="col" class="number">Skabeloner</th><th scope="col" class="number">Tyngde</th>'
        '<th scope="col">på 1.000 ord</th><th scope="col" class="number">▲ tryk</th>'
        '<th scope="col" class="number">▽ træk</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _unread(library: Library) -> str:
    """What was not read, and why; nothing is left out in silence."""
    errors = "".join(f"<li>{escaped(f'{e.path}: {e.message}')}</li>" for e in library.errors)
    reasons: dict[str, int] = {}
    for skip in library.skipped:
        reasons[skip.message] = reasons.get(skip.message, 0) + 1
    skipped = ", ".join(f"{number(n)} {escaped(reason)}" for reason, n in sorted(reasons.items()))
    parts = [
        f"<ul>{errors}</ul>" if errors else "",
        f"<p>Sprunget over: {skipped}.</p>" if skipped else "",
    ]
    inner = "".join(parts)
    return f'<h2 id="ikke-laest">Ikke læst</h2>{inner}' if inner else ""
