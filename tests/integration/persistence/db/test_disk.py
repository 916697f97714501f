"""Disks that are full, files and folders that may not be written."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Section
from app.persistence.db.errors import BackupFailed, DiskFull
from app.persistence.db.files import PlanFiles
from tests.integration.persistence.db.samples import (
    NOBODY,
    FixedClock,
    is_root,
    outcome,
    query,
    sample_plan,
    save,
    stored,
    with_records,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: POSIX")


@pytest.fixture
def small_disk(tool: Callable[[str], str]) -> Iterator[Path]:
    """A disk of one megabyte."""
    if not is_root():
        pytest.skip("elsewhere: mounting needs root")
    folder = Path(tempfile.mkdtemp())
    mount = [tool("mount"), "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        folder.rmdir()
        pytest.skip("elsewhere: this system lets nobody mount a disk")
    yield folder
    subprocess.run([tool("umount"), str(folder)], check=True)
    folder.rmdir()


def fill(folder: Path) -> Path:
    """Take what room is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


def long_section(length: int) -> Section:
    return Section(RecordId("scope"), "Scope", prose="long " * length)


def test_a_full_disk_is_told_and_the_same_edit_succeeds_after_freeing(
    small_disk: Path, tmp_path: Path
) -> None:
    files = PlanFiles(tmp_path / "backups", FixedClock(), "Ann")
    files.create(small_disk / "plan.irplan", sample_plan())
    store = files.open(small_disk / "plan.irplan")
    plan = store.load()
    edited = with_records(plan, [long_section(18_000)])
    filler = fill(small_disk)

    for _ in range(2):
        with pytest.raises(DiskFull, match=r"no room left on the disk for plan\.irplan"):
            save(store, plan, edited, "r-1")
        assert store.load() == plan
    filler.unlink()
    save(store, plan, edited, "r-1")

    store.close()
    assert stored(files, small_disk / "plan.irplan") == edited
    assert query(small_disk / "plan.irplan", "PRAGMA quick_check") == [("ok",)]


def test_a_plan_opens_on_a_full_disk(small_disk: Path, tmp_path: Path) -> None:
    files = PlanFiles(tmp_path / "backups", FixedClock(), "Ann")
    files.create(small_disk / "plan.irplan", sample_plan())
    fill(small_disk)

    store = files.open(small_disk / "plan.irplan")

    assert store.load() == sample_plan()
    store.close()


def test_a_new_plan_on_a_full_disk_is_not_made_by_half(small_disk: Path, tmp_path: Path) -> None:
    files = PlanFiles(tmp_path / "backups", FixedClock(), "Ann")
    filler = fill(small_disk)

    with pytest.raises(DiskFull):
        files.create(small_disk / "plan.irplan", sample_plan())

    assert list(small_disk.iterdir()) == [filler]


def test_a_full_backup_disk_does_not_stop_the_work(small_disk: Path, tmp_path: Path) -> None:
    files = PlanFiles(small_disk, FixedClock(), "Ann")
    files.create(tmp_path / "plan.irplan", sample_plan())
    store = files.open(tmp_path / "plan.irplan")
    plan = store.load()
    edited = save(store, plan, with_records(plan, [long_section(10)]), "r-1")
    filler = fill(small_disk)

    with pytest.raises(BackupFailed, match=r"no space|full"):
        store.backup()

    save(store, edited, plan, "r-2")
    filler.unlink()
    store.backup()
    assert len(list(small_disk.rglob("*.irplan"))) == 1
    store.close()


LIMITED = """
import json, resource, sys
from pathlib import Path
from app.persistence.db.errors import PlanFileProblem
from tests.integration.persistence.db.test_disk import long_section
files = samples.PlanFiles(Path(sys.argv[2]), samples.FixedClock(), "Ann")
store = files.open(Path(sys.argv[1]))
plan = store.load()
edited = samples.with_records(plan, [long_section(20_000)])
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (90_000, hard))
try:
    samples.save(store, plan, edited, "r-1")
    code = ""
except PlanFileProblem as error:
    code = error.code
kept = store.load() == plan
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
samples.save(store, plan, edited, "r-1")
store.close()
saved = samples.stored(files, store.path) == edited
print(json.dumps({"code": code, "kept": kept, "saved": saved}))
"""


def test_a_file_that_may_not_grow_keeps_the_plan(path: Path, tmp_path: Path) -> None:
    found = outcome(LIMITED, str(path), str(tmp_path / "b"))

    assert found == {"code": "plan-file.failing", "kept": True, "saved": True}


# --- rights -------------------------------------------------------------------------------------

AS_NOBODY = f"""
import json, os, sys
from pathlib import Path
from app.persistence.db.errors import PlanFileProblem
if samples.is_root():
    os.setgroups([])
    os.setgid({NOBODY})
    os.setuid({NOBODY})
path, backups = map(Path, sys.argv[1:3])
files = samples.PlanFiles(backups, samples.FixedClock(), "Ann")
found = {{}}
try:
    store = files.open(path)
    plan = store.load()
    found["read_only"] = store.read_only
    found["read"] = plan == samples.sample_plan()
    try:
        store.save(samples.renamed(plan, "ann", "Chair"), "Title", "r-1")
        found["save"] = ""
    except PlanFileProblem as error:
        found["save"] = error.code
    store.close()
except PlanFileProblem as error:
    found["open"] = error.code
try:
    files.create(path.with_name("new.irplan"), samples.sample_plan())
    found["create"] = ""
except PlanFileProblem as error:
    found["create"] = error.code
print(json.dumps(found))
"""


@pytest.fixture
def shared(files: PlanFiles) -> Iterator[Path]:
    """A plan in a folder that a user without rights can reach."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    files.create(folder / "plan.irplan", sample_plan())
    (folder / "plan.irplan").chmod(0o666)
    yield folder / "plan.irplan"
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_who_may_write_file_and_folder_can_save(shared: Path) -> None:
    assert outcome(AS_NOBODY, str(shared), str(shared.parent / "b")) == {
        "read_only": False,
        "read": True,
        "save": "",
        "create": "",
    }


@pytest.mark.parametrize(("file_mode", "folder_mode"), [(0o444, 0o777), (0o666, 0o555)])
def test_a_plan_in_a_read_only_file_or_folder_opens_to_read(
    shared: Path, file_mode: int, folder_mode: int
) -> None:
    shared.chmod(file_mode)
    shared.parent.chmod(folder_mode)

    found = outcome(AS_NOBODY, str(shared), str(shared.parent / "b"))

    assert found == {
        "read_only": True,
        "read": True,
        "save": "plan-file.read-only",
        "create": "" if folder_mode == 0o777 else "plan-file.read-only",
    }


@pytest.mark.skipif(not is_root(), reason="elsewhere: the owner may always read")
def test_a_plan_of_somebody_else_is_not_damaged_but_refused(shared: Path) -> None:
    shared.chmod(0o600)

    found = outcome(AS_NOBODY, str(shared), str(shared.parent / "b"))

    assert found["open"] == "plan-file.read-only"


@pytest.mark.skipif(not is_root(), reason="elsewhere: needs two users")
def test_a_plan_open_at_somebody_elses_is_locked_not_read_only(
    shared: Path, files: PlanFiles
) -> None:
    store = files.open(shared)

    found = outcome(AS_NOBODY, str(shared), str(shared.parent / "b"))

    assert found["open"] == "plan-file.locked"
    store.close()


def test_root_is_not_stopped_by_modes_and_so_no_measure(path: Path) -> None:
    path.chmod(0o400)

    assert os.access(path, os.W_OK) == is_root()
