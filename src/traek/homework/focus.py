"""The trainer's form: what each participant works on, and how it goes from draft to draft."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traek.errors import SettingsError
from traek.model import Effect, Finding, Report, Side
from traek.rulepack.categories import CATEGORIES, effect_of
from traek.settings import toml_place

if TYPE_CHECKING:
    from traek.homework.folder import Series

_PERSON_KEYS = ("maal", "plan", "fokus")
_POINT_KEYS = ("tekst", "sider", "kategorier")


@dataclass(frozen=True, slots=True)
class Point:
    """A focus point in the trainer's own words, with the sides and categories that it is about."""

    text: str
    sides: tuple[Side, ...] = ()
    categories: tuple[str, ...] = ()

    def takes(self, finding: Finding) -> bool:
        """Whether the point is about this finding."""
        if finding.protection is not None:
            return False
        return finding.category in self.categories or finding.side in self.sides


@dataclass(frozen=True, slots=True)
class Focus:
    """What one participant works on: a goal, points, and a plan for the next weeks."""

    goal: str = ""
    plan: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def categories(self) -> frozenset[str]:
        """The categories of all points, those of their sides among them."""
        named = {category for point in self.points for category in point.categories}
        sides = {side for point in self.points for side in point.sides}
        return frozenset(named | {c for c, (_, side) in CATEGORIES.items() if side in sides})


@dataclass(frozen=True, slots=True)
class Followed:
    """A focus point from draft to draft: its tryk and its træk in each."""

    point: Point
    escalates: tuple[int, ...]
    deescalates: tuple[int, ...]


def followed(focus: Focus | None, reports: Sequence[Report]) -> tuple[Followed, ...]:
    """Each point of a focus with its tryk and træk in every draft."""
    if focus is None:
        return ()
    return tuple(
        Followed(
            point,
            tuple(_count(point, report, Effect.ESCALATES) for report in reports),
            tuple(_count(point, report, Effect.DEESCALATES) for report in reports),
        )
        for point in focus.points
        if point.sides or point.categories
    )


def _count(point: Point, report: Report, effect: Effect) -> int:
    return sum(point.takes(f) for f in report.findings if f.effect is effect)


