"""How often a word is put in the right form: measured on forms that people wrote in newspapers.

    python training/inflection_scores.py test.conllu.gz dev.conllu.gz parole.conllu.gz

Nothing in `traek.inflection` was made from these files. For each different form with its lemma and
features the form is asked for, once from the lemma and once from the sentence's own tagging of any
other form of the word; a word that somebody misspelt counts against us.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from corpus import read_sentences

from traek.inflection import gender, inflected

WANTED: dict[tuple[str, str], str] = {
    ("VERB", "VerbForm=Inf|Voice=Act"): "infinitiv,aktiv",
    ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Act"): "præsens,aktiv",
    ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Act"): "datid,aktiv",
    ("VERB", "Definite=Ind|Number=Sing|Tense=Past|VerbForm=Part"): "participium",
    ("VERB", "Mood=Imp"): "bydeform",
    ("VERB", "VerbForm=Inf|Voice=Pass"): "infinitiv,passiv",
    ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin|Voice=Pass"): "præsens,passiv",
    ("VERB", "Mood=Ind|Tense=Past|VerbForm=Fin|Voice=Pass"): "datid,passiv",
    ("NOUN", "Definite=Def|Number=Sing"): "bestemt,ental",
    ("NOUN", "Definite=Ind|Number=Plur"): "ubestemt,flertal",
    ("NOUN", "Definite=Def|Number=Plur"): "bestemt,flertal",
    ("NOUN", "Case=Gen|Definite=Def|Number=Sing"): "bestemt,ental,ejefald",
    ("NOUN", "Case=Gen|Definite=Ind|Number=Sing"): "ubestemt,ental,ejefald",
    ("ADJ", "Definite=Ind|Degree=Pos|Gender=Neut|Number=Sing"): "t-form",
    ("ADJ", "Degree=Pos|Number=Plur"): "e-form",
    ("ADJ", "Degree=Cmp"): "komparativ",
    ("ADJ", "Definite=Ind|Degree=Sup|Number=Sing"): "superlativ",
    ("ADJ", "Degree=Sup"): "superlativ",
}


class Form(NamedTuple):
    """A form that stands in the files."""

    lemma: str
    word: str
    part: str
    wanted: str
    gender: str


def forms(paths: list[Path]) -> Iterator[Form]:
    """Every form with a name in `WANTED`, as often as it stands there."""
    for path in paths:
        for sentence in read_sentences(path):
            for token in sentence:
                features = token.features.split("|")
                told = next((f for f in features if f.startswith("Gender=")), "")
                plain = [f for f in features if token.part != "NOUN" or f != told]
                wanted = WANTED.get((token.part, "|".join(plain)))
                word, lemma = token.word.lower(), token.lemma.lower()
                if wanted and word.isalpha() and lemma.isalpha():
                    yield Form(lemma, word, token.part, wanted, told)


def main() -> None:
    """Print one line for each form: types, right, wrong, none, and the share of tokens right."""
    counts = Counter(forms([Path(path) for path in sys.argv[1:]]))
    by_name: dict[str, list[tuple[Form, int]]] = defaultdict(list)
    for form, times in counts.items():
        by_name[f"{form.part} {form.wanted}"].append((form, times))
    print(f"{'form':34} {'words':>6} {'right':>7} {'none':>6} {'running words right':>20}")
    for name, mine in by_name.items():
        told = [(inflected(f.lemma, f.wanted, f.part, f.lemma), f, n) for f, n in mine]
        right = sum(said == f.word for said, f, _ in told)
        none = sum(said is None for said, _, _ in told)
        tokens = sum(n for said, f, n in told if said == f.word) / sum(n for _, n in mine)
        print(
            f"{name:34} {len(mine):6} {right / len(mine):7.1%} {none / len(mine):6.1%} {tokens:20.1%}"
        )
        wrong = [(n, f.lemma, f.word, said) for said, f, n in told if said not in {f.word, None}]
        if "-v" in sys.argv[0:0]:
            print(wrong)
        for _, *shown in sorted(wrong, reverse=True)[:SHOWN]:
            print("   ", *shown)
    nouns = {(f.lemma, f.gender): None for f in counts if f.part == "NOUN" and f.gender}
    known = [("en" if g == "Gender=Com" else "et") == gender(lemma, lemma) for lemma, g in nouns]
    print(f"{'gender':34} {len(known):6} {sum(known) / len(known):7.1%}")


SHOWN = 12

if __name__ == "__main__":
    main()
