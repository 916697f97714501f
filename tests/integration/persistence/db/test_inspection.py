"""Files from anybody: each is refused with its own words, and none is changed."""

import random
import shutil
import sqlite3
import struct
from pathlib import Path

import pytest

from app.persistence.db.errors import (
    NotAPlanFile,
    PlanFileAccompanied,
    PlanFileDamaged,
    PlanFileMissing,
    PlanFileTooNew,
    PlanFileUnfinished,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.inspection import check, check_header
from app.persistence.db.tables import APPLICATION_ID, SCHEMA
from tests.integration.persistence.db.samples import (
    child,
    problem,
    run_past_law,
    run_sql,
    sample_plan,
    stored,
)

PDF = b"%PDF-1.7\n" + b"\x00" * 200
OTHERS = {
    "empty": b"",
    "one byte": b"S",
    "text": b"Dear colleagues, " * 20,
    "PDF": PDF,
    "only the first words of SQLite": b"SQLite format 3\x00",
    "garbage after the first words of SQLite": b"SQLite format 3\x00" + bytes(range(256)) * 40,
}
HOSTILE = {
    "view": "CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x FROM n) "
    "SELECT x FROM n",
    "table": "CREATE TABLE notes (text)",
    "virtual table": "CREATE VIRTUAL TABLE notes USING fts5(text)",
    "generated column": "CREATE TABLE g (a, b AS (zeroblob(1000000000)))",
    "index": "CREATE INDEX by_rev ON record (rev)",
    "trigger": "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM record; END",
    "statistics": "ANALYZE",
}


def both(files: PlanFiles, path: Path) -> set[type]:
    """The kinds of problem met when opening to write and to read."""
    return {type(problem(files, path, read_only=read_only)) for read_only in (True, False)}


@pytest.mark.parametrize("content", OTHERS.values(), ids=OTHERS.keys())
def test_another_file_is_not_a_plan(files: PlanFiles, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.irplan"
    other.write_bytes(content)

    assert both(files, other) == {NotAPlanFile}
    assert other.read_bytes() == content


def test_garbage_marked_as_ours_is_damaged(files: PlanFiles, tmp_path: Path, path: Path) -> None:
    header = path.read_bytes()[:100]
    (tmp_path / "x.irplan").write_bytes(header + random.Random(1).randbytes(20_000))

    assert both(files, tmp_path / "x.irplan") == {PlanFileDamaged}


def test_a_database_of_another_program_is_not_a_plan(files: PlanFiles, tmp_path: Path) -> None:
    run_sql(tmp_path / "bookmarks.irplan", "CREATE TABLE bookmark (url)")

    assert both(files, tmp_path / "bookmarks.irplan") == {NotAPlanFile}


def test_a_missing_file_is_named_with_its_folder(files: PlanFiles, tmp_path: Path) -> None:
    found = problem(files, tmp_path / "none.irplan")

    assert isinstance(found, PlanFileMissing)
    assert found.message == (
        f"There is no file none.irplan in {tmp_path}; choose another, or make a new plan."
    )


def test_a_folder_is_not_a_file(files: PlanFiles, tmp_path: Path) -> None:
    (tmp_path / "x.irplan").mkdir()

    assert both(files, tmp_path / "x.irplan") == {PlanFileMissing}


def test_a_newer_plan_is_refused_with_both_formats(files: PlanFiles, path: Path) -> None:
    run_sql(path, f"PRAGMA user_version={SCHEMA + 6}")
    before = path.read_bytes()

    found = problem(files, path)

    assert isinstance(found, PlanFileTooNew)
    assert (found.params["found"], found.params["known"]) == (str(SCHEMA + 6), str(SCHEMA))
    assert path.read_bytes() == before


def test_a_version_below_nothing_is_refused(files: PlanFiles, path: Path) -> None:
    run_sql(path, "PRAGMA user_version=-1")

    assert both(files, path) == {PlanFileTooNew}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE.keys())
def test_anything_we_did_not_put_there_is_refused(
    files: PlanFiles, path: Path, statement: str
) -> None:
    run_sql(path, statement)
    before = path.read_bytes()

    assert both(files, path) == {NotAPlanFile}
    assert path.read_bytes() == before


HIJACKS = {
    "same name, other deed": (
        "DROP TRIGGER revision_no_update",
        "CREATE TRIGGER revision_no_update BEFORE UPDATE ON revision BEGIN DELETE FROM record; END",
    ),
    "same name, other table": (
        "DROP TRIGGER revision_no_delete",
        "CREATE TRIGGER revision_no_delete BEFORE DELETE ON record "
        "BEGIN SELECT RAISE(ABORT, 'revisions are never changed'); END",
    ),
    "table with a default": ("ALTER TABLE record ADD COLUMN note TEXT DEFAULT 'x'",),
    "table with a generated column": (
        "ALTER TABLE record ADD COLUMN note TEXT GENERATED ALWAYS AS (body || body) VIRTUAL",
    ),
    "table turned into a virtual one": (
        "DROP TABLE plan",
        "CREATE VIRTUAL TABLE plan USING fts5(id, created_at)",
    ),
    "table rewritten in place": (
        "PRAGMA writable_schema=ON",
        "UPDATE sqlite_schema SET sql = replace(sql, 'rev INTEGER', 'rev TEXT')",
    ),
    "view under a table's name": (
        "DROP TABLE plan",
        "CREATE VIEW plan AS SELECT 'plan-x' AS id, '' AS created_at",
    ),
}


@pytest.mark.parametrize("statements", HIJACKS.values(), ids=HIJACKS.keys())
def test_something_else_under_one_of_our_names_is_refused(
    files: PlanFiles, path: Path, statements: tuple[str, ...]
) -> None:
    run_sql(path, *statements)

    assert both(files, path) == {NotAPlanFile}


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE plan",
        "DROP TABLE record",
        "DROP TRIGGER revision_no_delete",
        "DROP TABLE alembic_version",
    ],
)
def test_a_missing_table_or_trigger_is_damage(files: PlanFiles, path: Path, statement: str) -> None:
    run_sql(path, statement)

    assert both(files, path) == {PlanFileDamaged}


