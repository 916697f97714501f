import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE, USAGE
from app.domain.plan.changes import put, remove
from app.domain.plan.governance import Version
from app.domain.plan.kinds import Kind
from tests.builders import person, rid, role
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan


def edited(path, *records, gone=()):
    """Save these records as one revision."""
    opened = workshop(clock=FakeClock()).open(path)
    for record in records:
        opened.session.apply((put(opened.plan, record),), "Put")
    for kind, key in gone:
        opened.session.apply((remove(opened.plan, kind, rid(key)),), "Remove")
    opened.close()


@pytest.fixture(scope="module")
def plan(begun, tmp_path_factory):
    """A plan of five revisions, with versions 1.0 at the second and 1.1 at the fourth."""
    path = tmp_path_factory.mktemp("diff") / "plan.irplan"
    shutil.copy(begun, path)
    edited(path, role("chief", "Chief responder"), Version(rid("v-1"), "1.0"))
    edited(path, person("anna", "Anna Keller"), role("chief", "Incident chief"))
    edited(path, Version(rid("v-2"), "1.1"), Version(rid("v-1"), "1.0", summary="First issue."))
    edited(path, person("jonas", "Jonas \x1b[2JRoth"), gone=[(Kind.ROLE, "chief")])
    return path


def found(*words):
    run = irplan("diff", *words, "--json")
    assert run.code == FINE, run.err
    report = json.loads(run.out)
    assert report["format"] == "irplan-diff/1"
    return report


def fates(report):
    return {
        (record["kind"], record["id"]): record["fate"]
        for record in report["records"]
        if record["kind"] != "versions"
    }


NEW_PERSON = {("people", "jonas"): "added"}
CHIEF_GONE = {("roles", "chief"): "removed"}


@pytest.mark.parametrize(
    ("points", "revisions", "expected"),
    [
        ((), (4, 5), NEW_PERSON | CHIEF_GONE),
        (("1.1",), (4, 5), NEW_PERSON | CHIEF_GONE),
        (("1.1", "draft"), (4, 5), NEW_PERSON | CHIEF_GONE),
        (("1.0", "1.1"), (2, 4), {("people", "anna"): "added", ("roles", "chief"): "edited"}),
        (("@1", "@2"), (1, 2), {("roles", "chief"): "added"}),
        (("@2", "1.0"), (2, 2), {}),
        (("draft", "1.1"), (5, 4), {("people", "jonas"): "removed", ("roles", "chief"): "added"}),
        (("1.0", "draft"), (2, 5), {("people", "anna"): "added", **NEW_PERSON, **CHIEF_GONE}),
    ],
)
def test_two_points_of_a_plan_are_compared(plan, points, revisions, expected):
    report = found(plan, *points)

    assert (report["from"]["revision"], report["to"]["revision"]) == revisions
    assert fates(report) == expected


def test_the_report_has_each_field_before_and_after(plan):
    report = found(plan, "1.0", "1.1")

    [chief] = [record for record in report["records"] if record["id"] == "chief"]
    assert chief == {
        "kind": "roles",
        "id": "chief",
        "name": "Incident chief",
        "fate": "edited",
        "fields": {"name": ["Chief responder", "Incident chief"]},
    }
    assert report["from"] == {
        "plan": report["to"]["plan"],
        "point": "1.0",
        "revision": 2,
        "at": "2026-11-21T12:00:00+00:00",
        "by": report["to"]["by"],
    }
    assert set(report["weight"]) == {"material", "reasons"}


def test_people_get_lines_that_cannot_steer_their_terminal(plan):
    run = irplan("diff", plan, "1.1")

    assert (run.code, run.err) == (FINE, "")
    assert run.out.startswith("From 1.1 (revision 4, 2026-11-21 12:00 UTC by ")
    assert "\nRoles\n  removed  Incident chief\n" in run.out
    assert "\nPeople\n  added    Jonas \N{REPLACEMENT CHARACTER}[2JRoth\n" in run.out
    assert "\x1b" not in run.out + irplan("diff", plan, "--json").out


