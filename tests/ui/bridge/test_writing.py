"""Saving a great many changes while the window goes on."""

from dataclasses import replace
from threading import Event, current_thread, main_thread

import pytest

from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from tests.ui.fakes import DiskGone, person
from ui.bridge import session
from ui.bridge.session import MANY_CHANGES


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Waiting times of a test."""
    monkeypatch.setattr(session, "QUIET_MS", 30)
    monkeypatch.setattr(session, "LATEST_MS", 90)
    monkeypatch.setattr(session, "FIRST_RETRY_MS", 20)


@pytest.fixture
def disk(store, monkeypatch):
    """A disk that writes only when it is let, and knows who wrote."""
    made = Disk(store)
    monkeypatch.setattr(store, "save", made.save)
    yield made
    made.may_write.set()


class Disk:
    def __init__(self, store):
        self.may_write = Event()
        self.begun = Event()
        self.threads = []
        self.requests = []
        self._save = store.save

    def save(self, changes, label, request_id, files=()):
        self.begun.set()
        assert self.may_write.wait(20)
        self.threads.append(current_thread())
        self.requests.append(request_id)
        return self._save(changes, label, request_id)


def crowd(number=MANY_CHANGES):
    return [person(f"one-{at}", f"One {at}") for at in range(number)]


def bring(bridge, people):
    assert bridge.apply(tuple(put(bridge.plan, one) for one in people), "Import")


def rename(bridge, name):
    profile = replace(bridge.plan.profile, short_name=name)
    assert bridge.apply((put(bridge.plan, profile),), "Short name")


def test_a_great_many_changes_are_written_beside_the_window(qtbot, bridge, store, disk):
    bring(bridge, crowd())
    qtbot.waitUntil(disk.begun.is_set)
    assert bridge.dirty
    assert not store.saves

    with qtbot.waitSignal(bridge.saved):
        disk.may_write.set()

    assert main_thread() not in disk.threads
    assert not bridge.dirty
    assert store.plan == bridge.plan


def test_a_few_changes_are_written_at_once(qtbot, bridge, disk):
    disk.may_write.set()

    with qtbot.waitSignal(bridge.saved):
        bring(bridge, crowd(3))

    assert disk.threads == [main_thread()]


def test_an_edit_made_meanwhile_is_saved_after_it(qtbot, bridge, store, disk):
    bring(bridge, crowd())
    qtbot.waitUntil(disk.begun.is_set)
    rename(bridge, "Ravens")
    qtbot.waitUntil(lambda: not bridge._quiet.isActive() and not bridge._latest.isActive())
    disk.may_write.set()

    qtbot.waitUntil(lambda: not bridge.dirty)

    assert [len(changes) for changes in store.saves] == [MANY_CHANGES, 1]
    assert store.plan == bridge.plan
    assert store.plan.profile.short_name == "Ravens"


def test_an_undo_made_meanwhile_is_saved_after_it(qtbot, bridge, store, disk):
    before = bridge.plan
    bring(bridge, crowd())
    qtbot.waitUntil(disk.begun.is_set)
    bridge.undo()
    disk.may_write.set()

    qtbot.waitUntil(lambda: len(store.saves) == 2 and not bridge.dirty)

    assert store.plan == bridge.plan == before


@pytest.mark.parametrize("end", ["flush", "close"])
def test_who_saves_or_closes_waits_for_what_is_being_written(qtbot, bridge, store, disk, end):
    bring(bridge, crowd())
    qtbot.waitUntil(disk.begun.is_set)
    rename(bridge, "Ravens")
    disk.may_write.set()

    with qtbot.waitSignals([bridge.saved, bridge.saved]):
        assert getattr(bridge, end)()

    assert [len(changes) for changes in store.saves] == [MANY_CHANGES, 1]
    assert not bridge.dirty


def test_letting_go_waits_for_what_is_being_written(qtbot, bridge, store, disk):
    bring(bridge, crowd())
    qtbot.waitUntil(disk.begun.is_set)
    disk.may_write.set()

    bridge.let_go()

    assert len(store.plan.table(Kind.PERSON)) == MANY_CHANGES + 1
    assert store.closed


def test_a_failure_is_told_and_the_same_request_is_made_again(qtbot, bridge, store, disk):
    store.broken = DiskGone("The disk is gone.")
    disk.may_write.set()
    with qtbot.waitSignal(bridge.save_failed) as failed:
        bring(bridge, crowd())
    assert failed.args[0] is store.broken
    assert bridge.dirty

    store.broken = None
    qtbot.waitUntil(lambda: not bridge.dirty)

    assert bridge.failure is None
    assert store.plan == bridge.plan
    assert len(disk.requests) > 1
    assert len(set(disk.requests)) == 1


def test_what_no_worker_has_begun_is_written_by_who_waits(qtbot, bridge, store, disk, monkeypatch):
    monkeypatch.setattr("ui.bridge.writing.Job.start", lambda _: None)
    disk.may_write.set()
    bring(bridge, crowd())
    qtbot.waitUntil(lambda: bridge._writing is not None)

    assert bridge.flush()

    assert disk.threads == [main_thread()]
    assert len(store.saves) == 1
    assert not bridge.dirty