def read_form(file: Path) -> Mapping[str, Focus]:
    """The focus of each participant in the form, by name.

    Raises:
        SettingsError: the form cannot be read, or something in it cannot be used; the message
            names the key and the way out.
    """
    try:
        content = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SettingsError(
            f"{file} kan ikke læses ({error.strerror}). Ret stien, eller lav et nyt skema med "
            "--new-form."
        ) from error
    except UnicodeDecodeError as error:
        raise SettingsError(f"{file} kan ikke læses som tekst. Gem filen som UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_not_toml(file, error)) from error
    people = content.pop("deltager", {})
    if content:
        raise _unknown(file, "", next(iter(content)), ("deltager",))
    if not isinstance(people, dict):
        raise SettingsError(f"{file}: skriv [deltager.navn] over det, der gælder for en deltager.")
    return {name: _focus(file, name, table) for name, table in people.items()}


def check_people(file: Path, form: Mapping[str, Focus], series: Iterable[Series]) -> None:
    """Nothing, when everyone in the form has handed something in.

    Raises:
        SettingsError: a name in the form is no participant's.
    """
    names = sorted({each.participant for each in series})
    for name in form:
        if name not in names:
            near = get_close_matches(name, names, n=1, cutoff=0.5)
            hint = f"Mente du »{near[0]}«?" if near else f"I mappen er: {', '.join(names)}."
            raise SettingsError(
                f"{file}: [deltager.{name}] passer ikke til nogen udkast i mappen. {hint}"
            )


def _focus(file: Path, name: str, table: Any) -> Focus:
    where = f"deltager.{name}"
    if not isinstance(table, dict):
        raise SettingsError(f"{file}: skriv [{where}] på en linje for sig.")
    for key in table:
        if key not in _PERSON_KEYS:
            raise _unknown(file, where, key, _PERSON_KEYS)
    return Focus(
        _text(file, f"{where}.maal", table.get("maal", "")),
        _texts(file, f"{where}.plan", table.get("plan", [])),
        tuple(
            _point(file, f"{where}.fokus {number}", point)
            for number, point in enumerate(_tables(file, where, table.get("fokus", [])), 1)
        ),
    )


def _point(file: Path, where: str, table: Mapping[str, Any]) -> Point:
    for key in table:
        if key not in _POINT_KEYS:
            raise _unknown(file, where, key, _POINT_KEYS)
    text = _text(file, f"{where}: tekst", table.get("tekst", ""))
    if not text:
        raise SettingsError(
            f'{file}: {where} mangler »tekst«. Skriv det, som du ville sige det, fx tekst = "Sig hvorfor".'
        )
    sides = _texts(file, f"{where}: sider", table.get("sider", []))
    categories = _texts(file, f"{where}: kategorier", table.get("kategorier", []))
    return Point(
        text,
        tuple(_side(file, where, side) for side in sides),
        tuple(_category(file, where, category) for category in categories),
    )


def _side(file: Path, where: str, side: str) -> Side:
    wanted = {str(each): each for each in Side} | {"forstaa": Side.FORSTÅ}
    if side.casefold() not in wanted:
        raise SettingsError(
            f"{file}: {where}: siden »{side}« findes ikke. Siderne er {', '.join(Side)}."
        )
    return wanted[side.casefold()]


def _category(file: Path, where: str, category: str) -> str:
    if category.upper() in CATEGORIES:
        return category.upper()
    raise SettingsError(
        f"{file}: {where}: kategorien »{category}« findes ikke. Brug E01-E33 for tryk og D01-D19 "
        "for træk; de står i docs/metode.md og i »traek rules list«."
    )


def _tables(file: Path, where: str, value: Any) -> list[Mapping[str, Any]]:
    if isinstance(value, list) and all(isinstance(item, dict) for item in value):
        return value
    raise SettingsError(f"{file}: skriv [[{where}.fokus]] over hvert fokuspunkt.")


def _text(file: Path, where: str, value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    raise SettingsError(f'{file}: »{where}« skal være tekst i "anførselstegn".')


def _texts(file: Path, where: str, value: Any) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(item.strip() for item in value if item.strip())
    raise SettingsError(
        f'{file}: »{where}« skal være en liste af tekster, fx ["Uge 48: …", "Uge 49: …"].'
    )


def _unknown(file: Path, where: str, key: str, known: Sequence[str]) -> SettingsError:
    near = get_close_matches(key, known, n=1, cutoff=0.5)
    hint = f"Mente du »{near[0]}«?" if near else f"Her kan der stå {', '.join(known)}."
    place = f" i {where}" if where else ""
    return SettingsError(f"{file}: nøglen »{key}«{place} findes ikke. {hint}")


def _not_toml(file: Path, error: tomllib.TOMLDecodeError) -> str:
    return (
        f"{file} kan ikke læses: noget er skrevet forkert {toml_place(error)}. "
        'Skriv tekst i "anførselstegn", lister i [kantede parenteser] og navne med mellemrum '
        'som [deltager."Mette H"].'
    )


def new_form(names: Iterable[str]) -> str:
    """The skeleton of a form for these participants, with comments in Danish."""
    kinds = "\n".join(
        f"#   {category}  {name}"
        for effect in Effect
        for category, (name, _) in CATEGORIES.items()
        if effect_of(category) is effect
    )
    people = list(dict.fromkeys(names)) or ["mette"]
    return _HEAD.format(kinds=kinds) + "".join(_PERSON.format(name=_key(name)) for name in people)


def _key(name: str) -> str:
    if re.fullmatch(r"[A-Za-z0-9_-]+", name):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


_HEAD = """\
# Observationsskema til »traek homework«.
# Skemaet handler om tekster: hvad deltageren gerne vil øve, og hvordan det går fra udkast til udkast.
# Linjer med # foran er noter til dig, og traek springer dem over. Fjern # for at bruge en linje.
#
# Siderne i Firkanten er {sides}. Navnene er vores egen fortolkning.
# Kategorierne er:
{{kinds}}
""".format(sides=", ".join(Side))

_PERSON = """
[deltager.{name}]
maal = ""                            # med deltagerens egne ord
plan = [
    # "Uge 48: prøv det i to svar",
]

# Et fokuspunkt; kopiér de fire linjer for at lave flere.
# [[deltager.{name}.fokus]]
# tekst = "Vis, at du har læst, hvad borgeren skriver"
# sider = ["forstå"]
# kategorier = ["D03", "E07"]
"""
