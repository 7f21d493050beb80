"""Document checks: what no pattern can say. A plugin like anyone's."""

from __future__ import annotations

from traek.engine.checks.missing import MISSING
from traek.engine.checks.regret import RepeatedRegret
from traek.engine.checks.shouting import Shouting
from traek.hookspecs import Check, hookimpl


@hookimpl
def traek_checks() -> list[Check]:
    """Our own checks."""
    return [*MISSING, Shouting(), RepeatedRegret()]
