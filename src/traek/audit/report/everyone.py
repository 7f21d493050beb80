"""The page with a line for every template, which a little script lets the reader filter and sort."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from traek.audit.library import Library
from traek.audit.numbers import heaviest_first, pressure
from traek.audit.report.charts import decimal, number
from traek.audit.report.index import empty_sides, link
from traek.audit.template import Template
from traek.reporters.html import escaped, page

_STYLE = """
.filter { font: inherit; padding: .4rem .6rem; width: min(100%, 24rem); border: 1px solid var(--faint);
  border-radius: .3rem; background: var(--sheet); color: var(--ink); }
th button { font: inherit; font-weight: 700; background: none; border: 0; padding: 0; color: inherit;
  cursor: pointer; text-align: inherit; }
th[aria-sort="ascending"] button::after { content: " ▴"; }
th[aria-sort="descending"] button::after { content: " ▾"; }
"""
_COLUMNS = (
    ("Skabelon", False), ("Tyngde på 1.000 ord", True), ("▲ tryk", True), ("▽ træk", True),
    ("Ord", True), ("Lix", True), ("Brevtype", False), ("Tomme sider", False),
)  # fmt: skip


def all_templates_page(library: Library, links: Mapping[str, tuple[str, str]]) -> str:
    """The page; without its script it is the same table, the heaviest first."""
    head = "".join(
        f'<th scope="col"{" class=" + chr(34) + "number" + chr(34) if numeric else ""}>{name}</th>'
        for name, numeric in _COLUMNS
    )
    rows = "\n".join(_row(each, links) for each in heaviest_first(library.templates))
    body = (
        f'<p><a href="index.html">← Skabelonerne under ét</a></p><h1>Alle {number(len(library.templates))} '
        'skabeloner</h1><div id="filter"></div><div class="wide"><table id="alle"><thead>'
        f"<tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
    return page("Alle skabeloner", body, script=_script(), more_style=_STYLE)


def _row(template: Template, links: Mapping[str, tuple[str, str]]) -> str:
    lix = f"{template.readability.lix:.0f}" if template.readability else ""
    genre = escaped(template.genre.value) if template.genre else ""
    return (
        f'<tr><td class="path">{link(template, links)}</td>'
        f'<td class="number">{decimal(pressure(template))}</td>'
        f'<td class="number">{template.escalates}</td><td class="number">{template.deescalates}</td>'
        f'<td class="number">{number(template.words)}</td><td class="number">{lix}</td>'
        f"<td>{genre}</td><td>{empty_sides(template)}</td></tr>"
    )


def _script() -> str:
    return files(__package__).joinpath("table.js").read_text("utf-8")
