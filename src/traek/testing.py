"""A rule pack's examples as a test, for those who publish one.

from traek.testing import failing_examples

def test_every_example_holds() -> None:
    assert failing_examples("traek_skat") == []
"""

from __future__ import annotations

from traek.engine.examples import problems_of
from traek.rulepack import load_rule_pack


def failing_examples(package: str, model: str | None = None) -> list[str]:
    """A line for each example of the pack that does not do what it says; none is good.

    `package` is an importable package or a folder of rules, `model` another grammar model.

    Raises:
        RuleError: the pack cannot be found, or a file in it has a mistake.
    """
    return [str(problem) for problem in problems_of(load_rule_pack(package), model)]
