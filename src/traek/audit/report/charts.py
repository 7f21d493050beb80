"""Bars as inline SVG, with the number beside them as text."""

from __future__ import annotations

from traek.reporters.html import escaped

_WIDTH, _HEIGHT = 160, 12


def bar(value: float, largest: float, kind: str, *, said: str = "") -> str:
    """A bar whose length is the share of `value` in `largest`; `kind` is »tryk« or »træk«.

    Tryk is filled and træk is hollow, so that they differ on a black and white print too.
    """
    width = _WIDTH * value / largest if largest else 0
    shape = "tryk" if kind == "tryk" else "hollow"
    label = f'role="img" aria-label="{escaped(said)}"' if said else 'aria-hidden="true"'
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" height="{_HEIGHT}" {label}>'
        f'<rect class="{shape}" x="1" y="1" width="{max(width - 2, 0):.1f}" height="{_HEIGHT - 2}"/>'
        "</svg>"
    )


def number(value: float) -> str:
    """A whole number as Danes write it: 118.204."""
    return f"{value:,.0f}".replace(",", ".")


def decimal(value: float) -> str:
    """A number with one decimal as Danes write it: 1.204,5."""
    return f"{value:,.1f}".translate(str.maketrans(",.", ".,"))
