"""The page as its user meets it: typing, clicking, undoing, and the keyboard alone."""

from __future__ import annotations

import base64
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from tests.web.conftest import Served

pytestmark = pytest.mark.slow

BLAME = "Du har undladt at oplyse, at du er flyttet."
STIFF, PLAIN = "Såfremt du flytter, er det fint.", "Hvis du flytter, er det fint."


def marks(page: Page, kind: str = "") -> list[str]:
    return page.locator(f"#mirror .mark{kind}").all_inner_texts()


def wait_for_mark(page: Page, text: str) -> None:
    page.locator("#mirror .mark", has_text=text).first.wait_for()


def test_a_letter_is_marked_while_it_is_written(page: Page) -> None:
    page.locator("#text").press_sequentially(f"Kære Anne\n\n{BLAME}")
    wait_for_mark(page, "Du har undladt")
    assert any("Kære" in text for text in marks(page, ".traek"))
    page.locator("#list-tryk li").first.wait_for()
    assert "1 tryk" in page.locator("#strip-told").inner_text()
    page.locator("#status", has_text="1 tryk").wait_for()
    page.locator("#text").press_sequentially(" Tak for det.")
    assert any("undladt" in text for text in marks(page, ".tryk"))


def test_the_marks_stand_exactly_over_their_words(page: Page) -> None:
    before = "🙂 Hej 👩‍👩‍👧 A\u030asa e\u0301n 𝒜. "
    page.locator("#text").fill(before + BLAME)
    wait_for_mark(page, "Du har undladt")
    assert page.locator("#mirror").inner_text().rstrip("\n") == before + BLAME
    mark = page.locator("#mirror .mark.tryk").first.inner_text()
    assert mark.startswith("Du har undladt")


def test_the_mirror_breaks_its_lines_where_the_text_does(page: Page) -> None:
    page.locator("#text").fill(f"{'Ord og atter ord, ' * 40}\n\n{BLAME} {'mere ' * 60}")
    wait_for_mark(page, "Du har undladt")
    heights = page.evaluate(
        "[document.getElementById('text').scrollHeight, document.getElementById('mirror').offsetHeight]"
    )
    assert heights[0] == heights[1]


def test_a_rewrite_is_clicked_in_and_undone_and_made_again(page: Page) -> None:
    text = page.locator("#text")
    text.fill(f"Kære Anne\n\n{STIFF}")
    wait_for_mark(page, "Såfremt")
    page.locator("#list-tryk button", has_text="Såfremt").first.click()
    assert page.locator("#card").is_visible()
    page.locator("#card .take").first.click()
    assert text.input_value() == f"Kære Anne\n\n{PLAIN}"
    assert page.evaluate("document.activeElement.id") == "text"
    page.locator("#mirror .mark.tryk").first.wait_for(state="detached")
    page.locator("#undo").click()
    assert text.input_value() == f"Kære Anne\n\n{STIFF}"
    wait_for_mark(page, "Såfremt")
    page.locator("#redo").click()
    assert text.input_value() == f"Kære Anne\n\n{PLAIN}"


def test_a_paragraph_for_an_empty_side_goes_where_it_belongs(page: Page) -> None:
    page.locator("#sample").click()
    offers = page.locator("#missing .offer")
    offers.first.wait_for()
    text = page.locator("#text")
    before = text.input_value()
    wanted = offers.first.locator("blockquote").inner_text()
    offers.first.get_by_role("button").click()
    assert wanted in text.input_value()
    assert text.input_value().replace(f"{wanted}\n\n", "") == before
    assert "udfyld" in page.evaluate("getSelection().toString()")
    page.locator("#told", has_text="at udfylde").wait_for()
    page.locator("#undo").click()
    assert text.input_value() == before


def test_what_was_typed_in_one_go_is_undone_in_one_go(page: Page) -> None:
    text = page.locator("#text")
    text.press_sequentially("Kære Anne. Såfremt du flytter, er det fint, og vi ", delay=40)
    whole = text.input_value()
    page.keyboard.press("Control+z")
    assert len(text.input_value()) < len(whole) - 10  # not letter by letter


def test_another_letter_is_exchanged_for_the_first_and_back_again(page: Page) -> None:
    text = page.locator("#text")
    text.fill("Min tekst")
    page.locator("#sample").click()
    sample = text.input_value()
    assert sample.startswith("Birkelev")
    page.locator("#undo").click()
    assert text.input_value() == "Min tekst"
    page.keyboard.press("Control+y")
    assert text.input_value() == sample
    page.keyboard.press("Control+z")
    assert text.input_value() == "Min tekst"


