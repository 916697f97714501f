import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.persistence.db import page_copy
from app.persistence.db.errors import (
    DiskFull,
    PlanFileDamaged,
    PlanFileExists,
    PlanFileProblem,
    PlanFolderMissing,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.page_copy import copy_file, copy_pages
from tests.integration.persistence.db.samples import query, renamed, stored


def test_a_file_is_copied_with_its_whole_history(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    store = files.open(path)
    store.save(renamed(store.load(), "ann", "Chief"), "An edit", "one")
    store.close()

    files.duplicate(path, tmp_path / "second.irplan")

    assert stored(files, tmp_path / "second.irplan") == stored(files, path)
    every = "SELECT number, request_id, label, changes FROM revision"
    assert query(tmp_path / "second.irplan", every) == query(path, every)


def test_a_save_that_is_not_committed_is_not_copied(path: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM record")

        copy_file(path, tmp_path / "copy.irplan")

        writing.execute("ROLLBACK")
    assert query(tmp_path / "copy.irplan", "SELECT count(*) FROM record") != [(0,)]


def test_nothing_is_overwritten(files: PlanFiles, path: Path, tmp_path: Path) -> None:
    taken = tmp_path / "taken.irplan"
    taken.write_text("mine")

    with pytest.raises(PlanFileExists):
        files.duplicate(path, taken)

    assert taken.read_text() == "mine"


def test_a_missing_folder_is_named(files: PlanFiles, path: Path, tmp_path: Path) -> None:
    with pytest.raises(PlanFolderMissing, match=r"no folder .*nowhere"):
        files.duplicate(path, tmp_path / "nowhere" / "copy.irplan")


def test_a_source_that_is_gone_leaves_no_file(files: PlanFiles, tmp_path: Path) -> None:
    with pytest.raises(PlanFileProblem, match=r"gone\.irplan"):
        files.duplicate(tmp_path / "gone.irplan", tmp_path / "copy.irplan")

    assert list(tmp_path.glob("*copy*")) == list(tmp_path.glob(".~irplan*")) == []


def test_a_disk_that_fills_up_leaves_no_file(
    files: PlanFiles, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: sqlite3.Connection, target: Path) -> None:
        target.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(page_copy, "copy_pages", full)

    with pytest.raises(DiskFull, match=r"no room left on the disk for copy\.irplan"):
        files.duplicate(path, tmp_path / "copy.irplan")

    assert list(tmp_path.glob("*copy*")) == list(tmp_path.glob(".~irplan*")) == []


def test_a_source_with_a_broken_structure_is_not_copied(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    broken = bytearray(path.read_bytes())
    page = int.from_bytes(broken[16:18])
    broken[-page:] = bytes([255]) * page
    path.write_bytes(broken)

    with pytest.raises(PlanFileDamaged):
        files.duplicate(path, tmp_path / "copy.irplan")

    assert not (tmp_path / "copy.irplan").exists()


def test_a_copy_is_never_made_into_a_file_that_is_there(path: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")

    with closing(sqlite3.connect(path)) as source, pytest.raises(FileExistsError):
        copy_pages(source, tmp_path / "copy")

    assert (tmp_path / "copy").read_text() == "mine"
