from __future__ import annotations

from pathlib import Path

import pytest

from traek.errors import SettingsError
from traek.model import Certainty, Effect, Situation
from traek.settings import (
    KEYS,
    Selection,
    check_names,
    config_file,
    load_settings,
    user_config_file,
)

RULES = [("standard/du-har-undladt", "E01"), ("standard/kaere-navn", "D01"), ("tjek/raab", "E22")]


def takes(selection: Selection, rule: str = "standard/du-har-undladt", **changes: object) -> bool:
    category = dict(RULES)[rule]
    effect = Effect.ESCALATES if category.startswith("E") else Effect.DEESCALATES
    weight = changes.get("weight", 2)
    assert isinstance(weight, int)
    certainty = changes.get("certainty", Certainty.HØJ)
    assert isinstance(certainty, Certainty)
    return selection.takes(rule, category, effect, weight, certainty)


def write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return file


def test_without_choices_every_rule_takes_part() -> None:
    assert all(takes(Selection(), rule) for rule, _ in RULES)


@pytest.mark.parametrize("name", ["standard/du-har-undladt", "standard/", "E01", "e01", "E"])
def test_a_rule_is_chosen_by_id_pack_category_or_letter(name: str) -> None:
    assert takes(Selection(select=(name,)))
    assert not takes(Selection(ignore=(name,)))


@pytest.mark.parametrize("name", ["standard/kaere-navn", "tjek/", "E02", "D", "standard/du-har"])
def test_other_names_do_not_choose_it(name: str) -> None:
    assert not takes(Selection(select=(name,)))
    assert takes(Selection(ignore=(name,)))


def test_what_is_ignored_stays_out_even_where_it_is_selected() -> None:
    assert not takes(Selection(select=("standard/du-har-undladt",), ignore=("E01",)))


def test_effect_and_weight_choose_too() -> None:
    assert not takes(Selection(effect=Effect.DEESCALATES))
    assert takes(Selection(min_weight=2), weight=2)
    assert not takes(Selection(min_weight=3), weight=2)


def test_an_uncertain_rule_takes_part_when_asked_for_or_named() -> None:
    assert not takes(Selection(), certainty=Certainty.LAV)
    assert not takes(Selection(select=("E01",)), certainty=Certainty.LAV)
    assert takes(Selection(uncertain=True), certainty=Certainty.LAV)
    assert takes(Selection(select=("standard/du-har-undladt",)), certainty=Certainty.LAV)


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("standard/du-har-undlat", "standard/du-har-undladt"),
        ("du-har-undladt", "standard/du-har-undladt"),
        ("standart/", "standard/"),
        ("E011", "E01"),
    ],
)
def test_an_unknown_name_is_an_error_with_the_nearest_one(name: str, nearest: str) -> None:
    with pytest.raises(SettingsError, match=f"»{name}«.*Mente du »{nearest}«"):
        check_names([name], RULES)


def test_known_names_are_no_error() -> None:
    check_names(["E", "d", "E22", "tjek/", "standard/kaere-navn"], RULES)


def test_a_file_gives_the_settings_and_their_origin(tmp_path: Path) -> None:
    file = write(
        tmp_path / "traek.toml",
        'situation = "svar"\nmedtag = ["E"]\nudelad = ["E05"]\nvirkning = "tryk"\n'
        'mindste-tyngde = 2\nusikre = true\nfejl-ved = "aldrig"\nkodning = "cp1252"\n'
        'ignorer-typografier = ["Lovtekst"]\nregelmapper = ["regler"]\nmodel = "da_core"\n',
    )
    settings = load_settings(file)
    assert settings.situation is Situation.SVAR
    assert settings.selection == Selection(("E",), ("E05",), Effect.ESCALATES, 2, uncertain=True)
    assert settings.fail_on is None
    assert settings.encoding == "cp1252"
    assert settings.ignored_styles == ("Lovtekst",)
    assert settings.rule_folders == (str(tmp_path / "regler"),)
    assert settings.model == "da_core"
    assert settings.origins["situation"] == str(file)


def test_the_command_line_comes_before_the_file(tmp_path: Path) -> None:
    file = write(tmp_path / "traek.toml", "fejl-ved = 1\nmindste-tyngde = 2\n")
    settings = load_settings(file, {"fejl-ved": 3})
    assert settings.fail_on == 3
    assert settings.selection.min_weight == 2
    assert settings.origins["fejl-ved"] == "kommandolinjen"


