import shutil
from pathlib import Path

import pytest

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.ids import RecordId
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import PlanFileDamaged, PlanFileTooOld
from app.persistence.db.files import REVISIONS, PlanFiles
from app.persistence.db.migrations.run import HistoryUnknown, upgrade
from app.persistence.db.own_schema import CREATE_HISTORY, own_schema, plain
from app.persistence.db.tables import APPLICATION_ID, READABLE, SCHEMA
from tests.integration.persistence.db.samples import (
    ROOT,
    problem,
    query,
    run_sql,
    sample_plan,
    save,
    stored,
    with_records,
)

OLDEST = (f"PRAGMA application_id={APPLICATION_ID}", "PRAGMA user_version=0", CREATE_HISTORY)
SCHEMA_OF = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"


@pytest.fixture
def oldest(tmp_path: Path) -> Path:
    """A file from before the first schema: marked as ours, with an empty history."""
    path = tmp_path / "oldest.irplan"
    run_sql(path, *OLDEST)
    return path


def spelled(path: Path) -> list[tuple[object, ...]]:
    return [(*row[:3], row[3] and plain(str(row[3]))) for row in query(path, SCHEMA_OF)]


def migrated(path: Path) -> Path:
    engine = plan_engine(path)
    upgrade(engine)
    engine.dispose()
    return path


def test_migrations_lead_to_exactly_the_schema_of_a_new_file(path: Path, oldest: Path) -> None:
    migrated(oldest)

    assert spelled(oldest) == spelled(path)
    assert query(oldest, "PRAGMA user_version") == query(path, "PRAGMA user_version") == [(SCHEMA,)]
    assert query(oldest, "SELECT * FROM alembic_version") == [(REVISIONS[SCHEMA],)]


def test_migrations_lead_to_the_schema_that_is_let_in(oldest: Path) -> None:
    found = {(row[0], row[1], row[3]) for row in spelled(migrated(oldest)) if row[3]}

    assert found == own_schema()


def test_migrating_twice_changes_nothing(oldest: Path) -> None:
    before = migrated(oldest).read_bytes()

    assert migrated(oldest).read_bytes() == before


def test_an_old_file_is_upgraded_when_opened_after_a_backup(
    files: PlanFiles, path: Path, oldest: Path
) -> None:
    found = problem(files, oldest)

    assert isinstance(found, PlanFileDamaged)  # it never held a plan
    assert "it holds no plan" in found.message
    assert spelled(oldest) == spelled(path)
    copies = list(files.backups.rglob("*.irplan"))
    assert [query(copy, "PRAGMA user_version") for copy in copies] == [[(0,)]]


def test_an_upgraded_file_works_like_a_new_one(files: PlanFiles, oldest: Path, path: Path) -> None:
    migrated(oldest)
    run_sql(
        oldest,
        f"ATTACH '{path}' AS other",
        "INSERT INTO plan SELECT * FROM other.plan",
        "INSERT INTO record SELECT * FROM other.record",
    )

    assert stored(files, oldest) == sample_plan()
    assert problem(files, oldest) is None


def test_an_old_file_opened_to_read_is_left_as_it_is(files: PlanFiles, oldest: Path) -> None:
    before = oldest.read_bytes()

    found = problem(files, oldest, read_only=True)

    assert isinstance(found, PlanFileTooOld)
    assert oldest.read_bytes() == before


def test_a_history_of_another_release_is_damage_and_nothing_is_changed(
    files: PlanFiles, oldest: Path
) -> None:
    run_sql(oldest, "INSERT INTO alembic_version VALUES ('9999')")
    before = oldest.read_bytes()

    found = problem(files, oldest)

    assert isinstance(found, PlanFileDamaged)
    assert "history of upgrades is unknown" in found.message
    assert oldest.read_bytes() == before


def test_an_unknown_history_is_an_error_of_its_own(oldest: Path) -> None:
    run_sql(oldest, "INSERT INTO alembic_version VALUES ('9999')")
    engine = plan_engine(oldest)

    with pytest.raises(HistoryUnknown):
        upgrade(engine)

    engine.dispose()


def test_a_file_that_says_two_things_about_its_age_is_damage(files: PlanFiles, path: Path) -> None:
    run_sql(path, "PRAGMA user_version=0")

    found = problem(files, path)

    assert isinstance(found, PlanFileDamaged)
    assert "two things about its age" in found.message


def test_tables_that_are_there_before_their_migration_are_damage(
    files: PlanFiles, path: Path
) -> None:
    run_sql(path, "PRAGMA user_version=0", "DELETE FROM alembic_version")

    found = problem(files, path)

    assert isinstance(found, PlanFileDamaged)
    assert query(path, "SELECT count(*) FROM record") != [(0,)]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(files: PlanFiles, oldest: Path) -> None:
    run_sql(oldest, "CREATE TABLE revision (x)", "DROP TABLE revision")
    before = spelled(oldest)
    files.backups.write_text("a file where the folder should be")

    found = problem(files, oldest)

    assert found is not None
    assert found.code == "plan-file.backup-failed"
    assert spelled(oldest) == before


def test_a_file_of_each_released_schema_still_opens(files: PlanFiles, tmp_path: Path) -> None:
    """Made once and never again: another release of a library must not lock people out."""
    for number in REVISIONS:
        copy = tmp_path / f"schema-{number}.irplan"
        shutil.copy(ROOT / "tests" / "data" / copy.name, copy)

        store = files.open(copy)

        assert store.load() == sample_plan()
        store.close()


def test_a_file_of_the_first_schema_can_be_read_as_it_is(files: PlanFiles, tmp_path: Path) -> None:
    copy = tmp_path / "schema-1.irplan"
    shutil.copy(ROOT / "tests" / "data" / copy.name, copy)
    before = copy.read_bytes()

    assert stored(files, copy) == sample_plan()
    assert copy.read_bytes() == before


def test_a_file_of_the_first_schema_holds_new_kinds_once_it_is_upgraded(
    files: PlanFiles, tmp_path: Path
) -> None:
    copy = tmp_path / "schema-1.irplan"
    shutil.copy(ROOT / "tests" / "data" / copy.name, copy)
    filed = EvidenceRecord(RecordId("minutes"), "Minutes")

    store = files.open(copy)
    plan = save(store, store.load(), with_records(sample_plan(), [filed]), "request-1")
    store.close()

    assert stored(files, copy) == plan
    assert query(copy, "PRAGMA user_version") == [(SCHEMA,)]
    (kept,) = files.backups.rglob("*.irplan")
    assert query(kept, "PRAGMA user_version") == [(1,)]


def test_a_file_of_the_first_schema_that_lost_a_trigger_is_damaged(
    files: PlanFiles, tmp_path: Path
) -> None:
    copy = tmp_path / "schema-1.irplan"
    shutil.copy(ROOT / "tests" / "data" / copy.name, copy)
    run_sql(copy, "DROP TRIGGER revision_no_update")

    found = problem(files, copy, read_only=True)

    assert isinstance(found, PlanFileDamaged)
    assert "a table or trigger is missing" in found.message


def test_every_readable_schema_has_a_revision() -> None:
    assert set(REVISIONS) >= READABLE


def test_every_schema_number_has_its_revision() -> None:
    assert list(REVISIONS) == list(range(1, SCHEMA + 1))
