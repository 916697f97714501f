import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan.acts import Act, Deed, KeptFile
from app.domain.plan.changes import apply, difference, put, remove
from app.domain.plan.codec import content_hash
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.persistence.db.errors import (
    ActAgainstLaw,
    BackupFailed,
    PlanFileBusy,
    PlanFileDamaged,
    PlanFileReadOnly,
    PlanFileReplaced,
    StalePlan,
)
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import NOT_COPIED, PlanFile
from app.persistence.db.rows import new_row
from tests.builders import NOON, small_plans, tables_of
from tests.integration.persistence.db.samples import (
    ROOT,
    FixedClock,
    person,
    problem,
    query,
    renamed,
    run_past_law,
    run_sql,
    sample_plan,
    save,
    stored,
    with_people,
    with_records,
)
from tests.unit.domain.lifecycle.approving.acts import act


@pytest.fixture
def store(files: PlanFiles, path: Path) -> Iterator[PlanFile]:
    store = files.open(path)
    store.load()
    yield store
    store.close()


def rows(path: Path, kind: Kind = Kind.PERSON) -> dict[object, tuple[object, ...]]:
    found = query(path, f"SELECT id, rev, rank, digest FROM record WHERE kind = '{kind.value}'")
    return {row[0]: row[1:] for row in found}


def people(plan: Plan) -> list[str]:
    return [key.removeprefix("person-") for key in plan.people]


# --- round trips --------------------------------------------------------------------------------


