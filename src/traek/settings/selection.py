"""Which rules take part: chosen and left out by name, by effect, by weight and by certainty."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from traek.errors import SettingsError
from traek.model import Certainty, Effect

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that take part in a run.

    A name in `select` or `ignore` is a rule's id (`standard/du-har-undladt`), a whole pack
    (`standard/`), a category (`E01`) or an effect's letter (`E`, `D`). What is ignored stays
    out even where it is also selected. `uncertain` lets rules of low certainty take part; so
    does naming such a rule by its id.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    effect: Effect | None = None
    min_weight: int = 1
    uncertain: bool = False

    def takes(
        self, rule_id: str, category: str, effect: Effect, weight: int, certainty: Certainty
    ) -> bool:
        """Whether a rule, or a document check, takes part."""
        if any(_names(name, rule_id, category) for name in self.ignore):
            return False
        if self.select and not any(_names(name, rule_id, category) for name in self.select):
            return False
        if self.effect is not None and effect is not self.effect:
            return False
        sure_enough = certainty > Certainty.LAV or self.uncertain or rule_id in self.select
        return weight >= self.min_weight and sure_enough


def check_names(names: Iterable[str], rules: Iterable[tuple[str, str]]) -> None:
    """Nothing, when every name selects something among `rules`, pairs of id and category.

    Raises:
        SettingsError: a name selects no rule; the message says which name is the nearest.
    """
    known = list(rules)
    for name in names:
        if any(_names(name, rule_id, category) for rule_id, category in known):
            continue
        raise SettingsError(_unknown(name, known))


def _names(name: str, rule_id: str, category: str) -> bool:
    if "/" in name:
        return name == rule_id or (name.endswith("/") and rule_id.startswith(name))
    wanted = name.upper()
    return wanted == category or (wanted in {"E", "D"} and category.startswith(wanted))


def _unknown(name: str, rules: list[tuple[str, str]]) -> str:
    ids = sorted({rule_id for rule_id, _ in rules})
    packs = sorted({rule_id.split("/")[0] + "/" for rule_id in ids}) if name[-1:] == "/" else []
    categories = sorted({category for _, category in rules})
    full = [rule_id for rule_id in ids if rule_id.endswith("/" + name)]
    near = full or get_close_matches(name, [*ids, *packs, *categories], n=1, cutoff=0.5)
    if not near:
        near = [i for i in ids if get_close_matches(name, [i.split("/")[-1]], cutoff=0.6)]
    hint = f" Mente du »{near[0]}«?" if near else ""
    return f"Ingen regel hedder »{name}«.{hint} Kør »traek rules list« for at se alle reglerne."
