"""A folder of homework -> the drafts of each letter, by participant and in the order of time."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from traek.audit.paths import find_letters
from traek.errors import SettingsError
from traek.model import ReadError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

FORM_NAME = "fokus.toml"
"""The trainer's form, which lies beside the letters and is none."""

_FIRST = ("foer", "før", "original", "gammel", "første", "foerste")
_LAST = ("efter", "ny", "nyt", "rettet", "endelig", "sidste", "anden", "andet")
_AFTER_ALL = 100_000_000
_WORDS = dict.fromkeys(_FIRST, 0) | dict.fromkeys(_LAST, _AFTER_ALL)
_ORDER = rf"20\d\d-[01]\d-[0-3]\d|\d+|{'|'.join(_WORDS)}"
_NAMES = {"navn": r"(?P<navn>.+?)", "brev": r"(?P<brev>.+?)", "udkast": rf"(?P<udkast>{_ORDER})"}
_COUNTED = rf"(?:udkast|version|v)?[-_ ]?(?P<udkast>{_ORDER})"
_FREE = re.compile(rf"(?P<navn>.+?)[-_ .]+{_COUNTED}", re.IGNORECASE)
_IN_FOLDER = re.compile(rf"(?P<brev>.*?)[-_ .]*{_COUNTED}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Series:
    """The drafts of one letter by one participant, the first one first.

    `letter` tells letters apart where a participant has several, and is empty otherwise. `by_time`
    says that the files' own times gave the order, because their names do not.
    """

    participant: str
    letter: str
    paths: tuple[str, ...]
    by_time: bool = False

    @property
    def name(self) -> str:
        """What the sheet is called: »mette« or »mette-afslag«."""
        return f"{self.participant}-{self.letter}" if self.letter else self.participant


@dataclass(frozen=True, slots=True)
class Homework:
    """What lies in a folder: the series, what is wrong with it, and what was passed by and why."""

    series: tuple[Series, ...]
    errors: tuple[ReadError, ...] = ()
    skipped: tuple[ReadError, ...] = ()


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    participant: str
    letter: str
    order: int | None


def homework_in(
    folder: str, endings: Collection[str], pattern: str | None = None, out: str | None = None
) -> Homework:
    """The series of drafts in `folder`: a folder for each participant, or names that tell.

    `pattern` says how file names are made, with {navn}, {udkast} and perhaps {brev}. What lies in
    `out`, where earlier sheets may be, is no homework.

    Raises:
        SettingsError: the folder is none or holds no drafts, or the pattern cannot be used.
    """
    if not Path(folder).is_dir():
        raise SettingsError(
            f"{folder} er ikke en mappe. Læg deltagernes udkast i en mappe, og skriv dens navn."
        )
    sheets = _own_folder(out, folder)
    shape = None if pattern is None else _shape(pattern)
    letters = find_letters((folder,), endings)
    skipped = [each for each in letters.skipped if Path(each.path).name != FORM_NAME]
    files: list[_File] = []
    for path in letters.paths:
        if sheets is not None and Path(path).resolve().is_relative_to(sheets):
            continue
        file = _file(path, folder, shape)
        if file is None:
            skipped.append(ReadError(path, f"passer ikke til {pattern}"))
        else:
            files.append(file)
    series, errors = _series(files)
    if letters.paths and not series and not errors:
        raise SettingsError(f"Der er ingen udkast i {folder}{_why_none(pattern)}")
    return Homework(series, (*letters.errors, *errors), tuple(skipped))


def _shape(pattern: str) -> re.Pattern[str]:
    names = re.findall(r"\{(\w*)\}", pattern)
    wrong = next((name for name in names if name not in _NAMES), None)
    if wrong is not None or "navn" not in names or len(names) != len(set(names)):
        what = f"{{{wrong}}} findes ikke. " if wrong is not None else ""
        raise SettingsError(
            f"--pattern {pattern}: {what}Skriv {{navn}} én gang, og {{udkast}} og {{brev}} højst "
            "én gang hver, fx {navn}-{brev}-{udkast}."
        )
    parts = re.split(r"\{(\w*)\}", pattern)
    text = "".join(_NAMES[part] if at % 2 else re.escape(part) for at, part in enumerate(parts))
    return re.compile(text, re.IGNORECASE)


def _why_none(pattern: str | None) -> str:
    if pattern is None:
        return ". Se efter, om mappen er den rigtige."
    return f", der passer til {pattern}. Ret --pattern, så det ligner filernes navne."


def _own_folder(out: str | None, folder: str) -> Path | None:
    """Where the sheets go, if that is a folder below the one with the letters."""
    if out is None:
        return None
    place, letters = Path(out).resolve(), Path(folder).resolve()
    if place == letters:
        raise SettingsError(
            f"--out {out} er mappen med udkastene. Vælg en anden mappe, så arkene ikke bliver læst "
            "som udkast næste gang."
        )
    return place if place.is_relative_to(letters) else None


def _file(path: str, folder: str, shape: re.Pattern[str] | None) -> _File | None:
    """What a file's name and place tell of it; None where it does not fit the pattern."""
    parts = Path(os.path.relpath(path, folder)).parts
    stem = Path(path).stem
    if shape is not None:
        match = shape.fullmatch(stem)
        if match is None:
            return None
        told = match.groupdict()
        return _File(path, told["navn"], told.get("brev") or "", _order(told.get("udkast")))
    if len(parts) > 1:
        match = _IN_FOLDER.fullmatch(stem)
        if match is None:
            return _File(path, parts[0], "", None)
        return _File(path, parts[0], match["brev"].strip("-_ ."), _order(match["udkast"]))
    match = _FREE.fullmatch(stem)
    if match is None:
        return _File(path, stem, "", None)
    return _File(path, match["navn"], "", _order(match["udkast"]))


def _order(word: str | None) -> int | None:
    if word is None:
        return None
    digits = word.replace("-", "")
    return int(digits) if digits.isdigit() else _WORDS[word.casefold()]


def _series(files: Iterable[_File]) -> tuple[tuple[Series, ...], list[ReadError]]:
    series: list[Series] = []
    errors: list[ReadError] = []
    people: defaultdict[str, list[_File]] = defaultdict(list)
    for file in files:
        people[file.participant.casefold()].append(file)
    for _, theirs in sorted(people.items()):
        letters = _letters(theirs)
        for _, group in sorted(letters.items()):
            clash = _clash(group)
            if clash is not None:
                errors.append(clash)
            else:
                shown = group[0].letter if len(letters) > 1 else ""
                series.append(_in_order(theirs[0].participant, shown, group))
    return tuple(series), errors


def _letters(files: Iterable[_File]) -> dict[str, list[_File]]:
    """A participant's files by letter, folded; »afslag« without a number belongs to »afslag-2«."""
    letters: defaultdict[str, list[_File]] = defaultdict(list)
    free: list[_File] = []
    for file in files:
        told = file.order is not None or file.letter
        (letters[file.letter.casefold()] if told else free).append(file)
    for file in free:
        stem = Path(file.path).stem.casefold()
        letters[stem if stem in letters else ""].append(file)
    return letters


def _in_order(participant: str, letter: str, group: list[_File]) -> Series:
    """The drafts by number, one without any being the first; by time where more have none."""
    by_time = sum(file.order is None for file in group) > 1
    ordered = sorted(group, key=_time if by_time else _number)
    return Series(participant, letter, tuple(file.path for file in ordered), by_time)


def _number(file: _File) -> tuple[int, str]:
    return (-1 if file.order is None else file.order, file.path)


def _time(file: _File) -> tuple[float, str]:
    return (Path(file.path).stat().st_mtime, file.path)


def _clash(group: Iterable[_File]) -> ReadError | None:
    """Two files that are the same draft; nobody but the trainer knows which one counts."""
    seen: dict[int, str] = {}
    for file in group:
        if file.order is not None and file.order in seen:
            other = seen[file.order]
            return ReadError(
                file.path,
                f"{other} og {file.path} er det samme udkast fra »{file.participant}«. "
                "Flyt eller omdøb den ene, så er det klart, hvilken der gælder.",
            )
        if file.order is not None:
            seen[file.order] = file.path
    return None
