"""A whole library of templates, surveyed: only what is new is examined, and nothing done is lost.

The outcome is gathered in a folder beside the finished one and takes its place at the end. A run
that is cut off leaves its folder, and the next run goes on from there.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from traek.audit.examined import Examined, examined
from traek.audit.gather import Gatherer
from traek.audit.kept import JUST_NOW, SEEN, SHOWN, VERSIONS, WORDS, Kept, Stamp
from traek.audit.paths import Letters
from traek.audit.pool import SECONDS, Failure, Pool
from traek.audit.reading import letter_bytes
from traek.audit.underway import claim, is_underway, release
from traek.audit.versions import engine_version, plugin_versions, settings_version
from traek.errors import DocumentError, SettingsError
from traek.model import ReadError

if TYPE_CHECKING:
    from traek.engine import Engine
    from traek.plugins import Plugins
    from traek.rulepack import RulePack
    from traek.settings import Settings

DATA = "data"
_UNFINISHED, _BROKEN, _OLD = "data.igang", "data.afbrudt", "data.gammel"


class Maker(Protocol):
    """Gives the plugins, and for each letter its settings and an engine for them."""

    plugins: Plugins

    def settings_for(self, path: str) -> Settings:
        """The settings that hold for the letter at `path`."""
        ...

    def packs_for(self, settings: Settings) -> tuple[RulePack, ...]:
        """The rule packs that `settings` choose from."""
        ...

    def engine_for(self, settings: Settings) -> Engine:
        """The engine with the rules that `settings` choose."""
        ...


@dataclass(frozen=True, slots=True)
class Task:
    """A template for a worker: where it is, its name, and the digests that need no work."""

    path: str
    name: str
    known: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Planned:
    task: Task
    settings: str
    stamp: Stamp | None
    digest: str | None


def doing(make: Callable[[], Maker]) -> Callable[[Task], Examined]:
    """What a worker does: templates in, what they gave out; one that needs no work has no report."""
    return partial(_examine, make())


def _examine(maker: Maker, task: Task) -> Examined:
    loaders = maker.plugins.loaders
    try:
        data = letter_bytes(task.path, task.name, loaders)
    except DocumentError as error:
        return Examined(task.name, error=str(error))
    settings = maker.settings_for(task.path)
    return examined(
        data, task.name, loaders, settings, maker.engine_for(settings), known=task.known
    )


class Survey:
    """One survey of the templates `letters` under `root`; its outcome goes into `out`/data.

    `resumed` is whether an earlier one was cut off, and its results are there to go on from.

    `make` gives a `Maker` to every worker, and here where there is no `maker`. `earlier` are folders
    of earlier audits whose results may be used again; what `out` holds is used unless `afresh`.

    Raises:
        SettingsError: another process is surveying into `out`.
    """

    def __init__(
        self,
        letters: Letters,
        root: str,
        out: Path,
        make: Callable[[], Maker],
        earlier: Sequence[Path] = (),
        *,
        afresh: bool = False,
        maker: Maker | None = None,
    ) -> None:
        self._letters = letters
        self._root = root
        self._out = out
        self._make = make
        self._afresh = afresh
        self._maker = maker or make()
        self._settings: dict[int, tuple[Settings, str]] = {}
        self.rules = 0
        self.examined = 0
        self.versions = {"traek": engine_version(), **plugin_versions()}
        out.mkdir(parents=True, exist_ok=True)
        self.resumed = self._set_aside()
        mine = [] if afresh else [out / DATA, *sorted(out.glob(f"{_BROKEN}*"))]
        self._kept = Kept([*mine, *map(data_in, earlier)], self.versions)
        self._plan = [self._planned(path) for path in letters.paths]

    @property
    def outdated(self) -> bool:
        """Whether there is an earlier audit that another version made, so that it is of no use."""
        return bool(self._kept.outdated)

    @property
    def total(self) -> int:
        """How many templates there are."""
        return len(self._plan)

    @property
    def waiting(self) -> int:
        """How many templates must be read, as far as can be told without reading them."""
        return sum(planned.digest is None for planned in self._plan)

    def run(self, jobs: int, told: Callable[[int], None] = lambda _done: None) -> Path:
        """The finished folder; `told` hears how many templates are done, one by one.

        Raises:
            TraekError: a setting, a rule or a plugin cannot be used.
        """
        stage = self._out / _UNFINISHED
        with Gatherer(stage) as gatherer, (stage / SEEN).open("wb") as seen:
            claim(stage)
            (stage / VERSIONS).write_text(json.dumps(self.versions))
            fresh = self._fresh(jobs)
            for done, planned in enumerate(self._plan, 1):
                self._take(gatherer, planned, fresh, seen)
                told(done)
            skipped = [ReadError(self._name(s.path), s.message) for s in self._letters.skipped]
            gatherer.finish(self._root, self.versions, self.rules, self._letters.errors, skipped)
        self._kept.close()
        self._plan.clear()
        release(stage)
        return self._replace(stage)

    def _take(
        self, gatherer: Gatherer, planned: _Planned, fresh: Iterator[Examined], seen: IO[bytes]
    ) -> None:
        name, settings, digest = planned.task.name, planned.settings, planned.digest
        letter = None if digest is not None else next(fresh)
        if letter is not None:
            digest = letter.digest
        source = self._kept.find(name, digest or "", settings)
        if source is not None and (letter is None or letter.report is None):
            gatherer.add_kept(source.row(name, digest or "", settings), source)
        elif letter is not None:
            self.examined += letter.report is not None
            gatherer.add(letter, settings)
        if planned.stamp is not None and digest:
            stamp = planned.stamp
            seen.write(json.dumps([name, stamp.size, stamp.time, digest]).encode() + b"\n")
            seen.flush()

    def _fresh(self, jobs: int) -> Iterator[Examined]:
        """What the templates that must be read gave, in their order."""
        tasks = [planned.task for planned in self._plan if planned.digest is None]
        if jobs < 2 and not self.resumed:  # noqa: PLR2004
            yield from map(partial(_examine, self._maker), tasks)
            return
        # What was cut off may have met a template that kills or hangs whoever reads it.
        pool: Pool[Task, Examined] = Pool(partial(doing, self._make), max(1, min(jobs, len(tasks))))
        for task, result in zip(tasks, pool.results(tasks), strict=True):
            yield result if isinstance(result, Examined) else _given_up(task, result)

    def _planned(self, path: str) -> _Planned:
        settings = self._version(self._maker.settings_for(path))
        name, stamp = self._name(path), Stamp.of(path)
        digest = self._kept.digest(name, stamp)
        if digest is not None and self._kept.find(name, digest, settings) is None:
            digest = None
        known = frozenset() if digest else self._kept.digests(name, settings)
        fresh = stamp is not None and time.time_ns() - stamp.time < JUST_NOW
        return _Planned(Task(path, name, known), settings, None if fresh else stamp, digest)

    def _version(self, settings: Settings) -> str:
        """The digest of the settings; their rules are loaded, so that a mistake is met at once."""
        if id(settings) not in self._settings:
            packs = self._maker.packs_for(settings)
            self.rules = max(self.rules, len(self._maker.engine_for(settings).rules))
            self._settings[id(settings)] = settings, settings_version(settings, packs)
        return self._settings[id(settings)][1]

    def _name(self, path: str) -> str:
        """What a template is called: its way from the root."""
        return os.path.relpath(path, self._root).replace(os.sep, "/")

    def _set_aside(self) -> bool:
        """Keep what a run that was cut off has left, for this run to use; whether there was one."""
        if is_underway(self._out / _UNFINISHED):
            raise SettingsError(
                f"En anden gennemgang skriver i {self._out} lige nu. Vent, til den er færdig, eller "
                "vælg en anden mappe med --out."
            )
        if (self._out / _UNFINISHED).is_dir():
            taken = len(list(self._out.glob(f"{_BROKEN}*")))
            (self._out / _UNFINISHED).rename(self._out / f"{_BROKEN}-{taken + 1}")
        return any(self._out.glob(f"{_BROKEN}*"))

    def _replace(self, stage: Path) -> Path:
        target, old = self._out / DATA, self._out / _OLD
        shutil.rmtree(old, ignore_errors=True)
        if target.exists():
            for name in () if self._afresh else (SHOWN, WORDS):
                if (
                    target / name
                ).exists():  # it is about the pages and the sheet beside the folder
                    (target / name).replace(stage / name)
            target.rename(old)
        stage.rename(target)
        for left in (old, *self._out.glob(f"{_BROKEN}*")):
            shutil.rmtree(left, ignore_errors=True)
        return target


def has_report(folder: Path) -> bool:
    """Whether an audit was ever kept in the folder."""
    return (data_in(folder) / VERSIONS).exists()


def data_in(folder: Path) -> Path:
    """Where an audit's library is: in the folder `data` of its report, or in the folder itself."""
    return folder / DATA if (folder / DATA).is_dir() else folder


