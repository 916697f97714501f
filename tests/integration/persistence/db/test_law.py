"""What the law refuses, the database refuses: by direct SQL, past the program."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from operator import attrgetter
from pathlib import Path

import pytest

from app.domain.lifecycle.matter import LIFE
from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.upkeep import ApprovalRule
from app.persistence.db.law import ACT_RULES, BY_LAW, LAW
from tests.integration.persistence.db.samples import query, run_sql
from tests.unit.domain.lifecycle.approving.acts import OTHER, act, acts, routed
from tests.unit.domain.lifecycle.approving.cases import (
    ALL_APPROVED,
    ALLOWED,
    EMERGENCY,
    HALF_APPROVED,
    ISSUED,
    NOTHING,
    REFUSED,
    SUBMITTED,
    WITH_REVIEW,
)

FIRST = {Deed.SUBMITTED, Deed.ISSUED_IN_EMERGENCY}
BY_PROGRAM_ALONE = [
    one
    for one in REFUSED
    if (one[0] == "content" and one[2].deed in FIRST)  # SQLite computes no hashes
    or (one[0] == "number" and one[2].deed is Deed.SUBMITTED)  # nor knows what a number looks like
    or one[2].route in (Route((), ("Ann",), reviews=0), Route((), ("Zoe",), reviews=0))
]
"""The last cannot go on: neither may approve, as the database says when they try."""


def insert(path: Path, *said: Act) -> None:
    """Write acts as any SQLite tool could, each in the last revision there is."""
    known = query(path, "SELECT count(*) FROM record WHERE kind = 'acts'")[0][0]
    last = query(path, "SELECT max(number) FROM revision")[0][0]
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for number, one in enumerate(said, start=int(str(known)) + 1):
            data = record_data(
                replace(one, id=RecordId(f"act-{number:06}"), revision=int(str(last)))
            )
            connection.execute(
                "INSERT INTO record VALUES ('acts', ?, ?, 1, ?, '')",
                (data["id"], number, canonical(data).decode()),
            )


def refused(path: Path, *statements: str) -> str:
    """What the database says to statements it refuses; nothing of them is done."""
    before = query(path, "SELECT * FROM record ORDER BY kind, id")
    with pytest.raises(sqlite3.IntegrityError) as found:
        run_sql(path, *statements)
    assert query(path, "SELECT * FROM record ORDER BY kind, id") == before
    return str(found.value).removeprefix(BY_LAW)


@pytest.mark.parametrize(("said", "one"), ALLOWED)
def test_what_is_allowed_is_written(path: Path, said: list[Act], one: Act) -> None:
    insert(path, *said, one)

    assert query(path, "SELECT count(*) FROM record WHERE kind = 'acts'") == [(len(said) + 1,)]


@pytest.mark.parametrize(
    ("said", "one"), [one[1:] for one in REFUSED if one not in BY_PROGRAM_ALONE]
)
def test_what_is_not_is_refused(path: Path, said: list[Act], one: Act) -> None:
    insert(path, *said)

    with pytest.raises(sqlite3.IntegrityError, match=BY_LAW):
        insert(path, one)


@pytest.mark.parametrize("deed", [Deed.REVIEWED, Deed.CHANGES_REQUESTED, Deed.APPROVED])
def test_an_author_has_no_say(path: Path, deed: Deed) -> None:
    said = WITH_REVIEW if deed is Deed.APPROVED else SUBMITTED
    wrote(path, f" {act(deed).by.upper()} ", Kind.SECTION)
    insert(path, *said)

    with pytest.raises(sqlite3.IntegrityError, match="he or she changed"):
        insert(path, act(deed))


@pytest.mark.parametrize("kind", sorted(LIFE, key=attrgetter("value")))
def test_who_only_recorded_what_happened_is_no_author(path: Path, kind: Kind) -> None:
    wrote(path, "Carl", kind)

    insert(path, *WITH_REVIEW, act(Deed.APPROVED))


def test_who_wrote_the_version_before_may_approve_the_next(path: Path) -> None:
    wrote(path, "Zoe", Kind.SECTION)
    insert(path, act(Deed.ISSUED_IN_EMERGENCY))
    wrote(path, "Ann", Kind.SECTION)

    insert(path, act(Deed.ISSUED_IN_EMERGENCY, version="2.0", by="Zoe"))
    with pytest.raises(sqlite3.IntegrityError):
        insert(path, act(Deed.ISSUED_IN_EMERGENCY, version="3.0", by="Ann", reason=""))


def test_who_wrote_an_emergency_version_does_not_review_it_afterwards(path: Path) -> None:
    wrote(path, "Rita", Kind.SECTION)
    insert(path, *EMERGENCY)

    with pytest.raises(sqlite3.IntegrityError, match="review by this person"):
        insert(path, act(Deed.REVIEWED_AFTERWARDS))


def test_an_emergency_version_is_reviewed_by_who_wrote_only_the_next(path: Path) -> None:
    insert(path, *EMERGENCY)
    wrote(path, "Rita", Kind.SECTION)

    insert(path, act(Deed.REVIEWED_AFTERWARDS))


@pytest.mark.parametrize("rule", ApprovalRule)
def test_each_rule_counts_as_the_program_does(path: Path, rule: ApprovalRule) -> None:
    needed = {ApprovalRule.ANY: 1, ApprovalRule.QUORUM: 2}.get(rule, 3)
    insert(path, act(Deed.SUBMITTED, route=routed(rule, 2)), act(Deed.REVIEWED))
    for by in ("Carl", "Dora", "Emil")[:needed]:
        with pytest.raises(sqlite3.IntegrityError, match="approvals are missing"):
            insert(path, act(Deed.ISSUED, by="Carl"))
        insert(path, act(Deed.APPROVED, by=by))

    insert(path, act(Deed.ISSUED, by="Carl"))


def test_the_order_is_kept(path: Path) -> None:
    insert(path, act(Deed.SUBMITTED, route=routed(ApprovalRule.ORDER)), act(Deed.REVIEWED))

    with pytest.raises(sqlite3.IntegrityError, match="turn of somebody else"):
        insert(path, act(Deed.APPROVED, by="Dora"))


def test_an_act_names_the_revision_it_stands_in(path: Path) -> None:
    body = canonical(record_data(replace(act(Deed.SUBMITTED), revision=7))).decode()

    said = refused(path, f"INSERT INTO record VALUES ('acts', 'act-000001', 1, 1, '{body}', '')")

    assert said == "an act names the revision it stands in"


@pytest.mark.parametrize("key", ["act-000002", "act-1", "act-000000", "issue"])
def test_acts_count_up(path: Path, key: str) -> None:
    body = canonical(record_data(act(Deed.SUBMITTED))).decode()

    assert refused(path, f"INSERT INTO record VALUES ('acts', '{key}', 1, 1, '{body}', '')")


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        '{"deed":"adored","by":"Ann","version":"1.0","revision":1}',
        '{"deed":"submitted","by":null,"version":"1.0","revision":1}',
        '{"deed":["approved"],"by":"Ann","version":"1.0","revision":1}',
        '{"deed":"submitted","by":"Ann","version":"1.0","revision":1,"reason":"x","route":5}',
    ],
)
def test_what_is_no_act_is_refused(path: Path, body: str) -> None:
    assert refused(path, f"INSERT INTO record VALUES ('acts', 'act-000001', 1, 1, '{body}', '')")


def test_a_body_that_is_no_json_cannot_stand_for_an_act(path: Path) -> None:
    with pytest.raises(sqlite3.OperationalError, match="JSON"):
        run_sql(path, "INSERT INTO record VALUES ('acts', 'act-000001', 1, 1, 'no', '')")


FOR_GOOD = (
    "UPDATE record SET body = replace(body, 'Carl', 'Eve') WHERE kind = 'acts'",
    "UPDATE record SET body = '{}' WHERE kind = 'acts'",
    "DELETE FROM record WHERE kind = 'acts'",
    "DELETE FROM record",
    "UPDATE record SET id = 'act-000009' WHERE id = 'act-000005'",
    "UPDATE record SET kind = 'terms' WHERE kind = 'acts'",
    "UPDATE record SET kind = 'acts', id = 'act-000006' WHERE id = 'scope'",
    "REPLACE INTO record SELECT kind, id, rank, rev, '{}', digest FROM record WHERE kind = 'acts'",
    "INSERT INTO record SELECT kind, id, rank, rev, '{}', digest FROM record WHERE kind = 'acts' "
    "ON CONFLICT DO UPDATE SET body = excluded.body",
    "UPDATE record SET body = replace(body, 'Carl', 'Eve') WHERE id = 'issue-1-0'",
    "DELETE FROM record WHERE id = 'issue-1-0'",
    """INSERT INTO record VALUES ('versions', 'other', 9, 1, '{"number":"1.0"}', '')""",
    """UPDATE record SET body = '{"id":"old","number":"1.0"}' WHERE id = 'old'""",
    "UPDATE record SET body = '{}' WHERE kind = 'files'",
    "DELETE FROM record WHERE kind = 'files'",
    "UPDATE record SET body = replace(body, 'chair', 'eve') WHERE id = 'closed'",
    "DELETE FROM record WHERE id = 'closed'",
)


@pytest.mark.parametrize("statement", FOR_GOOD)
def test_what_is_issued_closed_or_kept_stays(path: Path, statement: str) -> None:
    insert(path, *ISSUED)
    run_sql(path, *(_record(*one) for one in HISTORY))

    assert refused(path, statement)


def test_what_is_not_final_may_change(path: Path) -> None:
    insert(path, *ISSUED)
    run_sql(path, *(_record(*one) for one in HISTORY))

    run_sql(
        path,
        "UPDATE record SET body = replace(body, 'chair', 'eve') WHERE id = 'running'",
        "UPDATE record SET rank = rank + 1 WHERE kind IN ('acts', 'versions')",
        """UPDATE record SET body = '{"id":"old","number":"0.8"}' WHERE id = 'old'""",
        "DELETE FROM record WHERE id IN ('old', 'running')",
    )


WRITES = (
    "UPDATE record SET body = '{}' WHERE id = 'scope'",
    "UPDATE record SET rank = 99 WHERE id = 'scope'",
    "DELETE FROM record WHERE id = 'scope'",
    "INSERT INTO record VALUES ('terms', 'new', 1, 1, '{}', '')",
    "INSERT INTO record VALUES ('unheard-of', 'new', 1, 1, '{}', '')",
)


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize("said", [SUBMITTED, WITH_REVIEW, HALF_APPROVED, ALL_APPROVED])
def test_a_version_in_review_rests(path: Path, statement: str, said: list[Act]) -> None:
    insert(path, *said)

    assert refused(path, statement) == "a version in review is recalled before it is changed"


@pytest.mark.parametrize("statement", WRITES)
@pytest.mark.parametrize(
    "said",
    [
        NOTHING,
        ISSUED,
        EMERGENCY,
        acts(Deed.SUBMITTED, Deed.RECALLED),
        acts(Deed.SUBMITTED, Deed.CHANGES_REQUESTED),
    ],
)
def test_one_that_is_not_may_be_changed(path: Path, statement: str, said: list[Act]) -> None:
    insert(path, *said)

    run_sql(path, statement)


@pytest.mark.parametrize("kind", sorted(LIFE - {Kind.ACT}, key=attrgetter("value")))
def test_its_life_goes_on_meanwhile(path: Path, kind: Kind) -> None:
    insert(path, *SUBMITTED)

    run_sql(path, f"INSERT INTO record VALUES ('{kind.value}', 'new', 1, 1, '{{}}', '')")


def test_a_recalled_version_is_submitted_anew_and_reviewed_anew(path: Path) -> None:
    insert(path, *WITH_REVIEW, act(Deed.RECALLED), act(Deed.SUBMITTED, content=OTHER))

    with pytest.raises(sqlite3.IntegrityError, match="a review is missing"):
        insert(path, act(Deed.APPROVED, content=OTHER))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE kept SET data = x'00'",
        "DELETE FROM kept",
        "REPLACE INTO kept VALUES ('ab', x'00')",
    ],
)
def test_kept_files_stay(path: Path, statement: str) -> None:
    run_sql(path, "INSERT INTO kept VALUES ('ab', x'01')")

    with pytest.raises(sqlite3.IntegrityError, match=BY_LAW):
        run_sql(path, statement)

    assert query(path, "SELECT data FROM kept") == [(b"\x01",)]


def test_each_trigger_has_a_name_of_its_own() -> None:
    names = [sql.split()[2] for sql in LAW]

    assert len(set(names)) == len(names)
    assert {f"act_{name}" for name, _, _ in ACT_RULES} < set(names)


HISTORY = (
    ("versions", "issue-1-0", {"number": "1.0", "approvers": ["Carl"]}),
    ("versions", "old", {"number": "0.9", "approvers": ["Carl"]}),
    ("files", "ab", {"name": "plan.pdf"}),
    ("sessions", "closed", {"chair": "chair", "closed_at": "2026-11-30"}),
    ("sessions", "running", {"chair": "chair"}),
)


def _record(kind: str, key: str, data: dict[str, object]) -> str:
    body = json.dumps({"id": key, **data})
    return f"INSERT INTO record VALUES ('{kind}', '{key}', 1, 1, '{body}', '')"


def wrote(path: Path, actor: str, *kinds: Kind) -> None:
    """Add a revision in which somebody changed records of `kinds`."""
    changes = json.dumps([{"kind": kind.value, "id": "x"} for kind in kinds])
    number = int(str(query(path, "SELECT max(number) + 1 FROM revision")[0][0]))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(
            "INSERT INTO revision VALUES (?, ?, 't', ?, 'l', ?)",
            (number, f"r{number}", actor, changes),
        )


def test_the_cases_of_the_program_alone_are_few() -> None:
    found: Iterable[str] = (why for why, _, _ in BY_PROGRAM_ALONE)

    assert sorted(found) == ["content", "content", "number", "number", "route", "route"]
