"""`--format`: the reporter that it names, and what reporters are told about the run."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from traek.cli.output import page_settings
from traek.errors import SettingsError
from traek.reporters.junit import FAIL_ON
from traek.reporters.privacy import NAMES, SHOWN
from traek.settings.values import NEVER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.hookspecs import Reporter


def reporter_named(name: str, reporters: Mapping[str, Reporter]) -> Reporter:
    """The reporter of that name.

    Raises:
        SettingsError: there is none; the message says which name is the nearest.
    """
    if name in reporters:
        return reporters[name]
    near = get_close_matches(name, reporters, n=1, cutoff=0.5)
    hint = f" Mente du {near[0]}?" if near else ""
    known = ", ".join(sorted(reporters))
    raise SettingsError(f"--format {name} findes ikke.{hint} Formaterne er: {known}.")


def run_settings(output: str | None, *, show_names: bool, fail_on: int | None) -> dict[str, str]:
    """The page, whether personal data is shown, and from which weight a letter fails."""
    settings = page_settings(output) | {FAIL_ON: NEVER if fail_on is None else str(fail_on)}
    return settings | ({NAMES: SHOWN} if show_names else {})
