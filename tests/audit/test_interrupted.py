"""A survey stopped from outside: Ctrl-C, and a process that is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

LETTER = """Kære Lise

Du har undladt at svare os. Sag {number} om {topic} er derfor lukket, og vi kan ikke gøre mere nu.

Med venlig hilsen
Team Pas
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for number in range(400):
        file = tmp_path / "skabeloner" / f"{number:03}.txt"
        file.parent.mkdir(exist_ok=True)
        file.write_text(LETTER.format(number=number, topic=f"emne{number} " * 40), "utf-8")
        os.utime(file, (1_000_000_000, 1_000_000_000))
    return tmp_path


def started(folder: Path, jobs: int) -> subprocess.Popen[str]:
    """A survey under way, with at least some templates done."""
    command = [sys.executable, "-m", "traek", "audit", "skabeloner", "--out", "rapport"]
    process = subprocess.Popen(  # noqa: S603
        [*command, "--jobs", str(jobs), "--exit-zero"],
        cwd=folder,
        stderr=subprocess.PIPE,
        text=True,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    files = folder / "rapport" / "data.igang" / "files.jsonl"
    for _ in range(3_000):
        if files.exists() and files.read_bytes().count(b"\n") > 5:
            return process
        time.sleep(0.01)
    raise AssertionError("it never began")


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_keeps_what_was_done_and_says_so(library: Path, jobs: int) -> None:
    process = started(library, jobs)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert list(filter(None, told.splitlines())) == [
        "Det, der er læst, er gemt. Kør samme kommando igen, så fortsætter traek derfra.",
        "Afbrudt.",
    ]
    goes_on(library)


@pytest.mark.slow
def test_a_killed_survey_goes_on(library: Path) -> None:
    process = started(library, 2)
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    goes_on(library)


def goes_on(folder: Path) -> None:
    """Run it once more: some are known already, and nothing unfinished is left."""
    again = subprocess.run(
        [sys.executable, "-m", "traek", "audit", "skabeloner", "--out", "rapport", "--exit-zero"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    last = again.stderr.splitlines()[-1]
    assert last.startswith("400 skabeloner læst, ")
    assert int(last.split(" uændrede")[0].rsplit(" ", 1)[1]) >= 5
    assert list((folder / "rapport").glob("data*")) == [folder / "rapport" / "data"]