def root_of(paths: Sequence[str]) -> str:
    """The folder that templates are named from: the only one given, or the nearest above all."""
    folders = [path if os.path.isdir(path) else _folder_of(path) for path in paths]  # noqa: PTH112
    if len(folders) == 1:
        return folders[0]
    try:
        return os.path.relpath(os.path.commonpath(list(map(os.path.abspath, folders))))
    except ValueError as error:
        raise SettingsError(
            "Mapperne ligger på hvert sit drev og kan ikke stå i samme rapport. Tag dem hver for sig."
        ) from error


def _folder_of(path: str) -> str:
    """The folder of a file, or of what a pattern stands for."""
    fixed = re.split(r"[*?\[]", path, maxsplit=1)[0]
    return os.path.dirname(fixed) or "."  # noqa: PTH120


def _given_up(task: Task, failure: Failure) -> Examined:
    if failure.hung:
        why = (
            f"traek blev ikke færdig med {task.name} på {SECONDS:.0f} sekunder. "
            "Se efter, om filen er usædvanlig stor, eller del den op."
        )
    else:
        why = (
            f"{task.name} fik traek til at gå i stå, så den er sprunget over. "
            "Åbn den i Word, gem den som en ny .docx, og prøv igen."
        )
    return Examined(task.name, error=why)
