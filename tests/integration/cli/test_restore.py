import shutil

import pytest

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE, USAGE
from app.domain.lifecycle.auditing import audited
from app.domain.plan.changes import put
from app.domain.plan.governance import Version
from app.services.history import state_at
from tests.builders import NOON, person, rid, role
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan
from tests.integration.cli.test_cli_backups import copies, edited, moved, spoil


@pytest.fixture(scope="module")
def made(begun, tmp_path_factory):
    """Created; then Anna and version 1.0; then a role. A copy of each."""
    path = tmp_path_factory.mktemp("restore") / "plan.irplan"
    shutil.copy(begun, path)
    edited(path, 8)
    edited(path, 9, person("anna", "Anna Keller"), Version(rid("v-1"), "1.0"))
    edited(path, 10, role("chief", "Chief responder"))
    return path


@pytest.fixture
def plan(made, tmp_path):
    return moved(made, tmp_path)


def now(path):
    return state_at(workshop().history(path)).plan


def history(path):
    return [(entry.number, entry.label) for entry in workshop().history(path).entries()]


def whole(path):
    return audited(workshop().audit_trail(path)).whole


@pytest.mark.parametrize(
    ("words", "label", "anna"),
    [
        (("--backup", 3), "Restored the copy of 21 November 2026, 08:00 UTC", False),
        (("--backup", 2), "Restored the copy of 21 November 2026, 09:00 UTC", True),
        (("--version", "1.0"), "Restored version 1.0", True),
        (("--revision", 1), "Restored revision 1", False),
        (("--revision", 2), "Restored revision 2", True),
    ],
)
def test_the_plan_becomes_what_it_was_as_a_new_revision(plan, words, label, anna):
    before = history(plan)

    run = irplan("restore", plan, *words)

    assert (run.code, run.err) == (FINE, "")
    assert run.out.startswith(f"{label}: ")
    assert " of plan.irplan, in revision 4.\n" in run.out
    assert history(plan) == [*before, (4, label)]
    assert ("anna" in now(plan).people) == anna
    assert "chief" not in now(plan).roles
    assert whole(plan)


def test_versions_stay_and_that_is_said(plan):
    run = irplan("restore", plan, "--revision", 1)

    assert "v-1" in now(plan).versions
    assert run.out.endswith(
        "1 record of versions, approvals, actions and comments stays as it is.\n"
    )


def test_a_copy_of_the_plan_as_it_was_before_is_kept_first(plan):
    opened = workshop(clock=FakeClock(NOON.replace(hour=11))).open(plan)
    opened.session.apply((put(opened.plan, person("jonas")),), "Put")
    opened.save()
    opened.store.close()

    irplan("restore", plan, "--revision", 1)

    shelf = workshop().copies(plan)
    people = [state_at(shelf.history(copy)).plan.people for copy in shelf.each()]
    assert any("jonas" in found for found in people)


def test_a_restore_can_itself_be_taken_back(plan):
    before = now(plan)
    irplan("restore", plan, "--revision", 1)

    irplan("restore", plan, "--revision", 3)

    assert now(plan) == before
    assert history(plan)[-1] == (5, "Restored revision 3")


def test_the_number_means_what_was_listed_though_opening_keeps_one_more(plan):
    opened = workshop(clock=FakeClock(NOON.replace(hour=11))).open(plan)
    opened.session.apply((put(opened.plan, person("jonas")),), "Put")
    opened.save()
    opened.store.close()  # as after a crash: no copy was made of the last edit

    irplan("restore", plan, "--backup", 1)

    assert "chief" in now(plan).roles
    assert "jonas" not in now(plan).people


def test_the_oldest_copy_can_be_restored_though_it_is_thinned_out_meanwhile(plan):
    for minute in range(8):
        path = copies(plan)[0]
        shutil.copy(path, path.with_name(f"20261121T10{minute:02}00000001Z.irplan"))
    oldest = len(copies(plan))

    run = irplan("restore", plan, "--backup", oldest)

    assert (run.code, run.err) == (FINE, "")
    assert not now(plan).people


def test_where_nothing_differs_nothing_is_written(plan):
    before = plan.read_bytes()

    run = irplan("restore", plan, "--revision", 3)

    assert run.code == FINE
    assert run.out == "Nothing to restore: revision 3 holds what the plan says now.\n"
    assert plan.read_bytes() == before


# --- into a new file ------------------------------------------------------------------------------


def test_a_backup_goes_to_a_new_file_with_its_history(plan, tmp_path):
    before = plan.read_bytes()

    run = irplan("restore", plan, "--backup", 2, "--to", tmp_path / "new.irplan")

    assert (run.code, run.err) == (FINE, "")
    assert run.out == (
        f"Wrote the copy of 21 November 2026, 09:00 UTC to {tmp_path / 'new.irplan'}.\n"
    )
    assert len(history(tmp_path / "new.irplan")) == 2
    assert plan.read_bytes() == before


