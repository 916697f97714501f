"""The chain in the file: what the database refuses, and what an audit finds all the same."""

import hashlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from app.domain.lifecycle.auditing import Verdict, anchored, audited
from app.domain.plan.acts import Deed, KeptFile
from app.domain.plan.changes import made_on, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.persistence.db.errors import PlanFileDamaged
from app.persistence.db.files import PlanFiles
from tests.integration.persistence.db.samples import (
    ROOT,
    query,
    run_past_law,
    run_sql,
    sample_plan,
    save,
    with_people,
)
from tests.unit.domain.lifecycle.approving.acts import act

FIRST_UNCHAINED = ("schema-1.irplan", "schema-2.irplan", "schema-3.irplan")


@pytest.fixture
def edited(files: PlanFiles, path: Path) -> Path:
    """A plan whose people came, went and were put in another order."""
    store = files.open(path)
    plan: Plan = store.load()
    for at, names in enumerate(
        (("ann", "bob", "cy", "dee", "eve"), ("eve", "ann", "cy"), ("cy", "eve", "ann", "bob"))
    ):
        plan = save(store, plan, with_people(plan, *names), f"request-{at}")
    store.close()
    return path


def audit(files: PlanFiles, path: Path) -> Verdict:
    store = files.open(path, read_only=True)
    try:
        return audited(store.history())
    finally:
        store.close()


def codes(files: PlanFiles, path: Path) -> list[str]:
    return [remark.code for remark in audit(files, path).remarks]


def forged(path: Path, *statements: str) -> Path:
    """Change what triggers guard, and put the triggers back as they were."""
    kept = query(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    drops = [f"DROP TRIGGER {name}" for name, _ in kept]
    run_sql(path, *drops, *statements, *(str(sql) for _, sql in kept))
    return path


def test_every_save_is_sealed_and_leads_back_to_the_beginning(
    files: PlanFiles, edited: Path
) -> None:
    found = audit(files, edited)

    assert (found.remarks, found.sealed_from) == ((), 1)
    assert found.head is not None
    assert found.head.number == 4


def test_every_seal_can_be_computed_again_with_sqlite_and_sha256_alone(edited: Path) -> None:
    rows = query(
        edited,
        "SELECT json_array(l.prev, r.number, r.request_id, r.at, r.actor, r.label, r.changes), "
        "l.hash FROM revision r JOIN link l USING (number)",
    )

    assert len(rows) == 4
    assert all(hashlib.sha256(str(text).encode()).hexdigest() == own for text, own in rows)


def test_the_head_is_that_of_the_last_save(files: PlanFiles, edited: Path) -> None:
    store = files.open(edited)
    before = store.head()
    plan = store.load()
    save(store, plan, with_people(plan, "ann"), "request-9")
    after = store.head()
    store.close()

    assert before is not None
    assert after is not None
    assert (before.plan, before.number, after.number) == (sample_plan().id, 4, 5)
    assert before.hash != after.hash
    assert before.content != after.content


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE link SET hash = 'x' WHERE number = 2",
        "DELETE FROM link WHERE number = 4",
        "INSERT INTO link VALUES (6, 'x', 'y')",
        "INSERT INTO link VALUES (5, 'x', 'y')",
        "INSERT OR REPLACE INTO link SELECT number, prev, 'x' FROM link WHERE number = 2",
        "UPDATE revision SET actor = 'Bob'",
        "DELETE FROM revision",
    ],
)
def test_the_database_refuses_to_change_the_chain(edited: Path, statement: str) -> None:
    before = query(edited, "SELECT * FROM link"), query(edited, "SELECT * FROM revision")

    with pytest.raises(sqlite3.Error):
        run_sql(edited, statement)

    assert (query(edited, "SELECT * FROM link"), query(edited, "SELECT * FROM revision")) == before


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE revision SET actor = 'Bob' WHERE number = 2", "audit.altered"),
        ("UPDATE revision SET label = 'Nothing' WHERE number = 3", "audit.altered"),
        (
            "UPDATE revision SET at = '2026-01-01T00:00:00.000+00:00' WHERE number = 4",
            "audit.altered",
        ),
        ("UPDATE revision SET request_id = 'other' WHERE number = 2", "audit.altered"),
        ("UPDATE revision SET changes = '[]' WHERE number = 4", "audit.altered"),
        ("DELETE FROM revision WHERE number = 3", "audit.gap"),
        ("DELETE FROM revision WHERE number = 4", "audit.cut"),
        ("DELETE FROM link WHERE number = 4", "audit.unsealed"),
        ("UPDATE link SET hash = prev WHERE number = 2", "audit.altered"),
        ("UPDATE link SET prev = hash WHERE number = 3", "audit.broken"),
        ("DELETE FROM record WHERE id = 'person-bob'", "audit.content"),
        (
            "INSERT INTO revision SELECT 5, 'r', at, actor, label, '[]' FROM revision "
            "WHERE number = 4",
            "audit.unsealed",
        ),
    ],
)
def test_what_is_changed_past_the_triggers_is_found(
    files: PlanFiles, edited: Path, statement: str, code: str
) -> None:
    assert code in codes(files, forged(edited, statement))


