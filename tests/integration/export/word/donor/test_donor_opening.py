"""A letterhead is judged before anything is exported."""

import os

import pytest

from app.export.word.donor.archive import LARGEST_FILE_MB
from app.export.word.donor.opening import opened
from app.export.word.donor.refusals import LetterheadTooLarge, LetterheadUnreadable, NotALetterhead
from tests.integration.export.word.donor.letterheads import letterhead


def test_a_good_one_is_read_whole_without_remarks(tmp_path):
    file = tmp_path / "house.docx"
    file.write_bytes(letterhead())

    found = opened(file)

    assert found.data == letterhead()
    assert found.remarks == ()


@pytest.mark.parametrize("name", ["missing.docx", "."])
def test_what_is_no_file_is_named(tmp_path, name):
    with pytest.raises(LetterheadUnreadable, match="choose the letterhead again"):
        opened(tmp_path / name)


@pytest.mark.skipif(os.name == "nt", reason="elsewhere: a pipe is no file of Windows")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.docx")

    with pytest.raises(LetterheadUnreadable):
        opened(tmp_path / "pipe.docx")


def test_a_file_that_cannot_be_read_is_said_so(tmp_path, monkeypatch):
    file = tmp_path / "house.docx"
    file.write_bytes(letterhead())
    monkeypatch.setattr(type(file), "read_bytes", _denied)

    with pytest.raises(LetterheadUnreadable, match="cannot be read"):
        opened(file)


def _denied(path):
    raise PermissionError(13, "denied", str(path))


def test_a_large_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "house.docx"
    with file.open("wb") as target:
        target.truncate(LARGEST_FILE_MB * 1_000_000 + 1)
    monkeypatch.setattr(type(file), "read_bytes", _denied)

    with pytest.raises(LetterheadTooLarge):
        opened(file)


def test_what_is_inside_is_judged_too(tmp_path):
    file = tmp_path / "notes.docx"
    file.write_bytes(b"just text")

    with pytest.raises(NotALetterhead):
        opened(file)
