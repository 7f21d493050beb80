"""The command line as a user meets it: what it says, where, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click
import docx
import pytest

from traek.cli import run
from traek.cli import traek as root
from traek.cli.lazy import LazyGroup

TRYK = "Kære Lene\n\nDu har undladt at oplyse, at du er flyttet.\n\nVenlig hilsen\nPia Frost\n"
CALM = "Kære Lene\n\nVi har flyttet mødet.\n"


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        return self.err.splitlines()[-1]


Traek = Callable[..., Outcome]


@pytest.fixture
def traek(
    letters: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Traek:
    """Runs the command line in this process, beside the letters."""
    del letters  # they are there

    def call(*arguments: str | Path, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = run([str(argument) for argument in arguments])
        captured = capsysbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return call


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with one letter that has tryk and one that has none of weight."""
    folder = tmp_path / "arbejde"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "tryk.txt").write_text(TRYK, "utf-8")
    (folder / "rolig.txt").write_text(CALM, "utf-8")
    return folder


# ---- what it is for


def test_a_letter_with_tryk_ends_with_1_and_shows_the_words_and_the_reason(traek: Traek) -> None:
    outcome = traek("check", "tryk.txt")
    assert outcome.code == 1
    assert "»Du har undladt" in outcome.out
    assert "Hvorfor:" in outcome.out
    assert "1 KONTAKT" in outcome.out
    assert "3 SAG" in outcome.out


def test_a_calm_letter_ends_with_0(traek: Traek) -> None:
    assert traek("check", "rolig.txt").code == 0


def test_the_last_line_counts(traek: Traek) -> None:
    Path("gammel.doc").write_bytes(b"x")
    outcome = traek("check", ".", "--select", "standard/du-har-undladt")
    expected = "2 breve læst, 1 sprunget over (1 .doc), 21 ord, 1 regel, 1 fund (1 tryk, 0 træk)"
    assert outcome.last == expected


def test_without_paths_the_current_folder_is_read(traek: Traek) -> None:
    assert traek("check").last.startswith("2 breve læst")


def test_a_letter_comes_in_on_standard_input(traek: Traek) -> None:
    outcome = traek("check", "-", stdin=TRYK.encode())
    assert outcome.code == 1
    assert "»Du har undladt" in outcome.out


def test_standard_input_may_be_a_word_document(traek: Traek) -> None:
    data = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Du har undladt at oplyse, at du er flyttet.")
    document.save(data)
    assert "»Du har undladt" in traek("check", "-", stdin=data.getvalue()).out
    named = traek("check", "-", "--stdin-filename", "brev.docx", stdin=data.getvalue())
    assert "brev.docx" in named.out


def test_json_is_one_object_in_utf_8(traek: Traek) -> None:
    outcome = traek("check", "tryk.txt", "mangler.txt", "--format", "json")
    result = json.loads(outcome.out)
    assert result["schema"] == 1
    assert [document["path"] for document in result["documents"]] == ["tryk.txt"]
    assert [error["path"] for error in result["errors"]] == ["mangler.txt"]
    assert outcome.code == 2


def test_the_report_goes_to_a_file_and_the_exit_code_stays(traek: Traek) -> None:
    outcome = traek("check", "tryk.txt", "--output", "rapport.txt")
    assert (outcome.code, outcome.out) == (1, "")
    assert "Du har undladt" in Path("rapport.txt").read_text("utf-8")


# ---- choices


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "3"], 1),
        (["--fail-on", "never"], 0),
        (["--exit-zero"], 0),
        (["--ignore", "standard/du-har-undladt"], 0),
        (["--ignore", "E01,E22"], 0),
        (["--effect", "træk"], 0),
        (["--effect", "tryk", "--min-weight", "3"], 1),
        (["--select", "E01"], 1),
    ],
)
def test_choices_decide_what_fails(traek: Traek, options: list[str], code: int) -> None:
    assert traek("check", "tryk.txt", *options).code == code


@pytest.mark.parametrize("situation", ["svar", "skriv-ud"])
def test_the_situation_can_be_chosen_and_the_report_says_so(traek: Traek, situation: str) -> None:
    report = traek("check", "tryk.txt", "--situation", situation, "--format", "json").out
    document = json.loads(report)["documents"][0]
    assert document["situation"] == situation
    assert "valgt på forhånd" in document["situation_reason"]


def test_left_to_itself_the_report_says_why_the_situation_was_taken(traek: Traek) -> None:
    assert "Situation: Læst som" in traek("check", "tryk.txt").out


