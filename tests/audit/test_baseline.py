"""Known tryk that is let stand: what is new counts, what is known does not, and the file reads well."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from traek.audit.baseline import (
    Baseline,
    Entry,
    Found,
    Ledger,
    created,
    load_baseline,
    pruned,
    updated,
)
from traek.cli import run
from traek.errors import SettingsError
from traek.model import (
    Block,
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
)

ONE, TWO = "1" * 16, "2" * 16


def finding(fingerprint: str = ONE, **changes: Any) -> Finding:
    values: dict[str, Any] = {
        "rule": "standard/regel",
        "title": "En overskrift",
        "category": "E01",
        "effect": Effect.ESCALATES,
        "side": Side.FORSTÅ,
        "weight": 3,
        "certainty": Certainty.HØJ,
        "block": 1,
        "span": Span(0, 3),
        "quote": "Du,",
        "message": "m",
        "why": "w",
        "fingerprint": fingerprint,
    }
    return Finding(**(values | changes))


def report(*findings: Finding) -> Report:
    empty = SideProfile(filled=False, escalates=0, deescalates=0)
    return Report(
        document=Document("a.txt", (Block("Du, der", 1),)),
        situation=Situation.SVAR,
        situation_reason="",
        words=2,
        findings=findings,
        profile=dict.fromkeys(Side, empty) | {Side.FORSTÅ: replace(empty, escalates=len(findings))},
    )


def baseline(*entries: Entry) -> Baseline:
    return Baseline("kendte.toml", entries)


def test_known_tryk_is_set_apart_with_its_reason_and_counts_nowhere() -> None:
    settled = Ledger(baseline(Entry(ONE, "Aftalt"))).settle(report(finding(), finding(TWO)))
    assert [f.fingerprint for f in settled.findings] == [TWO]
    (known,) = settled.suppressed
    assert (known.reason, known.source) == ("Aftalt", "kendte.toml")
    assert settled.profile[Side.FORSTÅ].escalates == 1


def test_one_copy_more_than_was_known_is_new() -> None:
    ledger = Ledger(baseline(Entry(ONE, "Aftalt", 2)))
    first, second = ledger.settle_all([report(finding()), report(finding(), finding())])
    assert not first.findings
    assert len(second.findings) == 1


def test_what_calms_and_what_the_law_asks_for_is_never_known() -> None:
    found = report(finding(effect=Effect.DEESCALATES), finding(protection="L05"))
    assert Ledger(baseline(Entry(ONE, "Aftalt", 9))).settle(found) == found
    assert not created("x", [Found("a", f) for f in found.findings], "g").entries


def test_an_entry_that_nothing_is_found_for_is_told() -> None:
    ledger = Ledger(baseline(Entry(ONE, "a", 2), Entry(TWO, "b")))
    ledger.settle(report(finding(), finding(TWO)))
    assert [entry.fingerprint for entry in ledger.unused] == [ONE]


def test_an_update_keeps_reasons_and_a_pruning_takes_out_what_is_gone() -> None:
    first = created("x", [Found("a", finding()), Found("b", finding())], "Aftalt")
    assert first.entries == (Entry(ONE, "Aftalt", 2, "standard/regel", "Du,", "a"),)
    found = [Found("c", finding(TWO)), *[Found("a", finding())] * 3]
    second = updated(first, found, "Nyt i maj")
    assert {(e.fingerprint, e.reason, e.count) for e in second.entries} == {
        (ONE, "Aftalt", 3),
        (TWO, "Nyt i maj", 1),
    }
    assert [(e.fingerprint, e.count) for e in pruned(second, [Found("a", finding())]).entries] == [
        (ONE, 1)
    ]


def test_the_file_shows_no_names() -> None:
    found = [Found("a", finding(quote="Kære Lise Holm, du har undladt"))]
    assert "Kære [navn], du har undladt" in created("x", found, "g").as_toml()


ENTRIES = st.builds(
    Entry,
    fingerprint=st.from_regex(r"[0-9a-f]{16}", fullmatch=True),
    reason=st.text(min_size=1).map(str.strip).filter(bool),
    count=st.integers(1, 5000),
    rule=st.text(),
    quote=st.text(),
    place=st.text(),
)


@given(st.lists(ENTRIES, unique_by=lambda e: e.fingerprint, max_size=4))
def test_what_is_written_is_read_again(tmp_path_factory: Any, entries: list[Entry]) -> None:
    file = tmp_path_factory.mktemp("b") / "b.toml"
    text = Baseline("x", tuple(entries)).as_toml()
    tomllib.loads(text)
    file.write_bytes(text.encode())
    again = load_baseline(file)
    assert sorted(again.entries, key=repr) == sorted(entries, key=repr)
    assert again.as_toml() == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("format = 1\n[[fund]]\nfingeraftryk = '1111111111111111'\n", "»grund« mangler"),
        ("format = 1\n[[fund]]\nfingeraftryk = 'x'\ngrund = 'g'\n", "fund nummer 1"),
        (
            "format = 1\n[[fund]]\nfingeraftryk = '1111111111111111'\ngrund = 'g'\nantal = 0\n",
            "antal",
        ),
        ("format = 2\n", "traek baseline create"),
        ("format = ", "ikke gyldig TOML"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "b.toml"
    file.write_text(text)
    with pytest.raises(SettingsError, match=said):
        load_baseline(file)


TRYK = "Kære Lene\n\nDu har undladt at svare.\n\nVenlig hilsen\nPia Frost\n"


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "breve").mkdir()
    (tmp_path / "breve" / "a.txt").write_text(TRYK, "utf-8")
    return tmp_path


ONLY = ("--select", "E01")


def test_a_baseline_lets_known_tryk_pass_and_new_tryk_fail(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "breve", *ONLY]) == 1
    assert run(["baseline", "create", "breve", *ONLY, "--reason", "Skrives om til maj"]) == 0
    assert run(["check", "breve", *ONLY, "--baseline", "traek-baseline.toml"]) == 0
    moved = TRYK.replace("Kære Lene\n\n", "Kære Lene\n\nTak for dit brev.\n\n").replace(
        "undladt at", "undladt\nat"
    )
    (letters / "breve" / "a.txt").write_text(moved, "utf-8")
    assert run(["check", "breve", *ONLY, "--baseline", "traek-baseline.toml"]) == 0
    (letters / "breve" / "b.txt").write_text(TRYK, "utf-8")
    assert run(["check", "breve", *ONLY, "--baseline", "traek-baseline.toml"]) == 1
    assert "Skrives om til maj" in capsys.readouterr().out


def test_a_settings_file_may_name_the_baseline(letters: Path) -> None:
    run(["baseline", "create", "breve", *ONLY, "--reason", "Kendt", "--baseline", "breve/k.toml"])
    (letters / "breve" / "traek.toml").write_text('kendte-fund = "k.toml"\n', "utf-8")
    assert run(["check", "breve", *ONLY]) == 0
    assert run(["audit", "breve", "--out", "rapport", *ONLY, "--tables", "csv"]) == 0
    (letters / "breve" / "traek.toml").write_text('kendte-fund = "andre.toml"\n', "utf-8")
    assert run(["check", "breve", *ONLY]) == 2


def test_an_audit_holds_to_the_baseline_and_says_what_is_gone(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["audit", "breve", "--out", "rapport", *ONLY, "--tables", "csv"])
    assert run(["baseline", "create", "rapport", "--reason", "Kendt"]) == 0
    arguments = ["audit", "breve", "--out", "rapport", *ONLY, "--tables", "csv"]
    assert run([*arguments, "--baseline", "traek-baseline.toml"]) == 0
    assert "1 fund får lov at stå med en grund" in (letters / "rapport" / "index.html").read_text(
        "utf-8"
    )
    assert "Kendt" in (letters / "rapport" / "fund.csv").read_text("utf-8")
    (letters / "breve" / "a.txt").write_text("Kære Lene\n\nTak.\n", "utf-8")
    capsys.readouterr()
    assert run([*arguments, "--baseline", "traek-baseline.toml"]) == 0
    assert "Kør »traek baseline prune«" in capsys.readouterr().err
    assert run(["baseline", "prune", "rapport"]) == 0
    assert load_baseline(letters / "traek-baseline.toml").entries == ()


def test_a_baseline_is_never_replaced_unasked_and_needs_a_reason(
    letters: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["baseline", "create", "breve", "--reason", "  "]) == 2
    assert run(["baseline", "create", "breve", "--reason", "Kendt", *ONLY]) == 0
    before = (letters / "traek-baseline.toml").read_bytes()
    assert run(["baseline", "create", "breve", "--reason", "Nyt"]) == 2
    assert "traek baseline update" in capsys.readouterr().err
    assert (letters / "traek-baseline.toml").read_bytes() == before
    assert run(["baseline", "show"]) == 0
    assert "Kendt (1 fund, 1 sted)" in capsys.readouterr().out


def test_pruning_by_a_part_of_the_letters_is_stopped(letters: Path) -> None:
    entries = tuple(Entry(f"{n:016x}", "g") for n in range(20))
    file = letters / "traek-baseline.toml"
    file.write_text(Baseline("x", entries).as_toml(), "utf-8")
    assert run(["baseline", "prune", "breve", *ONLY]) == 2
    assert len(load_baseline(file).entries) == 20
    assert run(["baseline", "prune", "breve", *ONLY, "--yes"]) == 0
    assert not load_baseline(file).entries
