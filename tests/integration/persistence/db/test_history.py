"""Revisions of real plan files: each leads back to the plan as it was."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.plan.changes import RecordChange, apply, put, remove
from app.domain.plan.governance import Version
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Record, kind_of
from app.domain.plan.roles import Role
from app.domain.plan.sections import Section
from app.persistence.db.errors import NotAPlanFile, PlanFileDamaged, PlanFileMissing
from app.persistence.db.files import PlanFiles
from app.persistence.db.history import PlanFileHistory, history_of
from app.services.editing import EditingSession
from app.services.history import RevisionUnknown
from tests.builders import rid
from tests.integration.persistence.db.samples import (
    ROOT,
    FixedClock,
    person,
    query,
    run_sql,
    sample_plan,
    stored,
)

NAMES = ("ann", "bob", "cy", "dee", "eve")
RECORDS: st.SearchStrategy[Record] = st.one_of(
    st.builds(person, st.sampled_from(NAMES), st.sampled_from(("", "Chief", "Zoë 🚑"))),
    st.builds(
        lambda key, prose: Section(rid(key), key.title(), prose=prose),
        st.sampled_from(("scope", "purpose", "aims")),
        st.sampled_from(("", "Text.", '"kind":"versions"\n\x00')),
    ),
    st.builds(lambda key, name: Role(rid(key), name), st.sampled_from("ab"), st.text(max_size=3)),
    st.builds(lambda name: replace(sample_plan().profile, legal_name=name), st.text(max_size=3)),
    st.builds(
        lambda key, number: Version(rid(key), number),
        st.sampled_from(("v1", "v2")),
        st.sampled_from(("1.0", "1.1", "2.0")),
    ),
)
EDITS = st.one_of(
    st.tuples(st.just("put"), RECORDS, st.none() | st.integers(0, 6)),
    st.tuples(st.just("remove"), RECORDS, st.none()),
    st.tuples(st.sampled_from(("undo", "redo", "save", "save", "reopen")), st.none(), st.none()),
)


@pytest.fixture
def history(files: PlanFiles, path: Path) -> PlanFileHistory:
    return history_of(files, path)


class Writing:
    """Edits and saves, and remembers the plan after each revision."""

    def __init__(self, files: PlanFiles, path: Path) -> None:
        self.files, self.path = files, path
        self.store = files.open(path)
        self.session = EditingSession(self.store.load())
        self.plans = [self.session.plan]

    def close(self) -> None:
        self.store.close()

    def edit(self, verb: str, record: Record | None, at: int | None) -> None:
        if record is None:
            getattr(self, verb)()
        elif verb == "put":
            count = len(self.session.plan.table(kind_of(record)))
            self.apply(put(self.session.plan, record, at if at is None else min(at, count)))
        elif kind_of(record) is not Kind.PROFILE:
            self.remove(record)

    def apply(self, *changes: RecordChange) -> None:
        self.session.apply(changes, "Edit")

    def remove(self, record: Record) -> None:
        if self.session.plan.find(kind_of(record), record.id) is not None:
            self.apply(remove(self.session.plan, kind_of(record), record.id))

    def undo(self) -> None:
        self.session.undo()

    def redo(self) -> None:
        self.session.redo()

    def reopen(self) -> None:
        self.store.close()
        self.store = self.files.open(self.path)
        self.session = EditingSession(self.store.load())

    def save(self) -> None:
        plan, request = self.session.plan, f"request-{len(self.plans)}"
        self.store.save(self.session.unsaved(), "Edits", request)
        self.session.mark_saved(plan)
        self.plans.append(plan)

    def issue(self, *records: Record) -> None:
        """Put each record into the plan, and save."""
        for record in records:
            self.apply(put(self.session.plan, record))
        self.save()


@pytest.fixture
def writing(files: PlanFiles, path: Path) -> Iterator[Writing]:
    writing = Writing(files, path)
    yield writing
    writing.close()


# --- the plan as it was ---------------------------------------------------------------------------


@given(edits=st.lists(EDITS, max_size=30))
@settings(max_examples=40, deadline=None)
def test_each_revision_has_its_plan(
    edits: list[tuple[str, Record | None, int | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("history")
    files = PlanFiles(folder / "backups", FixedClock(), "Ann")
    files.create(folder / "plan.irplan", sample_plan())
    with closing(Writing(files, folder / "plan.irplan")) as writing:
        for edit in edits:
            writing.edit(*edit)
        writing.save()

        history = history_of(files, writing.path)

        assert [history.plan_at(entry.number) for entry in history.entries()] == writing.plans
        assert writing.plans[-1] == stored(files, writing.path)


def test_places_are_found_again(writing: Writing, history: PlanFileHistory) -> None:
    writing.apply(put(writing.session.plan, person("dee"), 0))
    writing.save()
    writing.apply(remove(writing.session.plan, Kind.PERSON, rid("person-bob")))
    writing.save()

    assert [list(history.plan_at(number).people) for number in (1, 2, 3)] == [
        ["person-ann", "person-bob", "person-cy", "person-dee"],
        ["person-dee", "person-ann", "person-bob", "person-cy"],
        ["person-dee", "person-ann", "person-cy"],
    ]


@pytest.mark.parametrize("number", [-1, 0, 3, 99])
def test_a_revision_that_is_not_there_is_refused(
    writing: Writing, history: PlanFileHistory, number: int
) -> None:
    writing.save()

    with pytest.raises(RevisionUnknown, match=f"no revision {number}; choose one from 1 to 2"):
        history.plan_at(number)


# --- entries --------------------------------------------------------------------------------------


def test_entries_say_who_saved_what_when(
    writing: Writing, history: PlanFileHistory, clock: FixedClock
) -> None:
    created = clock.time.replace(microsecond=123_000)
    clock.pass_by(hours=3)
    writing.save()

    first, second = history.entries()

    assert (first.number, first.at, first.actor, first.label) == (1, created, "Ann", "Plan created")
    assert (second.number, second.actor, second.label) == (2, "Ann", "Edits")
    assert (second.at - first.at).total_seconds() == 3 * 3600
    assert second.at.tzinfo is UTC


def test_a_file_that_is_open_for_writing_is_read_and_left_as_it_is(
    writing: Writing, history: PlanFileHistory
) -> None:
    before = writing.path.read_bytes()

    history.entries()
    history.plan_at(1)
    history.versions()

    assert writing.path.read_bytes() == before
    writing.apply(put(writing.session.plan, person("eve")))
    writing.save()
    assert history.plan_at(2) == writing.plans[-1]


@pytest.mark.parametrize(
    ("text", "problem"), [(None, PlanFileMissing), ("not a plan", NotAPlanFile)]
)
def test_what_is_no_plan_file_has_no_history(
    files: PlanFiles, tmp_path: Path, text: str | None, problem: type[Exception]
) -> None:
    if text is not None:
        (tmp_path / "x.irplan").write_text(text, "utf-8")

    with pytest.raises(problem):
        history_of(files, tmp_path / "x.irplan")


def test_a_file_of_the_first_schema_has_a_history_before_and_after_its_upgrade(
    files: PlanFiles, tmp_path: Path
) -> None:
    copy = tmp_path / "schema-1.irplan"
    shutil.copy(ROOT / "tests" / "data" / copy.name, copy)
    before = copy.read_bytes()

    assert history_of(files, copy).plan_at(1) == sample_plan()
    assert copy.read_bytes() == before

    with closing(Writing(files, copy)) as writing:
        writing.issue(person("eve"))
    history = history_of(files, copy)
    newest = history.entries()[-1].number
    assert newest > 2
    assert "person-eve" in history.plan_at(newest).people
    assert [history.plan_at(number) for number in range(1, newest)] == [sample_plan()] * (
        newest - 1
    )


# --- versions -------------------------------------------------------------------------------------


def test_a_version_is_the_revision_that_brought_it_whatever_was_edited_since(
    writing: Writing, history: PlanFileHistory
) -> None:
    writing.issue(person("eve"), Version(rid("v1"), "1.0"))
    writing.issue(person("fay"))
    writing.issue(Version(rid("v1"), "1.0", summary="First issue.", approvers=("Ann",)))
    writing.issue(Version(rid("v2"), " 1.1 "))

    assert list(history.versions().items()) == [("1.0", 2), ("1.1", 5)]
    assert history.plan_at(2) == writing.plans[1]
    assert "person-fay" not in history.plan_at(2).people


def test_a_version_taken_back_and_brought_again_is_the_newest_one(
    writing: Writing, history: PlanFileHistory
) -> None:
    writing.issue(Version(rid("v1"), "1.0"))
    writing.undo()
    writing.save()
    assert history.versions() == {}

    writing.redo()
    writing.save()

    assert history.versions() == {"1.0": 4}


def test_a_version_that_got_another_number_came_with_that(
    writing: Writing, history: PlanFileHistory
) -> None:
    writing.issue(Version(rid("v1"), "1.0"))
    writing.issue(Version(rid("v1"), "1.1"))

    assert history.versions() == {"1.1": 3}


def test_versions_of_one_revision_come_in_the_order_of_their_issue(
    files: PlanFiles, tmp_path: Path
) -> None:
    plan = sample_plan()
    for version in (
        Version(rid("v3"), "2.0", date(2026, 3, 1)),
        Version(rid("v1"), "0.9", date(2025, 1, 1)),
        Version(rid("v0"), "0.1"),
        Version(rid("v4"), ""),
        Version(rid("v2"), "1.0", date(2026, 1, 1)),
    ):
        plan = apply(plan, (put(plan, version),))
    files.create(tmp_path / "x.irplan", plan)

    found = history_of(files, tmp_path / "x.irplan").versions()

    assert list(found.items()) == [("0.1", 1), ("0.9", 1), ("1.0", 1), ("2.0", 1)]


# --- damage ---------------------------------------------------------------------------------------


def altered(path: Path, *statements: str) -> None:
    """Change revisions as an outside tool could, and leave the file looking sound."""
    triggers = query(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    run_sql(
        path,
        *(f"DROP TRIGGER {name}" for name, _ in triggers),
        *statements,
        *(str(sql) for _, sql in triggers),
    )


@pytest.fixture
def edited(writing: Writing) -> Writing:
    """A plan with two edits of Eve, in revisions 2 and 3."""
    writing.issue(person("eve"))
    writing.issue(person("eve", "Chief"))
    return writing


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE revision SET changes = '[{\"kind\":' WHERE number = 3", "3 cannot be read"),
        ("UPDATE revision SET changes = x'ff' WHERE number = 3", "cannot be read"),
        ("UPDATE revision SET changes = 7 WHERE number = 2", "2 cannot be read"),
        (
            "UPDATE revision SET changes = replace(changes, 'Chief', 'Thief') WHERE number = 3",
            "revision 3 does not fit people 'person-eve'",
        ),
        (
            "UPDATE revision SET changes = (SELECT changes FROM revision WHERE number = 2) "
            "WHERE number = 3",
            "revision 3 does not fit people 'person-eve'",
        ),
        ("DELETE FROM revision WHERE number = 2", "a revision is missing"),
        ("UPDATE record SET body = replace(body, 'Chief', 'Thief')", "does not match its hash"),
        ("UPDATE plan SET id = 'No Plan'", "it holds no plan"),
    ],
)
def test_a_history_that_does_not_lead_to_the_plan_is_damage(
    edited: Writing, history: PlanFileHistory, statement: str, what: str
) -> None:
    altered(edited.path, statement)

    with pytest.raises(PlanFileDamaged) as caught:
        history.plan_at(1)

    assert what in caught.value.message
    assert caught.value.message.startswith("plan.irplan is damaged (")


def test_damage_further_back_does_not_hide_what_came_after_it(
    edited: Writing, history: PlanFileHistory
) -> None:
    altered(edited.path, "UPDATE revision SET changes = '' WHERE number = 2")

    assert history.plan_at(3) == edited.plans[2]
    assert history.plan_at(2) == edited.plans[1]
    with pytest.raises(PlanFileDamaged):
        history.plan_at(1)


def test_a_history_that_leads_to_a_plan_of_nobody_is_damage(
    edited: Writing, history: PlanFileHistory
) -> None:
    forged = (
        "UPDATE revision SET changes = (SELECT json_array(json_object('kind', kind, 'id', id, "
        "'before', NULL, 'after', json(body), 'at', 0, 'was', NULL)) FROM record "
        "WHERE kind = 'profiles') WHERE number = 3"
    )
    altered(edited.path, forged)

    with pytest.raises(PlanFileDamaged, match="at revision 2 it does not say whose plan it is"):
        history.plan_at(2)


@pytest.mark.parametrize("time", ["'yesterday'", "''", "7", "x'00'"])
def test_a_revision_without_a_time_is_damage(
    edited: Writing, history: PlanFileHistory, time: str
) -> None:
    altered(edited.path, f"UPDATE revision SET at = {time} WHERE number = 2")

    with pytest.raises(PlanFileDamaged, match="revision 2 bears no time"):
        history.entries()


def test_a_file_without_revisions_is_damaged(edited: Writing, history: PlanFileHistory) -> None:
    altered(edited.path, "DELETE FROM revision")

    with pytest.raises(PlanFileDamaged, match="it has no history"):
        history.entries()


def test_a_version_in_damaged_changes_is_damage(edited: Writing, history: PlanFileHistory) -> None:
    altered(
        edited.path,
        'UPDATE revision SET changes = \'[{"kind":"versions"}]\' WHERE number = 3',
    )

    with pytest.raises(PlanFileDamaged, match="revision 3 cannot be read"):
        history.versions()
