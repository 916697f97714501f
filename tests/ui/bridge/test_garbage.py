"""Cycles are freed on the GUI thread, never on a worker's."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from ui.bridge.garbage import GarbageCollection
from ui.bridge.jobs import Job


@pytest.fixture
def freed(garbage):
    """The names of the threads on which three dialogs, dropped in cycles, are destroyed."""
    del garbage
    threads: list[str] = []
    for _ in range(3):
        dialog = QDialog()
        vars(dialog)["itself"] = dialog
        dialog.destroyed.connect(
            lambda: threads.append(threading.current_thread().name),
            Qt.ConnectionType.DirectConnection,
        )
        del dialog
    return threads


def much(tell):
    """Allocates enough for many automatic collections."""
    del tell
    return len([{"number": number} for number in range(200_000)])


def test_a_job_frees_no_widget_on_its_thread(qtbot, host, freed):
    job = Job(much, host)

    with qtbot.waitSignal(job.finished):
        job.start()

    assert set(freed) <= {threading.main_thread().name}


def test_what_is_due_is_freed_on_the_gui_thread(qtbot, garbage, freed):
    gc.set_threshold(1, 1, 1)
    try:
        qtbot.waitUntil(lambda: len(freed) == 3, timeout=10_000)
    finally:
        gc.set_threshold(700, 10, 10)

    assert set(freed) == {threading.main_thread().name}


def test_nothing_is_collected_before_it_is_due(garbage, monkeypatch):
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (3, 2, 1))
    monkeypatch.setattr(gc, "collect", collected.append)

    garbage.collect()

    assert collected == []


@pytest.mark.parametrize(
    ("counts", "generation"), [((701, 0, 0), 0), ((701, 11, 0), 1), ((0, 0, 11), 2)]
)
def test_the_oldest_generation_due_is_collected(garbage, monkeypatch, counts, generation):
    collected: list[int] = []
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "collect", collected.append)

    garbage.collect()

    assert collected == [generation]


def test_what_has_settled_is_not_looked_at_until_the_end(qapp):
    parent = QObject()
    made = GarbageCollection(parent)
    before = gc.get_freeze_count()

    made.settle()
    settled = gc.get_freeze_count()
    made.stop()

    assert settled > before
    assert gc.get_freeze_count() == 0
    assert gc.isenabled()
