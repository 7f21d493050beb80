"""`traek rules`: the rules that are there, one by one or all, and whether their examples hold."""

from __future__ import annotations

import click

from traek.cli.lazy import LazyGroup


@click.group(
    cls=LazyGroup,
    commands_in={
        "lint": (
            "traek.cli.rules.lint",
            "Point at slow patterns, untried branches and rules with few examples.",
        ),
        "list": ("traek.cli.rules.list", "List the rules, side by side of the Firkant."),
        "new": ("traek.cli.rules.new", "Write a rule from a few questions and marked examples."),
        "reference": ("traek.cli.rules.reference", "Write all rules as a page in Markdown."),
        "show": ("traek.cli.rules.show", "Show one rule: why, advice, examples and sources."),
        "test": ("traek.cli.rules.test", "Try every rule's examples, or the rules on letters."),
        "try": (
            "traek.cli.rules.attempt",
            "Show the grammar of a sentence, the rules that hit it and those that come near.",
        ),
    },
)
def command() -> None:
    """List, show, test and write rules."""
