"""Make `src/traek/inflection/endings.txt.gz` from the dictionary of Stavekontrolden.

    apt-get download hunspell-da && dpkg -x hunspell-da_*.deb hunspell
    python training/inflection.py hunspell/usr/share/hunspell

The affix file names what each ending is (»+BESTEMT_ENTAL«), so a word's flags give its forms. Of
each word only its class is kept, and of the classes only the endings that tell them.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from traek.inflection.irregular import STRONG

OUT = Path(__file__).parents[1] / "src" / "traek" / "inflection" / "endings.txt.gz"
NOTICE = """\
# The endings of Danish words and how they are inflected. Made by training/inflection.py from the
# dictionary of Stavekontrolden 2.7, https://www.stavekontrolden.dk (the Original Code; its Initial
# Developer is Foreningen for frit tilgængelige sprogværktøjer). Changed: of every word only its class
# is kept, and of the classes only the endings that tell them. This file alone is subject to the
# Mozilla Public License 1.1, which you find at https://www.mozilla.org/MPL/1.1/ and which gives no
# warranty of any kind.
"""
_SUFFIX = re.compile(r"SFX (\d+) (\S+) (\S+) (\S+)(?:\s+\+(\S+))?")
_ENTRY = re.compile(r"([^/ \t]+)(?:/([\d,]+))?(.*)")
_COMMON = {"2", "7", "14", "19", "44", "48", "58", "65"}
_NEUTER = {"3", "4", "15", "18", "45", "47", "57", "66", "70"}
_WEAK_VERB, _SHORT_VERB = "1", "20"
_ADJECTIVE = set("12 23 24 25 26 27 28 38 40 41 42 49 59 77 78 82".split())
_DEGREES = {"KOMPARATIV", "SUPERLATIV", "SUPERLATIV_PLURALIS"}
_FIRST = "31"
"""Of two words that are spelt alike, the one that compounds begin with is the common one."""

_PREFERRED = {
    "nævne": "te",
    "stemme": "te",
    "låse": "te",
    "ramme": "te",
    "trykke": "te",
    "føde": "te",
}
_PREFERRED |= dict.fromkeys("kalde lede male mase".split(), "ede") | {"skynde": "te"}
"""Verbs that go both ways, as they are commonly written."""

_NEEDS_MORE = "8"
_DOUBLING = "KONSONANT_FORDOBLING"
_VOWELS = "aeiouyæøå"


class Ending(NamedTuple):
    """One line of an affix class."""

    cut: str
    added: str
    flags: tuple[str, ...]
    condition: re.Pattern[str]
    label: str


class Entry(NamedTuple):
    """One line of the dictionary."""

    word: str
    flags: frozenset[str]
    others: tuple[str, ...]


def read_endings(path: Path) -> dict[str, list[Ending]]:
    """The endings of each affix class."""
    found: dict[str, list[Ending]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        match = _SUFFIX.match(line)
        if match is None or match[2] in {"Y", "N"}:
            continue
        added, _, flags = match[3].partition("/")
        cut, added = ("" if part == "0" else part for part in (match[2], added))
        condition = re.compile(f"(?:{match[4]})$")
        found[match[1]].append(
            Ending(cut, added, tuple(flags.split(",")), condition, match[5] or "")
        )
    return found


def read_entries(path: Path) -> Iterator[Entry]:
    """The words of the dictionary in lower case, with their flags."""
    for line in path.read_text("utf-8").splitlines():
        match = _ENTRY.match(line)
        if match and match[1].islower() and match[1].isalpha():
            flags = frozenset((match[2] or "").split(","))
            others = tuple(re.findall(r"al:(\S+)", match[3]))
            yield Entry(match[1], flags, others)


def with_endings(word: str, flag: str, table: dict[str, list[Ending]]) -> Iterator[tuple[str, str]]:
    """The forms that one flag gives the word, each with what it is."""
    for ending in table[flag]:
        if not word.endswith(ending.cut) or not ending.condition.search(word):
            continue
        form = word.removesuffix(ending.cut) + ending.added
        if ending.label == _DOUBLING and _NEEDS_MORE in ending.flags:
            for more in ending.flags:
                yield from with_endings(form, more, table)
        else:
            yield form, ending.label


def noun_class(entry: Entry, table: dict[str, list[Ending]]) -> str | None:
    """Gender and the endings of definite singular, plural and definite plural, as »c en er erne«."""
    common, neuter = entry.flags & _COMMON, entry.flags & _NEUTER
    if bool(common) == bool(neuter):
        return None
    cells: dict[str, str] = {}
    for flag in sorted(entry.flags, key=lambda flag: int(flag or 0)):
        for form, label in with_endings(entry.word, flag, table):
            cells.setdefault(label, form)
    doubled = bool(entry.flags & {"46", "47", "48"})
    definite = cells.get("BESTEMT_ENTAL")
    plural = cells.get("PLUR_UBEK") or (entry.word if doubled else None)
    plural_definite = cells.get("PLUR_BEK")
    if plural and plural_definite and len(plural) > len(plural_definite):
        plural, plural_definite = plural_definite, plural  # the file has them the wrong way round
    if definite is None:
        return None
    edits = [edit(entry.word, form) for form in (definite, plural, plural_definite)]
    return " ".join(["c" if common else "n", *edits])


def edit(word: str, form: str | None) -> str:
    """What makes `form` of `word`: letters to cut and letters to add, as »2|ler«; »-« for none."""
    if form is None:
        return "-"
    same = 0
    while same < min(len(word), len(form)) and word[same] == form[same]:
        same += 1
    cut = len(word) - same
    if (
        not cut
        and form[same : same + 1] == word[-1:]
        and word[-1] not in _VOWELS
        and len(form) > same + 1
    ):
        return f"+{form[same + 1 :]}"  # the last consonant doubled, whichever it is
    return f"{cut or ''}|{form[same:]}"


def pruned(words: dict[str, str]) -> dict[str, str]:
    """The endings that tell the class of every word, none where a shorter one tells it."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    longest = max(map(len, words)) + 1
    for word, kind in words.items():
        marked = f"^{word}"
        for start in range(len(marked) + 1):
            votes[marked[start:]][kind] += 1
    best = {ending: counts.most_common(1)[0][0] for ending, counts in votes.items()}
    kept = {"": best[""]}
    for length in range(1, longest + 1):
        for ending in (e for e in best if len(e) == length):
            shorter = next(e for e in (ending[n:] for n in range(1, length + 1)) if e in kept)
            if best[ending] != kept[shorter]:
                kept[ending] = best[ending]
    return kept


