"""How soon the page answers: at start, at the first letter, and at every keystroke.

    python benchmarks/serve.py

A whole `traek serve` is asked as its page asks, over HTTP. The letter is of two pages, put together
from the examples. A keystroke changes one word in the middle of it, to something never seen
before; a new letter has new words in every paragraph. Beside the time of the answer stands that of
the least answer, an empty text, which is what HTTP and JSON cost. Where the machine tells (Linux),
the processor time of the server stands there too: it is what one core at rest would need. The exit
code is 1 where a keystroke needs more than 100 ms of that, or takes longer where it is not told.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, repeat
from pathlib import Path

import httpx

from traek.loaders.docx import DocxLoader

BREVE = Path(__file__).parent.parent / "examples" / "breve"
BUDGET, RUNS, PAGES = 100.0, 25, 700


def two_pages() -> str:
    """A letter of some 700 words."""
    texts = [file.read_text("utf-8") for file in sorted(BREVE.glob("*.txt"))]
    for file in sorted(BREVE.glob("*.docx")):
        document = DocxLoader().load(file.read_bytes(), file.name)
        texts.append("\n\n".join(block.text for block in document.blocks))
    words, paragraphs = 0, []
    for paragraph in "\n\n".join(texts).split("\n\n"):
        paragraphs.append(paragraph)
        words += len(paragraph.split())
        if words > PAGES:
            break
    return "\n\n".join(paragraphs)


def keystrokes(text: str) -> Iterator[str]:
    """The letter again and again, each time with one word in the middle as it was never before."""
    paragraphs = text.split("\n\n")
    middle = max(range(len(paragraphs)), key=lambda at: len(paragraphs[at]))
    for number in count():
        changed = f"{paragraphs[middle]} Vi ser på det igen om {number} dage."
        yield "\n\n".join([*paragraphs[:middle], changed, *paragraphs[middle + 1 :]])


def new_letters(text: str) -> Iterator[str]:
    """The letter again and again, each time with another name in every paragraph."""
    for number in count():
        yield text.replace(". ", f" i sag {number}. ").replace(".\n", f" i sag {number}.\n")


def processor_time(process: int) -> float:
    """The milliseconds that a process has had of the processors; 0 where nobody tells."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> int:
    """0, or 1 where the budget is broken."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "traek", "serve", "--no-open"],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    address = next(iter(process.stderr or ())).split("klar: ")[1].strip()
    root, _, key = address.partition("#")
    print(f"ready                       {1000 * (time.perf_counter() - started):7.0f} ms")
    headers = {"Origin": root.rstrip("/"), "X-Traek-Token": key}
    with httpx.Client(base_url=root, headers=headers, timeout=60) as client:

        def ask(text: str) -> float:
            begun = time.perf_counter()
            client.post("check", json={"text": text}).raise_for_status()
            return 1000 * (time.perf_counter() - begun)

        letter = two_pages()
        print(f"the letter has {len(letter.split())} words")
        print(f"its first answer, cold      {ask(letter):7.0f} ms (the grammar is loading)")
        typed, new = keystrokes(letter), new_letters(letter)
        needed = {}
        for name, texts in (("nothing", repeat("")), ("a keystroke", typed), ("a new letter", new)):
            before = processor_time(process.pid)
            times = [ask(next(texts)) for _ in range(RUNS)]
            spent = (processor_time(process.pid) - before) / RUNS
            needed[name] = spent or statistics.median(times)
            print(
                f"{name:<14} median {statistics.median(times):6.1f} ms   least {min(times):6.1f} ms"
                f"   processor {spent:6.1f} ms"
            )
    process.terminate()
    process.communicate()
    return 1 if needed["a keystroke"] > BUDGET else 0


if __name__ == "__main__":
    sys.exit(main())
