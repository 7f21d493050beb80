"""A rule pack's examples as test cases, for those who write packs.

A pack's whole test file:

    import pytest
    from traek.testing import Case, cases

    @pytest.mark.parametrize("case", cases("traek_skat"), ids=str)
    def test_every_example_does_what_it_says(case: Case) -> None:
        case.check()
"""

from __future__ import annotations

from dataclasses import dataclass

from traek.engine.examples import problems_of
from traek.rulepack import load_rule_pack


@dataclass(frozen=True, slots=True)
class Case:
    """One rule, protection or sign of a pack, and what its examples showed."""

    name: str
    problems: tuple[str, ...]

    def check(self) -> None:
        """Nothing, where all examples hold.

        Raises:
            AssertionError: an example does not hold; the message has a line for each.
        """
        if self.problems:
            raise AssertionError("\n".join(self.problems))

    def __str__(self) -> str:
        """The id, by which a test is known."""
        return self.name


def cases(package: str, model: str | None = None) -> list[Case]:
    """A case for each rule, protection and sign of an importable package or a plain folder.

    The examples are tried once, together, so that the grammar is loaded once.

    Raises:
        RuleError: the pack cannot be read at all.
    """
    pack = load_rule_pack(package)
    found: dict[str, list[str]] = {name: [] for name in pack.examples}
    for problem in problems_of(pack, model):
        found[problem.owner].append(str(problem))
    return [Case(name, tuple(problems)) for name, problems in sorted(found.items())]
