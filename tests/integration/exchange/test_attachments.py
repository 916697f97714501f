import hashlib
import os
import tracemalloc

import pytest

from app.exchange.attachments import PIECE, AttachmentUnreadable, measure
from app.services.learning.attaching import MOST_INSIDE, MeasuredFile

DATA = b"minutes\r\n\x00\xff"


def test_a_file_is_measured_byte_by_byte(tmp_path):
    file = tmp_path / "Minutes \u00e9.pdf"
    file.write_bytes(DATA)
    sha = hashlib.sha256(DATA).hexdigest()

    assert measure(file, inside=False) == MeasuredFile(file.name, len(DATA), sha)
    assert measure(file, inside=True) == MeasuredFile(file.name, len(DATA), sha, DATA)


def test_an_empty_file_is_a_file(tmp_path):
    file = tmp_path / "empty"
    file.touch()

    assert measure(file, inside=True) == MeasuredFile(
        "empty", 0, hashlib.sha256(b"").hexdigest(), b""
    )


@pytest.mark.parametrize(("size", "inside"), [(MOST_INSIDE, True), (MOST_INSIDE + 1, False)])
def test_bytes_beyond_the_limit_stay_outside(tmp_path, size, inside):
    file = tmp_path / "recording.mp4"
    with file.open("wb") as stream:
        stream.truncate(size)

    found = measure(file, inside=True)

    assert found.size == size
    assert (found.data is not None) is inside
    assert len(found.data or b"") == (size if inside else 0)


def test_a_large_file_is_never_held_whole(tmp_path):
    file = tmp_path / "recording.mp4"
    with file.open("wb") as stream:
        stream.truncate(3 * MOST_INSIDE)

    tracemalloc.start()
    found = measure(file, inside=False)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert found.size == 3 * MOST_INSIDE
    assert peak < 4 * PIECE


def test_what_is_no_file_is_refused(tmp_path):
    for path in (tmp_path, tmp_path / "gone", tmp_path / "a\x00b"):
        with pytest.raises(AttachmentUnreadable, match="There is no file"):
            measure(path, inside=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only where pipes are files")
def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(AttachmentUnreadable):
        measure(pipe, inside=False)


def test_a_file_that_cannot_be_read_says_why(tmp_path, monkeypatch):
    file = tmp_path / "minutes.pdf"
    file.write_bytes(DATA)
    monkeypatch.setattr("pathlib.Path.open", _refuse)

    with pytest.raises(AttachmentUnreadable, match=r"cannot be read: permission denied\.$"):
        measure(file, inside=False)


def _refuse(*_: object) -> None:
    raise PermissionError(13, "Permission denied")