def test_a_click_on_a_marked_place_opens_its_card_and_leaves_the_caret(page: Page) -> None:
    page.locator("#text").fill(BLAME)
    wait_for_mark(page, "Du har undladt")
    box = page.locator("#mirror .mark.tryk").first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    assert page.locator("#card").is_visible()
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.type("x")
    assert page.locator("#card").is_hidden()


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    focused = "document.activeElement.id || document.activeElement.className"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # the link past the buttons
    page.keyboard.type(f"Kære Anne. {STIFF}")
    wait_for_mark(page, "Såfremt")
    page.keyboard.press("Control+Home")
    for _ in range(4):
        page.keyboard.press("F8")
        if "tryk" in (page.locator("#card").get_attribute("class") or ""):
            break
    assert page.evaluate(focused) == "card"
    page.keyboard.press("Tab")
    assert page.evaluate(focused) == "take"
    page.keyboard.press("Escape")
    assert page.evaluate(focused) == "text"
    page.keyboard.press("Control+Home")
    page.keyboard.press("F8")
    page.keyboard.press("F8")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.locator("#text").input_value() == f"Kære Anne. {PLAIN}"
    page.keyboard.press("Control+z")
    assert page.locator("#text").input_value() == f"Kære Anne. {STIFF}"
    page.keyboard.press("Tab")  # out of the text: no trap
    assert page.evaluate(focused) != "text"


def test_what_is_left_standing_is_not_shown_again_until_asked_for(page: Page) -> None:
    page.locator("#text").fill(BLAME)
    wait_for_mark(page, "Du har undladt")
    page.locator("#list-tryk button").first.click()
    page.locator("#card").get_by_role("button", name="Lad stå").click()
    page.locator("#mirror .mark.tryk").first.wait_for(state="detached")
    page.locator("#show-left").click()
    wait_for_mark(page, "Du har undladt")


def test_protected_wording_says_so(page: Page) -> None:
    page.locator("#text").fill("Hvis du ikke sender papirerne, må du selv bære følgerne af det.")
    wait_for_mark(page, "må du selv bære")
    assert any(mark.startswith("må du selv bære") for mark in marks(page, ".lov"))
    page.get_by_text("Lovpligtigt – behold").click()
    page.locator("#list-lov button").first.click()
    assert "Behold dem" in page.locator("#card").inner_text()
    assert page.locator("#card .take").count() == 0


def test_situation_and_genre_are_the_writer_s(page: Page) -> None:
    page.locator("#text").fill("Tak for din mail. Vi har set på sagen.")
    page.locator("#situation").select_option("skriv-ud")
    page.locator("#situation-told", has_text="valgt på forhånd").wait_for()


def test_a_word_file_is_dropped_and_read(page: Page, letter_file: Path) -> None:
    page.locator("#file").set_input_files(letter_file)
    wait_for_mark(page, "Du har undladt")
    assert page.locator("#text").input_value().startswith("Kære Åse\n\nDu har undladt")
    assert "Brev til Åse.docx" in page.locator("#word").inner_text()
    assert page.locator("#file").input_value() == ""


def test_a_copy_with_the_clicked_rewrite_is_fetched_and_read_again(
    page: Page, letter_file: Path, tmp_path: Path
) -> None:
    page.locator("#file").set_input_files(letter_file)
    wait_for_mark(page, "Såfremt")
    page.locator("#list-tryk button", has_text="Såfremt").click()
    page.locator("#card .take").first.click()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hent kopi med din tekst").click()
    assert fetched.value.suggested_filename == "Brev til Åse.traek.docx"
    copy = tmp_path / "copy.docx"
    fetched.value.save_as(copy)
    paragraphs = [paragraph.text for paragraph in docx.Document(str(copy)).paragraphs]
    assert paragraphs[2] == PLAIN
    page.locator("#word .made", has_text="1 rettelse skrevet ind").wait_for()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hent kopi med kommentarer").click()
    fetched.value.save_as(copy)
    assert any("undladt" in comment.text for comment in docx.Document(str(copy)).comments)


def test_what_is_left_standing_gets_no_comment(
    page: Page, letter_file: Path, tmp_path: Path
) -> None:
    page.locator("#file").set_input_files(letter_file)
    wait_for_mark(page, "Såfremt")
    page.locator("#list-tryk button", has_text="Såfremt").click()
    page.locator("#card").get_by_role("button", name="Lad stå").click()
    with page.expect_download() as fetched:
        page.get_by_role("button", name="Hent kopi med kommentarer").click()
    copy = tmp_path / "copy.docx"
    fetched.value.save_as(copy)
    comments = "\n".join(comment.text for comment in docx.Document(str(copy)).comments)
    assert "undladt" in comments
    assert "saafremt" not in comments


def test_a_file_is_dropped_on_the_page(page: Page, letter_file: Path) -> None:
    data = base64.b64encode(letter_file.read_bytes()).decode()
    page.evaluate(
        """([data, name]) => {
            const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
            const dropped = new DataTransfer();
            dropped.items.add(new File([bytes], name));
            const event = new DragEvent("drop", {dataTransfer: dropped, bubbles: true, cancelable: true});
            document.getElementById("text").dispatchEvent(event);
        }""",
        [data, "Brev.docx"],
    )
    wait_for_mark(page, "Du har undladt")


