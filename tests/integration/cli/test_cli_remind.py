import json
import shutil
import socket
from contextlib import closing

import pytest
import vobject

from app.bootstrap import workshop
from app.cli.exits import FAILED, FINE, USAGE
from app.domain.plan.changes import put
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from app.paths import HOME_VARIABLE, AppPaths
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.settings import Settings
from tests.builders import NOON
from tests.fakes import FakeClock
from tests.integration.cli.running import irplan
from tests.integration.reminders.mailbox import Mailbox, plain_server

ANNA = "anna@example.org"


@pytest.fixture
def own_home(tmp_path, monkeypatch):
    """Folders of the user that no other test has used."""
    folder = tmp_path / "home"
    monkeypatch.setenv(HOME_VARIABLE, str(folder))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return folder


@pytest.fixture
def due(begun, tmp_path, own_home):
    """A plan with an action that is due today."""
    file = tmp_path / "due.irplan"
    shutil.copy(begun, file)
    made = workshop(AppPaths.below(own_home), FakeClock())
    opened = made.open(file)
    action = Action(RecordId("radios"), "Buy radios", due=NOON.date())
    opened.session.apply((put(opened.plan, action),), "Action")
    opened.save()
    opened.close()
    made.save_settings(Settings())
    return file


@pytest.fixture
def box(own_home):
    """A mail server, and settings that name it."""
    server = plain_server(Mailbox())
    server.start()
    security = Security.NONE
    mail = MailSettings("127.0.0.1", server.port, security, "", "plans@example.org", (ANNA,))
    workshop(AppPaths.below(own_home)).save_settings(Settings(mail=mail))
    yield server.handler
    server.stop()


def test_the_dates_are_written_and_listed(demo, tmp_path, own_home):
    path = tmp_path / "reminders.ics"

    run = irplan("remind", demo.file("irplan"), "--ics", path)

    events = vobject.readOne(path.read_bytes().decode()).vevent_list
    *listed, last = run.out.splitlines()
    assert (run.code, run.err) == (0, "")
    assert last == f"{path}: {len(events)} reminders written"
    assert [line.split("  ")[0] for line in listed] == [str(item.dtstart.value) for item in events]
    assert len(events) > 2


def test_a_plan_without_dates_makes_an_empty_calendar(begun, tmp_path, own_home):
    run = irplan("remind", begun, "--ics", tmp_path / "x.ics")

    assert run.code == FINE
    assert run.out == f"Nothing is ahead.\n{tmp_path / 'x.ics'}: 0 reminders written\n"


def test_a_folder_that_is_not_there_is_refused(begun, tmp_path, own_home):
    run = irplan("remind", begun, "--ics", tmp_path / "no" / "x.ics")

    assert run.code == FAILED
    assert run.err.startswith("irplan: files.folder-missing: ")


def test_without_a_plan_the_words_are_wrong(own_home):
    run = irplan("remind", "--mail")

    assert run.code == USAGE
    assert "name at least one plan file" in run.err


def test_what_is_due_is_sent_once(due, box):
    first, second = irplan("remind", due, "--mail"), irplan("remind", due, "--mail")

    assert (first.code, first.err) == (FINE, "")
    assert first.out.endswith(f"mail to {ANNA}: sent\n")
    assert second.out.endswith(f"mail to {ANNA}: nothing new\n")
    assert len(box.letters) == 1
    assert "Buy radios" in box.letters[0].get_body().get_content()


def test_a_dry_run_says_what_would_be_sent(due, box, tmp_path, own_home):
    run = irplan("remind", due, "--mail", "--dry-run", "--ics", tmp_path / "x.ics")

    assert run.code == FINE
    assert f"mail to {ANNA}: would be sent" in run.out
    assert "      2026-11-21 Action: Buy radios" in run.out
    assert run.out.endswith("x.ics: 1 reminder would be written\n")
    assert box.letters == []
    assert not (tmp_path / "x.ics").exists()
    assert not (own_home / "data" / "reminders.sqlite").exists()


def test_the_weekly_letter_can_be_asked_for(due, box):
    irplan("remind", due, "--mail", "--digest")

    assert "week of" in box.letters[0]["Subject"]