def test_a_schema_that_cannot_be_parsed_is_damage(files: PlanFiles, path: Path) -> None:
    run_sql(path, "PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql = 'CREATE nonsense'")

    assert both(files, path) <= {PlanFileDamaged, NotAPlanFile}


@pytest.mark.parametrize("part", [0.001, 0.2, 0.5, 0.9, 0.999])
def test_a_truncated_file_is_refused(files: PlanFiles, path: Path, part: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * part)])

    assert both(files, path) <= {PlanFileDamaged, NotAPlanFile}


def test_a_page_of_zeros_is_damage(files: PlanFiles, path: Path) -> None:
    broken = bytearray(path.read_bytes())
    broken[4096:8192] = bytes(4096)
    path.write_bytes(broken)

    assert both(files, path) == {PlanFileDamaged}


def test_a_header_that_contradicts_the_pages_is_damage(files: PlanFiles, path: Path) -> None:
    broken = bytearray(path.read_bytes())
    broken[36:40] = (5).to_bytes(4)  # pages that are said to be free
    path.write_bytes(broken)

    assert both(files, path) == {PlanFileDamaged}


def test_text_edited_in_the_file_is_damage_and_the_record_is_named(
    files: PlanFiles, path: Path
) -> None:
    path.write_bytes(path.read_bytes().replace(b"+44 20 7946 0000", b"+44 20 7946 6666", 1))

    found = problem(files, path)

    assert isinstance(found, PlanFileDamaged)
    assert "people person-" in found.message
    assert "does not match its hash" in found.message
    assert str(files.backups) in found.message


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET body = replace(body, 'Ann', 'Eve')",
        "UPDATE record SET id = 'person-eve' WHERE id = 'person-ann'",
        "UPDATE record SET kind = 'roles' WHERE id = 'person-ann'",
        "UPDATE record SET kind = 'spells' WHERE id = 'person-ann'",
        "UPDATE record SET rank = rank + 5000 WHERE id = 'person-ann'",
        "UPDATE record SET digest = upper(digest)",
        "UPDATE record SET body = CAST(body AS BLOB)",
        "UPDATE record SET body = CAST(x'7b22ff227d' AS TEXT) WHERE id = 'person-ann'",
        "UPDATE record SET rev = 'one'",
        "UPDATE record SET rank = 'first'",
        "UPDATE record SET rank = 9e999",
        "UPDATE record SET id = zeroblob(300000000) WHERE id = 'person-ann'",
        "DELETE FROM plan",
        "UPDATE plan SET id = x'00'",
        "UPDATE plan SET id = '../../plan'",
    ],
)
def test_values_changed_by_another_tool_are_damage(
    files: PlanFiles, path: Path, statement: str
) -> None:
    run_past_law(path, statement)

    assert both(files, path) == {PlanFileDamaged}


