"""What other programs make of the files we write: two validators, python-docx and LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import ooxml_integrity
import openxml_audit
import pytest
from lxml import etree

from traek.fixing import As, Edit, apply_edits
from traek.loaders.doc import DocLoader
from traek.model import (
    Certainty,
    Document,
    Effect,
    Finding,
    Report,
    Side,
    SideProfile,
    Situation,
    Span,
    Suggestion,
    SuggestionKind,
)
from traek.word import read_document
from traek.word.review import Mode, review

LETTERS = Path(__file__).parents[2] / "examples" / "breve"
NAMES = ("afslag-hjemmehjaelp", "partshoering", "rykker-boernehave")
MODES: tuple[Mode, ...] = ("comments", "changes", "both")
DATE = datetime(2026, 1, 2, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def every_word(document: Document) -> Report:
    """A report that finds fault with every fourth word of every block."""
    findings = []
    for block in document.blocks:
        at = 0
        for count, word in enumerate(block.text.split(" ")):
            if word.strip() and count % 4 == 0:
                findings.append(fault(block.number, at, at + len(word), word))
            at += len(word) + 1
    side = SideProfile(filled=True, escalates=1, deescalates=0, evidence="Kære")
    profile = dict.fromkeys(Side, side)
    return Report(document, Situation.SVAR, "valgt", 9, tuple(findings), profile)


def fault(block: int, start: int, end: int, quote: str) -> Finding:
    return Finding(
        rule="prøve/regel",
        title="ordet trykker",
        category="E01",
        effect=Effect.ESCALATES,
        side=Side.SAG,
        weight=1,
        certainty=Certainty.HØJ,
        block=block,
        span=Span(start, end),
        quote=quote,
        message="Læseren hører en bebrejdelse.",
        why="Sig, hvad der mangler.",
        suggestions=(Suggestion("", f"roligere {quote.lower()} æøå"),),
    )


def reviewed(name: str, mode: Mode) -> tuple[bytes, bytes]:
    original = (LETTERS / f"{name}.docx").read_bytes()
    report = every_word(read_document(original, f"{name}.docx"))
    return original, review(original, report, mode=mode, date=DATE)


def complaints(path: Path) -> list[str]:
    """What both validators say about a file."""
    audit = openxml_audit.OpenXmlValidator().validate(str(path))
    return [str(error.description) for error in audit.errors] + [
        str(finding) for finding in ooxml_integrity.check(path)
    ]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", NAMES)
def test_two_validators_find_nothing_that_was_not_there_before(
    tmp_path: Path, name: str, mode: Mode
) -> None:
    before, after = tmp_path / "brev.docx", tmp_path / "brev.traek.docx"
    for path, data in zip((before, after), reviewed(name, mode), strict=True):
        path.write_bytes(data)
    assert set(complaints(after)) <= set(complaints(before))


@pytest.mark.parametrize("as_", list(As))
@pytest.mark.parametrize("name", NAMES)
def test_validators_find_nothing_new_in_a_fixed_letter(tmp_path: Path, name: str, as_: As) -> None:
    data = (LETTERS / f"{name}.docx").read_bytes()
    blocks = read_document(data, f"{name}.docx").blocks
    edits = [
        Edit(b.number, Span(0, len(b.text)), b.text, f"Roligt: {b.text}", SuggestionKind.REPLACE)
        for b in blocks
    ]
    edits += [
        Edit(number, None, "", "Et nyt.\n\nOg et til.", SuggestionKind.ADD)
        for number in (blocks[len(blocks) // 2].number, None)
    ]
    before, after = tmp_path / "brev.docx", tmp_path / "rettet.docx"
    before.write_bytes(data)
    after.write_bytes(apply_edits(data, f"{name}.docx", edits, as_=as_).data)
    assert set(complaints(after)) <= set(complaints(before))
    assert len(read_document(after.read_bytes(), "b.docx").blocks) >= len(blocks) + 4


@pytest.mark.parametrize("name", NAMES)
def test_python_docx_opens_the_copy_and_sees_the_comments(name: str) -> None:
    original, data = reviewed(name, "comments")
    before, after = docx.Document(BytesIO(original)), docx.Document(BytesIO(data))
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]
    comments = list(after.comments)
    assert len(comments) > 5
    assert {comment.author for comment in comments} == {"traek"}
    assert comments[0].text.startswith("Firkanten for brevet")


def roots(data: bytes) -> tuple[etree._Element, etree._Element]:
    archive = zipfile.ZipFile(BytesIO(data))
    letter, comments = (archive.read(f"word/{name}.xml") for name in ("document", "comments"))
    return etree.fromstring(letter), etree.fromstring(comments)


def joined(elements: Sequence[etree._Element]) -> str:
    texts = (text.text or "" for each in elements for text in each.iter(f"{W}t", f"{W}delText"))
    return "".join("".join(texts).split())


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_text_the_comments_and_the_changes(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / f"{name}.docx").write_bytes(reviewed(name, "both")[1])
    files = [str(tmp_path / f"{name}.docx") for name in NAMES]
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    convert = ["--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "ud")]
    subprocess.run(  # noqa: S603
        ["soffice", profile, *convert, *files],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=100,
    )
    for name in NAMES:
        ours = (tmp_path / f"{name}.docx").read_bytes()
        theirs = (tmp_path / "ud" / f"{name}.docx").read_bytes()
        (letter, comments), (their_letter, their_comments) = roots(ours), roots(theirs)
        read, their_read = (
            ["".join(block.text.split()) for block in read_document(data, name).blocks]
            for data in (ours, theirs)
        )
        assert their_read == read
        assert joined([*their_comments]) == joined([*comments])
        for kind in ("ins", "del"):
            assert joined(list(their_letter.iter(f"{W}{kind}"))) == joined(
                list(letter.iter(f"{W}{kind}"))
            )


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_old_word_file_is_read_through_libreoffice(tmp_path: Path) -> None:
    source = LETTERS / "partshoering.docx"
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    subprocess.run(  # noqa: S603
        ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", tmp_path, source],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=100,
    )
    document = DocLoader().load((tmp_path / "partshoering.doc").read_bytes(), "partshoering.doc")
    original = read_document(source.read_bytes(), "partshoering.docx")
    assert [block.text for block in document.blocks] == [block.text for block in original.blocks]
