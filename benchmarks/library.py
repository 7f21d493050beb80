"""What an audit of a library of Word templates costs: whole, again, and with 1 % changed.

    python benchmarks/library.py [200] [2000] [--large] [--jobs 2]

Makes libraries with the repetition of real ones (paragraphs that many templates share, the same
with other numbers and gaps, and some of their own), runs `traek audit` on them as a user would,
with all rules, pages and tables, and prints CPU seconds, which depend less than others on what
else the machine is doing. `--large` adds 20,000;
`--audits-only` leaves out the engine alone and the libraries that share less.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import docx

from traek.audit import Library, read_letter
from traek.cli import run
from traek.cli.workshop import Workshop
from traek.engine import Engine, Memory

LETTERS = Path(__file__).parents[1] / "tests" / "letters"
TOPICS = """boligstøtte sygedagpenge børnetilskud parkering byggetilladelse affald vand ejendomsskat
dagtilbud skolestart pas kørekort folkepension hjemmehjælp genoptræning hjælpemidler kontanthjælp
fleksjob førtidspension efterløn uddannelsesstøtte flytning navneændring skilsmisse adoption arv
støj røg grundvand jagt fiskeri hundetegn fredning nedrivning vej kloak varme el gas"""
GAPS = ("«Navn»", "[dato]", "«Sagsnr»", "[beløb]", "{{frist}}")


def sentences() -> list[str]:
    """Sentences of authorities' letters, as a pool to write templates from."""
    found: set[str] = set()
    for file in sorted(LETTERS.glob("*/letters/*.txt")):
        text = " ".join(file.read_text("utf-8").split())
        found.update(s for s in re.findall(r"[A-ZÆØÅ][^.!?]{25,180}[.!?]", text))
    return sorted(found)


