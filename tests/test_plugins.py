from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from traek.errors import SettingsError
from traek.plugins import load_plugins

RULE = """\
titel = "En prøve"
kategori = "E01"
tyngde = 1
besked = "Læseren kan høre noget."
hvorfor = "Fordi."
[find]
ord = "prøveord"
[eksempler]
rammer = ["Et [[prøveord]]."]
rammer_ikke = ["Et andet."]
"""

Plugin = Callable[[str, str], EntryPoint]


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plugin:
    """Makes a plugin of a module's name and its code."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def make(name: str, code: str) -> EntryPoint:
        monkeypatch.delitem(sys.modules, name, raising=False)  # another test's of that name
        (tmp_path / f"{name}.py").write_text("import traek\n" + code, "utf-8")
        return EntryPoint(name=name, value=name, group="traek")

    return make


@pytest.fixture
def pack(
    tmp_path: Path, plugin: Plugin, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], EntryPoint]:
    """Makes a plugin with a rule pack in a package of a given name."""

    def make(package: str) -> EntryPoint:
        monkeypatch.delitem(sys.modules, package, raising=False)
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").touch()
        (tmp_path / package / "prøve.toml").write_text(RULE, "utf-8")
        code = f"@traek.hookimpl\ndef traek_rule_packs(): return [{package!r}]\n"
        return plugin(f"plugin_{package}", code)

    return make


def loader_code(ending: str) -> str:
    return (
        f"class L:\n    name = {ending!r}\n    extensions = ({ending!r},)\n"
        "@traek.hookimpl\ndef traek_loaders(): return [L()]\n"
    )


def reporter_code(name: str) -> str:
    return f"class R:\n    name = {name!r}\n@traek.hookimpl\ndef traek_reporters(): return [R()]\n"


def test_our_own_parts_come_in_by_the_same_door() -> None:
    plugins = load_plugins()
    assert {".docx", ".txt", ".md"} <= set(plugins.loaders)
    assert {"text", "json"} <= set(plugins.reporters)
    assert plugins.packages == ("traek_standard",)
    assert plugins.checks


def test_a_plugin_brings_what_it_answers(plugin: Plugin) -> None:
    plugins = load_plugins([plugin("mine", loader_code(".xyz") + reporter_code("fin"))])
    assert set(plugins.loaders) == {".xyz"}
    assert set(plugins.reporters) == {"fin"}
    assert plugins.packages == ()
    assert plugins.checks == ()


def test_a_plugin_that_cannot_be_imported_is_named_with_the_way_out(plugin: Plugin) -> None:
    with pytest.raises(SettingsError, match=r"Udvidelsen mine kan ikke indlæses \(ZeroDivision"):
        load_plugins([plugin("mine", "1 / 0\n")])


def test_an_installed_plugin_that_fails_can_be_uninstalled_by_the_name_in_the_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    info = tmp_path / "traek_skat-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: traek-skat\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[traek]\nskat = findes_ikke_her\n")
    with pytest.raises(SettingsError, match=r"traek-skat 1.0 .*pip uninstall traek-skat"):
        load_plugins()


def test_a_misspelt_hook_is_an_error_with_the_nearest_one(plugin: Plugin) -> None:
    code = "@traek.hookimpl\ndef traek_rule_pack(): return []\n"
    with pytest.raises(SettingsError, match=r"mine svarer på »traek_rule_pack«.*traek_rule_packs"):
        load_plugins([plugin("mine", code)])


def test_an_answer_that_is_no_list_is_an_error(plugin: Plugin) -> None:
    code = "@traek.hookimpl\ndef traek_rule_packs(): return 'traek_skat'\n"
    with pytest.raises(SettingsError, match=r"mine svarer på »traek_rule_packs« med str"):
        load_plugins([plugin("mine", code)])


@pytest.mark.parametrize(
    ("code", "message"),
    [(loader_code(".xyz"), "To læsere læser ».xyz«"), (reporter_code("fin"), "formater.*»fin«")],
)
def test_two_plugins_that_claim_one_name_are_both_named(
    plugin: Plugin, code: str, message: str
) -> None:
    with pytest.raises(SettingsError, match=f"{message}, fra en og to"):
        load_plugins([plugin("to", code), plugin("en", code)])


def test_two_packs_of_one_name_are_an_error_that_names_both(
    pack: Callable[[str], EntryPoint],
) -> None:
    plugins = load_plugins([pack("traek_skat"), pack("skat")])
    with pytest.raises(
        SettingsError, match=r"To regelpakker hedder »skat«.*plugin_skat og plugin_"
    ):
        plugins.rule_packs()


def test_a_folder_may_not_take_the_name_of_an_installed_pack(
    tmp_path: Path, pack: Callable[[str], EntryPoint]
) -> None:
    plugins = load_plugins([pack("traek_skat")])
    folder = tmp_path / "regler" / "skat"
    folder.mkdir(parents=True)
    (folder / "prøve.toml").write_text(RULE, "utf-8")
    with pytest.raises(SettingsError, match="»skat«, fra plugin_traek_skat og mappen"):
        plugins.rule_packs([str(folder)])


def test_folders_of_rules_come_along(tmp_path: Path, pack: Callable[[str], EntryPoint]) -> None:
    plugins = load_plugins([pack("traek_skat")])
    folder = tmp_path / "egne"
    folder.mkdir()
    (folder / "prøve.toml").write_text(RULE, "utf-8")
    packs = plugins.rule_packs([str(folder)])
    assert [rule.id for p in packs for rule in p.rules] == ["skat/prøve", "egne/prøve"]
