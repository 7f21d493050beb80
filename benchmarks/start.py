"""How long it takes to start: help, the rules, and one letter by rules of words alone.

    python benchmarks/start.py [--rules 400]

Wall seconds, the median of eleven runs after one warm-up, each a whole process but for the rules,
whose load is timed inside a fresh process. Beside each stands `python -c pass`, for scale.
"""

from __future__ import annotations

import argparse
import itertools
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 11
STANDARD = Path(__file__).parent.parent / "rules" / "traek_standard"
LETTER = (
    "Kære Anne\n\nDu har undladt at svare på brevet. Ring til os på 12 34 56 78.\n\nHilsen\n\nBo\n"
)
LOAD = """
import time
from traek.rulepack import load_rule_pack
start = time.perf_counter()
pack = load_rule_pack({folder!r})
print(time.perf_counter() - start, len(pack.rules), pack.verified)
"""


def many_rules(folder: Path, count: int) -> None:
    """A pack of `count` rules in `folder`: those of the standard pack, some under two names."""
    rules = sorted(path for path in STANDARD.rglob("*.toml") if path.parent != STANDARD)
    for number, path in zip(range(count), itertools.cycle(rules), strict=False):
        shutil.copy(path, folder / f"r{number}-{path.name}")
    if (STANDARD / "lister.toml").exists():
        shutil.copy(STANDARD / "lister.toml", folder)


def seconds(command: list[str], folder: Path) -> float:
    """The median wall time of the command."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, capture_output=True, check=False)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def load_seconds(folder: Path) -> tuple[float, str]:
    """The median time to load the pack from what was kept of it, and how many rules it has."""
    code = LOAD.format(folder=str(folder))
    times = []
    for _ in range(RUNS + 1):
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        )
        taken, rules, verified = done.stdout.split()
        if verified != "True":
            raise SystemExit("The pack was not kept.")
        times.append(float(taken))
    return statistics.median(times[1:]), rules


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rules", type=int, default=400)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["TRAEK_CACHE"] = str(folder / "cache")
        pack = folder / "traek_many"
        pack.mkdir()
        many_rules(pack, options.rules)
        keep = (
            "from dataclasses import replace; from traek.rulepack import cache, load_rule_pack;"
            f"cache.keep(replace(load_rule_pack({str(pack)!r}), verified=True))"
        )
        subprocess.run([sys.executable, "-c", keep], check=True)
        (folder / "brev.txt").write_text(LETTER, "utf-8")
        (folder / "ord").mkdir()
        (folder / "traek.toml").write_text('medtag = ["standard/du-har-undladt"]\n', "utf-8")
        traek = [sys.executable, "-m", "traek"]
        print(f"python -c pass            {seconds([sys.executable, '-c', 'pass'], folder):.3f} s")
        print(f"traek --help              {seconds([*traek, '--help'], folder):.3f} s")
        print(f"traek check, words only   {seconds([*traek, 'check', 'brev.txt'], folder):.3f} s")
        taken, rules = load_seconds(pack)
        print(f"load {rules} rules, kept     {1000 * taken:.1f} ms")


if __name__ == "__main__":
    main()