class Writer:
    """Writes templates; `shared` is the share of paragraphs that stand in several of them."""

    def __init__(self, seed: int, shared: float, templates: int) -> None:
        """A writer of a library of so many templates."""
        self.draw = random.Random(seed)  # noqa: S311  the same library every time
        self.shared = shared
        pool = sentences()
        self.pool = pool
        self.topics = TOPICS.split()
        count = max(20, templates // 4)
        self.common = [self._paragraph(pool) for _ in range(count)]
        buffer = io.BytesIO()
        docx.Document().save(buffer)
        self.parts = {
            entry.filename: zipfile.ZipFile(buffer).read(entry)
            for entry in zipfile.ZipFile(buffer).infolist()
        }

    def _paragraph(self, pool: list[str]) -> str:
        return " ".join(self.draw.sample(pool, self.draw.randint(1, 4)))

    def _own(self) -> str:
        """A paragraph of its own: known sentences about another matter, with other numbers."""
        topic, law = self.draw.choice(self.topics), self.draw.randint(1, 400)
        first = f"Sagen om {topic} nr. {self.draw.randint(1000, 99999)} følger reglerne i § {law}."
        words = self._paragraph(self.pool).split()
        words[self.draw.randrange(len(words))] = topic
        return f"{first} {' '.join(words)}"

    def _one(self) -> str:
        if self.draw.random() > self.shared:
            return self._own()
        # A few paragraphs stand nearly everywhere and most in a few templates.
        at = int(len(self.common) * self.draw.random() ** 2.5)
        text = self.common[at]
        if self.draw.random() < 0.3:
            text = re.sub(r"\d+", lambda _: str(self.draw.randint(1, 999)), text, count=1)
            text += f" Se {self.draw.choice(GAPS)}."
        return text

    def template(self) -> bytes:
        """One Word template of two to three pages."""
        body = [self._one() for _ in range(self.draw.randint(10, 22))]
        topic = self.draw.choice(self.topics)
        texts = [f"Svar om {topic}", "Kære «Navn»", *body, "Med venlig hilsen", "«Medarbejder»"]
        paragraphs = "".join(f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>" for text in texts)
        raw = self.parts["word/document.xml"].decode()
        start, end = raw.index("<w:body>") + len("<w:body>"), raw.index("<w:sectPr")
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
            for name, data in self.parts.items():
                whole = raw[:start] + paragraphs + raw[end:]
                file.writestr(name, whole.encode() if name == "word/document.xml" else data)
        return out.getvalue()


def write_library(folder: Path, count: int, shared: float = 0.7) -> None:
    """A library of so many templates, in folders of a hundred, as if written yesterday."""
    writer = Writer(1, shared, count)
    yesterday = time.time() - 86_400
    for number in range(count):
        file = folder / f"afdeling-{number // 100:03}" / f"skabelon-{number:05}.docx"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(writer.template())
        os.utime(file, (yesterday, yesterday))


def cpu() -> float:
    """CPU seconds of this process and of those that have ended under it."""
    mine, theirs = (resource.getrusage(w) for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return mine.ru_utime + mine.ru_stime + theirs.ru_utime + theirs.ru_stime


def command(root: Path, out: Path, jobs: int) -> None:
    """The whole command in this process; prints what it cost, start, pages and tables included."""
    run(["audit", str(root), "--out", str(out), "--jobs", str(jobs), "--exit-zero"])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{cpu():.2f} {peak:.0f}")


def compiled(folder: Path) -> dict[str, str]:
    """The environment, with modules compiled once and kept, as they are after an installation."""
    told = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "moduler")}
    told.pop("PYTHONDONTWRITEBYTECODE", None)
    return told


def measured(root: Path, out: Path, jobs: int = 1) -> tuple[int, float, float, float]:
    """An audit in a process of its own: how many were examined, CPU and wall seconds, peak MB."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, "--command", str(root), str(out), "--jobs", str(jobs)],
        capture_output=True,
        text=True,
        check=True,
        env=compiled(root.parent),
    )
    seconds, peak = done.stdout.splitlines()[-1].split()
    counts = done.stderr.splitlines()[-1].replace(".", "")
    total, known = (
        int(found[1]) if (found := re.search(rf"(\d+) {what}", counts)) else 0
        for what in ("skabelon(?:er)? læst", "uændrede")
    )
    return total - known, float(seconds), time.perf_counter() - start, float(peak)


def change(root: Path, share: float) -> None:
    """Write this share of the templates anew, all their paragraphs, which is more than most do."""
    files = sorted(root.rglob("*.docx"))
    draw, writer = random.Random(2), Writer(3, 0.7, 100)  # noqa: S311
    for file in draw.sample(files, max(1, round(share * len(files)))):
        file.write_bytes(writer.template())
        os.utime(file, (time.time() - 3600,) * 2)


def engine_alone(root: Path, most: int = 200) -> None:
    """Letters per CPU second of the engine: without memory, with a new one, with a full one."""
    workshop = Workshop(None, {})
    settings = workshop.settings_for(str(root))
    loaders, packs = workshop.plugins.loaders, workshop.packs_for(settings)
    files = sorted(map(str, root.rglob("*.docx")))[:most]
    start = time.process_time()
    documents = [read_letter(file, file, loaders, settings) for file in files]
    print(f"  reading alone: {len(files) / (time.process_time() - start):7.0f} letters/CPU-s")
    forgetful = Engine(packs, workshop.plugins.checks, settings.selection, memory=Memory(0))
    remembering = Engine(packs, workshop.plugins.checks, settings.selection)
    rounds = (
        ("no memory", forgetful),
        ("memory, first time", remembering),
        ("memory, second time", remembering),
    )
    for engine in (forgetful, remembering):
        engine.report(documents[0])  # loads the grammar
    for name, engine in rounds:
        start = time.process_time()
        for document in documents:
            engine.report(document)
        print(f"  {name:<20} {len(files) / (time.process_time() - start):5.0f} letters/CPU-s")


def distinct_cost(folder: Path, count: int = 150) -> None:
    """CPU seconds of libraries of one size and ever more paragraphs of their own."""
    for shared in (0.95, 0.7, 0.4, 0.0):
        root = folder / f"deling-{shared}"
        write_library(root, count, shared)
        _, seconds, _, _ = measured(root, folder / f"rapport-{shared}")
        library = Library.open(folder / f"rapport-{shared}" / "data")
        words = sum(template.words for template in library.templates)
        print(f"  {len(library.paragraphs):6} distinct of {words} words: {seconds:.1f} CPU-s")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sizes", nargs="*", type=int, default=[200, 2000])
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--audits-only", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--command", nargs=2, metavar="PATH")
    given = parser.parse_args()
    if given.command:
        command(Path(given.command[0]), Path(given.command[1]), given.jobs)
        return
    workshop = Workshop(None, {})
    workshop.packs_for(workshop.settings_for("."))  # tries the rules' examples, once for all runs
    folder = Path(tempfile.mkdtemp(prefix="traek-benchmark-"))
    try:
        write_library(folder / "en", 1)
        measured(folder / "en", folder / "rapport-en")  # compiles what all runs need
        for size in [*given.sizes, *([20_000] if given.large else [])]:
            root, out = folder / f"skabeloner-{size}", folder / f"rapport-{size}"
            write_library(root, size)
            if size == given.sizes[0] and not given.audits_only:
                print("engine, up to 200 templates")
                engine_alone(root)
            print(f"{size} templates")
            rounds = [("whole", 1), ("again, nothing changed", 1)]
            for name, jobs in rounds:
                show(name, *measured(root, out, jobs))
            change(root, 0.01)
            show("again, 1 % changed", *measured(root, out))
            if given.jobs > 1:
                show(f"whole, {given.jobs} jobs", *measured(root, folder / "igen", given.jobs))
                shutil.rmtree(folder / "igen")
        if given.audits_only:
            return
        print("150 templates, ever more paragraphs of their own")
        distinct_cost(folder)
    finally:
        shutil.rmtree(folder)


def show(name: str, examined: int, seconds: float, wall: float, peak: float) -> None:
    """One line of the table."""
    print(
        f"  {name:<24} {examined:6} examined  {seconds:7.2f} CPU-s  {wall:7.2f} s  {peak:4.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