def test_a_record_with_a_matching_hash_that_no_revision_made_is_found(
    files: PlanFiles, edited: Path, tmp_path: Path
) -> None:
    """The row itself is sound; only the history tells that nobody wrote it."""
    other = tmp_path / "other.irplan"
    files.create(other, with_people(sample_plan(), "ann", "zoe"))
    run_sql(
        edited,
        f"ATTACH '{other}' AS other",
        "INSERT INTO record SELECT * FROM other.record WHERE id = 'person-zoe'",
    )

    assert codes(files, edited) == ["audit.content"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE revision SET actor = x'ff00' WHERE number = 2",
        "UPDATE revision SET at = x'41' WHERE number = 1",
        "UPDATE link SET hash = x'ff' WHERE number = 4",
        "UPDATE record SET body = x'ff00' WHERE id = 'person-bob'",
        "UPDATE plan SET id = x'ff'",
    ],
)
def test_a_value_of_the_wrong_type_is_damage_that_is_named(
    files: PlanFiles, edited: Path, statement: str
) -> None:
    store = files.open(forged(edited, statement), read_only=True)

    with pytest.raises(PlanFileDamaged, match="wrong type of value"):
        store.history()
    store.close()


def test_nothing_is_saved_behind_a_seal_that_is_none(files: PlanFiles, edited: Path) -> None:
    store = files.open(forged(edited, "UPDATE link SET hash = x'ff' WHERE number = 4"))
    plan = store.load()

    with pytest.raises(PlanFileDamaged, match="seal of revision 4"):
        save(store, plan, with_people(plan, "ann"), "request-9")
    with pytest.raises(PlanFileDamaged, match="seal of revision 4"):
        store.head()
    store.close()

    assert query(edited, "SELECT max(number) FROM revision") == [(4,)]


def test_a_lost_end_is_found_by_a_head_kept_outside(files: PlanFiles, edited: Path) -> None:
    store = files.open(edited, read_only=True)
    head = store.head()
    store.close()
    assert head is not None
    cut = forged(
        edited, "DELETE FROM revision WHERE number = 4", "DELETE FROM link WHERE number = 4"
    )

    reopened = files.open(cut, read_only=True)
    said = anchored(reopened.history(), head)
    reopened.close()

    assert said.code == "audit.cut"


@pytest.mark.parametrize("name", FIRST_UNCHAINED)
def test_an_older_file_is_sealed_when_it_is_upgraded(
    files: PlanFiles, tmp_path: Path, name: str
) -> None:
    copy = Path(shutil.copy(ROOT / "tests" / "data" / name, tmp_path / name))
    assert codes(files, copy) == ["audit.unchained"]

    files.open(copy).close()

    found = audit(files, copy)
    assert found.whole
    assert found.sealed_from == found.head.number if found.head else False


def test_an_older_file_has_no_head_as_long_as_it_is_only_read(
    files: PlanFiles, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(ROOT / "tests" / "data" / "schema-3.irplan", tmp_path / "a.irplan"))

    store = files.open(copy, read_only=True)

    assert store.head() is None
    store.close()


def test_a_chain_without_links_has_no_head(files: PlanFiles, path: Path) -> None:
    forged(path, "DELETE FROM link")
    store = files.open(path, read_only=True)

    assert store.head() is None
    store.close()


def test_the_bytes_of_kept_files_are_hashed(files: PlanFiles, path: Path) -> None:
    pdf = b"%PDF-1.7"
    key = hashlib.sha256(pdf).hexdigest()
    store = files.open(path)
    plan = store.load()
    kept = KeptFile(
        RecordId(key), "plan.pdf", len(pdf), "acts/act-000001", "Ann", files.clock.now()
    )
    store.save(made_on(plan, (put(plan, kept),)), "Kept", "r-1", {key: pdf})
    assert store.history().kept == {key: key}
    store.close()
    assert codes(files, path) == []

    run_past_law(path, "UPDATE kept SET data = x'00'")
    assert codes(files, path) == ["audit.file-altered"]
    run_past_law(path, "DELETE FROM kept")
    assert codes(files, path) == ["audit.file-missing"]


def test_a_kept_file_of_the_wrong_type_is_damage(files: PlanFiles, path: Path) -> None:
    run_past_law(path, "INSERT INTO kept VALUES ('ab', 5)")

    with pytest.raises(PlanFileDamaged, match="wrong type of value"):
        audit(files, path)


def test_an_act_written_past_the_law_is_found_though_its_chain_is_whole(
    files: PlanFiles, path: Path
) -> None:
    """Whoever takes the triggers away and seals a forged revision by the rules of the chain."""
    store = files.open(path)
    plan = store.load()
    forged = act(Deed.ISSUED, by="Eve", revision=2)
    laws = query(path, "SELECT name, sql FROM sqlite_schema WHERE substr(name, 1, 4) = 'act_'")
    run_sql(path, *(f"DROP TRIGGER {name}" for name, _ in laws))
    store.save(made_on(plan, (put(plan, forged),)), "Version 1.0 approved", "r-1")
    run_sql(path, *(str(sql) for _, sql in laws))
    store.close()

    assert codes(files, path) == ["audit.unlawful"]
