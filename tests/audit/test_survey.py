"""A library surveyed: as check would, again only what is new, and whatever stops it."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from traek.audit import Library, audit, find_letters
from traek.audit.survey import Survey, data_in, root_of
from traek.cli.workshop import Workshop
from traek.errors import SettingsError
from traek.settings import Settings

LETTERS = sorted((Path(__file__).parent.parent / "letters").glob("*/letters/*.txt"))[:8]
LONG_AGO = 1_000_000_000


@pytest.fixture
def library(tmp_path: Path) -> Path:
    root = tmp_path / "skabeloner"
    for number, file in enumerate([*LETTERS, *LETTERS[:3]]):
        target = root / f"mappe-{number % 2}" / f"{number}.txt"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
        os.utime(target, (LONG_AGO, LONG_AGO))
    return root


def survey(
    root: Path, out: Path, *earlier: Path, options: dict[str, object] | None = None
) -> Survey:
    make = partial(Workshop, None, options or {})
    letters = find_letters([str(root)], make().plugins.loaders)
    return Survey(letters, str(root), out, make, earlier)


def content(folder: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in folder.iterdir() if f.name != "seen.jsonl"}


def test_reports_are_those_of_check(library: Path, tmp_path: Path) -> None:
    surveyed = Library.open(survey(library, tmp_path / "ud").run(jobs=1))
    workshop = Workshop(None, {})
    letters = find_letters([str(library)], workshop.plugins.loaders)
    run = audit(letters, workshop.plugins.loaders, workshop.settings_for, workshop.engine_for)
    assert [report.findings for _, report in surveyed.reports()] == [
        report.findings for report in run.reports
    ]
    assert [report.profile for _, report in surveyed.reports()] == [
        report.profile for report in run.reports
    ]


def test_any_number_of_jobs_gives_the_same_files(library: Path, tmp_path: Path) -> None:
    (library / "tom.txt").write_text(" \n")
    one = survey(library, tmp_path / "en").run(jobs=1)
    assert content(survey(library, tmp_path / "to").run(jobs=2)) == content(one)
    assert [error.path for error in Library.open(one).errors] == ["tom.txt"]


def test_only_what_has_changed_is_examined_again(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    before = content(survey(library, out).run(jobs=1))
    again = survey(library, out)
    assert again.waiting == 0
    assert content(again.run(jobs=1)) == before
    assert again.examined == 0
    (library / "mappe-0" / "0.txt").write_bytes(LETTERS[5].read_bytes())
    (library / "mappe-1" / "1.txt").touch()
    changed = survey(library, out)
    assert changed.waiting == 2
    after = content(changed.run(jobs=1))
    assert changed.examined == 1
    assert after == content(survey(library, tmp_path / "forfra").run(jobs=1))


def test_a_template_that_is_gone_leaves_nothing_behind(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    survey(library, out).run(jobs=1)
    (library / "mappe-0" / "0.txt").unlink()
    after = content(survey(library, out).run(jobs=1))
    assert after == content(survey(library, tmp_path / "forfra").run(jobs=1))


def test_a_run_that_is_cut_off_goes_on_where_it_was(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"

    def cut_off(done: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    for _ in range(2):
        with pytest.raises(KeyboardInterrupt):
            survey(library, out).run(1, cut_off)
    after = survey(library, out)
    assert after.waiting == 6
    done = content(after.run(jobs=1))
    assert after.examined == 6
    assert done == content(survey(library, tmp_path / "forfra").run(jobs=1))
    assert [folder.name for folder in out.iterdir()] == ["data"]


class _Poisoned(Workshop):
    """A workshop whose loader of texts dies of one of them."""

    def settings_for(self, path: str) -> Settings:
        if multiprocessing.parent_process() is not None and Path(path).name == "4.txt":
            os.kill(os.getpid(), signal.SIGKILL)
        return super().settings_for(path)


def test_what_cut_a_run_off_is_named_by_the_next(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    (out / "data.igang").mkdir(parents=True)
    letters = find_letters([str(library)], [".txt"])
    after = Survey(letters, str(library), out, partial(_Poisoned, None, {}))
    assert after.resumed
    surveyed = Library.open(after.run(jobs=1))
    assert [error.path for error in surveyed.errors] == ["mappe-0/4.txt"]
    assert len(surveyed.templates) == 10


def test_two_surveys_do_not_mix(library: Path, tmp_path: Path) -> None:
    stage = tmp_path / "ud" / "data.igang"
    stage.mkdir(parents=True)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        mark = {"host": socket.gethostname(), "process": other.pid}
        (stage / "underway.json").write_text(json.dumps(mark))
        with pytest.raises(SettingsError, match="lige nu"):
            survey(library, tmp_path / "ud")
        other.communicate(b"\n")
    assert survey(library, tmp_path / "ud").resumed


def test_a_line_that_was_cut_short_is_not_used(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    folder = survey(library, out).run(jobs=1)
    files = folder / "files.jsonl"
    files.write_bytes(files.read_bytes()[:-40])
    again = survey(library, out)
    assert again.waiting == 1


def test_a_row_whose_texts_never_reached_the_disk_is_not_used(
    library: Path, tmp_path: Path
) -> None:
    out = tmp_path / "ud"
    texts = survey(library, out).run(jobs=1) / "texts.jsonl"
    before = content(out / "data")
    texts.write_bytes(b"".join(texts.read_bytes().splitlines(keepends=True)[:20]))
    again = survey(library, out)
    assert 0 < again.waiting < again.total
    assert content(again.run(jobs=1)) == before


def test_other_settings_and_other_versions_examine_anew(library: Path, tmp_path: Path) -> None:
    out = tmp_path / "ud"
    survey(library, out).run(jobs=1)
    assert survey(library, out, options={"udelad": ["E05"]}).waiting == 11
    (out / "data" / "versions.json").write_text('{"traek": "0"}')
    assert survey(library, out).waiting == 11


def test_an_earlier_report_in_another_folder_is_used(library: Path, tmp_path: Path) -> None:
    survey(library, tmp_path / "foraar").run(jobs=1)
    later = survey(library, tmp_path / "efteraar", data_in(tmp_path / "foraar"))
    assert later.waiting == 0


def test_templates_are_named_from_the_folder_above_all(library: Path) -> None:
    one, other = str(library / "mappe-0"), str(library / "mappe-1")
    assert root_of([one]) == one
    assert Path(root_of([one, other])).resolve() == library
    assert root_of([str(library / "**" / "*.txt")]) == str(library)
