"""Document checks: what no pattern can say. A plugin like anyone's."""

from __future__ import annotations

from traek.engine.checks.density import ManyPassives, YouAndNot
from traek.engine.checks.missing import MISSING
from traek.engine.checks.order import ComplaintBeforeAnswer, LateAnswer, NoWithoutReason
from traek.engine.checks.regret import RepeatedRegret
from traek.engine.checks.shouting import Shouting
from traek.engine.checks.signature import SignedByUnit
from traek.hookspecs import Check, hookimpl


@hookimpl
def traek_checks() -> list[Check]:
    """Our own checks."""
    order: list[Check] = [NoWithoutReason(), ComplaintBeforeAnswer(), LateAnswer()]
    density: list[Check] = [YouAndNot(), ManyPassives()]
    return [*MISSING, *order, *density, Shouting(), SignedByUnit(), RepeatedRegret()]
