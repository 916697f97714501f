import json
import shutil
import sqlite3
from contextlib import closing

import pytest

from app.bootstrap import workshop
from app.cli.backups import left_alone
from app.cli.exits import FAILED, FINDINGS, FINE, USAGE
from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from tests.builders import NOON, person, rid
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan


def edited(path, hour, *records):
    """Save these records as one revision, and keep a copy of what that makes."""
    clock = FakeClock(NOON.replace(hour=hour))
    opened = workshop(clock=clock).open(path)
    for record in records:
        opened.session.apply((put(opened.plan, record),), "Put")
    opened.close()


def moved(made, folder):
    """A plan and its backups again, in another folder."""
    path = folder / made.name
    shutil.copy(made, path)
    shutil.copytree(workshop().copies(made).folder, workshop().copies(path).folder)
    return path


@pytest.fixture(scope="module")
def made(begun, tmp_path_factory):
    """A plan with three copies: as it was created, with Anna, with Anna and a version."""
    path = tmp_path_factory.mktemp("backups") / "plan.irplan"
    shutil.copy(begun, path)
    edited(path, 13)
    edited(path, 14, person("anna", "Anna \x1b[2JKeller"))
    edited(path, 15, Version(rid("v-1"), "1.0"))
    return path


@pytest.fixture
def plan(made, tmp_path):
    return moved(made, tmp_path)


def copies(path):
    return sorted(workshop().copies(path).folder.glob("*.irplan"), reverse=True)


def spoil(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE record SET body = replace(body, 'Harbour', 'Harvest')")


def test_every_backup_is_listed_with_its_state(plan):
    run = irplan("backups", plan)

    heads, newest, middle, oldest, blank, folder = run.out.splitlines()
    assert (run.code, run.err, blank) == (FINE, "", "")
    assert heads.split() == ["Made", "(UTC)", "KiB", "Revision", "Version", "Saved", "by", "State"]
    assert newest.startswith("1  2026-11-21 15:00:00  ")
    assert newest.split()[4:6] == ["3", "1.0"]
    assert middle.startswith("2  2026-11-21 14:00:00  ")
    assert oldest.startswith("3  2026-11-21 13:00:00  ")
    assert all(line.endswith("verified") for line in (newest, middle, oldest))
    assert folder == f"They are in {workshop().copies(plan).folder}."


def test_programs_get_the_same(plan):
    run = irplan("backups", plan, "--json")

    report = json.loads(run.out)
    first = report["backups"][0]
    assert (report["format"], report["plan"]) == ("irplan-backups/1", "plan.irplan")
    assert [(one["number"], one["revision"]) for one in report["backups"]] == [
        (1, 3),
        (2, 2),
        (3, 1),
    ]
    assert first["made"] == "2026-11-21T15:00:00+00:00"
    assert first["saved"] == "2026-11-21T15:00:00+00:00"
    assert first["bytes"] == copies(plan)[0].stat().st_size
    assert (first["state"], first["flaw"], first["version"]) == ("verified", "", "1.0")
    assert first["file"] == copies(plan)[0].name


def test_a_damaged_backup_is_a_finding(plan):
    spoil(copies(plan)[1])

    run = irplan("backups", plan)

    assert run.code == FINDINGS
    assert "unusable: profiles profile does not match its hash\n" in run.out
    report = json.loads(irplan("backups", plan, "--json").out)
    assert [one["state"] for one in report["backups"]] == ["verified", "unusable", "verified"]
    assert report["backups"][1]["revision"] is None


def test_backups_of_a_plan_that_is_damaged_or_gone_are_listed(plan):
    plan.write_bytes(b"scrap")
    assert irplan("backups", plan).code == FINE

    plan.unlink()
    assert len(json.loads(irplan("backups", plan, "--json").out)["backups"]) == 3


def test_before_the_first_that_is_said(begun, tmp_path):
    shutil.copy(begun, tmp_path / "new.irplan")

    run = irplan("backups", tmp_path / "new.irplan")

    assert (run.code, run.err) == (FINE, "")
    assert run.out.startswith("No backup of this plan was made yet; ")
    assert json.loads(irplan("backups", tmp_path / "new.irplan", "--json").out)["backups"] == []


def test_a_misspelt_name_is_no_plan_without_backups(tmp_path):
    run = irplan("backups", tmp_path / "nothing.irplan")

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith("irplan: plan-file.missing: There is no file nothing.irplan")


def test_a_file_in_place_of_the_folder_is_one_sentence(begun, tmp_path):
    path = tmp_path / "new.irplan"
    shutil.copy(begun, path)
    folder = workshop().copies(path).folder
    folder.write_text("in the way")

    run = irplan("backups", path)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith("irplan: plan-file.copies-unreadable: The backups of new.irplan in ")


# --- one of them ----------------------------------------------------------------------------------


def test_what_differs_is_said_as_diff_says_it(plan):
    run = irplan("backups", plan, "--show", 3)

    assert (run.code, run.err) == (FINE, "")
    assert run.out.startswith("From backup 3 (revision 1, 2026-11-21 ")
    assert "\nto   draft (revision 3, 2026-11-21 15:00 UTC by " in run.out
    assert "\nPeople\n  added    Anna \N{REPLACEMENT CHARACTER}[2JKeller\n" in run.out
    assert run.out.endswith(f"\n\n{left_alone(1)} when this backup is restored.\n")


def test_the_newest_differs_in_nothing(plan):
    assert irplan("backups", plan, "--show", 1).out.endswith("\n\nNo difference.\n")


def test_the_difference_as_a_report(plan):
    report = json.loads(irplan("backups", plan, "--show", 2, "--json").out)

    assert report["format"] == "irplan-diff/1"
    assert (report["from"]["revision"], report["to"]["revision"]) == (2, 3)
    assert [record["kind"] for record in report["records"]] == ["versions"]


@pytest.mark.parametrize("number", [0, -1, 4])
def test_a_number_that_is_none_is_refused(plan, number):
    run = irplan("backups", plan, f"--show={number}")

    assert (run.code, run.out) == (FAILED, "")
    assert run.err == (
        f"irplan: backups.unknown: There is no backup {number} of this plan; choose one from 1, "
        "the newest, to 3.\n"
    )


def test_a_damaged_backup_cannot_be_shown(plan):
    spoil(copies(plan)[0])

    run = irplan("backups", plan, "--show", 1)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(
        "irplan: plan-file.copy-unusable: The backup of plan.irplan made 2026-11-21 15:00 UTC "
        "cannot be used (profiles profile does not match its hash); choose another."
    )


def test_a_copy_of_another_plan_is_told(plan, tmp_path):
    other = tmp_path / "other.irplan"
    workshop().create_sample(other).close()
    shutil.copy(other, copies(plan)[0])

    run = irplan("backups", plan, "--show", 1)

    assert run.code == FAILED
    assert run.err.startswith("irplan: restoring.other-plan: The copy of 21 November 2026, 15:00 ")


def test_listing_changes_nothing_and_needs_no_lock(plan):
    opened = workshop().open(plan)
    before = {path: path.read_bytes() for path in (plan, *copies(plan))}

    assert irplan("backups", plan).code == FINE
    assert irplan("backups", plan, "--show", 3).code == FINE

    opened.store.close()
    assert {path: path.read_bytes() for path in before} == before


@pytest.mark.parametrize("words", [(), ("a.irplan", "--show", "first"), ("a.irplan", "b.irplan")])
def test_other_words_are_wrong_usage(words):
    assert irplan("backups", *words).code == USAGE