def verb_class(entry: Entry) -> str | None:
    """»ede«, »te«, or the strong verb that the verb is, or is a compound of."""
    if entry.others and not entry.flags & {_WEAK_VERB, _SHORT_VERB}:
        for start in range(len(entry.word) - 1):
            base = entry.word[start:]
            if base not in STRONG:
                continue
            _, past, participle = (entry.word[:start] + form for form in STRONG[base])
            if past in entry.others and (participle in entry.others or start == 0):
                return base
        return None
    if entry.flags & {_WEAK_VERB, _SHORT_VERB} and entry.word not in STRONG:
        return "te" if _SHORT_VERB in entry.flags else "ede"
    return None


def adjective_class(entry: Entry, table: dict[str, list[Ending]]) -> str | None:
    """The edits that make neuter, plural, comparative and superlative."""
    mine = entry.flags & _ADJECTIVE
    if not mine or (entry.flags & (_COMMON | _NEUTER) and not mine & {"49", "28"}):
        return None
    word = entry.word
    forms = {
        form: label for flag in sorted(mine) for form, label in with_endings(word, flag, table)
    }
    degrees = {label: form for form, label in forms.items()}
    neuter = next((form for form in (f"{word}t", f"{word[:-1]}t") if form in forms), word)
    plain = (form for form, label in forms.items() if label not in _DEGREES)
    plural = next((form for form in plain if form.endswith("e") and form != word), word)
    edits = (neuter, plural, degrees.get("KOMPARATIV"), degrees.get("SUPERLATIV"))
    return " ".join(edit(word, form) for form in edits)


def main() -> None:
    """Write the file and say how large it is."""
    folder = Path(sys.argv[1])
    table = read_endings(folder / "da_DK.aff")
    verbs: dict[str, str] = {}
    nouns: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    for entry in read_entries(folder / "da_DK.dic"):
        first = _FIRST in entry.flags
        if (kind := verb_class(entry)) and (first or entry.word not in verbs):
            verbs[entry.word] = kind
        if kind := adjective_class(entry, table):
            adjectives.setdefault(entry.word, kind)
        elif (kind := noun_class(entry, table)) and (first or entry.word not in nouns):
            nouns[entry.word] = kind
    verbs |= _PREFERRED
    lines = [NOTICE]
    for part, words in (("VERB", verbs), ("NOUN", nouns), ("ADJ", adjectives)):
        if not words:
            continue
        kinds: dict[str, list[str]] = defaultdict(list)
        endings = pruned(words)
        for ending, kind in endings.items():
            kinds[kind].append(ending or "*")
        print(part, len(words), "words", len(endings), "endings", len(kinds), "classes")
        lines += [f"{part}\t{kind}\t{' '.join(sorted(e))}\n" for kind, e in sorted(kinds.items())]
    OUT.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
