"""Any history of edits, undo, saving, failing and reopening ends with what the session holds."""

import errno
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from typing_extensions import override

from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.persistence.db import plan_file as plan_file_module
from app.persistence.db.engine import plan_engine
from app.persistence.db.errors import PlanFileFailing, PlanFileProblem
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import PlanFile
from app.services.editing import EditingSession
from tests.integration.persistence.db.samples import (
    FixedClock,
    person,
    query,
    sample_plan,
    stored,
)

NAMES = st.sampled_from(("ann", "bob", "cy", "dee", "eve", "fay"))
TITLES = st.sampled_from(("", "Chief", "=1+1", "Zoë 🚑", "</w:t>"))


class Histories(RuleBasedStateMachine):
    """A window and its plan file, on a real disk."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        self.path = root / "plan.irplan"
        self.files = PlanFiles(root / "backups", FixedClock(), "Ann")
        self.files.create(self.path, sample_plan())
        self.saved = sample_plan()
        self.number = 0
        self.store: PlanFile = self.files.open(self.path)
        self.session = EditingSession(self.store.load())

    @rule(name=NAMES, title=TITLES, at=st.none() | st.integers(0, 7))
    def put(self, name: str, title: str, at: int | None) -> None:
        plan = self.session.plan
        place = at if at is None else min(at, len(plan.people))
        self.session.apply((put(plan, person(name, title), place),), "Put")

    @rule(name=NAMES)
    def remove(self, name: str) -> None:
        key = RecordId(f"person-{name}")
        if key in self.session.plan.people:
            self.session.apply((remove(self.session.plan, Kind.PERSON, key),), "Remove")

    @rule()
    def undo(self) -> None:
        self.session.undo()

    @rule()
    def redo(self) -> None:
        self.session.redo()

    @rule()
    def save(self) -> None:
        plan = self.session.plan
        self.store.save(self.session.unsaved(), "Edits", self._request())
        self.session.mark_saved(plan)
        self.saved = plan

    @rule(step=st.sampled_from(("_put", "_stamp", "placed")))
    @precondition(lambda self: self.session.dirty)
    def fail_to_save(self, step: str) -> None:
        def broken(*_: object) -> None:
            raise OSError(errno.EIO, "Input/output error")

        request = self._request()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(plan_file_module, step, broken)
            try:
                self.store.save(self.session.unsaved(), "Edits", request)
            except PlanFileFailing:
                return
        self.saved = self.session.plan  # this edit did not need the step
        self.session.mark_saved(self.saved)

    @rule()
    def save_without_hearing_of_it(self) -> None:
        """The answer is lost, and the same request is made again."""
        plan, pending, request = self.session.plan, self.session.unsaved(), self._request()
        known = dict(self.store._marks)
        first = self.store.save(pending, "Edits", request)
        self.store._marks = known

        assert self.store.save(pending, "Edits", request) == first

        self.session.mark_saved(plan)
        self.saved = plan

    @rule()
    def back_up(self) -> None:
        self.store.backup()

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = self.files.open(self.path)
        self.session = EditingSession(self.store.load())

    @rule()
    def fail_to_open_twice(self) -> None:
        with pytest.raises(PlanFileProblem):
            self.files.open(self.path)

    @invariant()
    def the_file_holds_what_was_last_saved(self) -> None:
        assert stored(self.files, self.path) == self.saved

    @override
    def teardown(self) -> None:
        self.store.close()
        assert query(self.path, "PRAGMA integrity_check") == [("ok",)]
        self.folder.cleanup()

    def _request(self) -> str:
        self.number += 1
        return f"request-{self.number}"


Histories.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestHistories = Histories.TestCase


def test_each_error_of_the_disk_leaves_the_last_saved_plan(
    files: PlanFiles, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every statement of a save is made to fail in turn, up to the commit itself."""
    store = files.open(path)
    plan = store.load()
    changes = (put(plan, person("eve"), 0), remove(plan, Kind.PERSON, RecordId("person-bob")))
    failed = 0

    for step in range(1, 50):
        with monkeypatch.context() as patch:
            fail_at(patch, store, step)
            try:
                store.save(changes, "Edits", "request")
                break
            except PlanFileFailing:
                failed += 1
        assert stored(files, path) == plan

    assert failed >= 4
    assert "person-eve" in stored(files, path).people
    store.close()


def fail_at(patch: pytest.MonkeyPatch, store: PlanFile, step: int) -> None:
    """Let the statement of that number, or the commit, fail as SQLite does on a bad disk."""
    count = 0

    def pass_or_fail() -> None:
        nonlocal count
        count += 1
        if count == step:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error

    class Failing(sqlite3.Cursor):
        @override
        def execute(self, *arguments: Any) -> "Failing":
            pass_or_fail()
            super().execute(*arguments)
            return self

    class Connection(sqlite3.Connection):
        @override
        def cursor(self, *_: Any) -> Any:
            return super().cursor(Failing)

        @override
        def commit(self) -> None:
            pass_or_fail()
            super().commit()

    connect = sqlite3.connect
    patch.setattr(
        "app.persistence.db.engine.sqlite3.connect",
        lambda *args, **kwargs: connect(*args, factory=Connection, **kwargs),
    )
    patch.setattr(store, "_engine", plan_engine(store.path, trusted=True))