def test_no_difference_is_said(plan):
    run = irplan("diff", plan, "draft")

    assert (run.code, run.err) == (FINE, "")
    assert run.out.endswith("\n\nNo difference.\n")
    assert found(plan, "draft")["records"] == []


def test_comparing_changes_nothing_and_needs_no_lock(plan):
    opened = workshop().open(plan)
    before = plan.read_bytes()

    run = irplan("diff", plan)

    assert run.code == FINE
    assert plan.read_bytes() == before
    opened.close()


# --- two files ------------------------------------------------------------------------------------


def test_two_files_are_compared_as_they_are_now(begun, plan):
    report = found(begun, plan)

    assert fates(report) == {("people", "anna"): "added", ("people", "jonas"): "added"}
    assert (report["from"]["point"], report["to"]["point"]) == (begun.name, plan.name)
    assert (report["from"]["revision"], report["to"]["revision"]) == (1, 5)


def test_two_plans_that_have_nothing_in_common_are_told_apart(plan, tmp_path):
    workshop().create_sample(tmp_path / "OTHER.IRPLAN").close()

    run = irplan("diff", plan, tmp_path / "OTHER.IRPLAN")

    assert run.code == FINE
    assert "These are two plans that were begun apart.\n" in run.out


def test_a_plan_is_the_same_as_its_copy(plan, tmp_path):
    shutil.copy(plan, tmp_path / "copy.irplan")

    run = irplan("diff", plan, tmp_path / "copy.irplan")

    assert run.out.endswith("\nNo difference.\n")
    assert "begun apart" not in run.out


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("points", "code", "sentence"),
    [
        (("2.0",), "history.unknown-version", "no version '2.0'; it has '1.0', '1.1'."),
        (("1.0", "1.2"), "history.unknown-version", "no version '1.2'; it has '1.0', '1.1'."),
        (("1.0", ""), "history.unknown-version", "no version ''; it has '1.0', '1.1'."),
        (("", "1.0"), "history.unknown-version", "no version ''; it has '1.0', '1.1'."),
        (("\x1b[2J",), "history.unknown-version", r"no version '\x1b[2J'"),
        (("@6",), "history.unknown-revision", "no revision 6; choose one from 1 to 5."),
        (("none.irplan",), "plan-file.missing", "There is no file none.irplan"),
        (("none.irplan", "1.0"), "diff.one-too-many", "leave out '1.0'."),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(plan, points, code, sentence):
    run = irplan("diff", plan, *points)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(f"irplan: {code}: ")
    assert sentence in run.err
    assert "\x1b" not in run.err


def test_before_any_version_that_is_said(begun):
    run = irplan("diff", begun)

    assert run.code == FAILED
    assert run.err.startswith("irplan: history.no-version: The plan has no version yet; ")
    assert irplan("diff", begun, "@1").out.endswith("\nNo difference.\n")


def test_a_damaged_revision_is_one_clear_sentence(plan, tmp_path):
    copy = tmp_path / "plan.irplan"
    shutil.copy(plan, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        sql = "SELECT sql FROM sqlite_schema WHERE name = 'revision_no_update'"
        [trigger] = connection.execute(sql).fetchone()
        connection.execute("DROP TRIGGER revision_no_update")
        connection.execute("UPDATE revision SET changes = 'null' WHERE number = 5")
        connection.execute(trigger)

    run = irplan("diff", copy, "1.1")

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(
        "irplan: plan-file.damaged: plan.irplan is damaged (revision 5 cannot be read); "
    )


@pytest.mark.parametrize("words", [(), ("a.irplan", "1.0", "1.1", "1.2"), ("a.irplan", "--xml")])
def test_other_words_are_wrong_usage(words):
    assert irplan("diff", *words).code == USAGE
