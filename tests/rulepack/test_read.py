"""Rule files: what a good one gives, and every way to write one wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from traek.engine.examples import problems_of, verified
from traek.errors import RuleError
from traek.model import Certainty, Effect, Side
from traek.rulepack import RulePack, load_rule_pack
from traek.rulepack.template import Rewrite, Scope

GOOD = """
titel = "»Bare« gør det småt"
kategori = "E13"
tyngde = 2
sikkerhed = "middel"
besked = "Læseren kan høre, at besværet ikke tæller."
bedre = "Skriv, hvad der skal til."
hvorfor = "Det, der er let for den ene, er svært for den anden."
kilde = ["egen fortolkning"]
undtagen = ["skal bare ringe"]
[find]
skal = "{du skal} bare"
[omskriv]
skal = "du kan"
[eksempler]
rammer = ["[[Du skal bare]] udfylde skemaet.", "Derfor [[skal du bare]] vente."]
rammer_ikke = ["Du skal bare ringe, hvis du har brug for hjælp."]
omskriver = [{ fra = "Nu skal du bare vente.", til = "Nu du kan vente." }]
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAEK_CACHE", str(tmp_path / "cache"))


def pack(tmp_path: Path, **files: str) -> RulePack:
    """The pack in a plain folder that holds the files."""
    folder = tmp_path / "traek_test"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return load_rule_pack(str(folder))


def test_a_rule_is_known_by_its_pack_and_file(tmp_path: Path) -> None:
    (rule,) = pack(tmp_path, bare=GOOD).rules
    assert rule.id == "test/bare"
    assert (rule.effect, rule.side, rule.weight) == (Effect.ESCALATES, Side.FORSTÅ, 2)
    assert rule.certainty is Certainty.MIDDEL


def test_a_rule_whose_examples_hold_is_verified(tmp_path: Path) -> None:
    assert verified(pack(tmp_path, bare=GOOD)).verified


def test_a_verified_pack_is_kept_and_comes_back_the_same(tmp_path: Path) -> None:
    first = verified(pack(tmp_path, bare=GOOD))
    again = pack(tmp_path)
    assert again.verified
    assert again == first


def test_a_changed_file_is_never_taken_from_what_was_kept(tmp_path: Path) -> None:
    verified(pack(tmp_path, bare=GOOD))
    changed = pack(tmp_path, bare=GOOD.replace("tyngde = 2", "tyngde = 3"))
    assert not changed.verified
    assert changed.rules[0].weight == 3


def test_what_was_kept_of_earlier_versions_does_not_pile_up(tmp_path: Path) -> None:
    for number in range(20):
        verified(pack(tmp_path, bare=GOOD.replace("Skriv, hvad", f"Skriv {number}, hvad")))
    assert len(list((tmp_path / "cache").iterdir())) == 12
    assert pack(tmp_path).verified


