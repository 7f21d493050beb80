"""Lemma rules and verb forms for the engine, written as small files beside the weights."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

from corpus import read_sentences


def write_rules(data: Path, target: Path) -> None:
    """Put `suffix1.json` and `exc.tsv` of `data` in one gzipped text file.

    First a line for each rule: how many letters to cut, what to add, the endings that ask for it;
    after an empty line the exceptions: form, part of speech, lemma. The same bytes every time.
    """
    endings: dict[str, list[int | str]] = json.loads((data / "suffix1.json").read_text("utf-8"))
    rules: dict[tuple[int, str], list[str]] = {}
    for ending, (cut, added) in endings.items():
        rules.setdefault((int(cut), str(added)), []).append(ending)
    lines = [
        f"{cut}\t{added}\t{' '.join(sorted(found))}"
        for (cut, added), found in sorted(rules.items())
    ]
    exceptions = sorted((data / "exc.tsv").read_text("utf-8").splitlines())
    text = "\n".join([*lines, "", *exceptions]) + "\n"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def write_verb_forms(data: Path, target: Path) -> None:
    """Imperatives and s-passives of every verb in the data.

    Three lines of words: imperatives, imperatives that are nouns too, passives.
    """
    others: Counter[str] = Counter()
    verbs: Counter[str] = Counter()
    deponents: set[str] = set()
    nouns: set[str] = set()
    for name in ("train", "parole", "synth"):
        for sentence in read_sentences(data / f"{name}.conllu.gz"):
            for token in sentence:
                lower = token.word.lower()
                if token.part not in {"VERB", "AUX"}:
                    others[lower] += 1
                    nouns.update({lower} if token.part == "NOUN" else ())
                    continue
                if token.lemma.endswith("s") or (
                    "Voice=Act" in token.features and lower[-1] == "s"
                ):
                    deponents.add(lower)
                elif token.lemma.isalpha() and token.lemma[-1] in "eåoyu":
                    verbs[token.lemma.lower()] += 1
    imperatives = {_imperative(verb) for verb in verbs}
    passives = {f"{verb}s" for verb in verbs}
    known = set(others) | deponents
    found = (imperatives - known, imperatives & nouns, passives - known)
    lines = [" ".join(sorted(forms)) for forms in found]
    target.parent.mkdir(parents=True, exist_ok=True)
    text = "\n".join(lines) + "\n"
    target.write_bytes(gzip.compress(text.encode("utf-8"), compresslevel=9, mtime=0))


def _imperative(verb: str) -> str:
    if not verb.endswith("e") or len(verb) < 4:
        return verb
    stem = verb[:-1]
    doubled = stem[-1] == stem[-2] and stem[-1] not in "aeiouyæøå"
    return stem[:-1] if doubled else stem
