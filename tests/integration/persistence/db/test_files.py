import errno
import os
import stat
from pathlib import Path

import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.persistence.db import files as files_module
from app.persistence.db.errors import (
    DiskFull,
    NotAPlanFile,
    PlanFileExists,
    PlanFileFailing,
    PlanFileLocked,
    PlanFileMissing,
    PlanFileReadOnly,
    PlanFolderMissing,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import write_new
from app.persistence.db.tables import APPLICATION_ID, SCHEMA
from tests.integration.persistence.db.samples import (
    child,
    query,
    renamed,
    sample_plan,
    stored,
)


def names_in(folder: Path) -> set[str]:
    return {found.name for found in folder.iterdir()}


def refuse(number: int) -> object:
    def call(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return call


def test_a_new_file_holds_the_plan_and_nothing_lies_beside_it(files: PlanFiles, path: Path) -> None:
    assert stored(files, path) == sample_plan()
    assert names_in(path.parent) == {"plan.irplan"}


def test_a_new_file_is_marked_as_ours(path: Path) -> None:
    assert query(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert query(path, "PRAGMA user_version") == [(SCHEMA,)]
    assert query(path, "SELECT version_num FROM alembic_version") == [
        (files_module.REVISIONS[SCHEMA],)
    ]


def test_a_new_file_is_for_its_owner_alone(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_making_a_plan_is_its_first_revision(path: Path) -> None:
    assert query(path, "SELECT number, at, actor, label FROM revision") == [
        (1, "2026-11-30T09:00:00.123+00:00", "Ann", "Plan created")
    ]


def test_nothing_is_ever_overwritten(files: PlanFiles, path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(PlanFileExists, match="nothing was overwritten"):
        files.create(path, Plan(RecordId("plan-other")))

    assert path.read_bytes() == before
    assert names_in(path.parent) == {"plan.irplan"}


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    files: PlanFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new.irplan"

    def race(*arguments: object) -> None:
        write_new(*arguments)  # type: ignore[arg-type]
        target.write_text("mine")

    monkeypatch.setattr(files_module, "write_new", race)

    with pytest.raises(PlanFileExists):
        files.create(target, sample_plan())

    assert target.read_text() == "mine"
    assert names_in(tmp_path) == {"new.irplan"}


def test_a_dangling_link_is_not_written_through(files: PlanFiles, tmp_path: Path) -> None:
    (tmp_path / "new.irplan").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(PlanFileExists):
        files.create(tmp_path / "new.irplan", sample_plan())

    assert names_in(tmp_path) == {"new.irplan"}


def test_a_missing_folder_is_named(files: PlanFiles, tmp_path: Path) -> None:
    with pytest.raises(PlanFolderMissing, match=r"There is no folder .*none for new\.irplan"):
        files.create(tmp_path / "none" / "new.irplan", sample_plan())


def test_a_name_too_long_for_the_system_is_a_failure_in_words(
    files: PlanFiles, tmp_path: Path
) -> None:
    with pytest.raises(PlanFileFailing, match="too long"):
        files.create(tmp_path / f"{'x' * 300}.irplan", sample_plan())

    assert names_in(tmp_path) == set()


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, DiskFull), (errno.EACCES, PlanFileReadOnly), (errno.EIO, PlanFileFailing)],
)
@pytest.mark.parametrize("step", ["reserve", "write_new", "_publish"])
def test_a_plan_is_made_whole_or_not_at_all(
    files: PlanFiles,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    kind: type,
) -> None:
    monkeypatch.setattr(files_module, step, refuse(number))

    with pytest.raises(kind):
        files.create(tmp_path / "new.irplan", sample_plan())

    assert names_in(tmp_path) == set()


@pytest.mark.parametrize("number", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_hard_links_takes_new_plans_too(
    files: PlanFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr(os, "link", refuse(number))

    files.create(tmp_path / "new.irplan", sample_plan())

    assert stored(files, tmp_path / "new.irplan") == sample_plan()
    assert names_in(tmp_path) == {"new.irplan"}


def test_a_disk_without_hard_links_overwrites_nothing_either(
    files: PlanFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "new.irplan"

    def race(*_: object) -> None:
        target.write_text("mine")
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", race)

    with pytest.raises(PlanFileExists):
        files.create(target, sample_plan())

    assert target.read_text() == "mine"
    assert names_in(tmp_path) == {"new.irplan"}


def test_a_system_that_refuses_to_rename_onto_a_file_is_left_to_it(
    files: PlanFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.write_text("new")
    monkeypatch.setattr(os, "name", "nt")

    files_module._name(temporary, tmp_path / "new.irplan")

    assert (tmp_path / "new.irplan").read_text() == "new"


# --- opening ------------------------------------------------------------------------------------


def test_an_open_plan_is_locked_and_a_closed_one_is_free(files: PlanFiles, path: Path) -> None:
    store = files.open(path)

    with pytest.raises(PlanFileLocked, match=r"plan\.irplan is open in another irplan: .* since"):
        files.open(path)
    store.close()

    files.open(path).close()
    assert names_in(path.parent) == {"plan.irplan"}


def test_a_plan_open_elsewhere_can_still_be_read(files: PlanFiles, path: Path) -> None:
    store = files.open(path)
    plan = store.load()
    store.save(renamed(plan, "ann", "Chief"), "Title", "r-1")

    reader = files.open(path, read_only=True)

    assert reader.read_only
    assert reader.load().people[RecordId("person-ann")].title == "Chief"
    reader.close()
    store.close()


def test_a_plan_is_locked_whatever_way_leads_to_it(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "link.irplan").symlink_to(path)
    (tmp_path / "there").symlink_to(path.parent)
    store = files.open(path)

    for way in (tmp_path / "link.irplan", tmp_path / "there" / "plan.irplan"):
        with pytest.raises(PlanFileLocked):
            files.open(way)

    store.close()


def test_links_in_a_circle_lead_to_no_file(files: PlanFiles, tmp_path: Path) -> None:
    (tmp_path / "a.irplan").symlink_to(tmp_path / "b.irplan")
    (tmp_path / "b.irplan").symlink_to(tmp_path / "a.irplan")

    with pytest.raises(PlanFileMissing, match=r"a\.irplan"):
        files.open(tmp_path / "a.irplan")


OPEN = """
import sys
from pathlib import Path
files = samples.PlanFiles(Path(sys.argv[2]), samples.FixedClock(), "Bob")
store = files.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_process_is_refused_and_told_who_has_the_plan(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    holder = child(OPEN, str(path), str(tmp_path / "b"))
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"

    with pytest.raises(PlanFileLocked, match=rf"\(process {holder.pid}\)"):
        files.open(path)

    holder.kill()
    holder.communicate()
    files.open(path).close()


def test_a_plan_that_cannot_be_opened_stays_unlocked(files: PlanFiles, path: Path) -> None:
    path.write_bytes(b"not a plan")

    for _ in range(2):
        with pytest.raises(NotAPlanFile, match="not an incident"):
            files.open(path)

    assert names_in(path.parent) == {"plan.irplan"}


def test_a_bug_while_opening_leaves_no_lock(
    files: PlanFiles, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(files_module, "check_header", bug)

    with pytest.raises(ZeroDivisionError):
        files.open(path)

    assert names_in(path.parent) == {"plan.irplan"}


def test_the_name_shown_is_the_file_name(files: PlanFiles, path: Path) -> None:
    store = files.open(path)

    assert (store.name, store.path, store.read_only) == ("plan.irplan", path, False)
    store.close()


def test_opening_and_closing_changes_no_byte(files: PlanFiles, path: Path) -> None:
    before = path.read_bytes()

    store = files.open(path)
    store.load()
    store.backup()
    store.close()

    assert path.read_bytes() == before