def test_each_letter_has_the_settings_nearest_to_it(letters: Path, traek: Traek) -> None:
    (letters / "a").mkdir()
    (letters / "a" / "traek.toml").write_text('fejl-ved = "aldrig"\n', "utf-8")
    (letters / "a" / "brev.txt").write_text(TRYK, "utf-8")
    assert traek("check", "a").code == 0
    assert traek("check", "a", "--fail-on", "1").code == 1
    assert traek("check", "a", "tryk.txt").code == 1


def test_rules_of_ones_own_come_from_a_folder_in_the_settings(letters: Path, traek: Traek) -> None:
    (letters / "egne").mkdir()
    (letters / "egne" / "flyttet.toml").write_text(RULE, "utf-8")
    (letters / "traek.toml").write_text('regelmapper = ["egne"]\n', "utf-8")
    outcome = traek("check", "tryk.txt", "--select", "egne/flyttet", "--format", "json")
    findings = json.loads(outcome.out)["documents"][0]["findings"]
    assert [finding["rule"] for finding in findings] == ["egne/flyttet"]


RULE = """\
titel = "En prøve"
kategori = "E01"
tyngde = 1
besked = "Læseren kan høre noget."
hvorfor = "Fordi."
[find]
ord = "er flyttet"
[eksempler]
rammer = ["Du [[er flyttet]]."]
rammer_ikke = ["Du har flyttet noget."]
"""


def test_paragraphs_in_ignored_styles_are_not_read(letters: Path, traek: Traek) -> None:
    document = docx.Document()
    document.add_paragraph("Kære Lene")
    document.add_paragraph("Du har undladt at svare.", style="Quote")
    document.add_paragraph("Du har undladt at svare.")
    document.save("brev.docx")
    assert "2 fund" in traek("check", "brev.docx", "--select", "E01").last
    (letters / "traek.toml").write_text('ignorer-typografier = ["Quote"]\n', "utf-8")
    assert "1 fund" in traek("check", "brev.docx", "--select", "E01").last


# ---- bad input: a sentence with the way out, exit code 2, and the others still read


