import json
import sqlite3
from contextlib import closing

import pytest

from app.cli.exits import FINDINGS
from app.persistence.db.rows import _digest
from app.persistence.db.tables import RecordRow
from tests.integration.cli.approving import acts, copied, done, identity, signature, signing
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.usefixtures("one_shop")


@pytest.fixture
def plan(in_review, tmp_path):
    return copied(in_review, tmp_path)


def listed(plan):
    report = json.loads(done("list", plan, "--json").out)
    assert report["format"] == "irplan-versions/1"
    return report["versions"]


def test_versions_that_the_plan_only_states_are_told_apart(finished):
    assert done("list", finished).out.splitlines() == [
        "1.0 · stated in the plan; no approval of it is recorded",
        "draft · the working draft",
    ]


def test_a_version_in_review_says_what_it_waits_for(plan):
    assert done("list", plan).out.splitlines()[1:] == [
        "2.0 · in review since 2026-11-21 12:00 UTC, by Ann",
        "  waits for 1 review (asked: Rita Moss)",
        "  waits for 2 approvals (asked: Carl Dent, Dora Young)",
    ]


def test_who_approved_is_listed_with_how_surely(in_force, tmp_path):
    lines = done("list", in_force).out.splitlines()

    assert lines[1:] == [
        "2.0 · approved since 2026-11-21 12:00 UTC, by Dora Young",
        "  reviewed by Rita Moss (CISO) on 2026-11-21 12:00 UTC",
        "    simple: confirmed in the program, without a certificate",
        "  approved by Carl Dent (CEO) on 2026-11-21 12:00 UTC",
        "    simple: confirmed in the program, without a certificate",
        "  approved by Dora Young on 2026-11-21 12:00 UTC",
        "    simple: confirmed in the program, without a certificate",
        "draft · the working draft",
    ]


def test_programs_get_the_same(in_force):
    stated, version, draft = listed(in_force)

    assert stated["state"] is None
    assert (version["state"], version["content"]) == ("approved", acts(in_force)[-1].content)
    assert [one["by"] for one in version["declared"]] == ["Rita Moss", "Carl Dent", "Dora Young"]
    assert version["declared"][0]["signature_holds"] is None
    assert (draft["version"], draft["state"], draft["at"]) == ("draft", "draft", None)


def test_a_version_is_superseded_and_withdrawn(in_force, tmp_path):
    plan = copied(in_force, tmp_path)
    done("emergency", plan, "--by", "Carl Dent", "--reason", "Attack \x1b[2J")
    done("withdraw", plan, "3.0", "--by", "Carl Dent", "--reason", "Wrong")

    out = done("list", plan).out

    assert "\n2.0 · superseded since 2026-11-21 12:00 UTC, by version 3.0\n" in out
    assert "\n3.0 · withdrawn since 2026-11-21 12:00 UTC, by Carl Dent\n" in out
    assert "\n    because: Attack \N{REPLACEMENT CHARACTER}[2J\n" in out
    assert "\n  waits for a review after the emergency, due on 2026-12-05\n" in out
    assert [one["state"] for one in listed(plan)] == [None, "superseded", "withdrawn", "draft"]
    assert listed(plan)[1]["superseded_by"] == "3.0"


def test_changes_requested_stay_with_the_draft(plan):
    done("request-changes", plan, "--by", "Rita Moss", "--reason", "Times")

    assert done("list", plan).out.splitlines()[1:4] == [
        "2.0 · changes requested since 2026-11-21 12:00 UTC, by Rita Moss",
        "  changes requested by Rita Moss on 2026-11-21 12:00 UTC",
        "    because: Times",
    ]


def test_a_signature_is_verified_and_one_that_was_tampered_with_is_told(plan, tmp_path):
    done("review", plan, "--by", "Rita Moss", *signing(identity(tmp_path, "Rita Moss")))
    fingerprint = signature(acts(plan)[-1]).fingerprint
    held = done("list", plan).out
    tampered(plan)

    run = irplan("version", "list", plan)

    assert f"    the signature holds; {fingerprint}\n" in held
    assert run.code == FINDINGS
    assert "    the signature DOES NOT HOLD; " in run.out
    assert "What was signed is another text: its digest differs." in run.out


def tampered(plan):
    """Let somebody who goes round the program reword what Rita signed, hashes and all."""
    with closing(sqlite3.connect(plan, isolation_level=None)) as connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'record'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        [[key, rank, body]] = connection.execute(
            "SELECT id, rank, body FROM record WHERE kind = 'acts' AND body LIKE '%\"reviewed\"%'"
        ).fetchall()
        spoiled = body.replace("reviewed and support", "reviewed and praise!!")
        assert spoiled != body
        row = RecordRow(kind="acts", id=key, rank=rank, body=spoiled)
        connection.execute(
            "UPDATE record SET body = ?, digest = ? WHERE kind = 'acts' AND id = ?",
            (spoiled, _digest(row), key),
        )
        for _, sql in triggers:
            connection.execute(sql)
