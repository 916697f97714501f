"""Work off the GUI thread."""

import sys
import threading

import pytest

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
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


def raising(error):
    def work(tell):
        raise error

    return work