def test_a_damaged_cache_costs_nothing_but_time(tmp_path: Path) -> None:
    verified(pack(tmp_path, bare=GOOD))
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(b"\x00\x01")
    assert pack(tmp_path).rules[0].id == "test/bare"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('titel = "»Bare« gør det småt"', "", "der mangler »titel«"),
        ("besked =", "beskeed =", "»beskeed« er ikke en kendt nøgle. Mente du »besked«?"),
        ('kategori = "E13"', 'kategori = "E93"', "»E93« i »kategori« findes ikke."),
        ("tyngde = 2", "tyngde = 4", "»4« i »tyngde« findes ikke."),
        ("tyngde = 2", "tyngde = true", "»tyngde« skal være en af »1«, »2«, »3«"),
        ('sikkerhed = "middel"', 'sikkerhed = "midel"', "Mente du »middel«?"),
        ("[find]", "[finder]", "»finder« er ikke en kendt nøgle. Mente du »find«?"),
        ('skal = "{du skal} bare"', "", "der mangler et mønster under [find]"),
        ('skal = "{du skal} bare"', 'skal = "{du skal} [bare"', "»skal«: Der mangler »]«"),
        ('skal = "{du skal} bare"', 'skal = "du skal bare"', "kender kun ligefrem ordstilling"),
        ("[omskriv]\nskal", "[omskriv]\nskulle", "Mente du »skal«?"),
        ('skal = "du kan"', 'skal = "{du kan"', "[omskriv] »skal«: Der mangler »}«"),
        ('skal = "du kan"', 'skal = "du kan {vente}"', "»{vente}« er ikke navnet på et stykke"),
        ('skal = "du kan"', 'skal = "{rest}"', "hører til under [omskriv.saetning]"),
        ('skal = "du kan"', 'skal = "<aktiv:vi>"', "hører til under [omskriv.saetning]"),
        ("[omskriv]\nskal", "[omskriv.slet]\nskal", "Skriv »ord«, »led« eller »saetning«"),
        ('skal = "du kan"', 'saetning.skal = "<aktiv>"', "mangler en tekst"),
        ('skal = "du kan"', 'saetning.skal = "<aktive:vi>"', "vendes til. Mente du »aktiv«?"),
        ('skal = "du kan"', 'saetning.skal = "<forrest:naar>"', "skal nævne et stykke"),
        ("rammer = [", "rammmer = [", "»rammmer« er ikke en kendt nøgle. Mente du »rammer«?"),
        ('titel = "', "titel = ", "filen følger ikke TOML"),
        ('bedre = "Skriv', 'råd = "Skriv', "bogstaverne a-z"),
        ('kategori = "E13"', "", "der mangler »kategori«"),
    ],
)
def test_a_mistake_names_the_file_and_the_way_out(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    assert old in GOOD
    with pytest.raises(RuleError) as told:
        pack(tmp_path, bare=GOOD.replace(old, new, 1))
    assert "bare.toml: " in str(told.value)
    assert says in str(told.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "[[Du skal bare]] udfylde",
            "[[Du]] skal bare udfylde",
            "rammer et andet sted: »Du skal bare«",
        ),
        ('"[[Du skal bare]] udfylde skemaet."', '"Du kan udfylde skemaet."', "rammer ikke."),
        ("Du skal bare ringe, hvis", "Du skal bare vente, hvis", "skulle gå fri, men rammer"),
        (
            'undtagen = ["skal bare ringe"]',
            'undtagen = ["skal bare ringe", "hilse på"]',
            "gør ingen forskel",
        ),
        (
            'skal = "{du skal} bare"',
            'skal = "{du skal} bare"\nvil = "{vi vil} bare"',
            "»vil« under [find] rammes ikke",
        ),
        ('til = "Nu du kan vente."', 'til = "Nu kan du vente."', "bliver til »Nu du kan vente.«"),
        (
            'omskriver = [{ fra = "Nu skal du bare vente.", til = "Nu du kan vente." }]',
            "",
            "prøves ikke",
        ),
        ('[omskriv]\nskal = "du kan"', '[omskriv]\nskal = "du skal bare"', "får intet forslag"),
    ],
)
def test_an_example_that_fails_is_named(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert old in GOOD
    told = pack(tmp_path, bare=GOOD.replace(old, new, 1))
    sentences = [str(problem) for problem in problems_of(told)]
    assert any(says in sentence and "bare.toml" in sentence for sentence in sentences), sentences
    with pytest.raises(RuleError):
        verified(told)


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "traek_test"
    (folder / "sag").mkdir(parents=True)
    (folder / "sag" / "bare.toml").write_text(GOOD, "utf-8")
    with pytest.raises(RuleError, match=r"allerede taget af bare\.toml"):
        pack(tmp_path, bare=GOOD)


def test_every_broken_file_has_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as told:
        pack(tmp_path, en=GOOD.replace("E13", "E93"), to=GOOD.replace("tyngde", "tynge"))
    assert len(str(told.value).splitlines()) == 2


def test_an_unknown_package_says_what_to_do() -> None:
    with pytest.raises(RuleError, match="Installer den med pip"):
        load_rule_pack("traek_findes_ikke")


def test_a_folder_without_rules_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="har ingen regler"):
        pack(tmp_path)


def test_a_list_of_the_packs_own_can_be_named(tmp_path: Path) -> None:
    rule = GOOD.replace('"{du skal} bare"', '"{du skal} @smaat"')
    lists = 'smaat = ["bare", "bare lige"]'
    assert not problems_of(pack(tmp_path, bare=rule, lister=lists))


def test_a_sign_must_not_ask_for_grammar(tmp_path: Path) -> None:
    sign = """
titel = "t"
fylder = "sag"
[find]
x = "vi <VERB:inf>"
[eksempler]
rammer = ["vi se"]
"""
    with pytest.raises(RuleError, match="må kun bruge ord"):
        pack(tmp_path, tegn=sign)


def test_a_form_that_nobody_knows_is_named(tmp_path: Path) -> None:
    text = GOOD.replace('"{du skal} bare"', '"{du skal} a:bare"').replace("du kan", "{a:bydefor}")
    with pytest.raises(RuleError, match=r"er ikke en kendt bøjning\. Mente du »bydeform«"):
        pack(tmp_path, bare=text)


def test_a_group_needs_a_group_to_follow(tmp_path: Path) -> None:
    text = GOOD.replace('skal = "{du skal} bare"', 'skal = "bare"').replace("du kan", "{vi kan}")
    with pytest.raises(RuleError, match="mønsteret har ingen"):
        pack(tmp_path, bare=text)


def test_a_rewrite_comes_back_from_what_is_kept_with_its_scope(tmp_path: Path) -> None:
    text = GOOD.replace('skal = "du kan"', 'skal = "du kan"\nsaetning.skal = "vi kan {rest}"')
    verified(pack(tmp_path, bare=text))
    (rule,) = pack(tmp_path, bare=text).rules
    assert rule.rewrites["skal"] == (
        Rewrite(Scope.HIT, "du kan"),
        Rewrite(Scope.SENTENCE, "vi kan {rest}"),
    )
