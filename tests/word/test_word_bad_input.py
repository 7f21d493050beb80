"""Files that are broken or meant to harm: a sentence each, at once, and nothing is unpacked."""

from __future__ import annotations

import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import pytest

from traek.errors import DocumentError
from traek.word import read_document
from traek.word.review import clean

MakeDocx = Callable[..., bytes]
MakeZip = Callable[[Mapping[str, str | bytes]], bytes]
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
HEAD = '<?xml version="1.0"?>'
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "<w:p><w:r><w:t>Du skal</w:t></w:r></w:p>"


def document(inner: str, before: str = "") -> str:
    return f"{HEAD}{before}<w:document {SPACE}><w:body>{inner}</w:body></w:document>"


def entity_bomb() -> str:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return document("<w:p>&e9;</w:p>", f'<!DOCTYPE x [<!ENTITY e0 "haha">{levels}]>')


def bomb(name: str, size: int) -> bytes:
    """A zip file of some megabytes whose one part unpacks to `size` zeros, made by hand."""
    chunk = 1 << 20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = packer.compress(bytes(chunk)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = first * (size // chunk) + b"\x03\x00"
    path = name.encode()
    sizes = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(packed), size, len(path), 0)
    local = b"PK\x03\x04" + sizes + path
    central = b"PK\x01\x02" + struct.pack("<H", 20) + sizes + bytes(6) + bytes(8) + path
    offset = len(local) + len(packed)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), offset, 0)
    return local + packed + central + end


def patched(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "helt tom"),
        ("Kære Anne".encode(), "er ikke et Word-dokument"),
        (b"%PDF-1.7", "er en PDF"),
        (b"{\\rtf1", "er et RTF-dokument"),
        (OLE + "WordDocument".encode("utf-16-le"), "gamle format (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "beskyttet med adgangskode"),
        (OLE, "ikke et Word-dokument"),
        (b"PK\x03\x04" + bytes(40), "afkortet eller beskadiget"),
    ],
)
def test_what_is_no_package_is_told_apart(data: bytes, words: str) -> None:
    with pytest.raises(DocumentError, match=r"»brev\.docx«") as caught:
        read_document(data, "mappe/brev.docx")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ({"a.txt": "x"}, "er en zip-fil"),
        ({"xl/workbook.xml": "<x/>"}, "et regneark"),
        ({"ppt/presentation.xml": "<x/>"}, "en præsentation"),
        ({"content.xml": "<x/>"}, "OpenDocument"),
        ({"word/document.xml": "<a><b></a>"}, "ikke gyldig XML"),
        ({"word/document.xml": ""}, "ikke gyldig XML"),
        ({"word/document.xml": "\x01"}, "ikke gyldig XML"),
        ({"word/document.xml": "<x/>"}, "ikke noget brev"),
        ({"word/document.xml": document(TEXT, "<!DOCTYPE x>")}, "DTD"),
        (
            {"word/document.xml": document("&x;", '<!DOCTYPE x [<!ENTITY x "A">]>')},
            "DTD",
        ),
        (
            {
                "word/document.xml": document(
                    "&x;", '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
                )
            },
            "DTD",
        ),
        ({"word/document.xml": entity_bomb()}, "DTD"),
        (
            {"word/document.xml": document("<w:sdt><w:sdtContent>" * 300 + TEXT)},
            "flere hundrede lag",
        ),
        ({f"{n}.xml": "" for n in range(5001)}, "5001 dele"),
    ],
)
def test_a_package_that_is_no_letter_or_a_trap_is_refused(
    make_zip: MakeZip, files: dict[str, str], words: str
) -> None:
    started = time.perf_counter()
    with pytest.raises(DocumentError, match=r"»brev\.docx«") as caught:
        read_document(make_zip(files), "brev.docx")
    assert words in str(caught.value)
    assert time.perf_counter() - started < 5


def test_two_parts_of_one_name_are_refused() -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", document(TEXT))
        archive.writestr("word/Document.xml", document(TEXT))
    with pytest.raises(DocumentError, match="to dele med samme navn"):
        read_document(buffer.getvalue(), "brev.docx")


def test_a_zip_with_a_password_is_refused(make_docx: MakeDocx) -> None:
    data = bytearray(make_docx(body=TEXT))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    with pytest.raises(DocumentError, match="zip-fil med adgangskode"):
        read_document(bytes(data), "brev.docx")