def word_file(path: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Kære Lene")
    document.save(path)
    return Path(path).read_bytes()


def missing() -> str:
    return "mangler.txt"


def no_such_files() -> str:
    return "ingen*.docx"


def folder_without_letters() -> str:
    Path("billeder").mkdir()
    return "billeder"


def old_word() -> str:
    Path("gammel.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600)
    return "gammel.doc"


def unknown_kind() -> str:
    Path("regneark.xlsx").touch()
    return "regneark.xlsx"


def zip_that_is_no_docx() -> str:
    import zipfile  # noqa: PLC0415  one test needs it

    with zipfile.ZipFile("zip.docx", "w") as archive:
        archive.writestr("a.txt", "hej")
    return "zip.docx"


def text_that_is_no_docx() -> str:
    Path("tekst.docx").write_text(TRYK, "utf-8")
    return "tekst.docx"


def truncated_docx() -> str:
    data = word_file("halv.docx")
    Path("halv.docx").write_bytes(data[: len(data) // 2])
    return "halv.docx"


def empty_docx() -> str:
    Path("nul.docx").touch()
    return "nul.docx"


def binary_in_txt() -> str:
    Path("binær.txt").write_bytes(bytes(range(256)) * 20)
    return "binær.txt"


def empty_letter() -> str:
    Path("tom.txt").write_text(" \n\n \n", "utf-8")
    return "tom.txt"


def letter_without_words() -> str:
    docx.Document().save("blank.docx")
    return "blank.docx"


def text_of_100_mb() -> str:
    with Path("stor.txt").open("wb") as file:
        file.truncate(100_000_000)
    return "stor.txt"


def broken_link() -> str:
    Path("genvej.txt").symlink_to("findes-ikke.txt")
    return "genvej.txt"


def pipe_in_the_file_system() -> str:
    os.mkfifo("rør.txt")
    return "rør.txt"


def unreadable() -> str:
    Path("låst.txt").write_text(TRYK, "utf-8")
    Path("låst.txt").chmod(0)
    if os.access("låst.txt", os.R_OK):
        pytest.skip("this user may read everything")
    return "låst.txt"


BAD_INPUT = {
    missing: "Se efter, om stien er skrevet rigtigt",
    no_such_files: "Se efter, om mappen er den rigtige",
    folder_without_letters: "vælg en mappe med sådanne filer",
    old_word: "gem som .docx",
    unknown_kind: "traek læser ikke filer af typen .xlsx",
    zip_that_is_no_docx: "Word-dokument",
    text_that_is_no_docx: "Word-dokument",
    truncated_docx: "åbn den i Word",
    empty_docx: "0 byte",
    binary_in_txt: "gem som .docx eller .txt",
    empty_letter: "er tom",
    letter_without_words: "tom",
    text_of_100_mb: "fylder mere end 50 MB",
    broken_link: "Ret eller slet genvejen",
    pipe_in_the_file_system: "Angiv en fil eller en mappe",
    unreadable: "adgang nægtet",
}


@pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and rights are Unix's here")
@pytest.mark.parametrize("make", BAD_INPUT, ids=lambda make: make.__name__)
def test_bad_input_is_told_and_the_others_are_still_read(
    traek: Traek, make: Callable[[], str]
) -> None:
    path = make()
    outcome = traek("check", path, "tryk.txt")
    assert outcome.code == 2
    sentence = outcome.err.splitlines()[0]
    assert path in sentence
    assert BAD_INPUT[make] in sentence
    assert "»Du har undladt" in outcome.out
    assert outcome.last.startswith("1 brev læst, 1 sprunget over (1 ")


def test_a_broken_link_in_a_folder_stops_nothing(traek: Traek) -> None:
    broken_link()
    outcome = traek("check", ".")
    assert outcome.code == 2
    assert outcome.last.startswith("2 breve læst, 1 sprunget over (1 .txt), ")


def test_files_beside_the_letters_are_counted_with_the_reason(traek: Traek) -> None:
    for name in ("~$rolig.docx", ".skjult.txt", "a.png", "b.png", "uden"):
        Path(name).touch()
    Path(".git").mkdir()
    Path(".git/x.txt").write_text(TRYK, "utf-8")
    outcome = traek("check", ".")
    reasons = "(2 .png, 1 skjult, 1 skjult mappe, 1 uden endelse, 1 åben i Word)"
    assert f"2 breve læst, 6 sprunget over {reasons}" in outcome.last
    assert outcome.code == 1


def test_a_letter_named_twice_is_read_once(traek: Traek) -> None:
    outcome = traek("check", "tryk.txt", ".", "./tryk.txt", "--format", "json")
    paths = [document["path"] for document in json.loads(outcome.out)["documents"]]
    assert paths == ["tryk.txt", "rolig.txt"]


def test_too_much_on_standard_input_is_told(traek: Traek) -> None:
    outcome = traek("check", "-", stdin=b"a" * 50_000_001)
    assert outcome.code == 2
    assert "fylder mere end 50 MB" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "Kommandoen »chek« findes ikke. Mente du check?"),
        (["rules", "lst"], "Mente du list?"),
        (["check", "--selct", "E"], "Tilvalget --selct findes ikke. Mente du --select?"),
        (["check", "--select"], "--select skal følges af en værdi"),
        (["check", "--situation", "svr"], "»svr« findes ikke. Vælg svar, skriv-ud eller auto"),
        (["check", "--fail-on", "4"], "Vælg 1, 2, 3 eller never"),
        (["evaluate", ".", "--format", "xml"], "--format: vælg text eller json."),
        (["evaluate", ".", "--missed", "mange"], "--missed: skriv et helt tal."),
        (["check", "--encoding", "latin99"], "»latin99« er ikke en kendt tegnkodning"),
        (["check", "--format", "jsn"], "Mente du json?"),
        (["check", "--select", "standard/du-har-undlat"], "Mente du »standard/du-har-undladt«?"),
        (["check", "--select", "E22", "--effect", "træk"], "ingen regler tilbage"),
        (["check", "--config", "mangler.toml"], "mangler.toml kan ikke læses"),
        (["check", "--output", "mangler/rapport.txt"], "kan ikke skrives til mangler"),
        (["check", "tryk.txt", "--output", "tryk.txt"], "er et af brevene"),
        (["rules", "show"], "Der mangler RULE"),
        (["rules", "show", "du-har-undlat"], "Mente du »standard/du-har-undladt«?"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_in_danish(
    traek: Traek, arguments: list[str], sentence: str
) -> None:
    outcome = traek(*arguments)
    assert outcome.code == 2
    assert sentence in outcome.err
    assert outcome.out == ""


def test_a_letter_is_never_overwritten_by_its_report(traek: Traek) -> None:
    traek("check", ".", "--output", "./tryk.txt")
    assert Path("tryk.txt").read_text("utf-8") == TRYK


def test_a_mistake_in_the_settings_is_told_with_the_file(letters: Path, traek: Traek) -> None:
    (letters / "traek.toml").write_text("fejlved = 3\n", "utf-8")
    outcome = traek("check", "tryk.txt")
    assert outcome.code == 2
    assert "traek.toml: nøglen »fejlved« findes ikke. Mente du »fejl-ved«?" in outcome.err


def test_a_broken_rule_is_told_with_file_and_key(letters: Path, traek: Traek) -> None:
    (letters / "egne").mkdir()
    (letters / "egne" / "flyttet.toml").write_text(RULE.replace("besked", "beskd"), "utf-8")
    (letters / "traek.toml").write_text('regelmapper = ["egne"]\n', "utf-8")
    outcome = traek("check", "tryk.txt")
    assert outcome.code == 2
    assert "flyttet.toml" in outcome.err
    assert "beskd" in outcome.err
    assert "besked" in outcome.err


def test_two_packs_of_one_name_are_told(letters: Path, traek: Traek) -> None:
    (letters / "standard").mkdir()
    (letters / "standard" / "flyttet.toml").write_text(RULE, "utf-8")
    (letters / "traek.toml").write_text('regelmapper = ["standard"]\n', "utf-8")
    outcome = traek("check", "tryk.txt")
    assert outcome.code == 2
    assert "To regelpakker hedder »standard«" in outcome.err


def test_a_plugin_that_fails_to_import_is_told(
    letters: Path, traek: Traek, monkeypatch: pytest.MonkeyPatch
) -> None:
    info = letters / "traek_skat-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: traek-skat\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[traek]\nskat = findes_ikke_her\n")
    monkeypatch.syspath_prepend(str(letters))
    outcome = traek("check", "tryk.txt")
    assert outcome.code == 2
    assert "Udvidelsen traek-skat 1.0 (skat) kan ikke indlæses" in outcome.err
    assert "pip uninstall traek-skat" in outcome.err


# ---- rules and settings


def test_rules_list_has_every_rule_and_every_check(traek: Traek) -> None:
    listed = traek("rules", "list")
    assert listed.code == 0
    assert "standard/du-har-undladt" in listed.out
    assert "tjek/mangler-kontakt" in listed.out
    assert "tryk (▲)" in listed.err


def test_rules_list_takes_the_same_choices_as_check(traek: Traek) -> None:
    assert "standard/du-har-undladt" not in traek("rules", "list", "--effect", "træk").out


@pytest.mark.parametrize("name", ["standard/du-har-undladt", "du-har-undladt"])
def test_rules_show_has_the_reason_and_the_examples(traek: Traek, name: str) -> None:
    shown = traek("rules", "show", name)
    assert shown.code == 0
    for label in ("Kategori:", "Hvorfor:", "Mønstre", "Rammer", "Rammer ikke"):
        assert label in shown.out


def test_rules_test_counts_the_examples_that_hold(traek: Traek) -> None:
    outcome = traek("rules", "test", "standard/du-har-undladt")
    assert outcome.code == 0
    assert "eksempler holder (1 fil)" in outcome.out


def test_rules_test_shows_file_and_example_of_what_does_not_hold(
    letters: Path, traek: Traek
) -> None:
    (letters / "egne").mkdir()
    wrong = RULE.replace("Du har flyttet noget.", "Du er flyttet nu.")
    (letters / "egne" / "flyttet.toml").write_text(wrong, "utf-8")
    outcome = traek("rules", "test", "egne")
    assert outcome.code == 2
    assert "flyttet.toml" in outcome.out
    assert "»Du er flyttet nu.«" in outcome.out
    assert outcome.err.startswith("1 ting holder ikke.")
    assert "Ret eksemplet eller mønsteret" in outcome.err


def test_rules_test_counts_how_often_rules_fire_on_letters(letters: Path, traek: Traek) -> None:
    outcome = traek("rules", "test", "standard/du-har-undladt", "--corpus", letters)
    assert outcome.code == 0
    assert "      1  standard/du-har-undladt" in outcome.out
    assert outcome.last.startswith("2 breve læst")


def test_rules_test_tells_what_changed_since_the_last_count(letters: Path, traek: Traek) -> None:
    traek("rules", "test", "standard/du-har-undladt", "--corpus", letters)
    (letters / "mere.txt").write_text("Kære Anne\n\nDu har undladt at svare.\n", "utf-8")
    outcome = traek("rules", "test", "standard/du-har-undladt", "--corpus", letters)
    assert "      2    +1  standard/du-har-undladt" in outcome.out


def test_config_show_says_what_came_from_where(letters: Path, traek: Traek) -> None:
    (letters / "traek.toml").write_text("fejl-ved = 3\n", "utf-8")
    lines = traek("config", "show", "tryk.txt").out.splitlines()
    assert any(line.split()[:2] == ["fejl-ved", "3"] and "traek.toml" in line for line in lines)
    assert any(line.split() == ["mindste-tyngde", "1", "indbygget"] for line in lines)


def test_config_show_says_where_ones_own_file_would_stand(traek: Traek) -> None:
    assert os.environ["XDG_CONFIG_HOME"] in traek("config", "show").out


# ---- manners


@pytest.mark.parametrize("path", [[], ["rules"], ["config"]])
def test_the_help_of_a_group_tells_what_its_commands_tell(path: list[str]) -> None:
    group = root
    context = click.Context(group)
    for name in path:
        below = group.get_command(context, name)
        assert isinstance(below, LazyGroup)
        group = below
    for name, (_, line) in group.commands_in.items():
        command = group.get_command(context, name)
        assert command is not None
        assert command.get_short_help_str(limit=200) == line


def test_help_is_0_and_a_command_too_few_is_2(traek: Traek) -> None:
    assert traek("--help").code == 0
    assert traek("--version").out == "traek 0.1.0\n"
    assert traek().code == 2
    assert "list" in traek("rules").err


def in_a_process(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603  ourselves
        [sys.executable, "-m", "traek", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,
    )


def test_word_rules_import_no_spacy_and_help_imports_no_engine() -> None:
    code = (
        "import sys; from traek.cli import run\n"
        "run(['--help']); assert 'traek.engine' not in sys.modules\n"
        "assert 'lxml' not in sys.modules\n"
        "run(['check', '--select', 'standard/faar-konsekvenser', '-q', '-'])\n"
        "assert 'spacy' not in sys.modules\n"
    )
    done = subprocess.run(  # noqa: S603  ourselves
        [sys.executable, "-c", code],
        input=TRYK.encode(),
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(TRYK, "utf-8")
    with in_a_process("check", "-q", str(tmp_path)) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        err = process.stderr.read()
    assert err == b""
    assert process.returncode == 1


class Interrupted(io.BytesIO):
    """Standard input of someone who presses Ctrl-C."""

    def read(self, size: int | None = -1, /) -> bytes:
        del size
        raise KeyboardInterrupt


def test_an_interrupt_ends_with_130_and_one_word(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Interrupted()))
    assert run(["check", "-"]) == 130
    captured = capsys.readouterr()
    assert (captured.out, captured.err.strip()) == ("", "Afbrudt.")


def test_json_is_utf_8_on_an_old_console_too(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(TRYK, "utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    arguments = ["check", "--format", "json", str(tmp_path / "brev.txt")]
    with in_a_process(*arguments, env=environment) as process:
        out, _ = process.communicate()
    assert "forstå" in json.loads(out.decode("utf-8"))["documents"][0]["profile"]


def test_an_old_console_gets_its_report_without_the_signs_that_it_lacks(tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_text(TRYK, "utf-8")
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    with in_a_process("check", str(tmp_path / "brev.txt"), env=environment) as process:
        out, _ = process.communicate()
    assert process.returncode == 1
    assert "»Du har undladt" in out.decode("cp1252")


def test_withdrawn_rewrites_are_told_to_those_who_ask(traek: Traek) -> None:
    Path("brev.txt").write_text("Kære Lene\n\nRing, såfremt De har været her.\n", "utf-8")
    Path("regler").mkdir()
    rule = (
        'titel = "t"\nkategori = "E13"\ntyngde = 2\nbesked = "b"\nbedre = "Sig det sådan."\n'
        'hvorfor = "h"\n[find]\nx = "her"\n[omskriv]\nx = "hos Anne"\n[eksempler]\n'
        'rammer = ["Vi er [[her]]."]\nrammer_ikke = ["Vi er hjemme."]\n'
        'omskriver = [{ fra = "Vi er her hos Anne.", til = "Vi er hos Anne hos Anne." }]\n'
    )
    Path("regler/egen.toml").write_text(rule, "utf-8")
    Path("traek.toml").write_text('regelmapper = ["regler"]\n', "utf-8")
    assert "afsnit 2" not in traek("check", "brev.txt").err
    told = traek("check", "brev.txt", "--debug-rewrites")
    assert "»her« fik ikke forslaget »hos Anne«, for »Anne« stod der ikke før." in told.err
    assert told.last.startswith("1 brev")
