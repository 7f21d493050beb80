"""The Word files, held to two validators and opened in LibreOffice."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import ooxml_integrity
import openxml_audit
import pytest

from traek.compare import compared
from traek.compare.word import as_docx
from traek.homework import Focus, Point, Series, feedback, group_sheet
from traek.homework.word import group_docx, participant_docx
from traek.model import Report, Side

MakeReport = Callable[..., Report]


@pytest.fixture
def files(tmp_path: Path, first: Report, last: Report) -> list[Path]:
    focus = Focus("At blive læst.", ("Uge 48: to svar",), (Point("Sig hvorfor", (Side.SAG,)),))
    sheets = [feedback(Series(n, "", (n,)), (first, last), focus) for n in ("ali", "mette")]
    made = {
        "ark": participant_docx(sheets[0]),
        "oevelse": participant_docx(feedback(Series("x", "", ("x",)), (first,)), exercise=True),
        "gruppen": group_docx(group_sheet(sheets)),
        "foer-og-nu": as_docx(compared(first, last)),
    }
    for name, data in made.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    return [tmp_path / f"{name}.docx" for name in made]


def test_two_validators_find_nothing(files: list[Path]) -> None:
    for file in files:
        audit = openxml_audit.OpenXmlValidator().validate(str(file))
        assert [str(error.description) for error in audit.errors] == []
        assert [str(finding) for finding in ooxml_integrity.check(file)] == []


@pytest.mark.slow
@pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice is missing"
)
def test_libreoffice_breaks_the_pages_where_they_should_break(files: list[Path]) -> None:
    folder = files[0].parent
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run(  # noqa: S603
        ["soffice", profile, *convert, *map(str, files)],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=100,
    )
    begins = {}
    for file in files:
        command = ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"]
        text = subprocess.run(command, check=True, capture_output=True, timeout=30).stdout.decode()  # noqa: S603
        begins[file.stem] = [
            re.sub(r"\s+", " ", page.strip().split("\n")[0]) for page in text.split("\f")[:-1]
        ]
    assert begins.pop("foer-og-nu")[0] == "Før og nu"
    assert begins == {
        "ark": ["Sparring på teksten", "Råd og forslag"],
        "oevelse": ["Sparring på teksten", "Prøv selv"],
        "gruppen": ["Fælles mønstre", "Øvelser", "Svarnøgle"],
    }