def test_what_was_saved_is_there_after_reopening(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    edited = with_people(apply(plan, renamed(plan, "bob", "Chief")), "eve", "bob", "ann", "dee")

    save(store, plan, edited, "r-1")

    assert stored(files, store.path) == edited
    assert content_hash(stored(files, store.path)) == content_hash(edited)


@given(data=st.data())
@settings(max_examples=80, deadline=None)
def test_any_records_of_any_kind_survive(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stated = st.sampled_from([kind for kind in Kind if kind not in NOT_COPIED])
    kinds = data.draw(st.lists(stated, min_size=1, max_size=4, unique=True))
    plan = Plan(RecordId("plan-x"))
    for kind in kinds:
        plan = plan.with_table(kind, data.draw(tables_of(kind, most=4)))
    folder = tmp_path_factory.mktemp("any")
    files = PlanFiles(folder / "backups", FixedClock(), "Ann")

    files.create(folder / "x.irplan", plan)

    assert stored(files, folder / "x.irplan") == plan


@given(plans=st.lists(small_plans(), min_size=2, max_size=5))
@settings(max_examples=25, deadline=None)
def test_any_row_of_edits_is_there_in_order_after_reopening(
    plans: list[Plan], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    files = PlanFiles(folder / "backups", FixedClock(), "Ann")
    files.create(folder / "x.irplan", plans[0])
    store = files.open(folder / "x.irplan")
    store.load()

    for at, (old, new) in enumerate(pairwise(plans)):
        save(store, old, new, f"r-{at}")
        assert stored(files, store.path) == new

    store.close()


@given(places=st.lists(st.integers(0, 3), max_size=70))
@settings(max_examples=5, deadline=None)
def test_records_can_be_put_at_the_front_without_end(
    places: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Ranks run out of room after some fifty insertions at one place."""
    folder = tmp_path_factory.mktemp("front")
    files = PlanFiles(folder / "backups", FixedClock(), "Ann")
    plan = Plan(RecordId("plan-x"))
    files.create(folder / "x.irplan", plan)
    store = files.open(folder / "x.irplan")
    store.load()

    for number, at in enumerate([1] * 60 + places):
        change = put(plan, person(f"p{number}"), min(at, len(plan.people)))
        store.save((change,), "Added", f"r-{number}")
        plan = apply(plan, (change,))

    assert stored(files, store.path) == plan
    store.close()


# --- only differences ---------------------------------------------------------------------------


def test_only_the_edited_row_is_written(store: PlanFile) -> None:
    before = rows(store.path)

    store.save(renamed(sample_plan(), "bob", "Chief"), "Title", "r-1")

    after = rows(store.path)
    assert {key for key in after if after[key] != before[key]} == {"person-bob"}
    assert [after[f"person-{name}"][0] for name in ("ann", "bob", "cy", "dee")] == [1, 2, 1, 1]


def test_an_insertion_touches_one_row(store: PlanFile) -> None:
    before = rows(store.path)

    store.save((put(sample_plan(), person("eve"), 1),), "Added", "r-1")

    after = rows(store.path)
    assert {key for key in after if after[key] != before.get(key)} == {"person-eve"}


def test_a_removal_touches_no_other_row(store: PlanFile) -> None:
    before = rows(store.path)

    store.save((remove(sample_plan(), Kind.PERSON, RecordId("person-bob")),), "Gone", "r-1")

    assert rows(store.path) == {key: before[key] for key in before if key != "person-bob"}


def test_added_and_removed_at_once_leaves_no_row(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    added = put(plan, person("eve"))
    gone = remove(apply(plan, (added,)), Kind.PERSON, RecordId("person-eve"))

    store.save((added, gone), "Nothing in the end", "r-1")

    assert stored(files, store.path) == plan


def test_removed_and_put_back_at_once_is_an_edit(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    gone = remove(plan, Kind.PERSON, RecordId("person-ann"))
    back = put(apply(plan, (gone,)), person("ann", "Chief"))

    store.save((gone, back), "Back", "r-1")

    assert people(stored(files, store.path)) == ["bob", "cy", "dee", "ann"]


def test_the_profile_of_a_plan_that_had_none_stored_can_be_saved(
    files: PlanFiles, path: Path
) -> None:
    run_sql(path, "DELETE FROM record WHERE kind = 'profiles'")
    store = files.open(path)
    plan = store.load()

    store.save((put(plan, replace(plan.profile, legal_name="Other")),), "Name", "r-1")

    assert plan.profile == Profile()
    assert stored(files, path).profile == Profile(legal_name="Other")
    store.close()


def test_a_profile_under_another_name_is_damage(files: PlanFiles, path: Path) -> None:
    row = new_row(Kind.PROFILE.value, Profile(RecordId("other"), legal_name="Eve"), 1.0)
    run_sql(
        path,
        "DELETE FROM record WHERE kind = 'profiles'",
        f"INSERT INTO record VALUES ('profiles', 'other', 1.0, 1, '{row.body}', '{row.digest}')",
    )

    found = problem(files, path)

    assert isinstance(found, PlanFileDamaged)
    assert "whose plan it is" in found.message


# --- revisions ----------------------------------------------------------------------------------


def test_each_save_is_one_revision_that_tells_who_when_and_what(
    store: PlanFile, clock: FixedClock
) -> None:
    clock.pass_by(minutes=5)

    receipt = store.save(renamed(sample_plan(), "bob", "Chief"), "Title", "r-1")

    found = query(store.path, "SELECT * FROM revision WHERE number = 2")[0]
    assert found[:5] == (2, "r-1", "2026-11-30T09:05:00.123+00:00", "Ann", "Title")
    assert '"before":{' in str(found[5])
    assert '"title":"Chief"' in str(found[5])
    assert (receipt.revision, receipt.at.isoformat(timespec="milliseconds")) == (2, found[2])


def test_a_save_asked_twice_is_written_once(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    changes = renamed(plan, "bob", "Chief")

    first = store.save(changes, "Title", "r-1")
    again = store.save(changes, "Title", "r-1")

    assert again == first
    assert query(store.path, "SELECT count(*) FROM revision") == [(2,)]
    assert rows(store.path)["person-bob"][0] == 2


def test_after_a_save_whose_answer_was_lost_later_saves_work(
    files: PlanFiles, store: PlanFile
) -> None:
    """Somebody else's answer stands for ours that was lost: what this store knows is old."""
    plan = sample_plan()
    edited = with_people(apply(plan, renamed(plan, "bob", "Chief")), "dee", "bob", "eve")
    store._marks, old = store._marks.copy(), store._marks.copy()
    first = store.save(difference(plan, edited), "Edit", "r-1")
    store._marks = old

    again = store.save(difference(plan, edited), "Edit", "r-1")
    last = save(store, edited, apply(edited, renamed(edited, "bob", "Chair")), "r-2")

    assert again == first
    assert stored(files, store.path) == last


def test_a_save_found_to_be_committed_is_backed_up(files: PlanFiles, path: Path) -> None:
    plan = sample_plan()
    first = files.open(path)
    first.load()
    first.save(renamed(plan, "bob", "Chief"), "Title", "r-1")
    first.close()
    store = files.open(path)
    store.load()

    store.save(renamed(plan, "bob", "Chief"), "Title", "r-1")
    store.backup()

    assert len(list(files.backups.rglob("*.irplan"))) == 1
    store.close()


# --- refusals -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE record SET rev = rev + 1 WHERE id = 'person-bob'",
        "DELETE FROM record WHERE id = 'person-bob'",
    ],
)
def test_a_record_changed_elsewhere_is_not_overwritten(store: PlanFile, statement: str) -> None:
    plan = sample_plan()
    run_sql(store.path, statement)
    before = store.path.read_bytes()

    with pytest.raises(StalePlan, match=r"people person-bob in plan\.irplan was changed elsewhere"):
        store.save((*renamed(plan, "ann", "Chair"), *renamed(plan, "bob", "Chief")), "T", "r-1")

    assert store.path.read_bytes() == before


def test_a_record_removed_here_but_changed_elsewhere_is_not_removed(store: PlanFile) -> None:
    run_sql(store.path, "UPDATE record SET rev = rev + 1 WHERE id = 'person-bob'")

    with pytest.raises(StalePlan):
        store.save((remove(sample_plan(), Kind.PERSON, RecordId("person-bob")),), "Gone", "r-1")

    assert "person-bob" in rows(store.path)


def test_a_record_added_elsewhere_under_the_same_id_is_not_overwritten(store: PlanFile) -> None:
    run_sql(
        store.path,
        "INSERT INTO record SELECT kind, 'person-eve', 9e9, 1, body, digest FROM record "
        "WHERE id = 'person-ann'",
    )

    with pytest.raises(StalePlan, match="people person-eve"):
        store.save((put(sample_plan(), person("eve")),), "Added", "r-1")


def test_after_a_refusal_other_edits_can_be_saved(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    run_sql(store.path, "UPDATE record SET rev = rev + 1 WHERE id = 'person-bob'")
    with pytest.raises(StalePlan):
        store.save(renamed(plan, "bob", "Chief"), "Title", "r-1")

    store.save(renamed(plan, "ann", "Chair"), "Title", "r-2")

    assert stored(files, store.path).people[RecordId("person-ann")].title == "Chair"


def test_a_failed_save_changes_nothing_and_the_same_save_works_later(
    files: PlanFiles, store: PlanFile
) -> None:
    plan = sample_plan()
    edited = with_people(plan, "dee", "eve", "ann")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(PlanFileBusy, match="in use by another program"):
        save(store, plan, edited, "r-1")
    other.execute("ROLLBACK")
    other.close()

    assert stored(files, store.path) == plan
    save(store, plan, edited, "r-1")
    assert stored(files, store.path) == edited


def test_a_plan_opened_to_read_saves_nothing(files: PlanFiles, path: Path) -> None:
    store = files.open(path, read_only=True)
    plan = store.load()

    with pytest.raises(PlanFileReadOnly):
        store.save(renamed(plan, "ann", "Chair"), "Title", "r-1")

    store.backup()
    store.close()
    assert not files.backups.exists()


@pytest.mark.parametrize("deed", ["deleted", "replaced"])
def test_a_file_taken_away_while_open_is_noticed_before_edits_are_lost(
    files: PlanFiles, store: PlanFile, deed: str, tmp_path: Path
) -> None:
    """SQLite alone would go on writing where nobody can find it."""
    store.path.rename(tmp_path / "away.irplan")
    if deed == "replaced":
        files.create(store.path, Plan(RecordId("plan-other")))

    with pytest.raises(PlanFileReplaced):
        store.save(renamed(sample_plan(), "ann", "Chair"), "Title", "r-1")


def test_a_file_put_back_takes_the_same_save(
    files: PlanFiles, store: PlanFile, tmp_path: Path
) -> None:
    changes = renamed(sample_plan(), "ann", "Chair")
    store.path.rename(tmp_path / "away.irplan")
    with pytest.raises(PlanFileReplaced):
        store.save(changes, "Title", "r-1")
    (tmp_path / "away.irplan").rename(store.path)

    store.save(changes, "Title", "r-1")

    assert stored(files, store.path).people[RecordId("person-ann")].title == "Chair"


# --- backups ------------------------------------------------------------------------------------


def test_a_backup_is_made_of_what_was_saved(files: PlanFiles, store: PlanFile) -> None:
    edited = apply(sample_plan(), renamed(sample_plan(), "ann", "Chair"))
    save(store, sample_plan(), edited, "r-1")

    store.backup()
    store.backup()

    copies = list(files.backups.rglob("*.irplan"))
    assert [stored(files, copy) for copy in copies] == [edited]


def test_a_backup_that_fails_leaves_the_plan_usable(files: PlanFiles, store: PlanFile) -> None:
    edited = apply(sample_plan(), renamed(sample_plan(), "ann", "Chair"))
    save(store, sample_plan(), edited, "r-1")
    files.backups.write_text("a file where the folder should be")

    with pytest.raises(BackupFailed, match="the plan itself is saved"):
        store.backup()

    save(store, edited, sample_plan(), "r-2")
    assert stored(files, store.path) == sample_plan()


def test_a_plan_of_thousands_of_records_opens(files: PlanFiles, tmp_path: Path) -> None:
    plan = sample_plan().with_table(
        Kind.PERSON, Records(person(f"p{number}") for number in range(3_000))
    )

    files.create(tmp_path / "big.irplan", plan)

    assert stored(files, tmp_path / "big.irplan") == plan


# --- acts and kept files ------------------------------------------------------------------------

PDF = b"%PDF-1.7 not much of it"
PDF_HASH = hashlib.sha256(PDF).hexdigest()
KEPT = KeptFile(RecordId(PDF_HASH), "plan.pdf", len(PDF), "acts/act-000001", "Ann", NOON)


def submitted(store: PlanFile) -> Act:
    return act(Deed.SUBMITTED, revision=store.revision() + 1)


def test_a_kept_file_is_given_back_to_the_byte(files: PlanFiles, store: PlanFile) -> None:
    store.save((put(sample_plan(), KEPT),), "Exported", "r-1", {PDF_HASH: PDF})

    assert store.kept(PDF_HASH) == PDF
    assert store.kept("ab" * 32) is None
    assert stored(files, store.path).files[KEPT.id] == KEPT


@pytest.mark.parametrize("value", ["x'00'", "'other'", "5"])
def test_a_kept_file_that_was_altered_is_damage(store: PlanFile, value: str) -> None:
    store.save((put(sample_plan(), KEPT),), "Exported", "r-1", {PDF_HASH: PDF})
    run_past_law(store.path, f"UPDATE kept SET data = {value}")

    with pytest.raises(PlanFileDamaged, match="kept file was altered"):
        store.kept(PDF_HASH)


def test_a_file_of_an_earlier_schema_keeps_none(tmp_path: Path, clock: FixedClock) -> None:
    copy = tmp_path / "schema-4.irplan"
    shutil.copy(ROOT / "tests" / "data" / copy.name, copy)
    store = PlanFiles(tmp_path / "backups", clock, "Ann").open(copy, read_only=True)

    assert store.kept(PDF_HASH) is None
    store.close()


def test_acts_are_written_before_what_they_allow(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    one = submitted(store)
    store.save((put(plan, one),), "Submitted", "r-1")
    recalled = act(Deed.RECALLED, 2, revision=store.revision() + 1)

    edit = (*renamed(plan, "bob", "Chief"), put(with_records(plan, [one]), recalled))
    store.save(edit, "Edited", "r-2")

    found = stored(files, store.path)
    assert list(found.acts.values()) == [one, recalled]
    assert found.people[RecordId("person-bob")].title == "Chief"


def test_what_the_law_refuses_is_told_and_nothing_is_written(
    files: PlanFiles, store: PlanFile
) -> None:
    plan = sample_plan()
    store.save((put(plan, submitted(store)),), "Submitted", "r-1")
    before = stored(files, store.path)

    with pytest.raises(ActAgainstLaw, match="recalled before it is changed"):
        store.save(renamed(plan, "bob", "Chief"), "Edited", "r-2")

    assert stored(files, store.path) == before
    assert store.revision() == 2


def test_authors_are_those_who_changed_what_is_approved(files: PlanFiles, store: PlanFile) -> None:
    plan = sample_plan()
    store.save((put(plan, submitted(store)),), "Submitted", "r-1")
    store.close()
    other = PlanFiles(files.backups, files.clock, "Bea").open(store.path)
    recalled = act(Deed.RECALLED, 2, revision=3)
    loaded = other.load()
    other.save((*renamed(loaded, "bob", "Chief"), put(loaded, recalled)), "Edited", "r-2")

    assert other.authors(0) == ("Ann", "Bea")
    assert other.authors(1) == ("Bea",)
    assert other.authors(1, until=2) == ()
    assert other.actor == "Bea"
    other.close()


def test_a_new_file_begins_without_the_acts_of_another(files: PlanFiles, tmp_path: Path) -> None:
    plan = with_records(sample_plan(), [act(Deed.SUBMITTED), KEPT])

    files.create(tmp_path / "copy.irplan", plan)

    assert stored(files, tmp_path / "copy.irplan") == sample_plan()


def test_a_file_can_be_read_while_many_records_are_written_to_it(
    files: PlanFiles, store: PlanFile
) -> None:
    plan = store.load()
    crowd = with_records(plan, (person(f"crowd-{at}") for at in range(2_000)))
    changes = difference(plan, crowd)

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(store.save, changes, "Import", "r-1")
        seen = {store.revision() for _ in range(50)}
        receipt = writing.result()

    assert seen <= {receipt.revision - 1, receipt.revision}
    assert stored(files, store.path) == crowd
