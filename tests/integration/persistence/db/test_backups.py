import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine

from app.persistence.db import backups as backups_module
from app.persistence.db.backups import KEEP_DAILY, KEEP_LATEST, KEEP_WEEKLY, Backups, kept
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import BackupFailed
from app.persistence.db.files import PlanFiles
from tests.integration.persistence.db.samples import (
    FixedClock,
    run_sql,
    sample_plan,
    stored,
)

START = datetime(2025, 1, 1, tzinfo=UTC)
TIMES = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = plan_engine(path)
    yield engine
    engine.dispose()


@pytest.fixture
def backups(tmp_path: Path, path: Path) -> Backups:
    backups = Backups(tmp_path / "backups", path)
    backups.changed()
    return backups


def test_a_copy_opens_and_holds_the_plan(
    backups: Backups, engine: Engine, clock: FixedClock, files: PlanFiles
) -> None:
    copy = backups.keep(engine, clock.now())

    assert copy is not None
    assert copy.name == "20261130T090000123456Z.irplan"
    assert stored(files, copy) == sample_plan()
    assert backups.copies() == (copy,)


def test_a_copy_is_for_its_owner_alone(backups: Backups, engine: Engine, clock: FixedClock) -> None:
    copy = backups.keep(engine, clock.now())

    assert copy is not None
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert stat.S_IMODE(backups.folder.stat().st_mode) == 0o700


