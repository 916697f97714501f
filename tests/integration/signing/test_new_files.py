import stat

import pytest

from app.signing.new_files import OWNER_ONLY, write_new


def test_a_new_file_has_its_content_and_its_mode(tmp_path):
    write_new(tmp_path / "key", b"secret", OWNER_ONLY)

    assert (tmp_path / "key").read_bytes() == b"secret"
    assert stat.S_IMODE((tmp_path / "key").stat().st_mode) == 0o600


def test_an_existing_file_stays_and_no_draft_is_left(tmp_path):
    (tmp_path / "key").write_bytes(b"old")

    with pytest.raises(FileExistsError):
        write_new(tmp_path / "key", b"new", OWNER_ONLY)

    assert [file.name for file in tmp_path.iterdir()] == ["key"]
    assert (tmp_path / "key").read_bytes() == b"old"
