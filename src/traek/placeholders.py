"""Gaps that the sender fills in later, as they are typed: «Navn», {{navn}}, [dato], <<navn>>."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from traek.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_TYPED = re.compile(
    r"""
    »[^«»]*«                                          # a quotation, which »…« is in Danish
  | «[^«»\n]{1,80}»
  | \{\{[^{}\n]{1,80}\}\}
  | <<[^<>\n]{1,80}>>
  | \[(?=[^\]\n]*[^\W\d_])[^\[\]\n]{1,80}\](?!\()   # [dato], but not [1] and not [a link](…)
  | _{4,}
    """,
    re.VERBOSE,
)
_SIGNS = ("«", "{{", "<<", "[", "____")


def typed_placeholders(text: str) -> tuple[Span, ...]:
    """The spans of the gaps that stand typed in `text`, in order."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    found = _TYPED.finditer(text)
    return tuple(Span(*match.span()) for match in found if match[0][0] != "»")


def merged(spans: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """The same places in order, where spans that touch or overlap have become one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(end, result[-1].end))
        else:
            result.append(Span(start, end))
    return tuple(result)
