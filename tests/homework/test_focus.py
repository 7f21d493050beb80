"""The trainer's form: its skeleton, its mistakes, and how a point is followed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from traek.errors import SettingsError
from traek.homework import Focus, Point, Series, check_people, new_form, read_form
from traek.model import Side


def form(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "fokus.toml"
    file.write_text(text, "utf-8")
    return file


FULL = """
[deltager.mette]
maal = "At blive læst til ende."
plan = ["Uge 48: to svar"]

[[deltager.mette.fokus]]
tekst = "Vis, at du har læst"
sider = ["forstaa"]
kategorier = ["e07", "D03"]
"""


def test_a_form_gives_goal_plan_and_points(tmp_path: Path) -> None:
    assert read_form(form(tmp_path, FULL)) == {
        "mette": Focus(
            "At blive læst til ende.",
            ("Uge 48: to svar",),
            (Point("Vis, at du har læst", (Side.FORSTÅ,), ("E07", "D03")),),
        )
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("maal =", "mål2 =", "Mente du »maal«?"),
        ("[deltager.mette]", "[deltagere.mette]", "Mente du »deltager«?"),
        ("tekst =", "text =", "Mente du »tekst«?"),
        ("forstaa", "forsta", "siden »forsta« findes ikke"),
        ("e07", "E77", "kategorien »E77« findes ikke"),
        ('["Uge 48: to svar"]', '"uge 48"', "skal være en liste af tekster"),
        ('"At blive læst til ende."', "7", "skal være tekst"),
        ("[[deltager.mette.fokus]]", "[deltager.mette.fokus]", "skriv [[deltager.mette.fokus]]"),
        ('tekst = "Vis, at du har læst"', "", "mangler »tekst«"),
        ('"At blive læst til ende."', "At blive", "kan ikke læses: noget er skrevet forkert"),
    ],
)
def test_a_mistake_is_told_with_its_key_and_the_way_out(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    text = FULL.replace(old, new.replace("mål2", '"mål"'))
    with pytest.raises(SettingsError) as error:
        read_form(form(tmp_path, text))
    assert told in str(error.value)
    assert "fokus.toml" in str(error.value)


def test_the_skeleton_is_a_form_that_can_be_read(tmp_path: Path) -> None:
    names = ["mette", "Ali B", 'en "anden"']
    assert list(read_form(form(tmp_path, new_form(names)))) == names


def test_the_skeleton_filled_in_is_a_form_too(tmp_path: Path) -> None:
    lines = new_form(["mette"]).splitlines()
    wanted = ("# [[", "# tekst", "# sider", "# kateg", '    # "Uge')
    text = "\n".join(ln.replace("# ", "", 1) if ln.startswith(wanted) else ln for ln in lines)
    (focus,) = read_form(form(tmp_path, text)).values()
    assert focus.points
    assert focus.plan
    assert tomllib.loads(text)


def test_a_name_that_handed_nothing_in_is_told(tmp_path: Path) -> None:
    series = [Series("mette", "", ("mette-1.txt",))]
    with pytest.raises(SettingsError, match="Mente du »mette«"):
        check_people(tmp_path / "fokus.toml", {"meta": Focus()}, series)


def test_the_categories_of_a_side_are_part_of_a_focus() -> None:
    assert {"E01", "D03"} <= Focus(points=(Point("x", (Side.FORSTÅ,)),)).categories
    assert "E11" not in Focus(points=(Point("x", (Side.FORSTÅ,)),)).categories
