import os
import stat
from pathlib import Path

import pytest

from app.persistence.db.folders import reserve, sync_folder


def test_a_reserved_file_is_empty_and_for_its_owner_alone(tmp_path: Path) -> None:
    reserve(tmp_path / "new")

    found = (tmp_path / "new").stat()
    assert (found.st_size, stat.S_IMODE(found.st_mode)) == (0, 0o600)


def test_an_existing_file_is_not_reserved(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("mine")

    with pytest.raises(FileExistsError):
        reserve(tmp_path / "old")

    assert (tmp_path / "old").read_text() == "mine"


def test_a_folder_is_written_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[os.stat_result] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor)))

    sync_folder(tmp_path)

    assert [os.path.samestat(each, tmp_path.stat()) for each in synced] == [True]


def test_a_system_without_a_way_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    monkeypatch.setattr("app.persistence.db.folders.os.name", "nt")

    sync_folder(tmp_path)

    assert synced == []


def test_a_folder_that_cannot_be_synced_is_no_failure(tmp_path: Path) -> None:
    sync_folder(tmp_path / "missing")
