"""What may be anybody's: the packages of the abuse cases (P) end in one sentence each."""

import hashlib
import io
import os
import stat
import struct
import zipfile
from contextlib import suppress

import pytest

from app.domain.errors import IrplanError
from app.exchange.evidence import unpacking
from app.exchange.evidence.archive import archived
from app.exchange.evidence.unpacking import (
    NotAPack,
    PackDamaged,
    PackTooLarge,
    PackUnreadable,
    PackUnsafe,
    unpacked,
)

FILES = {"README.txt": b"one", "plan/plan.json": b"{}" * 500, "SHA256SUMS": b""}
GOOD = archived(FILES)


@pytest.fixture
def read(tmp_path):
    """Return a function that writes bytes to a file and reads it as a pack."""

    def reading(data: bytes):
        path = tmp_path / "e.zip"
        path.write_bytes(data)
        return unpacked(path)

    return reading


def zipped(*entries, **options) -> bytes:
    """A zip of names, or of entries and their bytes."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", **options) as archive:
        for entry in entries:
            if isinstance(entry, tuple):
                archive.writestr(*entry)
            else:
                archive.writestr(entry, b"x")
    return target.getvalue()


def test_a_pack_is_read_back_as_it_was_written(read):
    found = read(GOOD)

    assert found.files == FILES
    assert found.file == "e.zip"
    assert found.sha256 == hashlib.sha256(GOOD).hexdigest()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"just text" * 100,
        b"%PDF-1.7\n",
        b"MZ" + bytes(100),
        b"#!/bin/sh\n" + GOOD,
        b"PK\x05\x06" + bytes(18),
    ],
)
def test_other_files_are_no_packs(read, data):
    with pytest.raises(NotAPack, match=r"e\.zip is no evidence pack: choose"):
        read(data)


@pytest.mark.parametrize(
    "data",
    [
        GOOD[:-1],
        GOOD[: len(GOOD) // 2],
        GOOD[:4],
        GOOD + b"x",
        GOOD + GOOD[-22:-2] + b"\1\0x",
        GOOD.replace(b"one", b"One", 1) if b"one" in GOOD else GOOD[:40] + b"\xff" + GOOD[41:],
        b"PK\x03\x04" + bytes(1000),
        b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + b"\xff" * 18,
    ],
)
def test_a_damaged_pack_is_told_as_one(read, data):
    with pytest.raises(PackDamaged, match="ask for it again"):
        read(data)


def test_every_flipped_byte_is_found_or_changes_nothing(read):
    for at in range(len(GOOD)):
        broken = bytearray(GOOD)
        broken[at] ^= 0x55
        with suppress(IrplanError):
            assert read(bytes(broken)).files == FILES, at


@pytest.mark.parametrize("end", range(0, len(GOOD), 7))
def test_every_cut_is_found(read, end):
    with pytest.raises(IrplanError):
        read(GOOD[:end])


@pytest.mark.parametrize(
    "name",
    [
        "../../evil",
        "/etc/cron.d/x",
        "C:\\x",
        "..\\..\\x",
        "plan/../../x",
        "CON.txt",
        "nul",
        "trailing.",
        "x:evil",
        "\u202etxt.exe",
        "a" * 300,
        ".hidden",
        "folder/",
        "new\nline",
        "nul\0byte",
    ],
)
def test_names_that_lead_elsewhere_are_unsafe(read, name):
    with pytest.raises(PackUnsafe, match="has a name that leads elsewhere"):
        read(zipped("README.txt", zipfile.ZipInfo(name)))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("names", [("a.txt", "a.txt"), ("plan.json", "PLAN.json")])
def test_two_files_of_one_name_are_unsafe(read, names):
    with pytest.raises(PackUnsafe, match="the same name"):
        read(zipped(*names))


def test_links_and_devices_are_unsafe(read):
    for kind in (stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR):
        entry = zipfile.ZipInfo("link")
        entry.external_attr = (kind | 0o777) << 16
        with pytest.raises(PackUnsafe, match="a link or a device"):
            read(zipped((entry, b"/etc/passwd")))


def test_encryption_is_unsafe(read):
    data = bytearray(zipped("a.txt"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1

    with pytest.raises(PackUnsafe, match="encrypted"):
        read(bytes(data))


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_other_ways_to_compress_are_unsafe(read, method):
    with pytest.raises(PackUnsafe, match="compressed in a way"):
        read(zipped("a.txt", compression=method))


def test_a_comment_at_the_end_is_damage(read):
    target = io.BytesIO(GOOD)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"hello"

    with pytest.raises(PackDamaged):
        read(target.getvalue())


def test_files_that_share_their_bytes_are_refused(read):
    """As a bomb does that unpacks one kernel under many names."""
    data = bytearray(zipped(("a.txt", b"x" * 50), ("b.txt", b"y")))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = struct.pack("<I", 10)

    with pytest.raises((PackUnsafe, PackDamaged)):
        read(bytes(data))


def test_nothing_hides_between_the_files(read):
    second = GOOD.index(b"PK\x03\x04", 1)
    listed = GOOD.index(b"PK\x01\x02")
    shifted = bytearray(GOOD[:second] + b"hidden" + GOOD[second:])
    for entry, place in ((1, second), (2, GOOD.index(b"PK\x03\x04", second + 1))):
        at = [at for at in range(listed, len(shifted)) if shifted[at:].startswith(b"PK\x01\x02")][
            entry
        ]
        shifted[at + 42 : at + 46] = struct.pack("<I", place + 6)
    shifted[-6:-2] = struct.pack("<I", listed + 6)

    with zipfile.ZipFile(io.BytesIO(shifted)) as archive:
        assert archive.testzip() is None
    with pytest.raises(PackUnsafe, match="something is hidden in it"):
        read(bytes(shifted))


def test_a_bomb_is_stopped_while_it_unpacks(read, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 1 << 20)
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 3 << 20)
    flat = zipped(("zeros", bytes(2 << 20)), compression=zipfile.ZIP_DEFLATED)
    many = zipped(
        *((f"zeros-{at}", bytes(1 << 20)) for at in range(4)), compression=zipfile.ZIP_DEFLATED
    )

    for bomb in (flat, many):
        assert len(bomb) < 1 << 16
        with pytest.raises(PackTooLarge, match="unpacks to more"):
            read(bomb)


def test_a_real_bomb_of_a_gigabyte_ends_soon(read):
    piece = bytes(64 << 20)
    bomb = zipped(*((f"zeros-{at}", piece) for at in range(5)), compression=zipfile.ZIP_DEFLATED)

    with pytest.raises(PackTooLarge):
        read(bomb)


def test_a_header_that_lies_about_its_size_is_damage(read):
    data = bytearray(zipped(("zeros", bytes(1 << 20)), compression=zipfile.ZIP_DEFLATED))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(signature) + offset
        data[at : at + 4] = struct.pack("<I", 10)

    with pytest.raises(PackDamaged):
        read(bytes(data))


def test_too_many_files_are_refused(read, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_FILES", 2)

    with pytest.raises(PackTooLarge, match="holds 3 files"):
        read(GOOD)


def test_a_file_too_large_is_refused(read, monkeypatch):
    monkeypatch.setattr(unpacking, "MOST_BYTES", 10)

    with pytest.raises(PackTooLarge, match="larger than"):
        read(GOOD)


def test_folders_pipes_and_what_is_not_there_are_told_at_once(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path in (tmp_path, tmp_path / "none", pipe, tmp_path / ("x" * 5000)):
        with pytest.raises(PackUnreadable):
            unpacked(path)


def test_an_office_document_is_unsafe_for_its_names(read):
    with pytest.raises(PackUnsafe):
        read(zipped("[Content_Types].xml", "word/document.xml"))
