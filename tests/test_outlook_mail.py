"""Mails saved from Outlook: read from a compound file that is made here by hand."""

from __future__ import annotations

import struct
from typing import TypeAlias

import pytest

from traek import DocumentError
from traek.loaders.msg import MsgLoader

Tree: TypeAlias = "dict[str, bytes | Tree]"
SECTOR = 512
END, FREE, FAT, NONE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0xFFFFFFFF
STORAGE, STREAM, ROOT = 1, 2, 5


def compound_file(tree: Tree) -> bytes:
    """A compound file of these storages and streams; siblings hang in a chain, which is allowed."""
    entries: list[list[object]] = [["Root Entry", ROOT, NONE, NONE, END, 0]]
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        # Streams below 4096 bytes would live in a stream of their own; make them longer.
        data = data.ljust(4096, b"\0")
        first = len(sectors)
        for at in range(0, len(data), SECTOR):
            sectors.append(data[at : at + SECTOR].ljust(SECTOR, b"\0"))
            fat.append(len(sectors))
        fat[-1] = END
        return first

    def add(children: Tree) -> int:
        following = NONE
        for name, content in sorted(children.items(), key=lambda item: item[0], reverse=True):
            entry: list[object] = [name, STREAM, following, NONE, END, 0]
            entries.append(entry)
            following = len(entries) - 1
            if isinstance(content, dict):
                entry[1], entry[3] = STORAGE, add(content)
            else:
                entry[4], entry[5] = store(content), max(len(content), 4096)
        return following

    entries[0][3] = add(tree)
    directory = b"".join(map(_entry, entries))
    start = store(directory)
    fat_sectors = -(-(len(sectors) + 1) * 4 // SECTOR)
    places = list(range(len(sectors), len(sectors) + fat_sectors))
    fat += [FAT] * fat_sectors
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(fat_sectors * SECTOR, b"\xff")
    header = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16)
    header += struct.pack(
        "<HHHHHHIIIIIIIIII",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        0,
        0,
        fat_sectors,
        start,
        0,
        4096,
        END,
        0,
        END,
        0,
    )
    header += struct.pack("<109I", *places, *[FREE] * (109 - fat_sectors))
    return header + b"".join(sectors) + table


def _entry(entry: list[object]) -> bytes:
    name, kind, right, child, start, size = entry
    encoded = f"{name}\0".encode("utf-16-le")
    numbers = struct.pack("<HBBIII", len(encoded), kind, 1, NONE, right, child)
    return encoded.ljust(64, b"\0") + numbers + bytes(36) + struct.pack("<IQ", start, size)


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def test_an_outlook_mail_is_its_subject_its_text_and_what_is_attached() -> None:
    data = compound_file(
        {
            "__substg1.0_0037001F": wide("Svar på din henvendelse"),
            "__substg1.0_1000001F": wide("Kære Søren\r\n\r\nTak for din mail.\r\n"),
            "__attach_version1.0_#00000000": {
                "__substg1.0_37010102": "Bilag æ".encode() + b"\n" * 5000,
                "__substg1.0_3707001F": wide("bilag.txt"),
            },
        }
    )
    document = MsgLoader().load(data, "svar.msg")
    assert [(block.text, block.part) for block in document.blocks] == [
        ("Svar på din henvendelse", "emne"),
        ("Kære Søren", "hoveddel"),
        ("Tak for din mail.", "hoveddel"),
        ("Bilag æ", "bilag »bilag.txt«"),
    ]


def test_an_old_outlook_mail_is_read_in_the_windows_code_page() -> None:
    data = compound_file({"__substg1.0_1000001E": "Kære Søren".encode("cp1252")})
    assert [block.text for block in MsgLoader().load(data, "svar.msg").blocks] == ["Kære Søren"]


def test_an_outlook_mail_in_html_is_read() -> None:
    page = "<html><p>Kære <b>Søren</b></p>".encode("cp1252")
    data = compound_file({"__substg1.0_10130102": page})
    assert [block.text for block in MsgLoader().load(data, "svar.msg").blocks] == ["Kære Søren"]


def test_a_mail_that_only_outlook_can_unpack_says_what_to_do() -> None:
    data = compound_file({"__substg1.0_10090102": b"LZFu"})
    with pytest.raises(DocumentError, match=r"gem den som \.html eller \.txt"):
        MsgLoader().load(data, "svar.msg")