def test_plans_that_fail_keep_no_other_and_have_a_line_each(due, box, tmp_path):
    damaged, missing = tmp_path / "damaged.irplan", tmp_path / "missing.irplan"
    damaged.write_bytes(b"nonsense" * 200)

    run = irplan("remind", missing, damaged, due, "--mail")

    lines = run.err.splitlines()
    assert run.code == FAILED
    assert [line.split(": ")[1] for line in lines] == ["plan-file.missing", "plan-file.foreign"]
    assert len(box.letters) == 1


def test_a_plan_that_is_open_in_the_window_is_reminded_of_all_the_same(due, box, own_home):
    opened = workshop(AppPaths.below(own_home), FakeClock()).open(due)
    try:
        run = irplan("remind", due, "--mail")
    finally:
        opened.close()

    assert run.code == FINE
    assert len(box.letters) == 1


def test_only_failing_plans_end_in_failure_without_any_letter(box, tmp_path):
    run = irplan("remind", tmp_path / "missing.irplan", "--mail", "--ics", tmp_path / "x.ics")

    assert run.code == FAILED
    assert box.letters == []
    assert not (tmp_path / "x.ics").exists()


def test_a_scheduled_run_does_not_change_which_plans_are_recent(due, box, own_home):
    irplan("remind", due, "--mail")

    assert workshop(AppPaths.below(own_home)).settings().recent == ()


def test_mail_that_is_not_set_up_is_told_and_notices_still_shown(due):
    run = irplan("remind", due, "--mail", "--notify")

    assert run.code == FAILED
    assert "irplan: reminders.mail-not-set-up: " in run.err
    assert "desktop: not possible here: No notice can be shown here" in run.out


def test_a_missing_notice_tool_is_no_failure(due):
    run = irplan("remind", due, "--notify")

    assert (run.code, run.err) == (FINE, "")
    assert "notify-send is not installed" in run.out


def test_a_server_that_is_away_is_told_shown_and_tried_again_on_request(due, box, own_home):
    made = workshop(AppPaths.below(own_home))
    right = made.settings()
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    made.save_settings(Settings(mail=MailSettings(**{**fields(right.mail), "port": port})))

    failed = irplan("remind", due, "--mail")
    made.save_settings(right)
    status = irplan("remind", "--status")
    waiting = irplan("remind", due, "--mail")
    now = irplan("remind", due, "--mail", "--now")

    assert failed.code == FAILED
    assert f"irplan: mail to {ANNA}: 127.0.0.1 takes no connection" in failed.err
    assert f"mail to {ANNA} failed once" in status.out
    assert waiting.code == FAILED
    assert "tried again later" in waiting.out
    assert now.code == FINE
    assert len(box.letters) == 1


def fields(mail):
    return {name: getattr(mail, name) for name in MailSettings.__dataclass_fields__}


def test_json_is_data(due, box):
    run = irplan("remind", due, "--mail", "--json")

    data = json.loads(run.out)
    (plan,) = data["plans"]
    assert plan["reminders"][0] == {
        "key": "action-radios",
        "subject": "action",
        "stage": "due",
        "on": "2026-11-21",
        "due": "2026-11-21",
        "title": "Action: Buy radios",
        "details": "",
        "about": "actions/radios",
        "who": "",
    }
    assert data["deliveries"][0]["outcome"] == "sent"
    assert data["errors"] == []


def test_json_tells_of_failures_too(tmp_path, own_home):
    run = irplan("remind", tmp_path / "missing.irplan", "--json")

    assert run.code == FAILED
    assert json.loads(run.out)["errors"][0]["code"] == "plan-file.missing"


def test_a_plan_named_twice_is_told_once(due, box):
    irplan("remind", due, due, "--mail")

    content = box.letters[0].get_body().get_content()
    assert content.count("Buy radios") == 1


def test_hostile_names_do_not_steer_the_terminal(due, box, own_home):
    opened = workshop(AppPaths.below(own_home), FakeClock()).open(due)
    hostile = Action(RecordId("x"), "\u202eevil\n\tname", due=NOON.date())
    opened.session.apply((put(opened.plan, hostile),), "Action")
    opened.save()
    opened.close()

    run = irplan("remind", due, "--mail", "--dry-run")

    assert "\u202e" not in run.out
    assert not any(line.startswith("\tname") for line in run.out.splitlines())
