"""A small learned reader beside the rules: it points at sentences that they passed over.

A plugin like anyone's. It never overrules a rule, says »mulig«, and can be left out with
`--ignore laeser/se-igen` or `udelad = ["laeser/se-igen"]`.
"""

from __future__ import annotations

from traek.hookspecs import Check, hookimpl
from traek.second_reader.reader import SecondReader


@hookimpl
def traek_checks() -> list[Check]:
    """The second reader."""
    return [SecondReader()]


__all__ = ["SecondReader", "traek_checks"]
