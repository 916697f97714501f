"""Saving without a button."""

from dataclasses import replace

import pytest

from app.domain.lifecycle.chain import Head
from app.domain.plan.changes import put
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from tests.ui.fakes import DiskGone, MemoryStore, open_plan, small_plan
from ui.bridge import session
from ui.bridge.session import PlanBridge


@pytest.fixture(autouse=True)
def hurry(monkeypatch):
    """Waiting times of a test."""
    monkeypatch.setattr(session, "QUIET_MS", 30)
    monkeypatch.setattr(session, "LATEST_MS", 90)
    monkeypatch.setattr(session, "FIRST_RETRY_MS", 20)


def test_an_edit_is_saved_after_a_pause(qtbot, bridge, store):
    with qtbot.waitSignals([bridge.changed, bridge.saving, bridge.saved]):
        rename(bridge, "Ravens")

    assert store.plan.profile.short_name == "Ravens"
    assert not bridge.dirty


def test_judgement_is_current_when_views_hear_of_a_change(qtbot, bridge):
    seen = []
    bridge.changed.connect(lambda change: seen.append(bridge.judgement.plan is bridge.plan))

    rename(bridge, "Ravens")

    assert seen == [True]


def test_typing_on_does_not_put_saving_off_for_ever(qtbot, bridge, store):
    typed = []

    def type_on():
        typed.append("x")
        rename(bridge, "".join(typed))
        return bool(store.saves)

    qtbot.waitUntil(type_on, timeout=2000)

    assert store.saves


def test_a_failed_save_keeps_the_edit_and_tries_again(qtbot, bridge, store):
    store.broken = DiskGone("The disk is gone.")
    with qtbot.waitSignal(bridge.save_failed) as failed:
        rename(bridge, "Ravens")
    assert failed.args[0] is store.broken
    assert bridge.dirty

    with qtbot.waitSignal(bridge.saved):
        store.broken = None

    assert store.plan.profile.short_name == "Ravens"
    assert bridge.failure is None


def test_waiting_doubles_after_every_failure(qtbot, bridge, store):
    store.broken = DiskGone("The disk is gone.")
    rename(bridge, "Ravens")
    waits = []
    for _ in range(3):
        bridge.flush()
        waits.append(bridge._retry.interval())

    assert waits[1:] == [waits[0] * 2, waits[0] * 4]


def test_closing_saves_and_keeps_a_backup(bridge, store):
    rename(bridge, "Ravens")

    assert bridge.close()
    assert store.plan.profile.short_name == "Ravens"
    assert (store.backups, store.closed) == (2, True)


def test_closing_has_the_end_of_the_history_noted(bridge, store, monkeypatch):
    noted = []
    monkeypatch.setattr(bridge.open_plan, "note", lambda: noted.append(store.closed))

    assert bridge.close()

    assert noted == [False]


def test_a_plan_that_cannot_be_saved_does_not_close(bridge, store):
    store.broken = DiskGone("The disk is gone.")
    rename(bridge, "Ravens")

    assert not bridge.close()
    assert not store.closed


def test_a_plan_open_to_read_saves_nothing(qtbot, host):
    store = MemoryStore(small_plan(), read_only=True)
    bridge = PlanBridge(open_plan(store), host)

    with qtbot.assertNotEmitted(bridge.saving, wait=120):
        rename(bridge, "Ravens")

    assert bridge.close()
    assert store.saves == []


def test_undo_is_saved_like_any_edit(qtbot, bridge, store):
    rename(bridge, "Ravens")
    bridge.flush()

    with qtbot.waitSignal(bridge.saved):
        bridge.undo()

    assert store.plan.profile.short_name == "Ravensworth"
    assert bridge.redo_label == "Short name"


def test_what_is_enacted_is_saved_at_once_and_for_good(qtbot, bridge, store):
    rename(bridge, "Ravens")

    with qtbot.waitSignals([bridge.saved, bridge.saved]):
        bridge.enact((Action(RecordId("a"), "Test the bridge"),), "Act")

    assert store.plan.profile.short_name == "Ravens"
    assert [action.text for action in store.plan.actions.values()] == ["Test the bridge"]
    assert not bridge.dirty
    assert not bridge.undo()


def test_nothing_is_enacted_on_what_cannot_be_saved(bridge, store):
    rename(bridge, "Ravens")
    store.broken = DiskGone("The disk is gone.")

    with pytest.raises(DiskGone):
        bridge.enact((Action(RecordId("a"), "Test the bridge"),), "Act")

    assert not bridge.plan.actions
    assert bridge.plan.profile.short_name == "Ravens"
    assert bridge.dirty


def test_the_head_is_told_of_what_is_saved(bridge, store, monkeypatch):
    head = Head("plan", 2, "ab" * 32, "cd" * 32)
    monkeypatch.setattr(store, "head", lambda: head if store.saves else None)
    rename(bridge, "Ravens")

    assert bridge.head() == head


def test_no_head_is_told_when_it_cannot_be_known(bridge, store, monkeypatch):
    rename(bridge, "Ravens")
    store.broken = DiskGone("The disk is gone.")
    assert bridge.head() is None

    store.broken = None

    def gone():
        raise DiskGone("The disk is gone.")

    monkeypatch.setattr(store, "head", gone)
    assert bridge.head() is None


def rename(bridge, name):
    profile = replace(bridge.plan.profile, short_name=name)
    return bridge.apply((put(bridge.plan, profile),), "Short name", merge="short_name")


def test_a_copy_is_kept_now_and_then_and_no_more_once_closed(qtbot, host, store, monkeypatch):
    monkeypatch.setattr(session, "BACKUP_MS", 10)
    bridge = PlanBridge(open_plan(store), host)

    qtbot.waitUntil(lambda: store.backups > 2)
    bridge.let_go()
    kept = store.backups
    qtbot.wait(50)

    assert store.backups == kept
