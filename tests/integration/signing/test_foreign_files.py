"""Files of every other kind: one clear sentence each, never a wait."""

import os
import socket
import time
import zipfile
from io import BytesIO

import pytest

from app.services.verifying import FileKind, Verdict
from app.signing.errors import CannotReadFileError, FileTooLargeError
from app.signing.foreign_files import MAX_FILE_BYTES, foreign, kind_of, read_bytes

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"hello", "no PDF and no Word file"),
        (b"\x89PNG\r\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"GIF89a", "picture"),
        (b"{\\rtf1", "rich text"),
        (b"MZ\x90", "program"),
        (b"\x7fELF", "program"),
        (b"SQLite format 3\0", "irplan audit verify"),
        (OLE + b"\0" * 100, "before DOCX"),
        (OLE + b"\0" * 50 + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_each_kind_of_file_has_its_sentence(data, word, verify_bytes):
    assert kind_of(data) is FileKind.OTHER
    assert word in foreign(data)

    report = verify_bytes(data)

    assert report.verdict is Verdict.UNREADABLE
    assert report.problems == (foreign(data),)


@pytest.mark.parametrize(
    ("names", "word"),
    [
        (("README.txt", "SHA256SUMS"), "irplan evidence verify"),
        (("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"),
        (("mimetype",), "OpenDocument"),
        (("notes.txt",), "is missing."),
        (("SHA256SUMS", "word/document.xml"), "not a readable Word document"),
    ],
)
def test_other_archives_have_their_sentence_too(names, word, verify_bytes):
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text" * (name == "mimetype"))

    report = verify_bytes(packed.getvalue())

    assert report.verdict is Verdict.UNREADABLE
    (sentence,) = report.problems
    assert word in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    ("data", "kind"),
    [(b"%PDF-1.7", FileKind.PDF), (b"PK\x03\x04", FileKind.DOCX), (b"PK\x05\x06", FileKind.OTHER)],
)
def test_the_first_bytes_tell_the_kind(data, kind):
    assert kind_of(data) is kind


def test_a_pipe_is_not_waited_for(tmp_path):
    path = tmp_path / "plan.pdf"
    os.mkfifo(path)
    begun = time.monotonic()

    with pytest.raises(CannotReadFileError, match="not a file"):
        read_bytes(path)

    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/random", "/dev/null"])
def test_a_device_is_no_file(device, tmp_path):
    link = tmp_path / "plan.pdf"
    link.symlink_to(device)

    with pytest.raises(CannotReadFileError):
        read_bytes(link)


def test_a_folder_and_a_socket_are_no_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("plan.pdf")
        for path in (tmp_path, tmp_path / "plan.pdf"):
            with pytest.raises(CannotReadFileError):
                read_bytes(path)


def test_a_name_that_cannot_be_is_no_crash(tmp_path):
    with pytest.raises(CannotReadFileError):
        read_bytes(tmp_path / "a\0b")


def test_a_loop_of_links_is_no_file(tmp_path):
    path = tmp_path / "plan.pdf"
    path.symlink_to(path)

    with pytest.raises(CannotReadFileError):
        read_bytes(path)


def test_an_enormous_file_is_refused_at_once(tmp_path):
    path = tmp_path / "plan.pdf"
    with path.open("wb") as file:
        file.truncate(2 << 30)

    with pytest.raises(FileTooLargeError):
        read_bytes(path)


def test_a_file_of_the_largest_size_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr("app.signing.foreign_files.MAX_FILE_BYTES", 10)
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"x" * 10)

    assert len(read_bytes(path)) == 10
    assert MAX_FILE_BYTES == 200 << 20
