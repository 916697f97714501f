"""Work off the GUI thread."""

import sys
import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from ui.bridge import jobs
from ui.bridge.jobs import Job, Unexpected


def test_a_job_tells_of_its_progress_and_its_result(qtbot, host):
    told = []

    def work(tell):
        tell(0.5, "half")
        return threading.current_thread().name

    job = Job(work, host)
    job.progress.connect(lambda share, what: told.append((share, what)))

    with qtbot.waitSignal(job.finished) as done:
        job.start()

    assert told == [(0.5, "half")]
    assert done.args[0].startswith("irplan-job")
    assert not job.running


def test_an_expected_failure_arrives_as_it_is(qtbot, host):
    failure = IrplanError("No.")
    job = Job(raising(failure), host)

    with qtbot.waitSignal(job.failed) as done:
        job.start()

    assert done.args[0] is failure


def test_a_mistake_of_ours_reaches_the_exception_hook(qtbot, host, monkeypatch):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind))
    job = Job(raising(ZeroDivisionError()), host)

    with qtbot.waitSignal(job.failed) as done:
        job.start()

    assert isinstance(done.args[0], Unexpected)
    assert heard == [ZeroDivisionError]


def test_a_job_stops_at_its_next_report_of_progress(qtbot, host):
    begun, go_on = threading.Event(), threading.Event()

    def work(tell):
        begun.set()
        go_on.wait(5)
        tell(0.1, "too late")
        return "finished all the same"

    job = Job(work, host)
    with qtbot.waitSignal(job.failed) as done:
        job.start()
        begun.wait(5)
        job.cancel()
        go_on.set()

    assert isinstance(done.args[0], Cancelled)


@pytest.mark.parametrize("times", [1, 2])
def test_starting_twice_works_once(qtbot, host, times):
    ran = []
    job = Job(lambda tell: ran.append(1), host)

    with qtbot.waitSignal(job.finished):
        for _ in range(times):
            job.start()

    assert ran == [1]


def test_a_job_destroyed_while_it_runs_stops_and_says_nothing(qtbot, host):
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    said = []

    def work(tell):
        begun.set()
        go_on.wait(5)
        try:
            tell(0.1, "nobody listens")
        except Cancelled:
            said.append("stopped")
            raise
        finally:
            ended.set()

    owner = QObject(host)
    job = Job(work, owner)
    for told in (job.progress, job.finished, job.failed):
        told.connect(lambda *_: said.append("told"))
    job.start()
    assert begun.wait(5)
    delete(owner)
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    one_more(qtbot, host)

    assert said == ["stopped"]
    assert not jobs._RUNNING


def test_a_mistake_of_ours_in_a_destroyed_job_still_reaches_the_hook(qtbot, host, monkeypatch):
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: heard.append(kind))
    begun, go_on = threading.Event(), threading.Event()

    def work(tell):
        begun.set()
        go_on.wait(5)
        raise ZeroDivisionError

    owner = QObject(host)
    Job(work, owner).start()
    assert begun.wait(5)
    delete(owner)
    go_on.set()

    qtbot.waitUntil(lambda: heard == [ZeroDivisionError])


def test_jobs_destroyed_before_their_turn_never_run(qtbot, host):
    go_on = threading.Event()
    ran: list[object] = []
    holding = [Job(lambda tell: go_on.wait(5), host) for _ in range(jobs.WORKERS)]
    owner = QObject(host)
    waiting = [Job(ran.append, owner) for _ in range(50)]
    for job in (*holding, *waiting):
        job.start()
    delete(owner)
    go_on.set()
    one_more(qtbot, host)
    qtbot.waitUntil(lambda: not jobs._RUNNING)

    assert ran == []


def test_what_the_work_holds_is_let_go_on_the_gui_thread(qtbot, host):
    let_go = []

    class Held:
        def __del__(self):
            let_go.append(threading.current_thread().name)

    def made():
        held = Held()
        return Job(lambda tell: bool(held), host)

    job = made()
    with qtbot.waitSignal(job.finished):
        job.start()
    qtbot.waitUntil(lambda: bool(let_go))

    assert let_go == [threading.main_thread().name]


def one_more(qtbot, host):
    """Whatever was told before has arrived when this has."""
    job = Job(lambda tell: None, host)
    with qtbot.waitSignal(job.finished):
        job.start()


def raising(error):
    def work(tell):
        raise error

    return work
