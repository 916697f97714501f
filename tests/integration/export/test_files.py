import errno
import os
from pathlib import Path

import pytest

from app.export import files
from app.export.files import (
    DamagedWriteError,
    DiskFullError,
    FolderMissingError,
    NotAllowedError,
    ReadOnlyError,
    WriteError,
    prepare_folder,
    sweep,
    write_file,
)

DATABASE = b"SQLite format 3\x00"


def test_a_file_is_written_for_its_owner_alone(tmp_path):
    write_file(tmp_path / "plan.pdf", b"data")

    assert (tmp_path / "plan.pdf").read_bytes() == b"data"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]
    if os.name == "posix":
        assert (tmp_path / "plan.pdf").stat().st_mode & 0o777 == 0o600


def test_an_existing_file_is_replaced(tmp_path):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old and longer")

    write_file(target, b"new")

    assert target.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, NotAllowedError),
        (errno.EROFS, ReadOnlyError),
        (errno.ENOENT, FolderMissingError),
        (errno.EIO, WriteError),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "open"])
def test_a_failing_disk_leaves_the_old_file_and_nothing_else(
    tmp_path, monkeypatch, number, kind, call
):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    def fail(*_args, **_options):
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, fail)
        with pytest.raises(kind) as caught:
            write_file(target, b"new")

    assert type(caught.value) is kind
    assert "plan.pdf" in caught.value.message
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["plan.pdf"]


def test_what_reads_back_differently_is_not_put_in_place(tmp_path, monkeypatch):
    target = tmp_path / "plan.pdf"
    target.write_bytes(b"old")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", lambda _path: b"rotten")
        with pytest.raises(DamagedWriteError):
            write_file(target, b"new")

    assert target.read_bytes() == b"old"


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(FolderMissingError) as caught:
        write_file(tmp_path / "gone" / "plan.pdf", b"new")

    assert caught.value.code == "files.folder-missing"


def test_a_folder_in_the_way_is_an_error_of_ours(tmp_path):
    (tmp_path / "plan.pdf").mkdir()

    with pytest.raises(WriteError):
        write_file(tmp_path / "plan.pdf", b"new")


def test_only_old_leftovers_are_swept(tmp_path):
    stale, fresh, foreign = (
        tmp_path / name for name in (".~irplan-1.tmp", ".~irplan-2.tmp", ".~other.tmp")
    )
    for path in (stale, fresh, foreign):
        path.write_bytes(b"part")
    for path in (stale, foreign):
        os.utime(path, (0, 0))

    assert sweep(tmp_path) == (stale,)
    assert sorted(tmp_path.iterdir()) == sorted((fresh, foreign))
    assert files.STALE_SECONDS > 60


def test_a_missing_folder_is_made_and_left_empty(tmp_path):
    folder = tmp_path / "new" / "one"

    prepare_folder(folder)

    assert list(folder.iterdir()) == []


def test_a_file_in_the_way_of_a_folder_is_named_with_what_to_do(tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("mine")

    with pytest.raises(NotAllowedError, match=r"taken could not be saved: a file of that name"):
        prepare_folder(taken)

    assert taken.read_text() == "mine"


def test_a_plan_is_never_replaced_by_what_is_made_of_it(tmp_path):
    plan = tmp_path / "plan.irplan"
    plan.write_bytes(DATABASE + b"all of our work")

    with pytest.raises(NotAllowedError, match="a plan of that name is in the way"):
        write_file(plan, b"Order,Call\r\n")

    assert plan.read_bytes() == DATABASE + b"all of our work"
    assert list(tmp_path.iterdir()) == [plan]


def test_a_database_may_replace_one(tmp_path):
    target = tmp_path / "copy.irplan"
    target.write_bytes(DATABASE + b"old")

    write_file(target, DATABASE + b"new")

    assert target.read_bytes() == DATABASE + b"new"
