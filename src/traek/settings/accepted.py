"""What somebody has decided to let stand, and why: by rule or by fingerprint."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from traek.errors import SettingsError

KEY = "lad-staa"
EVERYTHING = "alt"
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A decision to let findings stand, the reason for it, and where the decision is written.

    `names` are rules, packs (`standard/`) or categories (`E05`), or »alt« for all tryk; or there
    is a `fingerprint`, which is one finding wherever its paragraph stands.
    """

    reason: str
    source: str
    names: tuple[str, ...] = ()
    fingerprint: str | None = None

    def covers(self, rule: str, category: str, fingerprint: str) -> bool:
        """Whether the decision is about a finding of this rule, category and fingerprint."""
        if self.fingerprint is not None:
            return self.fingerprint == fingerprint
        return any(is_meant(name, rule, category) for name in self.names)


def is_meant(name: str, rule: str, category: str) -> bool:
    """Whether a rule is meant by a name: its id with or without its pack, its pack, its category."""
    if name.lower() == EVERYTHING:
        return category.startswith("E")
    if name.endswith("/"):
        return rule.startswith(name)
    return name in {rule, rule.rpartition("/")[2]} or name.upper() == category


def check_accepted(accepted: Iterable[Accepted], known: Iterable[tuple[str, str]]) -> None:
    """Nothing, when every decision names a rule among `known`, pairs of id and category.

    Raises:
        SettingsError: a decision names no rule.
    """
    rules = list(known)
    for decision in accepted:
        for name in decision.names:
            if not any(is_meant(name, rule, category) for rule, category in rules):
                raise SettingsError(
                    f"{decision.source}: »{KEY}« nævner »{name}«, som ingen regel hedder. "
                    "Kør »traek rules list« for at se alle reglerne."
                )


def accepts_entries(value: object) -> bool:
    """Whether a settings file's entries each have a reason and a rule or a fingerprint."""
    return isinstance(value, list) and all(_is_entry(entry) for entry in value)


def _is_entry(entry: object) -> bool:
    if not isinstance(entry, dict) or not entry.keys() <= {"regel", "fingeraftryk", "grund"}:
        return False
    if not all(isinstance(value, str) and value.strip() for value in entry.values()):
        return False
    if "grund" not in entry or ("regel" in entry) == ("fingeraftryk" in entry):
        return False
    return "regel" in entry or _FINGERPRINT.fullmatch(entry["fingeraftryk"]) is not None


def accepted_in(entries: Iterable[Mapping[str, Any]], source: str) -> tuple[Accepted, ...]:
    """The decisions that checked entries of the settings file `source` stand for."""
    return tuple(
        Accepted(
            reason=entry["grund"].strip(),
            source=source,
            names=(entry["regel"].strip(),) if "regel" in entry else (),
            fingerprint=entry.get("fingeraftryk"),
        )
        for entry in entries
    )
