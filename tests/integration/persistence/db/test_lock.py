import errno
import fcntl
import json
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.persistence.db import lock as lock_module
from app.persistence.db.errors import (
    DiskFull,
    PlanFileFailing,
    PlanFileLocked,
    PlanFileReadOnly,
)
from app.persistence.db.lock import PlanLock
from tests.integration.persistence.db.samples import child

SINCE = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
HOLD = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.persistence.db.lock import PlanLock
lock = PlanLock(Path(sys.argv[1]), datetime(2026, 11, 30, 9, 0, tzinfo=UTC))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    plan = tmp_path / "plan.irplan"
    plan.touch(0o600)
    return plan


def lock_file(plan: Path) -> Path:
    return plan.with_name("plan.irplan.lock")


def test_the_lock_says_who_holds_it(plan: Path) -> None:
    lock = PlanLock(plan, SINCE)

    said = json.loads(lock_file(plan).read_bytes())

    assert said.keys() == {"person", "computer", "process", "since"}
    assert (said["process"], said["since"]) == (os.getpid(), "2026-11-30T09:00:00+00:00")
    lock.release()


def test_a_released_lock_leaves_nothing_and_is_free(plan: Path) -> None:
    PlanLock(plan, SINCE).release()

    assert not lock_file(plan).exists()
    PlanLock(plan, SINCE).release()


def test_a_second_process_is_refused_and_told_who_holds_it(plan: Path) -> None:
    holder = child(HOLD, str(plan))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"

    with pytest.raises(PlanFileLocked) as caught:
        PlanLock(plan, SINCE)

    assert f"since 2026-11-30 09:00 UTC (process {holder.pid})" in caught.value.message
    holder.communicate("")


def test_the_lock_of_a_killed_process_is_free(plan: Path) -> None:
    holder = child(HOLD, str(plan))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    holder.kill()
    holder.communicate()

    lock = PlanLock(plan, SINCE)

    assert json.loads(lock_file(plan).read_bytes())["process"] == os.getpid()
    lock.release()


def test_the_same_process_is_refused_too(plan: Path) -> None:
    lock = PlanLock(plan, SINCE)

    with pytest.raises(PlanFileLocked):
        PlanLock(plan, SINCE)

    lock.release()


def test_a_refusal_does_not_take_the_lock_away(plan: Path) -> None:
    lock = PlanLock(plan, SINCE)
    for _ in range(2):
        with pytest.raises(PlanFileLocked):
            PlanLock(plan, SINCE)

    assert lock_file(plan).exists()
    lock.release()


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe", b"[]", b"{}", b'{"since": 5}', b'{"since": "soon"}', b"[" * 2_000],
)
def test_a_holder_who_left_no_name_is_said_to_be_unknown(plan: Path, content: bytes) -> None:
    lock = PlanLock(plan, SINCE)
    lock_file(plan).write_bytes(content)

    with pytest.raises(PlanFileLocked, match="somebody whose name could not be read"):
        PlanLock(plan, SINCE)

    lock.release()


def test_a_holder_cannot_send_control_characters_to_a_terminal(plan: Path) -> None:
    lock = PlanLock(plan, SINCE)
    said = {"person": "\x1b[2JMallory", "computer": "c", "process": 1, "since": "2026-11-30"}
    lock_file(plan).write_text(json.dumps(said))

    with pytest.raises(PlanFileLocked, match="Mallory") as caught:
        PlanLock(plan, SINCE)

    assert "\x1b" not in caught.value.message
    lock.release()


def test_a_link_planted_as_lock_file_is_not_followed(plan: Path, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("precious")
    lock_file(plan).symlink_to(tmp_path / "precious")

    with pytest.raises(PlanFileFailing):
        PlanLock(plan, SINCE)

    assert (tmp_path / "precious").read_text() == "precious"


def test_a_folder_in_the_place_of_the_lock_is_a_failure(plan: Path) -> None:
    lock_file(plan).mkdir()

    with pytest.raises(PlanFileFailing, match="directory"):
        PlanLock(plan, SINCE)


def test_whoever_may_write_the_plan_may_lock_it(plan: Path) -> None:
    plan.chmod(0o664)

    lock = PlanLock(plan, SINCE)

    assert stat.S_IMODE(lock_file(plan).stat().st_mode) == 0o664
    lock.release()


def test_a_lock_file_its_holder_takes_away_meanwhile_does_not_count(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a third process would make and lock another file of that name."""
    other = PlanLock(plan, SINCE)
    plain_take = lock_module._take

    def take(file: object) -> bool:
        monkeypatch.setattr(lock_module, "_take", plain_take)
        other.release()
        return plain_take(file)  # type: ignore[arg-type]

    monkeypatch.setattr(lock_module, "_take", take)
    lock = PlanLock(plan, SINCE)

    with pytest.raises(PlanFileLocked):
        PlanLock(plan, SINCE)

    lock.release()


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, PlanFileReadOnly),
        (errno.ENOSPC, DiskFull),
        (errno.ENOLCK, PlanFileFailing),
    ],
)
def test_a_disk_that_gives_no_lock_is_not_somebody_else(
    plan: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)

    with pytest.raises(kind):
        PlanLock(plan, SINCE)


def test_a_lock_that_cannot_be_signed_on_a_full_disk_still_holds(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(lock_module, "_sign", full)
    lock = PlanLock(plan, SINCE)

    with pytest.raises(PlanFileLocked, match="could not be read"):
        PlanLock(plan, SINCE)

    lock.release()


def test_a_person_without_an_account_name_is_somebody(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nameless() -> str:
        raise KeyError("uid")

    monkeypatch.setattr("getpass.getuser", nameless)
    lock = PlanLock(plan, SINCE)

    assert json.loads(lock_file(plan).read_bytes())["person"] == "somebody"
    lock.release()


def test_releasing_after_the_folder_is_gone_is_no_failure(plan: Path) -> None:
    lock = PlanLock(plan, SINCE)
    lock_file(plan).unlink()

    lock.release()

    PlanLock(plan, SINCE).release()


def test_where_an_open_file_cannot_be_removed_the_lock_is_closed_first(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = PlanLock(plan, SINCE)
    unlink = Path.unlink

    def unlink_closed(path: Path) -> None:
        if not lock._file.closed:
            raise PermissionError("in use")
        unlink(path)

    monkeypatch.setattr(Path, "unlink", unlink_closed)
    with monkeypatch.context() as other_system:
        other_system.setattr(os, "name", "nt")
        lock.release()

    assert not lock_file(plan).exists()
