"""What a command works with: the settings for each letter, the plugins and an engine for each choice."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traek.engine import Engine
from traek.engine.examples import verified
from traek.engine.memory import Memory
from traek.errors import SettingsError
from traek.model import Certainty
from traek.plugins import Plugins, load_plugins
from traek.rulepack import effect_of
from traek.settings import (
    Selection,
    Settings,
    check_accepted,
    check_names,
    config_file,
    load_settings,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from traek.hookspecs import Check
    from traek.rulepack import RulePack


class Workshop:
    """Settings and engines, each made once however many letters share them.

    `memory` is how many sentences an engine remembers, where that is not the usual number.
    """

    def __init__(
        self, config: str | None, options: Mapping[str, Any], memory: int | None = None
    ) -> None:
        self._memory = memory
        self.plugins: Plugins = load_plugins()
        self._config = None if config is None else Path(config)
        self._options = options
        self._settings: dict[Path | None, Settings] = {}
        self._files: dict[str, Path | None] = {}
        self._packs: dict[tuple[str, ...], tuple[RulePack, ...]] = {}
        self._engines: dict[tuple[object, ...], Engine] = {}

    def settings_for(self, path: str) -> Settings:
        """The settings that hold for the letter, or the folder, at `path`.

        Raises:
            SettingsError: the settings file has a mistake in it.
        """
        folder = path if os.path.isdir(path) else os.path.dirname(path)  # noqa: PTH112, PTH120  many
        if folder not in self._files:
            self._files[folder] = config_file(Path(folder), self._config, os.environ)
        file = self._files[folder]
        if file not in self._settings:
            self._settings[file] = load_settings(file, self._options)
        return self._settings[file]

    def packs_for(self, settings: Settings) -> tuple[RulePack, ...]:
        """The rule packs of the plugins and of the settings' own folders, their examples tried.

        Raises:
            RuleError: a rule pack cannot be used.
        """
        folders = settings.rule_folders
        if folders not in self._packs:
            packs = self.plugins.rule_packs(folders)
            self._packs[folders] = tuple(verified(pack, settings.model) for pack in packs)
        return self._packs[folders]

    def engine_for(self, settings: Settings) -> Engine:
        """The engine with the rules that `settings` choose.

        Raises:
            RuleError: a rule pack cannot be used.
            SettingsError: a chosen name is no rule's, or no rule is left.
        """
        key = (settings.selection, settings.rule_folders, settings.model, settings.accepted)
        if key not in self._engines:
            self._engines[key] = self._engine(settings)
        return self._engines[key]

    def forget(self) -> None:
        """Let the engines forget the sentences that they have read, for there is no more to read."""
        for engine in self._engines.values():
            engine.forget()

    def _engine(self, settings: Settings) -> Engine:
        packs, checks = self.packs_for(settings), self.plugins.checks
        selection = settings.selection
        known = [(rule.id, rule.category) for pack in packs for rule in pack.rules]
        known += [(check.name, check.category) for check in checks]
        check_names((*selection.select, *selection.ignore), known)
        check_accepted(settings.accepted, known)
        engine = Engine(
            packs,
            checks,
            selection,
            settings.model,
            memory=None if self._memory is None else Memory(self._memory),
            accepted=settings.accepted,
        )
        if not engine.rules and not any(_takes_check(selection, check) for check in checks):
            raise SettingsError(
                "Med de valg er der ingen regler tilbage. Vælg færre fra eller flere til."
            )
        return engine


def _takes_check(selection: Selection, check: Check) -> bool:
    """Whether a check may find something; what it finds has a weight of its own."""
    effect = effect_of(check.category)
    return selection.takes(check.name, check.category, effect, 3, Certainty.HØJ)
