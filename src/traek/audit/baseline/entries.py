"""The file of known findings: TOML, an entry a finding, sorted so that a diff reads well."""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from traek.errors import SettingsError

FORMAT = 1
_HEAD = """\
# Tryk, som er kendt og får lov at stå for nu. traek tæller det ikke med.
# Ret gerne grundene i hånden; resten skriver »traek baseline«.
"""
_FINGERPRINT = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding that is let stand: in how many places, and why.

    `rule`, `quote` and `place` are for people who read the file; the fingerprint decides.
    """

    fingerprint: str
    reason: str
    count: int = 1
    rule: str = ""
    quote: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Baseline:
    """Known findings, and the file that they are kept in."""

    source: str
    entries: tuple[Entry, ...] = ()

    def as_toml(self) -> str:
        """The file's text, the same for the same entries."""
        ordered = sorted(self.entries, key=lambda e: (e.rule, e.quote, e.fingerprint))
        parts = [_HEAD + f"format = {FORMAT}\n"]
        for entry in ordered:
            rows: dict[str, str | int] = {
                "fingeraftryk": entry.fingerprint,
                "grund": entry.reason,
                "antal": entry.count,
                "regel": entry.rule,
                "citat": entry.quote,
                "sted": entry.place,
            }
            lines = [f"{key} = {_toml(value)}" for key, value in rows.items() if value != ""]
            parts.append("\n".join(["[[fund]]", *lines]) + "\n")
        return "\n".join(parts)


def load_baseline(file: Path) -> Baseline:
    """The known findings in `file`.

    Raises:
        SettingsError: it cannot be read, or an entry is wrong; the message says which.
    """
    try:
        content = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"Kendte fund kan ikke læses i {file} ({error.strerror}). "
            "Ret --baseline, eller lav filen med »traek baseline create«."
        ) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(
            f"{file} er ikke gyldig TOML. Hent en tidligere udgave af filen, eller lav den igen med "
            "»traek baseline create«."
        ) from error
    if content.get("format") != FORMAT or not isinstance(content.get("fund", []), list):
        raise SettingsError(
            f"{file} er ikke en fil med kendte fund, som denne udgave af traek læser. "
            "Lav den igen med »traek baseline create«."
        )
    found = content.get("fund", [])
    return Baseline(str(file), tuple(_entry(file, n, row) for n, row in enumerate(found, 1)))


def _entry(file: Path, number: int, row: Any) -> Entry:
    place = f"{file}, fund nummer {number}"
    if not isinstance(row, dict) or not _FINGERPRINT.fullmatch(str(row.get("fingeraftryk", ""))):
        raise SettingsError(
            f"{place}: »fingeraftryk« skal være de 16 tegn, som traek har givet fundet. "
            "Se dem med --format json."
        )
    if not isinstance(row.get("grund"), str) or not row["grund"].strip():
        raise SettingsError(f"{place}: »grund« mangler. Skriv, hvorfor ordene får lov at stå.")
    count = row.get("antal", 1)
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        raise SettingsError(f"{place}: »antal« skal være et helt tal fra 1 og op.")
    return Entry(
        fingerprint=row["fingeraftryk"],
        reason=row["grund"].strip(),
        count=count,
        rule=str(row.get("regel", "")),
        quote=str(row.get("citat", "")),
        place=str(row.get("sted", "")),
    )


def _toml(value: str | int) -> str:
    """JSON's strings are TOML's too, but for one control character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
