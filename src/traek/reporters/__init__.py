"""The reporters that come with traek; one file, or folder, per output."""

from __future__ import annotations

from traek.hookspecs import Reporter, hookimpl
from traek.reporters.github import GithubReporter
from traek.reporters.html import HtmlReporter
from traek.reporters.json import JsonReporter
from traek.reporters.junit import JunitReporter
from traek.reporters.sarif import SarifReporter
from traek.reporters.text import TextReporter


@hookimpl
def traek_reporters() -> list[Reporter]:
    """The built-in reporters."""
    return [
        TextReporter(),
        JsonReporter(),
        HtmlReporter(),
        SarifReporter(),
        JunitReporter(),
        GithubReporter(),
    ]
