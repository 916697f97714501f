"""Small plans, a clock that stands still, and ways to spoil a plan file."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.plan.changes import ChangeSet, difference, put
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer, Section
from app.persistence.db.errors import PlanFileProblem
from app.persistence.db.files import PlanFiles
from app.persistence.db.plan_file import PlanFile

ROOT = Path(__file__).parents[4]
NOBODY = 65534
"""A user who may write nothing; root would not notice that a file is read-only."""


@dataclass
class FixedClock:
    time: datetime = datetime(2026, 11, 30, 9, 0, 0, 123_456, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def pass_by(self, **span: int) -> None:
        self.time += timedelta(**span)


def person(name: str, title: str = "") -> Person:
    channel = Channel(ChannelKind.MOBILE, "+44 20 7946 0000", out_of_band=True)
    return Person(RecordId(f"person-{name}"), name.title(), title, channels=(channel,))


def sample_plan() -> Plan:
    plan = Plan(RecordId("plan-sample"))
    return with_records(
        plan,
        [
            Profile(legal_name="Northwind Health", sites=("Hull", "York")),
            Section(RecordId("scope"), "Scope", prose="Everything we run.\n\n- and more"),
            Section(RecordId("purpose"), "Purpose", prose="To be <b>ready</b> & 'quick' 🚑."),
            Answer(RecordId("reporting.within"), RecordId("scope"), Duration(4, TimeUnit.HOURS)),
            *(person(name) for name in ("ann", "bob", "cy", "dee")),
        ],
    )


def with_records(plan: Plan, records: Iterable[Record]) -> Plan:
    for record in records:
        plan = plan.with_table(kind_of(record), plan.table(kind_of(record)).put(record))
    return plan


def with_people(plan: Plan, *names: str) -> Plan:
    """The plan with exactly these people, in this order; those it knows stay as they are."""
    known = plan.people
    people = [known.get(RecordId(f"person-{name}"), person(name)) for name in names]
    return plan.with_table(Kind.PERSON, Records(people))


def renamed(plan: Plan, name: str, title: str) -> ChangeSet:
    """The edit that gives a person a title."""
    return (put(plan, person(name, title)),)


def save(store: PlanFile, old: Plan, new: Plan, request: str) -> Plan:
    store.save(difference(old, new), "An edit", request)
    return new


def stored(files: PlanFiles, path: Path) -> Plan:
    """What a fresh, read-only look at the file finds."""
    store = files.open(path, read_only=True)
    try:
        return store.load()
    finally:
        store.close()


def problem(files: PlanFiles, path: Path, *, read_only: bool = False) -> PlanFileProblem | None:
    """Why the plan cannot be opened and read; None when it can."""
    try:
        store = files.open(path, read_only=read_only)
    except PlanFileProblem as error:
        return error
    try:
        store.load()
    except PlanFileProblem as error:
        return error
    finally:
        store.close()
    return None


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def run_sql(path: Path, *statements: str) -> None:
    """Change the file as any SQLite tool could."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def run_past_law(path: Path, *statements: str) -> None:
    """Change the file as somebody could who takes the triggers away and puts them back."""
    laws = query(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    run_sql(
        path,
        *(f"DROP TRIGGER {name}" for name, _ in laws),
        *statements,
        *(str(sql) for _, sql in laws),
    )


def child(code: str, *arguments: str) -> "subprocess.Popen[str]":
    """A Python process running `code`, which may import this module as `samples`."""
    preamble = "import tests.integration.persistence.db.samples as samples\n"
    return subprocess.Popen(
        [sys.executable, "-c", preamble + code, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def outcome(code: str, *arguments: str) -> dict[str, object]:
    """What a child process prints as JSON."""
    process = child(code, *arguments)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    found: dict[str, object] = json.loads(out)
    return found


def is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