@pytest.mark.parametrize("words", [("--version", "1.0"), ("--revision", "2")])
def test_a_version_goes_to_a_new_file_with_all_of_the_history(plan, tmp_path, words):
    new, before = tmp_path / "new.irplan", plan.read_bytes()

    run = irplan("restore", plan, *words, "--to", new)

    assert (run.code, run.err) == (FINE, "")
    assert history(new)[:3] == history(plan)
    assert history(new)[3][1].startswith("Restored ")
    assert "chief" not in now(new).roles
    assert whole(new)
    assert plan.read_bytes() == before


@pytest.mark.parametrize("words", [("--backup", 1), ("--version", "1.0"), ("--revision", "1")])
def test_nothing_is_overwritten(plan, begun, tmp_path, words):
    taken = tmp_path / "taken.irplan"
    shutil.copy(begun, taken)
    before = taken.read_bytes()

    run = irplan("restore", plan, *words, "--to", taken)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith("irplan: plan-file.exists: taken.irplan exists already; ")
    assert taken.read_bytes() == before


def test_a_failure_leaves_no_new_file(plan, tmp_path, monkeypatch):
    from app.persistence.db.errors import DiskFull
    from app.persistence.db.plan_file import PlanFile

    def full(self, *_):
        raise DiskFull(self.path)

    monkeypatch.setattr(PlanFile, "save", full)

    run = irplan("restore", plan, "--revision", 1, "--to", tmp_path / "new.irplan")

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith("irplan: plan-file.disk-full: There is no room left on the disk ")
    assert not list(tmp_path.glob("new*"))


# --- a damaged plan -------------------------------------------------------------------------------


def test_a_damaged_plan_is_left_alone_and_the_backup_put_next_to_it(plan):
    spoil(plan)
    damaged = plan.read_bytes()

    run = irplan("restore", plan, "--backup", 1)

    beside = plan.with_name("plan (copy of 2026-11-21 1000).irplan")
    assert (run.code, run.err) == (FINE, "")
    assert run.out == (
        "plan.irplan is damaged and was left as it is.\n"
        f"Wrote the copy of 21 November 2026, 10:00 UTC to {beside}.\n"
    )
    assert "chief" in now(beside).roles
    assert plan.read_bytes() == damaged


def test_the_workshop_rescues_a_damaged_plan_with_the_newest_good_backup(plan):
    spoil(plan)
    spoil(copies(plan)[0])

    beside = workshop().rescue(plan)

    assert "anna" in now(beside).people
    assert "chief" not in now(beside).roles


def test_the_history_of_a_damaged_plan_cannot_be_restored_from(plan):
    spoil(plan)

    run = irplan("restore", plan, "--revision", 1)

    assert run.code == FAILED
    assert run.err.startswith("irplan: plan-file.damaged: plan.irplan is damaged (")


# --- refusals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--backup", 9), "backups.unknown"),
        (("--version", "7.0"), "history.unknown-version"),
        (("--version", "draft"), "history.unknown-version"),
        (("--revision", 9), "history.unknown-revision"),
        (("--revision", 0), "history.unknown-revision"),
    ],
)
def test_what_is_not_there_is_refused_in_one_sentence(plan, words, code):
    before = plan.read_bytes()

    run = irplan("restore", plan, *words)

    assert (run.code, run.out) == (FAILED, "")
    assert run.err.startswith(f"irplan: {code}: ")
    assert run.err.count("\n") == 1
    assert plan.read_bytes() == before


def test_a_damaged_backup_is_refused(plan):
    spoil(copies(plan)[0])

    run = irplan("restore", plan, "--backup", 1)

    assert run.err.startswith("irplan: plan-file.copy-unusable: ")


def test_a_plan_open_elsewhere_is_left_alone(plan):
    opened = workshop().open(plan)

    run = irplan("restore", plan, "--revision", 1)

    opened.store.close()
    assert run.err.startswith("irplan: plan-file.locked: plan.irplan is open in another irplan: ")
    assert len(history(plan)) == 3


def test_a_copy_of_another_plan_is_refused_and_the_lock_let_go(plan, tmp_path):
    workshop().create_sample(tmp_path / "other.irplan").close()
    shutil.copy(tmp_path / "other.irplan", copies(plan)[0])

    run = irplan("restore", plan, "--backup", 1)

    assert run.err.startswith("irplan: restoring.other-plan: ")
    workshop().open(plan).close()


def test_where_no_backup_can_be_kept_nothing_is_restored(plan):
    opened = workshop(clock=FakeClock(NOON.replace(hour=11))).open(plan)
    opened.session.apply((put(opened.plan, person("jonas")),), "Put")
    opened.save()
    opened.store.close()
    folder = workshop().copies(plan).folder
    shutil.rmtree(folder)
    folder.write_text("in the way")

    run = irplan("restore", plan, "--revision", 1)

    assert run.code == FAILED
    assert run.err.startswith("irplan: plan-file.backup-failed: No backup of plan.irplan ")
    assert "jonas" in now(plan).people


@pytest.mark.parametrize(
    "words",
    [(), ("a.irplan",), ("a.irplan", "--backup", "1", "--version", "1.0"), ("a", "--backup", "x")],
)
def test_other_words_are_wrong_usage(words):
    assert irplan("restore", *words).code == USAGE