def test_no_flipped_bit_goes_unnoticed_in_what_is_shown(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    """Either the file is refused, or the plan is as it was: the bit stood where nothing is read."""
    whole, chance = path.read_bytes(), random.Random(20261130)
    victim = tmp_path / "victim.irplan"
    noticed = 0

    for _ in range(150):
        broken = bytearray(whole)
        broken[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        victim.write_bytes(broken)
        if problem(files, victim, read_only=True) is None:
            assert stored(files, victim) == sample_plan()
        else:
            noticed += 1

    assert noticed > 0


# --- what lies beside the file ------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"anything"])
def test_a_write_ahead_log_beside_the_plan_is_refused(
    files: PlanFiles, path: Path, content: bytes
) -> None:
    log = path.with_name("plan.irplan-wal")
    log.write_bytes(content)

    assert both(files, path) == {PlanFileAccompanied}
    assert log.read_bytes() == content


def test_a_log_that_would_change_the_plan_changes_nothing(files: PlanFiles, path: Path) -> None:
    """SQLite itself would take it over, although the plan says it has none."""
    plant_log(path)

    assert both(files, path) == {PlanFileAccompanied}
    path.with_name("plan.irplan-wal").unlink()
    assert stored(files, path) == sample_plan()


def plant_log(path: Path) -> None:
    other = path.with_name("other.irplan")
    shutil.copy(path, other)
    connection = sqlite3.connect(other, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("DELETE FROM record")
    shutil.copy(other.with_name("other.irplan-wal"), path.with_name("plan.irplan-wal"))
    connection.close()


def journal_of(path: Path) -> Path:
    return path.with_name("plan.irplan-journal")


def test_a_journal_that_names_another_file_to_delete_is_refused(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    """SQLite would take it for one of several databases changed together, and delete the name."""
    precious = tmp_path / "precious"
    precious.write_text("precious")
    name = str(precious).encode()
    checksum = sum(struct.unpack(f"{len(name)}b", name)) & 0xFFFFFFFF
    magic = bytes.fromhex("d9d505f920a163d7")
    header = magic + struct.pack(">5I", 0, 0, 4, 512, 4096)
    tail = struct.pack(">I", 1) + name + struct.pack(">2I", len(name), checksum) + magic
    journal_of(path).write_bytes(header.ljust(512, b"\0") + tail)

    assert both(files, path) == {PlanFileAccompanied}
    assert precious.exists()


def test_a_link_in_the_place_of_the_journal_is_refused(
    files: PlanFiles, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "precious").write_text("precious")
    journal_of(path).symlink_to(tmp_path / "precious")

    assert both(files, path) == {PlanFileAccompanied}
    assert (tmp_path / "precious").read_text() == "precious"


def test_a_journal_of_garbage_is_ignored(files: PlanFiles, path: Path) -> None:
    journal_of(path).write_bytes(b"\0" * 2_000)

    assert problem(files, path) is None
    assert stored(files, path) == sample_plan()


UNFINISHED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE record SET body = '{}' || zeroblob(9000), digest = ''")
connection.execute("PRAGMA user_version=0")
connection.execute("CREATE TABLE big (x)")
connection.executemany("INSERT INTO big VALUES (?)", [("x" * 4000,)] * 100)
os.kill(os.getpid(), 9)
"""


@pytest.fixture
def unfinished(path: Path) -> Path:
    """A plan file whose writer was killed after some pages had been changed."""
    child(UNFINISHED, str(path)).communicate()
    assert journal_of(path).stat().st_size > 0
    return path


def test_a_save_cut_off_is_taken_back_when_the_plan_is_opened(
    files: PlanFiles, unfinished: Path
) -> None:
    store = files.open(unfinished)

    assert store.load() == sample_plan()
    assert not journal_of(unfinished).exists()
    store.close()


def test_a_save_cut_off_is_not_shown_to_a_reader_as_the_plan(
    files: PlanFiles, unfinished: Path
) -> None:
    found = problem(files, unfinished, read_only=True)

    assert isinstance(found, PlanFileUnfinished)
    assert "open it for writing once" in found.message


def test_the_schema_is_read_after_the_save_was_taken_back(
    files: PlanFiles, unfinished: Path
) -> None:
    """The header alone, here still of the save that was cut off, must not start an upgrade."""
    assert check(unfinished, files.backups, read_only=False) == SCHEMA


def test_a_sound_file_passes(files: PlanFiles, path: Path) -> None:
    check_header(path, files.backups)

    assert check(path, files.backups, read_only=True) == SCHEMA


def test_a_file_of_ours_is_known_by_its_header(path: Path) -> None:
    assert int.from_bytes(path.read_bytes()[68:72]) == APPLICATION_ID