def test_a_file_builds_on_another(tmp_path: Path) -> None:
    write(tmp_path / "fælles.toml", 'fejl-ved = 3\nmindste-tyngde = 2\nmodel = "m"\n')
    (tmp_path / "m").mkdir()
    file = write(tmp_path / "by" / "traek.toml", 'grundlag = "../fælles.toml"\nfejl-ved = 1\n')
    settings = load_settings(file)
    assert (settings.fail_on, settings.selection.min_weight) == (1, 2)
    assert settings.model is not None
    assert Path(settings.model).resolve() == tmp_path / "m"


def test_files_that_build_on_each_other_are_an_error(tmp_path: Path) -> None:
    file = write(tmp_path / "a.toml", 'grundlag = "b.toml"\n')
    write(tmp_path / "b.toml", 'grundlag = "a.toml"\n')
    with pytest.raises(SettingsError, match=r"går i ring: a.toml → b.toml → a.toml"):
        load_settings(file)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("mindst-tyngde = 2", "»mindst-tyngde« findes ikke. Mente du »mindste-tyngde«"),
        ("xyzzy = 2", "»xyzzy« findes ikke. Nøglerne er: situation,"),
        ("mindste-tyngde = 4", "»mindste-tyngde« skal være 1, 2 eller 3, ikke 4"),
        ("mindste-tyngde = true", "ikke true"),
        ('medtag = "E01"', "»medtag« skal være en liste"),
        ("medtag = [1]", "»medtag« skal være en liste"),
        ('situation = "brev"', 'ikke "brev"'),
        ("situation = [1]", "»situation« skal være »auto«"),
        ('usikre = "ja"', "true eller false"),
        ('kodning = "latin9000"', "»kodning« skal være navnet på en tegnkodning"),
        ('vælg = ["E"]', "traek.toml er ikke gyldig TOML"),
        ("situation = svar", "linje 1"),
        ('grundlag = "findes-ikke.toml"', "findes-ikke.toml kan ikke læses"),
    ],
)
def test_a_mistake_in_a_file_names_the_file_and_the_way_out(
    tmp_path: Path, text: str, message: str
) -> None:
    file = write(tmp_path / "traek.toml", text + "\n")
    with pytest.raises(SettingsError) as caught:
        load_settings(file)
    assert message in str(caught.value)
    assert "traek.toml" in str(caught.value) or "findes-ikke.toml" in str(caught.value)


def test_a_file_that_is_not_utf_8_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "traek.toml").write_bytes('medtag = ["æ"]'.encode("cp1252"))
    with pytest.raises(SettingsError, match="Gem filen som UTF-8"):
        load_settings(tmp_path / "traek.toml")


def test_the_nearest_file_above_the_letter_holds(tmp_path: Path) -> None:
    above = write(tmp_path / "traek.toml", "")
    near = write(tmp_path / "a" / "traek.toml", "")
    (tmp_path / "a" / "b").mkdir()
    (tmp_path / "c").mkdir()
    assert config_file(tmp_path / "a" / "b", None, {}) == near
    assert config_file(tmp_path / "c", None, {}) == above


def test_a_pyproject_counts_only_where_it_speaks_to_traek(tmp_path: Path) -> None:
    project = write(tmp_path / "pyproject.toml", "[tool.traek]\nfejl-ved = 3\n")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "a"\n')
    assert config_file(tmp_path / "a", None, {}) == project
    assert load_settings(project).fail_on == 3


def test_a_named_file_comes_before_the_environment_and_that_before_the_nearest(
    tmp_path: Path,
) -> None:
    write(tmp_path / "traek.toml", "")
    environment = {"TRAEK_CONFIG": "fra-miljøet.toml"}
    named = Path("navngivet.toml")
    assert config_file(tmp_path, named, environment) == named
    assert config_file(tmp_path, None, environment) == Path("fra-miljøet.toml")


def test_the_users_own_file_holds_where_there_is_no_nearer(tmp_path: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path)}
    assert config_file(tmp_path, None, environment) is None
    own = write(tmp_path / "config" / "traek" / "traek.toml", "")
    assert user_config_file(environment, "linux") == own
    assert config_file(tmp_path, None, environment) == own


def test_the_users_own_file_stands_where_the_platform_keeps_such_files() -> None:
    home = {"HOME": "/h"}
    assert user_config_file(home, "linux") == Path("/h/.config/traek/traek.toml")
    mac = Path("/h/Library/Application Support/traek/traek.toml")
    assert user_config_file(home, "darwin") == mac
    assert user_config_file({"APPDATA": "/a"}, "win32") == Path("/a/traek/traek.toml")


def test_no_key_needs_quotation_marks_in_toml() -> None:
    assert all(key.isascii() and key.replace("-", "").isalnum() for key in KEYS)
