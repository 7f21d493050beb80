"""A page that is served, and a browser that visits it; without Chromium those tests are skipped."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import httpx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIETLY = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
]


@dataclass(frozen=True)
class Served:
    """A running `traek serve`."""

    address: str
    process: subprocess.Popen[str]

    @property
    def root(self) -> str:
        return self.address.partition("#")[0]

    @property
    def key(self) -> str:
        return self.address.partition("#")[2]

    def stop(self) -> tuple[int, str]:
        """The exit code after Ctrl-C, and what was said on stderr."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=30)
        return self.process.returncode, said

    def ask(self, path: str, body: bytes | dict[str, object], **headers: str) -> httpx.Response:
        """The answer to what our own page would ask, but for the headers that are given."""
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        own = {"Origin": self.root.rstrip("/"), "X-Traek-Token": self.key, **given}
        own = {name: value for name, value in own.items() if value}
        if isinstance(body, dict):
            return httpx.post(self.root + path, json=body, headers=own, timeout=60)
        return httpx.post(self.root + path, content=body, headers=own, timeout=60)


def serve(*options: str, folder: Path | None = None) -> Served:
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "traek", "serve", "--no-open", *options],
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}
        | ({"TMPDIR": str(folder)} if folder else {}),
    )
    assert process.stderr is not None
    line = process.stderr.readline()
    if "Siden er klar: " not in line:
        raise AssertionError(line + process.communicate()[1])
    return Served(line.split("klar: ")[1].strip(), process)


@pytest.fixture(scope="session")
def served() -> Iterator[Served]:
    made = serve()
    yield made
    made.stop()


@pytest.fixture(scope="session")
def served_api() -> Iterator[Served]:
    made = serve("--api")
    yield made
    made.stop()


@pytest.fixture
def serving() -> Iterator[Callable[..., Served]]:
    """`traek serve` with options of the test's own; stopped at the end if not before."""
    made: list[Served] = []

    def start(*options: str, folder: Path | None = None) -> Served:
        made.append(serve(*options, folder=folder))
        return made[-1]

    yield start
    for each in made:
        if each.process.returncode is None:
            each.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    api = pytest.importorskip("playwright.sync_api", reason="no playwright on this machine")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield opened
        opened.close()


@pytest.fixture
def asked() -> list[str]:
    """The addresses that the page has asked for."""
    return []


@pytest.fixture
def page(browser: Browser, served: Served, asked: list[str]) -> Iterator[Page]:
    """The page, open and ready; a mistake in its script fails the test."""
    mistakes: list[str] = []
    context = browser.new_context(viewport={"width": 1200, "height": 900}, locale="da-DK")
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def note(request: Request) -> None:
        asked.append(request.url)

    context.on("request", note)
    context.set_default_timeout(10_000)
    opened = context.new_page()
    opened.on("pageerror", lambda error: mistakes.append(str(error)))
    opened.on("console", lambda told: mistakes.append(told.text) if _is_ours(told) else None)
    opened.goto(served.address)
    yield opened
    context.close()
    assert mistakes == []


def _is_ours(told: ConsoleMessage) -> bool:
    """Whether the script or the policy complains; a refused question is told on the page."""
    return told.type == "error" and "Failed to load resource" not in told.text


def word_letter(*paragraphs: str) -> bytes:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def letter_file(tmp_path: Path) -> Path:
    file = tmp_path / "Brev til Åse.docx"
    file.write_bytes(
        word_letter(
            "Kære Åse",
            "Du har undladt at oplyse, at du er flyttet.",
            "Såfremt du flytter, er det fint.",
            "Venlig hilsen Bo",
        )
    )
    return file
