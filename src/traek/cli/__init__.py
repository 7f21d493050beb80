"""The command line: `traek COMMAND`, each command in a file of its own and imported when called."""

from __future__ import annotations

import sys

import click

from traek import __version__
from traek.cli.lazy import LazyGroup
from traek.cli.usage import usage_message
from traek.errors import TraekError

OK, FOUND, MISTAKE, INTERRUPTED = 0, 1, 2, 130


@click.group(
    cls=LazyGroup,
    commands_in={
        "audit": (
            "traek.cli.audit",
            "Survey a library of templates: traek audit FOLDER --out REPORT.",
        ),
        "baseline": (
            "traek.cli.baseline",
            "Let known tryk stand for now, so that only what is new fails a run.",
        ),
        "check": ("traek.cli.check", "Find what escalates and de-escalates in letters."),
        "compare": ("traek.cli.compare", "Hold two drafts of one letter beside each other."),
        "config": ("traek.cli.config", "Show which settings hold, and where they come from."),
        "evaluate": ("traek.cli.evaluate", "Hold the rules against annotated letters."),
        "exercise": (
            "traek.cli.exercise",
            "Rewrite sentences, and see at once what is found in each answer.",
        ),
        "fix": ("traek.cli.fix", "Carry out the suggestions in the letters themselves."),
        "homework": (
            "traek.cli.homework",
            "Write feedback sheets on the letters in a folder.",
        ),
        "log": (
            "traek.cli.log",
            "Keep a log of your own letters: counts, and what came of them.",
        ),
        "review": ("traek.cli.review", "Write the findings into a copy of a Word letter."),
        "rules": ("traek.cli.rules", "List, show, test and write rules."),
        "serve": ("traek.cli.serve", "Open a page that reads along while you write."),
    },
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="traek %(version)s")
def traek() -> None:
    """Find what escalates (tryk) and de-escalates (træk) conflict in Danish letters.

    Nothing leaves the machine. Exit codes: 0 nothing to mend, 1 findings at or above --fail-on,
    2 something that you must put right, 130 interrupted.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run())


def run(arguments: list[str] | None = None) -> int:
    """The exit code of the command in `arguments`, or in what the shell gave."""
    try:
        code = traek.main(args=arguments, prog_name="traek", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        return _stop(error.message, MISTAKE)
    except click.UsageError as error:
        return _stop(usage_message(error), MISTAKE)
    except TraekError as error:
        return _stop(str(error), MISTAKE)
    except (click.Abort, KeyboardInterrupt):
        return _stop("Afbrudt.", INTERRUPTED)
    return code if isinstance(code, int) else OK


def _stop(message: str, code: int) -> int:
    click.echo(message, err=True)
    return code
