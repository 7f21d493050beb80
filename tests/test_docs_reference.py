"""The page of rules: current, complete and safe to read as Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from traek.cli import traek
from traek.cli.rules.reference import reference
from traek.rulepack import load_rule_pack

DOCS = Path(__file__).parents[1] / "docs"
EXAMPLE = str(DOCS / "eksempler" / "traek_eksempel")


def test_the_committed_page_is_what_the_rules_say_now() -> None:
    page = DOCS / "regler.md"
    now = reference([load_rule_pack("traek_standard")])
    current = page.exists() and page.read_text("utf-8") == now
    assert current, "Kør: traek rules reference standard > docs/regler.md (eller: just docs)"


def test_the_page_has_every_rule_protection_and_sign_of_the_pack() -> None:
    pack = load_rule_pack(EXAMPLE)
    page = reference([pack])
    assert [name for name in pack.examples if f"`{name}`" not in page] == []


def test_what_an_example_marks_is_bold_and_a_new_paragraph_is_a_sign() -> None:
    page = reference([load_rule_pack(EXAMPLE)])
    assert "- Kære Ane ¶ **Tak for din** mail om skolestart." in page


def test_signs_of_markdown_in_an_example_are_shown_and_not_obeyed(tmp_path: Path) -> None:
    folder = tmp_path / "prik"
    folder.mkdir()
    (folder / "stjerne.toml").write_text(
        'titel = "T"\nkategori = "E01"\ntyngde = 1\nbesked = "B"\nhvorfor = "H"\n'
        '[find]\nx = "udfyld"\n[eksempler]\n'
        'rammer = ["[[Udfyld]] *alt* i [dato] og <navn>."]\nrammer_ikke = ["Nej."]\n',
        "utf-8",
    )
    assert r"- **Udfyld** \*alt\* i \[dato\] og \<navn\>." in reference(
        [load_rule_pack(str(folder))]
    )


def test_every_link_in_the_table_leads_to_a_heading() -> None:
    page = reference([load_rule_pack(EXAMPLE)])
    assert "[E07 »Men« efter anerkendelse](#e07-men-efter-anerkendelse)" in page
    assert "\n### E07 »Men« efter anerkendelse\n" in page


@pytest.fixture
def in_a_folder_with_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "traek.toml").write_text(f'regelmapper = ["{EXAMPLE}"]\n', "utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("in_a_folder_with_settings")
def test_the_command_takes_the_name_of_a_pack() -> None:
    result = CliRunner().invoke(traek, ["rules", "reference", "eksempel"])
    assert result.output == reference([load_rule_pack(EXAMPLE)])


@pytest.mark.usefixtures("in_a_folder_with_settings")
def test_an_unknown_pack_is_answered_with_those_there_are() -> None:
    result = CliRunner().invoke(traek, ["rules", "reference", "nix"])
    assert str(result.exception).startswith("Ingen regelpakke hedder »nix«. Pakkerne er: eksempel,")
