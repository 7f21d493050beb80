"""The report in a real browser: its table sorts and filters, and it asks for nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from traek.cli import run

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
BAD = "Du har undladt at svare."


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    for name, times in (("afslag", 1), ("rykker", 3), ("kvittering", 0)):
        (folder / "skabeloner").mkdir(exist_ok=True)
        text = "\n\n".join(["Kære borger", "Tak for dit brev.", *[BAD] * times])
        (folder / "skabeloner" / f"{name}.txt").write_text(text + "\n", "utf-8")
    arguments = ["--out", str(folder / "rapport"), "--select", "E01", "--tables", "csv", "-q"]
    run(["audit", str(folder / "skabeloner"), *arguments])
    return folder / "rapport"


@pytest.fixture
def page(report: Path) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    api = pytest.importorskip("playwright.sync_api", reason="no playwright on this machine")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"]
        )
        opened = browser.new_page()
        asked: list[str] = []
        told: list[str] = []
        opened.on("request", lambda request: asked.append(request.url))
        opened.on("console", lambda message: told.append(message.text))
        opened.goto((report / "skabeloner.html").as_uri())
        yield opened
        assert all(url.startswith("file:") for url in asked)
        assert told == []  # the page's policy would complain here
        browser.close()


def names(page: Page) -> list[str]:
    return [row.split("\t")[0] for row in page.locator("#alle tbody tr:visible").all_inner_texts()]


def test_the_table_can_be_filtered_and_sorted(page: Page) -> None:
    assert names(page) == ["rykker.txt", "afslag.txt", "kvittering.txt"]
    page.fill("input[type=search]", "AFS")
    assert names(page) == ["afslag.txt"]
    assert page.inner_text("#filter p") == "1 af 3 vises"
    page.fill("input[type=search]", "")
    page.get_by_role("button", name="Skabelon").click()
    assert names(page) == ["afslag.txt", "kvittering.txt", "rykker.txt"]
    page.get_by_role("button", name="▲ tryk").click()
    assert names(page)[0] == "rykker.txt"
    page.get_by_role("button", name="▲ tryk").click()
    assert names(page)[-1] == "rykker.txt"


def test_a_template_s_page_is_one_click_away_and_leads_back(page: Page) -> None:
    page.get_by_role("link", name="rykker.txt").click()
    assert page.inner_text("h1") == "rykker.txt"
    page.get_by_role("link", name="Skabelonerne under ét").click()
    assert page.inner_text("h1") == "Skabelonerne under ét"