def test_flipped_and_lost_bytes_are_damage(make_docx: MakeDocx) -> None:
    data = make_docx(body=TEXT * 200)
    start = data.index(b"word/document.xml") + 60
    flipped = data[:start] + bytes(byte ^ 255 for byte in data[start : start + 40])
    for broken in (flipped + data[start + 40 :], data[: len(data) // 2]):
        with pytest.raises(DocumentError, match="beskadiget"):
            read_document(broken, "brev.docx")


def test_a_part_that_lies_about_its_size_is_read_no_further(make_docx: MakeDocx) -> None:
    xml = document(TEXT * 100).encode()
    data = make_docx(body="", raw={"word/document.xml": xml})
    lie = patched(data, struct.pack("<I", len(xml)), struct.pack("<I", 100))
    with pytest.raises(DocumentError, match="kan ikke pakkes ud"):
        read_document(lie, "brev.docx")


def test_a_relation_that_leads_nowhere_does_no_harm(make_docx: MakeDocx) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lost = "".join(
        f'<Relationship Id="{kind}" Type="{space}/{kind}" Target="{target}"/>'
        for kind, target in {
            "header": "header9.xml",
            "styles": "../../../../etc/passwd",
            "image": "NULL",
            "comments": "comments.xml",
        }.items()
    )
    outer = (
        f'<Relationship Id="h" Type="{space}/hyperlink" Target="http://x" TargetMode="External"/>'
    )
    data = make_docx(body=TEXT, relations=lost + outer)
    assert [block.text for block in read_document(data, "brev.docx").blocks] == ["Du skal"]


def test_a_package_without_relations_is_read_all_the_same(make_zip: MakeZip) -> None:
    data = make_zip({"word/document.xml": document(TEXT)})
    assert [block.text for block in read_document(data, "brev.docx").blocks] == ["Du skal"]


@pytest.mark.parametrize("body", ["", "<w:p/>", "<w:p><w:r/></w:p>", "<w:tbl/>", "<w:sdt/>"])
def test_a_letter_without_text_has_no_blocks(make_docx: MakeDocx, body: str) -> None:
    assert read_document(make_docx(body=body), "brev.docx").blocks == ()


def test_unfinished_fields_lose_no_text(make_docx: MakeDocx) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    body = f"<w:p>{begin.format('end')}{begin.format('separate')}</w:p>{TEXT}"
    assert [block.text for block in read_document(make_docx(body=body), "b").blocks] == ["Du skal"]


def test_many_layers_that_are_still_allowed_are_read(make_docx: MakeDocx) -> None:
    body = "<w:sdt><w:sdtContent>" * 120 + TEXT + "</w:sdtContent></w:sdt>" * 120
    assert len(read_document(make_docx(body=body), "brev.docx").blocks) == 1


def test_clean_refuses_what_cannot_be_read() -> None:
    with pytest.raises(DocumentError, match="ikke et Word-dokument"):
        clean(b"x", "brev.docx")


MEASURE = """
import resource, sys, time
from traek.errors import DocumentError
from traek.word import read_document
data = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
started = time.perf_counter()
try:
    read_document(data, "brev.docx")
except DocumentError as error:
    print(error)
print(time.perf_counter() - started)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


@pytest.mark.parametrize("name", ["word/document.xml", "word/media/image1.png"])
def test_two_megabytes_that_unpack_to_two_gigabytes_cost_nothing(tmp_path: Path, name: str) -> None:
    data = bomb(name, 2 << 30)
    assert len(data) < 4 << 20
    assert zipfile.ZipFile(BytesIO(data)).infolist()[0].file_size == 2 << 30
    (tmp_path / "bombe.docx").write_bytes(data)
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", MEASURE, str(tmp_path / "bombe.docx")],
        check=True,
        capture_output=True,
        text=True,
    )
    sentence, seconds, megabytes = ran.stdout.splitlines()
    assert "»brev.docx«" in sentence
    assert float(seconds) < 1
    assert float(megabytes) < 100


def test_five_hundred_pages_are_read_in_bounded_memory(make_docx: MakeDocx) -> None:
    long = "<w:p><w:r><w:t>" + "Du skal sende os dine papirer. " * 12 + "</w:t></w:r></w:p>"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    blocks = read_document(make_docx(body=long * 4000), "brev.docx").blocks
    assert len(blocks) == 4000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200 * 1024
