"""A library of templates on the page, out of an audit's report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from traek.cli import run

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from tests.web.conftest import Served

pytestmark = pytest.mark.slow

HARD = "Du har undladt at oplyse, at du er flyttet. Såfremt du ikke svarer, må du klare dig selv."


@pytest.fixture
def report(tmp_path: Path) -> str:
    library = tmp_path / "skabeloner"
    (library / "Børn").mkdir(parents=True)
    (library / "rolig.txt").write_text("Kære Anne\n\nTak for dit brev. Ring gerne.", "utf-8")
    for name in ("en", "to"):
        (library / "Børn" / f"{name}.txt").write_text(f"Kære {name}\n\n{HARD}\n", "utf-8")
    out = tmp_path / "rapport"
    run(["audit", str(library), "--out", str(out), "--jobs", "1"])
    return str(out)


def test_a_template_is_found_and_opened_to_be_worked_on(
    serving: Callable[..., Served], report: str, browser: Browser
) -> None:
    served = serving("--report", report)
    page = browser.new_page()
    page.goto(served.address)
    page.get_by_role("button", name="Skabeloner").click()
    page.locator("#templates tr").first.wait_for()
    paths = page.locator("#templates button").all_inner_texts()
    assert paths[-1] == "rolig.txt"
    assert page.locator("#repeated", has_text="Står i 2 skabeloner").is_visible()
    page.locator("#wanted").fill("BØRN to")
    assert page.locator("#templates button").all_inner_texts() == ["Børn/to.txt"]
    page.locator("#templates button").click()
    page.locator("#mirror .mark", has_text="undladt").wait_for()
    assert page.locator("#text").input_value() == f"Kære to\n\n{HARD}"
    page.close()


def test_a_template_that_is_not_there_is_refused(
    serving: Callable[..., Served], report: str
) -> None:
    served = serving("--report", report)
    assert served.ask("template", {"path": "../hemmelig.txt"}).status_code == 400


def test_without_a_report_there_is_no_shelf(served: Served) -> None:
    assert "--report" in served.ask("shelf", {}).json()["error"]


def test_a_folder_without_a_report_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["serve", "--no-open", "--report", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