def test_nothing_is_copied_when_nothing_changed(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    first = backups.keep(engine, clock.now())

    clock.pass_by(hours=1)

    assert first is not None
    assert backups.keep(engine, clock.now()) is None
    assert backups.copies() == (first,)


def test_a_plan_written_after_its_last_copy_is_copied_when_it_is_opened_again(
    backups: Backups, engine: Engine, clock: FixedClock, path: Path
) -> None:
    copy = backups.keep(engine, clock.now())
    assert copy is not None
    made = copy.stat().st_mtime

    os.utime(path, (made - 60, made - 60))
    assert Backups(backups.folder.parent, path).keep(engine, clock.now()) is None

    os.utime(path, (made + 60, made + 60))
    assert Backups(backups.folder.parent, path).keep(engine, clock.now()) is not None


def test_the_latest_copy_comes_first(backups: Backups, engine: Engine, clock: FixedClock) -> None:
    made = []
    for _ in range(3):
        backups.changed()
        made.append(backups.keep(engine, clock.now()))
        clock.pass_by(minutes=1)

    assert list(backups.copies()) == made[::-1]


def test_copies_of_the_same_moment_do_not_take_each_other_s_place(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    made = []
    for _ in range(3):
        backups.changed()
        made.append(backups.keep(engine, clock.now()))

    assert list(backups.copies()) == made[::-1]
    assert len(made) == len(set(made))


def test_old_copies_are_thinned_out(backups: Backups, engine: Engine, clock: FixedClock) -> None:
    for _ in range(KEEP_LATEST + 5):
        backups.changed()
        backups.keep(engine, clock.now())
        clock.pass_by(minutes=1)

    assert len(backups.copies()) == KEEP_LATEST


def test_files_of_others_in_the_folder_are_left_alone(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    backups.folder.mkdir(parents=True)
    (backups.folder / "before the audit.irplan").write_text("mine")

    copy = backups.keep(engine, clock.now())

    assert (backups.folder / "before the audit.irplan").exists()
    assert backups.copies() == (copy,)


@pytest.mark.parametrize("kind", ["folder", "link"])
def test_what_bears_a_copy_s_name_but_is_no_file_is_left_alone(
    backups: Backups, engine: Engine, clock: FixedClock, tmp_path: Path, kind: str
) -> None:
    backups.folder.mkdir(parents=True)
    odd = backups.folder / "20200101T000000000000Z.irplan"
    odd.mkdir() if kind == "folder" else odd.symlink_to(tmp_path / "nowhere")
    for _ in range(KEEP_LATEST + 2):
        backups.changed()
        copy = backups.keep(engine, clock.now())
        clock.pass_by(minutes=1)
        assert copy in backups.copies()

    assert odd not in backups.copies()
    assert os.path.lexists(odd)


def altered(path: Path) -> None:
    """Change the content of a plan file so that SQLite itself does not notice."""
    run_sql(path, "UPDATE record SET body = replace(body, 'Hull', 'Bull')")


def test_the_last_verified_copy_is_never_thinned_out(
    backups: Backups, engine: Engine, clock: FixedClock, path: Path
) -> None:
    good = backups.keep(engine, clock.now())
    assert good is not None
    altered(path)
    for _ in range(KEEP_LATEST * 3):
        clock.pass_by(minutes=1)
        backups.changed()
        assert backups.keep(engine, clock.now()) is not None

    assert good in backups.copies()
    assert len(backups.copies()) == KEEP_LATEST + 1


def test_once_a_newer_copy_is_verified_the_old_one_may_go(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    first = backups.keep(engine, clock.now())
    for _ in range(KEEP_LATEST):
        clock.pass_by(minutes=1)
        backups.changed()
        backups.keep(engine, clock.now())

    assert first not in backups.copies()


def test_a_copy_that_went_bad_since_does_not_count_as_the_last_verified(
    backups: Backups, engine: Engine, clock: FixedClock, path: Path
) -> None:
    made = []
    for _ in range(KEEP_LATEST):
        made.append(backups.keep(engine, clock.now()))
        clock.pass_by(minutes=1)
        backups.changed()
    oldest = made[0]
    assert oldest is not None
    for copy in made[1:]:
        assert copy is not None
        altered(copy)
    altered(path)

    backups.keep(engine, clock.now())

    assert oldest in backups.copies()


def test_the_copy_just_made_stays_though_the_clock_went_back(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    for _ in range(KEEP_LATEST + KEEP_DAILY + KEEP_WEEKLY):
        backups.changed()
        backups.keep(engine, clock.now())
        clock.pass_by(days=8)
    clock.pass_by(days=-2_000)
    backups.changed()

    copy = backups.keep(engine, clock.now())

    assert copy in backups.copies()


def test_a_folder_that_cannot_be_read_is_an_error_not_an_empty_list(
    backups: Backups, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "scandir", refused)

    with pytest.raises(PermissionError):
        backups.copies()


def test_leftovers_of_an_attempt_cut_short_are_swept(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    backups.folder.mkdir(parents=True)
    (backups.folder / "20261101T000000000000Z.tmp").write_text("half")

    copy = backups.keep(engine, clock.now())

    assert list(backups.folder.iterdir()) == [copy]


def test_plans_of_one_name_have_folders_of_their_own(tmp_path: Path) -> None:
    folders = {Backups(tmp_path, Path(f"/{place}/plan.irplan")).folder for place in ("a", "b")}

    assert len(folders) == 2


def test_the_longest_file_name_makes_no_longer_folder_name(tmp_path: Path) -> None:
    folder = Backups(tmp_path, Path("/plans") / f"{'ü' * 120}.irplan").folder

    folder.mkdir()

    assert folder.is_dir()


def test_a_failure_is_named_and_the_next_call_tries_again(
    backups: Backups, engine: Engine, clock: FixedClock
) -> None:
    backups.folder.parent.mkdir(exist_ok=True)
    backups.folder.write_text("a file where the folder should be")

    with pytest.raises(BackupFailed, match=r"could be kept in .*plan-.*file exists.*is saved"):
        backups.keep(engine, clock.now())
    backups.folder.unlink()

    assert backups.keep(engine, clock.now()) is not None


def test_a_copy_that_failed_leaves_nothing(
    backups: Backups, engine: Engine, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(BackupFailed, match="no space left"):
        backups.keep(engine, clock.now())

    assert list(backups.folder.iterdir()) == []


def test_a_damaged_copy_is_not_kept(
    path: Path, backups: Backups, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = bytearray(path.read_bytes())
    page = int.from_bytes(broken[16:18])
    broken[-page:] = bytes([255]) * page
    path.write_bytes(broken)
    engine = plan_engine(path)

    with pytest.raises(BackupFailed, match=r"damaged|malformed"):
        backups.keep(engine, clock.now())

    assert list(backups.folder.iterdir()) == []
    engine.dispose()


def test_a_plan_that_cannot_be_read_is_not_copied(
    tmp_path: Path, backups: Backups, clock: FixedClock
) -> None:
    with pytest.raises(BackupFailed, match="unable to open"):
        backups.keep(plan_engine(tmp_path / "none.irplan"), clock.now())


def test_a_copy_is_on_the_disk_before_it_gets_its_name(
    backups: Backups, engine: Engine, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(descriptor: int) -> None:
        steps.append("sync")
        sync(descriptor)

    def noted_name(old: Path, new: Path) -> Path:
        steps.append("name")
        return replace(old, new)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_name)

    backups.keep(engine, clock.now())

    assert steps == ["sync", "name", "sync"]


def as_copies(times: list[datetime]) -> dict[Path, datetime]:
    return {Path(f"{at:%Y%m%dT%H%M%S%f}"): at for at in times}


@given(st.lists(TIMES, max_size=60))
def test_the_policy_keeps_the_latest_of_all(times: list[datetime]) -> None:
    copies = as_copies(times)
    latest = sorted(copies, key=copies.__getitem__, reverse=True)[:KEEP_LATEST]

    assert set(latest) <= kept(copies)


@given(st.lists(TIMES, max_size=60))
def test_the_policy_keeps_the_last_of_each_recent_day_and_week(times: list[datetime]) -> None:
    copies = as_copies(times)
    keep = {copies[path] for path in kept(copies)}

    for number, name in ((KEEP_DAILY, "%Y-%j"), (KEEP_WEEKLY, "%G-%V")):
        periods = sorted({at.strftime(name) for at in copies.values()}, reverse=True)[:number]
        for period in periods:
            assert max(at for at in copies.values() if at.strftime(name) == period) in keep


@given(st.lists(TIMES, max_size=60))
def test_the_policy_keeps_no_more_than_it_says(times: list[datetime]) -> None:
    keep = kept(as_copies(times))

    assert len(keep) <= KEEP_LATEST + KEEP_DAILY + KEEP_WEEKLY


@given(st.lists(TIMES, max_size=60))
def test_thinning_out_twice_removes_nothing_more(times: list[datetime]) -> None:
    copies = as_copies(times)
    keep = kept(copies)

    assert kept({path: copies[path] for path in keep}) == keep


def test_a_year_of_work_every_half_hour_is_held_by_few_copies() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    copies: dict[Path, datetime] = {}
    for step in range(365 * 8):
        at = start + timedelta(days=step // 8, minutes=30 * (step % 8))
        copies |= as_copies([at])
        copies = {path: copies[path] for path in kept(copies)}

    ages = sorted((max(copies.values()) - at).days for at in copies.values())
    assert len(copies) <= KEEP_LATEST + KEEP_DAILY + KEEP_WEEKLY
    assert ages[-1] >= 7 * (KEEP_WEEKLY - 2)


def test_the_reason_never_is_empty() -> None:
    assert backups_module._why(OSError()) == "unknown error"
    assert backups_module._why(sqlite3.OperationalError("disk I/O error")) == "disk I/O error"
