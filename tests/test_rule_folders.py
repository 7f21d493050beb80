"""A plain folder of rules works wherever rules do, and what is wrong with it is said alike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from traek.cli import run

RULE = """
titel = "»Kattelem« er et prøveord"
kategori = "E18"
tyngde = 3
besked = "Læseren kan undre sig."
hvorfor = "Det er en prøve."
[find]
lem = "kattelem"
[eksempler]
rammer = ["Der er en [[kattelem]]."]
rammer_ikke = ["Der er en kat."]
"""

Outcome = tuple[int, str, str]
Traek = Callable[..., Outcome]

MISTAKES = ["check", "rules list", "rules test", "rules lint", "rules reference", "exercise"]


@pytest.fixture
def traek(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Traek:
    """The command line in a folder with a letter and with rules of one's own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "regler").mkdir()
    (tmp_path / "regler" / "kattelem.toml").write_text(RULE, "utf-8")
    (tmp_path / "brev.txt").write_text("Kære Bo\n\nDin kattelem er her.\n", "utf-8")
    letter = docx.Document()
    letter.add_paragraph("Din kattelem er her.")
    letter.save(str(tmp_path / "brev.docx"))

    def call(*arguments: str) -> Outcome:
        code = run([*arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


def test_check_uses_it(traek: Traek) -> None:
    code, out, _ = traek("check", "brev.txt", "--rules", "regler", "--select", "regler/")
    assert code == 1
    assert "»kattelem«" in out


def test_review_uses_it(traek: Traek) -> None:
    code, _, err = traek("review", "brev.docx", "--rules", "regler", "--select", "regler/")
    assert code == 0
    assert "0 træk og 1 tryk" in err


def test_compare_uses_it(traek: Traek) -> None:
    arguments = ["brev.txt", "brev.docx", "--rules", "regler", "--select", "regler/"]
    code, out, _ = traek("compare", *arguments)
    assert code == 0
    assert "kattelem" in out


def test_evaluate_uses_it(traek: Traek) -> None:
    gold = Path(__file__).parent / "letters" / "a"
    code, out, _ = traek(
        "evaluate", str(gold), "--rules", "regler", "--select", "regler/", "--by-rule"
    )
    assert code == 0
    assert "E18" in out


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "list", "--select", "regler/"],
        ["rules", "show", "regler/kattelem"],
        ["rules", "reference", "regler"],
        ["rules", "try", "Her er en kattelem."],
        ["rules", "test", "regler/kattelem"],
    ],
    ids=lambda arguments: arguments[1],
)
def test_commands_about_rules_use_it(traek: Traek, arguments: list[str]) -> None:
    code, out, _ = traek(*arguments, "--rules", "regler")
    assert code == 0
    assert "regler" in out


@pytest.mark.slow
def test_lint_looks_at_it(traek: Traek) -> None:
    _, out, _ = traek("rules", "lint", "--rules", "regler")
    assert "kattelem.toml" in out


def test_exercises_are_answered_with_it(traek: Traek, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("egne.toml").write_text('[[oevelse]]\nkategori = "E18"\ntekst = "Kattelem."\n', "utf-8")
    lines = (Path("svar.txt"), "Vi har en kattelem.\nslut\n")
    lines[0].write_text(lines[1], "utf-8")
    with lines[0].open(encoding="utf-8") as answers:
        monkeypatch.setattr("sys.stdin", answers)
        _, out, _ = traek("exercise", "--file", "egne.toml", "--rules", "regler")
    assert "Tryk: »kattelem«" in out


def test_a_settings_file_names_it(traek: Traek) -> None:
    Path("traek.toml").write_text('regelmapper = ["regler"]\nmedtag = ["regler/"]\n', "utf-8")
    code, out, _ = traek("check", "brev.txt")
    assert code == 1
    assert "»kattelem«" in out


def test_a_folder_on_the_command_line_comes_beside_those_of_the_settings(traek: Traek) -> None:
    Path("andre").mkdir()
    Path("andre/hundedoer.toml").write_text(RULE.replace("kattelem", "hundedør"), "utf-8")
    Path("traek.toml").write_text('regelmapper = ["regler"]\n', "utf-8")
    _, out, _ = traek("rules", "list", "--rules", "andre", "--rules", "./regler/")
    assert "regler/kattelem" in out
    assert "andre/hundedoer" in out


@pytest.mark.parametrize("command", MISTAKES)
@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("findes-ikke", "findes ikke. Se efter, om stien er skrevet rigtigt."),
        ("brev.txt", "er en fil. Vælg den mappe, filen ligger i."),
        ("tom", "har ingen regler."),
        ("forkert", "kategori"),
    ],
)
def test_a_folder_that_cannot_be_used_is_said_alike(
    traek: Traek, command: str, folder: str, said: str
) -> None:
    Path("tom").mkdir()
    Path("forkert").mkdir()
    Path("forkert/x.toml").write_text('titel = "x"\n', "utf-8")
    code, _, err = traek(*command.split(), "--rules", folder)
    assert code == 2
    assert said in err


def test_a_rule_whose_examples_do_not_hold_says_how_to_see_why(traek: Traek) -> None:
    broken = RULE.replace("[[kattelem]]", "[[hundedør]]")
    Path("regler/kattelem.toml").write_text(broken, "utf-8")
    code, _, err = traek("check", "brev.txt", "--rules", "regler")
    assert code == 2
    assert f"traek rules test {Path('regler').absolute()}" in err
    code, out, _ = traek("rules", "test", "regler")
    assert code == 2
    assert "Det leder efter »kattelem«" in out
