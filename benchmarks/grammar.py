"""What grammar costs: from start to the first letter, per letter, and memory over many letters.

    python benchmarks/grammar.py [--letters 3000]

Start-up is wall seconds of whole processes, the best of seven, ours and the plain way in turn;
plain is `import spacy; spacy.load` of the same weights with spaCy's own Danish tokenizer. A letter
is 270 words with names and numbers that change, so that no letter is like the last. One thread.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"

RUNS = 7
WORDS = 270
MODEL = Path(str(files("traek") / "models" / "da_traek_sm"))
LETTER = """\
Afgørelse om tilbagebetaling af boligstøtte
Kære {name}
Vi har den {day}. marts 2025 modtaget dine bemærkninger til vores brev om boligstøtte for 2024. \
Du skriver, at du ikke vidste, at du skulle oplyse om din nye indkomst. Det har vi taget med i \
vurderingen, men vi er kommet frem til, at du skal betale {amount} kr. tilbage.
Støtten blev beregnet efter den indkomst, du oplyste i januar. I maj fik du højere løn hos \
{firm}, og det fremgår af indberetningerne, at din indkomst derefter var over grænsen i § 14, \
stk. 2, i lov om individuel boligstøtte. Når indkomsten stiger, skal det meddeles til os senest \
den 1. i den følgende måned, jf. lovens § 42. Vi har lagt vægt på, at du i brevet af {day}. \
januar 2024 fik besked om din pligt til at oplyse om ændringer.
Beløbet kan betales i rater. Har du brug for en længere ordning, er du velkommen til at ringe til \
os på tlf. {phone}. Betaler du ikke inden den 1. juni, sendes kravet til Gældsstyrelsen, og der \
kan blive lagt renter og gebyrer oveni.
Du kan klage over afgørelsen inden fire uger fra den dag, hvor du fik dette brev. Klagen skal \
sendes til os, og vi vurderer så sagen igen. Hvis vi ikke ændrer afgørelsen, sender vi klagen \
videre til Ankestyrelsen sammen med vores begrundelse og sagens dokumenter. Det koster ikke noget \
at klage. Skriv gerne sagsnummer {case} på klagen, og vedlæg de oplysninger, som du mener, vi \
mangler.
Er der noget i brevet, som du ikke forstår, så kontakt {name}, der har behandlet din sag. Du kan \
også få hjælp hos borgerrådgiveren.
Med venlig hilsen
{name}
"""
OURS = """
import sys
from traek.engine.text import read_block
from traek.engine.grammar import Grammar
from traek.model import Block
grammar = Grammar.load()
lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
blocks = [read_block(Block(line, number)) for number, line in enumerate(lines, 1)]
grammar.annotate(blocks)
grammar.relate([sentence for block in blocks for sentence in block])
"""
PLAIN = """
import sys, spacy
import traek.engine.pipeline
nlp = spacy.load(sys.argv[2])
list(nlp.pipe(open(sys.argv[1], encoding="utf-8").read().splitlines()))
"""
_SYLLABLES = "ma ri ko tel ber gun sta hol vik nis rød lund fjel dam krog by".split()


def letter(number: int) -> list[str]:
    """The paragraphs of a letter of which names and numbers are its own."""
    first, second = (_SYLLABLES[(number // k) % len(_SYLLABLES)] for k in (1, 17))
    name = f"{first}{second}{_SYLLABLES[(number // 289) % 17 % 16]}".title()
    filled = LETTER.format(
        name=f"{name} {name[::-1].title()}sen",
        firm=f"{name}{number} A/S",
        day=number % 28 + 1,
        amount=1000 + number,
        phone=70000000 + number,
        case=f"2025-{100000 + number}",
    )
    return filled.splitlines()


def start_seconds(folder: Path) -> tuple[float, float]:
    """The best wall time of a process that reads one letter: ours, and the plain way."""
    text = folder / "letter.txt"
    text.write_text("\n".join(letter(1)), encoding="utf-8")
    plain_model = folder / "plain"
    _write_plain(plain_model)
    ours: list[float] = []
    plain: list[float] = []
    for _ in range(RUNS):
        for times, code in ((ours, OURS), (plain, PLAIN)):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code, text, plain_model], check=True)
            times.append(time.perf_counter() - start)
    return min(ours), min(plain)


def _write_plain(target: Path) -> None:
    """Our weights with spaCy's own tokenizer, as `spacy train` would have written them."""
    import spacy  # noqa: PLC0415

    import traek.engine.pipeline  # noqa: F401, PLC0415  registers our parts

    nlp = spacy.load(MODEL)
    nlp.tokenizer = spacy.blank("da", vocab=nlp.vocab).tokenizer
    nlp.config["nlp"]["tokenizer"] = {"@tokenizers": "spacy.Tokenizer.v1"}
    nlp.to_disk(target)


def per_letter(count: int) -> dict[str, float]:
    """Milliseconds for 270 words, best of `count` letters and on average; megabytes of growth."""
    from traek.engine.grammar import Grammar  # noqa: PLC0415  imports spaCy
    from traek.engine.text import read_block  # noqa: PLC0415
    from traek.model import Block  # noqa: PLC0415

    grammar = Grammar.load()
    tags: list[float] = []
    trees: list[float] = []
    scale, base = 1.0, 0.0
    for number in range(count):
        lines = letter(number)
        blocks = [read_block(Block(line, place)) for place, line in enumerate(lines, 1)]
        sentences = [sentence for block in blocks for sentence in block]
        if number == 0:
            scale = WORDS / sum(len(line.split()) for line in lines)
        start = time.process_time()
        grammar.annotate(blocks)
        middle = time.process_time()
        grammar.relate(sentences)
        tags.append(1000 * scale * (middle - start))
        trees.append(1000 * scale * (time.process_time() - start))
        if number == min(200, count - 1):
            base = _megabytes()
    return {
        "without the parser, best": min(tags),
        "without the parser, mean": sum(tags) / count,
        "with the parser, best": min(trees),
        "with the parser, mean": sum(trees) / count,
        "memory at the end (MB)": _megabytes(),
        f"growth from letter 200 to {count} (MB)": _megabytes() - base,
    }


def _megabytes() -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def main() -> None:
    """Print every figure with its goal."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--letters", type=int, default=3000)
    letters = parser.parse_args().letters
    with tempfile.TemporaryDirectory() as folder:
        ours, plain = start_seconds(Path(folder))
    print(f"start to the first letter, with relations: {ours:.2f} s  (goal 1.6)")
    print(f"the plain way: {plain:.2f} s, {plain / ours:.1f} times as long  (goal 1.5)")
    for name, value in per_letter(letters).items():
        print(f"{name}: {value:.1f}")
    print("goals: 10 ms without and 30 ms with the parser, growth below 40 MB")


if __name__ == "__main__":
    main()
