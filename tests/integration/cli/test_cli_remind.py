import vobject

from app.cli.exits import FAILED
from tests.integration.cli.running import irplan


def test_the_dates_are_written_and_listed(demo, tmp_path):
    path = tmp_path / "reminders.ics"

    run = irplan("remind", demo.file("irplan"), "--ics", path)

    events = vobject.readOne(path.read_bytes().decode()).vevent_list
    *listed, last = run.out.splitlines()
    assert (run.code, run.err) == (0, "")
    assert last == f"{path}: {len(events)} reminders"
    assert [line.split("  ")[0] for line in listed] == [str(item.dtstart.value) for item in events]
    assert len(events) > 2


def test_a_plan_without_dates_makes_an_empty_calendar(begun, tmp_path):
    run = irplan("remind", begun, "--ics", tmp_path / "x.ics")

    assert run.code == 0
    assert run.out == f"{tmp_path / 'x.ics'}: 0 reminders\n"


def test_a_folder_that_is_not_there_is_refused(begun, tmp_path):
    run = irplan("remind", begun, "--ics", tmp_path / "no" / "x.ics")

    assert run.code == FAILED
    assert run.err.startswith("irplan: files.folder-missing: ")
