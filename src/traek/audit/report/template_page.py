"""The page of one template: its text marked, with notes, rewrites and what it lacks."""

from __future__ import annotations

from traek.audit.numbers import pressure
from traek.audit.report.charts import decimal
from traek.audit.report.shown import Shown
from traek.reporters.html import LEGEND, escaped, letter, page


def template_page(shown: Shown) -> str:
    """The page; it leads back to the first one."""
    weight = decimal(pressure(shown.template))
    body = (
        '<p class="screen"><a href="../index.html">← Skabelonerne under ét</a></p>'
        f"<h1>{escaped(shown.path)}</h1>"
        f'<p class="faint">Tyngde på 1.000 ord: {weight}</p>{LEGEND}{letter(shown.report)}'
    )
    return page(shown.path, body)
