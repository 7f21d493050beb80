"""How long a scan for phrases takes, beside textlint with prh on the same letters and phrases.

    npm install textlint textlint-rule-prh      # in any folder
    python benchmarks/word_tier.py --textlint FOLDER [--letters 1000]

Both read the same text files for the same 100 phrases, as whole processes, in turn, and their
findings are counted equal first. The CPU time (user and system) of each run is printed, then the
medians, less the time to start on a single letter, and their ratio per letter.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5
SENTENCES = 24

_PREFIXES = "frem ind ud for be op ned om over under efter til af an gen mod".split()
_STEMS = "sende tage give lægge sætte føre kalde holde vise skrive regne læse stille dele".split()
_NOUNS = (
    "skrivelse redegørelse anmodning indsigelse opgørelse påtegning erklæring meddelelse henstilling "
    "foranstaltning tilkendegivelse bemyndigelse indstilling forespørgsel udredning"
).split()


def phrases(count: int) -> list[str]:
    """Phrases of one to three words such as letters have them, none of which holds another."""
    verbs = [prefix + stem for prefix in _PREFIXES for stem in _STEMS]
    made = [f"{verb} {noun}n" for verb in verbs for noun in _NOUNS]
    made += [f"hermed at {verb}" for verb in verbs]
    random.Random(3).shuffle(made)  # noqa: S311  a fixed seed, no secret
    return made[:count]


def letters(count: int, known: list[str], each: int) -> list[str]:
    """Letters of some 340 words with `each` phrases strewn in, the same at every run."""
    chance = random.Random(20)  # noqa: S311  a fixed seed, no secret
    words = (
        "vi har læst dit brev om huset på vejen og ser på sagen i denne uge hvor der også er møde "
        "med naboen som har fået svar fra kontoret før sommeren så du hører mere når vi ved noget"
    ).split()
    made = []
    for _ in range(count):
        sentences = [[chance.choice(words) for _ in range(13)] for _ in range(SENTENCES)]
        for place in chance.sample(range(SENTENCES), each):
            sentences[place].insert(chance.randrange(12), chance.choice(known))
        lines = [" ".join(sentence).capitalize() + "." for sentence in sentences]
        paragraphs = [" ".join(lines[n : n + 3]) for n in range(0, SENTENCES, 3)]
        made.append("\n\n".join(["Kære Anne", *paragraphs, "Med venlig hilsen", "Bo"]) + "\n")
    return made


def rule(phrase: str) -> str:
    """The phrase as a rule file."""
    texts = {"titel": phrase, "kategori": "E18", "besked": "b", "hvorfor": "h"}
    lines = [f"{key} = {json.dumps(value)}" for key, value in texts.items()]
    lines += ["tyngde = 1", "[find]", f"ord = {json.dumps(phrase)}", "[eksempler]"]
    lines += [f"rammer = [{json.dumps(phrase)}]", 'rammer_ikke = ["noget andet"]']
    return "\n".join(lines) + "\n"


def prepare(folder: Path, count: int, known: list[str], each: int) -> None:
    """Letters, rules, settings and prh's file in `folder`."""
    (folder / "frase").mkdir()
    (folder / "breve").mkdir()
    for number, phrase in enumerate(known):
        (folder / "frase" / f"p{number}.toml").write_text(rule(phrase), "utf-8")
    settings = 'regelmapper = ["frase"]\nmedtag = ["frase/"]\n'
    (folder / "traek.toml").write_text(settings, "utf-8")
    entries = "".join(f"  - expected: x\n    pattern: /{phrase}/i\n" for phrase in known)
    (folder / "prh.yml").write_text(f"version: 1\nrules:\n{entries}", "utf-8")
    (folder / ".textlintrc.json").write_text('{"rules": {"prh": {"rulePaths": ["./prh.yml"]}}}')
    for number, text in enumerate(letters(count, known, each)):
        (folder / "breve" / f"{number:05}.txt").write_text(text, "utf-8")


def timed(command: list[str], folder: Path) -> tuple[float, str]:
    """CPU seconds of the command, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if not done.stdout:
        raise SystemExit(done.stderr)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def main() -> None:
    """Run both in turn, count, and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--textlint", type=Path, required=True, help="where npm installed it")
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--phrases", type=int, default=1000)
    parser.add_argument("--each", type=int, default=5, help="phrases strewn into each letter")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, options.letters, phrases(options.phrases), options.each)
        (folder / "node_modules").symlink_to(options.textlint.resolve() / "node_modules")
        os.environ["TRAEK_CACHE"] = str(folder / "cache")
        report(measured(folder), options.letters)


def measured(folder: Path) -> dict[str, list[tuple[float, float]]]:
    """For each tool, run by run, the CPU seconds for all letters and for one."""
    check = ["-m", "traek", "check", "--all", "--format", "json", "--exit-zero"]
    commands = {
        "traek": ([sys.executable, *check], "breve"),
        "textlint": (
            ["node", "node_modules/textlint/bin/textlint.js", "-f", "json"],
            "breve/*.txt",
        ),
    }
    timed([*commands["traek"][0], "breve/00000.txt"], folder)  # compiles and keeps the rules
    rows: dict[str, list[tuple[float, float]]] = {label: [] for label in commands}
    for _ in range(RUNS):
        counts = []
        for label, (command, all_letters) in commands.items():
            whole, printed = timed([*command, all_letters], folder)
            one, _ = timed([*command, "breve/00000.txt"], folder)
            rows[label].append((whole, one))
            counts.append(found(label, printed))
        if len(set(counts)) > 1:
            raise SystemExit(f"The tools do not find the same: {counts}")
    print(f"{counts[0]} findings by both")
    return rows


def found(label: str, printed: str) -> int:
    """The number of findings in a tool's output."""
    answer = json.loads(printed)
    if label == "traek":
        return sum(len(document["findings"]) for document in answer["documents"])
    return sum(len(document["messages"]) for document in answer)


def report(rows: dict[str, list[tuple[float, float]]], letters: int) -> None:
    """Print medians and ratios."""
    whole = {label: statistics.median(w for w, _ in runs) for label, runs in rows.items()}
    net = {label: statistics.median(w - o for w, o in runs) for label, runs in rows.items()}
    for label in rows:
        each = 1000 * net[label] / letters
        print(f"{label:9} {whole[label]:6.2f} s CPU, {each:.2f} ms a letter after the start")
    print(f"textlint / traek: {net['textlint'] / net['traek']:.1f} a letter", end=", ")
    print(f"{whole['textlint'] / whole['traek']:.1f} as whole processes")


if __name__ == "__main__":
    main()
