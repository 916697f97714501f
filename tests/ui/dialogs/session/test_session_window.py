"""The window of a review session: keys, what is kept, and the ways out and back."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from app.domain.plan.changes import put
from app.domain.plan.kinds import Kind
from app.domain.plan.sessions import Choice, Outcome, Topic
from app.services.settings import Appearance
from tests.ui.fakes import TODAY, DiskGone
from ui.bridge.theme import apply_theme
from ui.dialogs.record.dialog import RecordDialog
from ui.dialogs.session import walk
from ui.dialogs.session.item_page import USUAL
from ui.dialogs.session.stops import Stop, StopKind, stops_of

LEFT = Qt.MouseButton.LeftButton


def find(window, kind, name):
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def press(window, key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, key, modifier)


def session(window):
    return window.edits.session


def item(window, key):
    return next(one for one in session(window).agenda if one.key == key)


def go_to_item(window, topic=Topic.SECTION):
    found = next(one for one in session(window).agenda if one.topic is topic)
    window.walk.go_to(Stop(StopKind.ITEM, found.key))
    return found.key


def note_of(window):
    return find(window, QPlainTextEdit, "decision_note")


def test_it_begins_with_who_is_here(session_window):
    assert session_window.walk.here.kind is StopKind.ATTENDANCE
    boxes = [box.text() for box in session_window.findChildren(QCheckBox)]
    assert boxes == ["Anna Keller", "Joan Ellery", "Ada Byron, Security", "Bo <b>Lind</b>"]


def test_somebody_who_was_not_invited_is_added_and_is_here(session_window):
    name = find(session_window, QLineEdit, "attendance_name")
    name.setFocus()
    QTest.keyClicks(name, "Nils & Sons")
    QTest.keyClick(name, Qt.Key.Key_Return)

    assert session(session_window).attendance[-1].name == "Nils & Sons"
    assert session(session_window).attendance[-1].present
    assert name.text() == ""


def test_nobody_without_a_name_is_added(session_window):
    before = session(session_window)

    QTest.mouseClick(find(session_window, QPushButton, "attendance_add"), LEFT)

    assert session(session_window) == before
    assert find(session_window, QLineEdit, "attendance_name").property("invalid") == "true"


def test_arrows_and_page_keys_walk_and_stop_at_either_end(session_window):
    stops = stops_of(session(session_window))
    press(session_window, Qt.Key.Key_Left)
    assert session_window.walk.here == stops[0]

    for _ in stops:
        session_window.walk.focus()
        press(session_window, Qt.Key.Key_PageDown)
    assert session_window.walk.here == stops[-1]

    find(session_window, QListWidget, "session_chapters").setFocus()
    press(session_window, Qt.Key.Key_PageUp)
    assert session_window.walk.here == stops[-2]


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (Qt.Key.Key_1, Choice.KEEP),
        (Qt.Key.Key_K, Choice.KEEP),
        (Qt.Key.Key_3, Choice.OPEN),
        (Qt.Key.Key_N, Choice.OPEN),
    ],
)
def test_a_key_decides_once_nothing_is_missing(session_window, key, choice):
    where = go_to_item(session_window)

    press(session_window, key)

    assert item(session_window, where).choice is choice


def test_digits_typed_into_a_note_decide_nothing(session_window):
    where = go_to_item(session_window)
    note_of(session_window).setFocus()

    QTest.keyClicks(note_of(session_window), "1 2 3 K")
    press(session_window, Qt.Key.Key_Left)

    assert note_of(session_window).toPlainText() == "1 2 3 K"
    assert session_window.walk.here.key == where
    assert item(session_window, where).choice is Choice.OPEN


def test_leaving_keeps_what_was_just_typed(session_window, bridge):
    where = go_to_item(session_window)
    press(session_window, Qt.Key.Key_1)
    note_of(session_window).setFocus()
    QTest.keyClicks(note_of(session_window), "As last year")

    press(session_window, Qt.Key.Key_Escape)

    assert not session_window.isVisible()
    assert item(session_window, where).note == "As last year"
    assert not bridge.dirty


def test_a_note_without_a_choice_is_kept_too(session_window):
    where = go_to_item(session_window)
    note_of(session_window).setFocus()
    QTest.keyClicks(note_of(session_window), "Ask the insurer")

    session_window.walk.step(1)

    assert item(session_window, where).note == "Ask the insurer"
    assert item(session_window, where).choice is Choice.OPEN


def test_what_an_action_lacks_is_said_and_the_draft_waits(session_window, bridge):
    where = go_to_item(session_window)
    press(session_window, Qt.Key.Key_3)
    QTest.keyClicks(note_of(session_window), "Test the <bridge>")
    session_window.walk.step(1)
    session_window.walk.step(-1)

    said = find(session_window, QLabel, "decision_missing").text()
    assert said == "Name the person who does it."
    assert note_of(session_window).toPlainText() == "Test the <bridge>"
    assert item(session_window, where).choice is Choice.OPEN
    owner = find(session_window, QComboBox, "decision_owner").lineEdit()
    QTest.keyClicks(owner, "Ada Byron")
    session_window.walk.step(1)

    kept = item(session_window, where)
    assert kept.choice is Choice.ACTION
    assert bridge.plan.actions[kept.action].text == "Test the <bridge>"
    assert bridge.plan.actions[kept.action].owner == "Ada Byron"


def test_another_choice_that_is_not_whole_takes_the_first_one_back(session_window):
    where = go_to_item(session_window)
    press(session_window, Qt.Key.Key_1)

    press(session_window, Qt.Key.Key_4)

    assert item(session_window, where).choice is Choice.OPEN
    said = find(session_window, QLabel, "decision_missing").text()
    assert said == "Say why it does not apply."


def test_an_action_cannot_be_due_in_the_past(session_window):
    where = go_to_item(session_window)
    press(session_window, Qt.Key.Key_3)
    QTest.keyClicks(note_of(session_window), "Test")
    QTest.keyClicks(find(session_window, QComboBox, "decision_owner").lineEdit(), "Ada")
    day = find(session_window, QLineEdit, "decision_due")
    day.setFocus()
    day.selectAll()
    QTest.keyClicks(day, "2020-01-01")
    QTest.keyClick(day, Qt.Key.Key_Return)

    assert item(session_window, where).choice is Choice.OPEN
    assert day.hasFocus()
    said = find(session_window, QLabel, "decision_missing").text()
    assert said == "The day is over already; choose a later one."


def test_undo_takes_the_last_decision_back_on_screen_too(session_window):
    where = go_to_item(session_window)
    press(session_window, Qt.Key.Key_1)

    press(session_window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert item(session_window, where).choice is Choice.OPEN
    assert session_window.walk.item.form.choice is Choice.OPEN


def test_undoing_the_start_ends_the_window(qtbot, session_window, bridge):
    with qtbot.waitSignal(session_window.left):
        while bridge.plan.sessions:
            assert bridge.undo()

    assert not session_window.isVisible()


def test_a_change_of_a_section_is_made_in_the_main_window(qtbot, session_window):
    where = go_to_item(session_window)

    with qtbot.waitSignal(session_window.navigate) as asked:
        press(session_window, Qt.Key.Key_2)

    assert asked.args == [f"section:{item(session_window, where).about.partition('/')[2]}"]
    assert not session_window.isVisible()
    assert item(session_window, where).choice is Choice.CHANGE
    session_window.walk.restyle()
    session_window.show()


def test_what_changed_is_shown_word_by_word(session_window):
    go_to_item(session_window, Topic.CHANGE)
    shown = find(session_window, QTextEdit, "item_shown")

    assert "The <night> shift calls first" in shown.toPlainText()
    block = shown.document().lastBlock()
    pieces = []
    at = block.begin()
    while not at.atEnd():
        pieces.append((at.fragment().text(), at.fragment().charFormat().fontUnderline()))
        at += 1
    assert any("<night>" in text and underlined for text, underlined in pieces)


def test_arrows_scroll_what_is_shown(session_window):
    go_to_item(session_window)
    session_window.resize(1024, 680)
    bar = find(session_window, QTextEdit, "item_shown").verticalScrollBar()
    assert bar.maximum() > 0

    press(session_window, Qt.Key.Key_Down)
    assert bar.value() > 0

    press(session_window, Qt.Key.Key_Up)
    assert bar.value() == 0


def test_an_action_that_is_done_is_finished_from_here(session_window, bridge):
    where = go_to_item(session_window, Topic.ACTION)
    table, _, key = item(session_window, where).about.partition("/")
    assert table == Kind.ACTION.value

    QTest.mouseClick(find(session_window, QPushButton, "item_finish"), LEFT)

    assert bridge.plan.actions[key].state.value == "done"
    assert item(session_window, where).choice is Choice.CHANGE
    assert not find(session_window, QPushButton, "item_finish").isVisible()


def test_an_action_that_goes_on_begins_with_what_it_says(session_window, bridge):
    where = go_to_item(session_window, Topic.ACTION)
    action = bridge.plan.actions[item(session_window, where).about.partition("/")[2]]

    press(session_window, Qt.Key.Key_3)

    decided = item(session_window, where)
    assert decided.choice is Choice.ACTION
    assert (decided.note, decided.owner, decided.due) == (action.text, action.owner, action.due)
    assert bridge.plan.actions[action.id] == action
    assert note_of(session_window).textCursor().selectedText()


def test_a_late_action_that_goes_on_gets_another_day(session_window, bridge):
    where = go_to_item(session_window, Topic.ACTION)
    action = bridge.plan.actions[item(session_window, where).about.partition("/")[2]]
    bridge.apply((put(bridge.plan, replace(action, due=date(2020, 1, 1))),), "Late")
    session_window.walk.step(1)
    session_window.walk.step(-1)

    press(session_window, Qt.Key.Key_3)

    assert bridge.plan.actions[action.id].due == TODAY + USUAL


def test_a_call_is_corrected_only_when_the_record_was_edited(session_window, bridge):
    session_window.walk.go_to(Stop(StopKind.CONTACTS))
    first = session(session_window).contacts[0]
    press(session_window, Qt.Key.Key_2)
    (dialog,) = session_window.findChildren(RecordDialog)
    dialog.reject()

    assert session(session_window).contacts[0].outcome is Outcome.OPEN
    assert session_window.walk.contacts.outcomes.current == ""
    press(session_window, Qt.Key.Key_2)
    (dialog,) = [one for one in session_window.findChildren(RecordDialog) if one.isVisible()]
    QTest.mouseClick(find(dialog, QPushButton, "record_ok"), LEFT)

    assert session(session_window).contacts[0].outcome is Outcome.CORRECTED
    assert bridge.plan.people[first.person].verified_on == TODAY
    assert session_window.walk.contacts.call.person == session(session_window).contacts[1].person


def test_a_note_goes_with_the_call_it_was_typed_for(session_window):
    session_window.walk.go_to(Stop(StopKind.CONTACTS))
    note = find(session_window, QLineEdit, "call_note")
    note.setFocus()
    QTest.keyClicks(note, "On leave")

    find(session_window, QTableWidget, "calls_table").selectRow(3)

    calls = session(session_window).contacts
    assert calls[0].note == "On leave"
    assert note.text() == calls[3].note == ""


def test_decisions_are_added_and_taken_out(qtbot, session_window):
    session_window.walk.go_to(Stop(StopKind.DECISIONS))
    text = find(session_window, QLineEdit, "decision_text")
    for words in ("First <i>", "Second"):
        QTest.keyClicks(text, words)
        QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Return)
    assert session(session_window).decisions == ("First <i>", "Second")

    QTest.mouseClick(find(session_window, QAbstractButton, "decision_remove_0"), LEFT)

    assert session(session_window).decisions == ("Second",)
    qtbot.waitUntil(lambda: shown_decisions(session_window) == ["1.  Second"])


def shown_decisions(window):
    labels = [one for one in window.findChildren(QLabel) if one.isVisible()]
    return [one.text() for one in labels if one.objectName().startswith("decided_")]


def test_the_list_of_parts_leads_to_what_waits(session_window):
    keys = [one.key for one in session(session_window).agenda if one.topic is Topic.SECTION]
    session_window.walk.go_to(Stop(StopKind.ITEM, keys[0]))
    press(session_window, Qt.Key.Key_1)
    listed = find(session_window, QListWidget, "session_chapters")
    rows = [listed.item(at).text() for at in range(listed.count())]
    at = next(at for at, text in enumerate(rows) if text.startswith("Sections"))
    assert rows[at].endswith(f"1 of {len(keys)}")

    QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualItemRect(listed.item(at)).center())

    assert session_window.walk.here.key == keys[1]


def test_the_time_can_be_stopped_and_goes_on(session_window):
    QTest.mouseClick(find(session_window, QAbstractButton, "session_pause"), LEFT)
    assert not session_window.timer.running
    assert find(session_window, QLabel, "session_time").text() == "0:00:00, stopped"

    QTest.mouseClick(find(session_window, QAbstractButton, "session_pause"), LEFT)
    assert session_window.timer.running


def test_a_minute_is_kept_before_anybody_does_anything(session_window, bridge):
    for _ in range(13):
        session_window.timer.add(5000)

    assert session(session_window).seconds >= 60


def test_what_cannot_be_saved_is_said_until_it_can(session_window, bridge, monkeypatch):
    def refuse(*_):
        raise DiskGone("The disk is gone.")

    monkeypatch.setattr(bridge.open_plan.store, "save", refuse)
    go_to_item(session_window)
    press(session_window, Qt.Key.Key_1)
    assert not bridge.flush()
    assert session_window.banner.isVisible()
    assert session_window.banner.text

    monkeypatch.undo()
    assert bridge.flush()

    assert not session_window.banner.isVisible()


def test_a_screen_reader_hears_each_item(session_window, monkeypatch):
    heard = []
    monkeypatch.setattr(walk, "announce", lambda widget, text: heard.append(text))

    where = go_to_item(session_window)

    shown = item(session_window, where)
    assert heard
    assert shown.title in heard[-1]
    assert shown.why in heard[-1]
    assert "item " in heard[-1]


def test_the_screen_is_filled_or_not(session_window):
    session_window.present()
    assert session_window.isFullScreen()

    press(session_window, Qt.Key.Key_F11)

    assert not session_window.isFullScreen()


def test_another_look_is_taken_over(themed, session_window):
    go_to_item(session_window, Topic.CHANGE)
    before = session_window.walk.styleSheet()

    apply_theme(themed, Appearance.DARK)

    assert session_window.walk.styleSheet() != before
    apply_theme(themed, Appearance.LIGHT)
    assert session_window.walk.styleSheet() == before


def test_everything_has_a_name_and_is_reached_by_tab(session_window):
    inputs = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QListWidget, QTableWidget)
    for stop in one_of_each(session(session_window)):
        session_window.walk.go_to(stop)
        for kind in inputs:
            for widget in session_window.findChildren(kind):
                if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    assert said(widget), widget.objectName()


def test_endless_words_make_the_window_no_wider(session_window, bridge):
    endless = "x" * 400 + "<b>"
    made = session(session_window)
    first = replace(made.agenda[0], title=endless, why=endless)
    calls = (replace(made.contacts[0], name=endless), *made.contacts[1:])
    worst = replace(
        made, title=endless, agenda=(first, *made.agenda[1:]), contacts=calls, decisions=(endless,)
    )
    bridge.apply((put(bridge.plan, worst),), "Endless")
    session_window.edits.attend(endless, present=True, role=endless)

    for stop in one_of_each(worst):
        session_window.walk.go_to(stop)
    session_window.walk.go_to(Stop(StopKind.ITEM, first.key))

    assert session_window.minimumSizeHint().width() <= 1024
    assert find(session_window, QLabel, "item_title").text() == endless


def one_of_each(made):
    """A stop of each kind."""
    return {stop.kind: stop for stop in stops_of(made)}.values()


def said(widget: QWidget) -> str:
    return widget.accessibleName() or getattr(widget, "text", str)()


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("size", [(1024, 680), (1920, 1080)])
def test_nothing_is_wider_or_higher_than_the_window(themed, session_window, size, scale):
    apply_theme(themed, Appearance.LIGHT, scale)
    session_window.resize(*size)
    for stop in stops_of(session(session_window))[::4]:
        session_window.walk.go_to(stop)
    session_window.walk.go_to(stops_of(session(session_window))[-1])

    assert session_window.minimumSizeHint().width() <= size[0]
    assert session_window.minimumSizeHint().height() <= size[1]
    apply_theme(themed, Appearance.LIGHT)
