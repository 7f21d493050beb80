"""What the installed plugins bring: rule packs, loaders, reporters and checks, free of clashes."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

import pluggy

from traek import hookspecs
from traek.errors import SettingsError
from traek.rulepack import RulePack, load_rule_pack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from traek.hookspecs import Check, Loader, Reporter

GROUP = "traek"


@dataclass(frozen=True, slots=True)
class Plugins:
    """Everything that the plugins answered; `packages` are rule packs that are not read yet.

    `loaders` are by file ending, `reporters` by name. `owners` tells which plugin brought a
    package, for messages.
    """

    packages: tuple[str, ...]
    loaders: Mapping[str, Loader]
    reporters: Mapping[str, Reporter]
    checks: tuple[Check, ...]
    owners: Mapping[str, str]

    def rule_packs(self, folders: Iterable[str] = ()) -> tuple[RulePack, ...]:
        """The plugins' rule packs, and those in plain `folders`, read from their files.

        Raises:
            RuleError: a pack, or a rule in it, cannot be used.
            SettingsError: two packs have one name.
        """
        packs: dict[str, tuple[RulePack, str]] = {}
        for package in (*self.packages, *folders):
            pack = load_rule_pack(package)
            owner = self.owners.get(package, f"mappen {package}")
            if pack.name in packs:
                other = packs[pack.name][1]
                raise _clash("regelpakker", "hedder", pack.name, other, owner)
            packs[pack.name] = (pack, owner)
        return tuple(pack for pack, _ in packs.values())


def load_plugins(found: Iterable[EntryPoint] | None = None) -> Plugins:
    """What the plugins in `found` bring; without `found`, what is installed.

    Raises:
        SettingsError: a plugin cannot be imported, answers wrongly, or clashes with another.
    """
    if found is None:
        found = entry_points(group=GROUP)
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hookspecs)
    names: dict[str, str] = {}
    for entry_point in sorted(found, key=lambda entry: (_name(entry), entry.value)):
        key = f"{entry_point.name} = {entry_point.value}"
        if key not in names:  # a checkout and its installation tell of the same plugin twice
            names[key] = _name(entry_point)
            _register(manager, entry_point, key)
    _check_hook_names(manager, names)
    packages = _answers(manager, "traek_rule_packs", names)
    loaders = [
        (ending, loader, owner)
        for loader, owner in _answers(manager, "traek_loaders", names)
        for ending in loader.extensions
    ]
    reporters = [(r.name, r, owner) for r, owner in _answers(manager, "traek_reporters", names)]
    checks = [(check.name, check, o) for check, o in _answers(manager, "traek_checks", names)]
    return Plugins(
        packages=tuple(_unique("regelpakker", "hedder", [(p, p, owner) for p, owner in packages])),
        loaders=_unique("læsere", "læser", loaders),
        reporters=_unique("formater", "hedder", reporters),
        checks=tuple(_unique("tjek", "hedder", checks).values()),
        owners=dict(packages),
    )


def _name(entry_point: EntryPoint) -> str:
    """What messages call a plugin: its distribution, and its own name where there are several."""
    if entry_point.dist is None:
        return entry_point.name
    return f"{entry_point.dist.name} {entry_point.dist.version} ({entry_point.name})"


def _register(manager: pluggy.PluginManager, entry_point: EntryPoint, key: str) -> None:
    try:
        plugin = entry_point.load()
    except Exception as error:  # a plugin's module may fail in any way
        way_out = "Ret den"
        if entry_point.dist is not None:
            package = entry_point.dist.name
            way_out = f"Opdatér den, eller fjern den med »pip uninstall {package}«"
        raise SettingsError(
            f"Udvidelsen {_name(entry_point)} kan ikke indlæses "
            f"({type(error).__name__}: {error}). {way_out}, og prøv igen."
        ) from error
    if not manager.is_registered(plugin):
        manager.register(plugin, key)


def _check_hook_names(manager: pluggy.PluginManager, names: Mapping[str, str]) -> None:
    try:
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        hooks = [name for name in vars(hookspecs) if name.startswith("traek_")]
        wrong = str(error).split("'")[1]
        near = get_close_matches(wrong, hooks, n=1, cutoff=0)
        owner = names[manager.get_name(error.plugin) or ""]
        raise SettingsError(
            f"Udvidelsen {owner} svarer på »{wrong}«, som traek aldrig spørger om. "
            f"Mente forfatteren »{near[0]}«?"
        ) from error


def _answers(
    manager: pluggy.PluginManager, hook: str, names: Mapping[str, str]
) -> list[tuple[Any, str]]:
    """Each answer to `hook` with the name of the plugin that gave it."""
    answers: list[tuple[Any, str]] = []
    for implementation in getattr(manager.hook, hook).get_hookimpls():
        owner = names[implementation.plugin_name]
        answer = implementation.function()
        if not isinstance(answer, list):
            raise SettingsError(
                f"Udvidelsen {owner} svarer på »{hook}« med {type(answer).__name__}; "
                "svaret skal være en liste."
            )
        answers += [(item, owner) for item in answer]
    return answers


def _unique(kind: str, verb: str, answers: list[tuple[str, Any, str]]) -> dict[str, Any]:
    unique: dict[str, tuple[Any, str]] = {}
    for name, item, owner in answers:
        if name in unique:
            raise _clash(kind, verb, name, unique[name][1], owner)
        unique[name] = (item, owner)
    return {name: item for name, (item, _) in unique.items()}


def _clash(kind: str, verb: str, name: str, one: str, other: str) -> SettingsError:
    who = f"begge fra {one}" if one == other else f"fra {one} og {other}"
    return SettingsError(
        f"To {kind} {verb} »{name}«, {who}. Fjern eller omdøb den ene, så det er klart, "
        "hvilken der gælder."
    )