def test_a_file_that_is_no_letter_is_refused_in_words(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "billede.docx"
    wrong.write_bytes(b"ikke en Word-fil")
    page.locator("#text").fill("Min tekst")
    page.locator("#file").set_input_files(wrong)
    page.locator("#problem").wait_for()
    assert "billede.docx" in page.locator("#problem").inner_text()
    assert page.locator("#text").input_value() == "Min tekst"


def test_nothing_is_asked_of_any_other_machine(
    page: Page, served: Served, asked: list[str]
) -> None:
    page.locator("#text").fill(BLAME)
    wait_for_mark(page, "Du har undladt")
    assert asked[0] == served.root
    assert all(address.startswith(served.root) for address in asked)
    assert {address.removeprefix(served.root).partition("#")[0] for address in asked} == {
        "",
        "check",
    }


def test_fast_typing_asks_one_question_at_a_time(page: Page, asked: list[str]) -> None:
    asked.clear()
    page.locator("#text").press_sequentially("Kære Anne, tak for dit brev. " * 4, delay=5)
    page.wait_for_timeout(500)
    assert 1 <= len(asked) < 30


AXE = os.environ.get("TRAEK_AXE", "node_modules/axe-core/axe.min.js")


axe = pytest.mark.skipif(not Path(AXE).exists(), reason="no axe-core; TRAEK_AXE names its file")


def barriers(page: Page) -> list[tuple[str, list[str]]]:
    """What axe-core has against the page as it stands."""
    page.evaluate(Path(AXE).read_text("utf-8"))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    return [
        (each["id"], [str(node["target"]) for node in each["nodes"]])
        for each in found["violations"]
    ]


@axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1400])
def test_axe_finds_no_barrier(page: Page, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    page.locator("#sample").click()
    wait_for_mark(page, "afvise")
    page.locator("#list-tryk button").first.click()
    assert barriers(page) == []


@axe
@pytest.mark.parametrize("view", ["Sammenlign", "Øv dig"])
def test_axe_finds_no_barrier_in_the_other_views(page: Page, view: str) -> None:
    page.locator("#sample").click()
    page.locator("#text").press_sequentially("PS. Ring. ")
    page.locator("#views").get_by_role("button", name=view).click()
    if view == "Sammenlign":
        page.locator(".passages").wait_for()
    else:
        page.locator("#exercise blockquote").wait_for()
        page.locator("#examples").click()
    assert barriers(page) == []


def test_at_twice_the_size_nothing_is_cut_off(page: Page) -> None:
    page.set_viewport_size({"width": 640, "height": 450})  # 1280 at 200 %
    page.locator("#sample").click()
    wait_for_mark(page, "afvise")
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0
    page.set_viewport_size({"width": 320, "height": 450})
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_two_drafts_are_held_beside_each_other(page: Page) -> None:
    page.locator("#sample").click()
    wait_for_mark(page, "afvise din kritik")
    text = page.locator("#text")
    text.fill(text.input_value().replace("Vi må afvise din kritik. ", "").replace("1. marts ", ""))
    page.locator("#views").get_by_role("button", name="Sammenlign").click()
    page.locator("#comparison .headline", has_text="Tryk:").wait_for()
    assert "1. marts 2026" in page.locator("#comparison .note").inner_text()
    assert "Vi må afvise din kritik." in page.locator("#comparison del").all_inner_texts()[1]
    page.locator("#draft-before").fill("")
    page.locator("#compare-now").click()
    assert "mangler" in page.locator("#problem").inner_text()
    page.locator("#views").get_by_role("button", name="Skriv").click()
    assert text.is_visible()


def test_a_sentence_is_practised_on(page: Page) -> None:
    page.locator("#views").get_by_role("button", name="Øv dig").click()
    page.locator("#exercise blockquote").wait_for()
    page.locator("#exercise-side").select_option("sag")
    first = page.locator("#exercise blockquote").inner_text()
    assert "Sag." in page.locator("#exercise").inner_text()
    page.locator("#next-exercise").click()
    assert page.locator("#exercise blockquote").inner_text() != first
    page.locator("#answer").fill("Såfremt du flytter, så ring gerne.")
    page.keyboard.press("Control+Enter")
    page.locator("#feedback li", has_text="Såfremt").wait_for()
    page.locator("#examples").click()
    page.locator("#feedback .take").first.click()
    assert page.locator("#answer").input_value() != ""
    page.locator("#respond").click()
    page.locator("#feedback li", has_text="ikke noget tryk").wait_for()


def test_the_address_without_its_key_says_what_to_do(page: Page, served: Served) -> None:
    page.goto("about:blank")
    page.goto(served.root)
    page.locator("#problem").wait_for()
    assert re.search(r"traek serve", page.locator("#problem").inner_text())
