"""What a plugin is: a module or object that answers one or more of these questions.

A plugin is found through the entry-point group `traek`. Mark an answer with `@traek.hookimpl`.
Every hook is a question, every answer a list; two answers that claim the same name are an error.

    import traek

    @traek.hookimpl
    def traek_rule_packs() -> list[str]:
        return ["traek_skat"]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

import pluggy

from traek.model import Document, Finding, Run

if TYPE_CHECKING:
    from traek.reading import Reading

hookspec = pluggy.HookspecMarker("traek")
hookimpl = pluggy.HookimplMarker("traek")


class Loader(Protocol):
    """Reads one kind of file into a document."""

    name: str
    """What `--reader` and error messages call it: »docx«."""
    extensions: tuple[str, ...]
    """Lower-case file name endings with their dot: `(".docx", ".docm")`."""

    def load(self, data: bytes, path: str, *, encoding: str | None = None) -> Document:
        """The document in `data`; `path` is for messages and is not opened.

        Raises:
            DocumentError: the bytes are not such a file, or are damaged, or are too large.
        """
        ...


class Reporter(Protocol):
    """Turns the outcome of a run into text or bytes."""

    name: str
    """What `--format` calls it."""

    def report(self, run: Run) -> str | bytes:
        """The whole output; printing and writing are the caller's business."""
        ...


class Check(Protocol):
    """Observes a whole document, for what no pattern can say: a missing side, a shout.

    Titles, messages and reasons in its findings are Danish, as in a rule.
    """

    @property
    def name(self) -> str:
        """The id that reports and `--select` use: »tjek/raaber«."""
        ...

    @property
    def category(self) -> str:
        """E01-E33 or D01-D19, or an empty string where its findings may be of any category."""
        ...

    @property
    def needs_grammar(self) -> bool:
        """Whether the check reads lemmas, parts of speech or features."""
        ...

    def observe(self, reading: Reading) -> Iterable[Finding]:
        """What the check found, in any order; the engine sorts and adds fingerprints."""
        ...


@runtime_checkable
class SecondOpinion(Protocol):
    """A check that also says how sure it is of what rules found in the same letter."""

    def reconsider(self, reading: Reading, findings: Sequence[Finding]) -> Sequence[Finding]:
        """The findings in the same order, those that it doubts with low certainty and a word why.

        Asked once for each letter, before `Check.observe`. What is of low certainty is hidden by
        default, as it is for rules.
        """
        ...


@hookspec
def traek_rule_packs() -> list[str]:
    """Names of importable packages that hold rule files; asked once, at start."""
    raise NotImplementedError


@hookspec
def traek_loaders() -> list[Loader]:
    """Loaders; asked once, at start, so import what is heavy inside `load`."""
    raise NotImplementedError


@hookspec
def traek_reporters() -> list[Reporter]:
    """Reporters; asked once, at start, so import what is heavy inside `report`."""
    raise NotImplementedError


@hookspec
def traek_checks() -> list[Check]:
    """Document checks; asked once, at start."""
    raise NotImplementedError
