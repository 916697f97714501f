"""The small parts of a session on screen: stops, time, sizes, large answers."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import (
    AgendaItem,
    Attendance,
    Choice,
    ContactCheck,
    Occasion,
    Outcome,
    ReviewSession,
    Topic,
)
from ui.dialogs.session.big_choices import Answer, BigChoices
from ui.dialogs.session.shown import ShownText
from ui.dialogs.session.stage import LEAST, MOST, growth, stage_sheet
from ui.dialogs.session.stops import Stop, StopKind, chapters_of, first_open, stops_of
from ui.dialogs.session.timer import LONGEST_MS, SessionTimer
from ui.models.record_facts import Fact

HERE = (Attendance("Ada", present=True),)


def session(*agenda: AgendaItem, **fields) -> ReviewSession:
    at = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    return ReviewSession(RecordId("s"), "S", Occasion.DUE, at, agenda=agenda, **fields)


def item(key: str, topic: Topic, choice: Choice = Choice.OPEN) -> AgendaItem:
    return AgendaItem(key, topic, key, choice=choice)


def call(key: str, outcome: Outcome = Outcome.OPEN) -> ContactCheck:
    return ContactCheck(RecordId(key), key, outcome)


def test_the_way_leads_by_topics_to_the_calls_and_the_end():
    agenda = (item("a", Topic.OVERDUE), item("b", Topic.CHANGE), item("c", Topic.CHANGE))

    stops = stops_of(session(*agenda, contacts=(call("ada"),)))

    assert stops == (
        Stop(StopKind.ATTENDANCE),
        *(Stop(StopKind.ITEM, key) for key in "abc"),
        Stop(StopKind.CONTACTS),
        Stop(StopKind.DECISIONS),
        Stop(StopKind.CLOSING),
    )


def test_nobody_to_call_is_no_round_of_calls():
    assert Stop(StopKind.CONTACTS) not in stops_of(session())


def test_parts_are_counted():
    agenda = (item("a", Topic.SECTION, Choice.KEEP), item("b", Topic.SECTION))
    made = session(*agenda, contacts=(call("x", Outcome.NOT_REACHED), call("y")), attendance=HERE)

    counted = {chapter.key: (chapter.done, chapter.of) for chapter in chapters_of(made)}

    assert counted == {
        "attendance": (1, 1),
        "section": (1, 2),
        "contacts": (1, 2),
        "decisions": (0, 0),
        "closing": (0, 0),
    }


@pytest.mark.parametrize(
    ("made", "stop"),
    [
        (session(item("a", Topic.ACTION)), Stop(StopKind.ATTENDANCE)),
        (
            session(item("a", Topic.ACTION, Choice.KEEP), item("b", Topic.ACTION), attendance=HERE),
            Stop(StopKind.ITEM, "b"),
        ),
        (session(contacts=(call("x"),), attendance=HERE), Stop(StopKind.CONTACTS)),
        (session(attendance=HERE), Stop(StopKind.CLOSING)),
    ],
)
def test_it_goes_on_where_something_waits(made, stop):
    assert first_open(made) == stop


def test_time_that_the_computer_slept_does_not_count(host):
    timer = SessionTimer(61, host)

    timer.add(8 * 3600 * 1000)

    assert timer.seconds == 61 + LONGEST_MS // 1000


def test_time_counts_only_while_it_runs(qtbot, host):
    timer = SessionTimer(0, host)
    timer.go()
    timer.go()
    qtbot.waitUntil(lambda: timer.seconds >= 1, timeout=5000)
    timer.pause()
    counted = timer.seconds

    timer.pause()

    assert not timer.running
    assert timer.seconds == counted


def test_letters_grow_with_the_window_within_bounds(themed):
    sizes = [growth(width, width * 9 // 16) for width in (200, 1024, 1440, 1920, 3840, 9999)]

    assert sizes == sorted(sizes)
    assert sizes[0] == LEAST
    assert sizes[-1] == MOST
    assert growth(1024, 680) == 1.0
    assert growth(1920, 1080) >= 1.6


def test_no_place_of_the_sheet_is_left_open(themed):
    assert "@" not in stage_sheet(1.3)


@pytest.fixture
def choices(qtbot, host):
    answers = [Answer("one", "One & only", "Hint"), Answer("two", "Two"), Answer("three", "Three")]
    made = BigChoices(host, "pick", "Pick one", answers)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_an_answer_is_told_once_however_it_is_chosen(choices):
    told: list[str] = []
    choices.chosen.connect(told.append)

    QTest.mouseClick(choices.button("one"), Qt.MouseButton.LeftButton)
    choices.choose(2)
    choices.button("three").setChecked(True)  # as assistive tools do

    assert told == ["one", "two", "three"]
    assert choices.current == "three"


def test_choosing_the_same_again_tells_so(choices, qtbot):
    choices.choose(1)

    with qtbot.waitSignal(choices.chosen):
        choices.choose(1)


def test_showing_an_answer_tells_nothing(choices, qtbot):
    with qtbot.assertNotEmitted(choices.chosen):
        choices.show_choice("two")
        assert choices.current == "two"
        choices.show_choice("")

    assert choices.current == ""


def test_a_number_without_an_answer_does_nothing(choices):
    assert not choices.choose(4)
    assert not choices.choose(0)
    choices.setEnabled(False)
    assert not choices.choose(1)
    assert choices.current == ""


def test_an_answer_is_a_radio_button_with_its_words(choices):
    told = QAccessible.queryAccessibleInterface(choices.button("one"))

    assert told.role() is QAccessible.Role.RadioButton
    assert told.text(QAccessible.Text.Name) == "One & only"
    assert choices.button("one").text() == "1   One && only"


def test_answers_stand_in_two_columns_where_there_is_no_room(choices):
    def tops():
        return {choices.button(key).y() for key in ("one", "two", "three")}

    choices.resize(1000, 60)
    choices.layout().activate()
    assert len(tops()) == 1

    choices.resize(120, 60)
    choices.layout().activate()
    assert len(tops()) == 2


def test_text_is_shown_as_it_is_whatever_is_in_it(host):
    shown = ShownText(host, "shown", "Shown")

    shown.show_facts([Fact("<b>Label</b>", "<img src='x'>\r\nsecond line"), Fact("", "\u202eend")])

    lines = shown.toPlainText().split("\n")
    assert lines == ["<b>Label</b>", "<img src='x'>", "second line", "\u202eend"]
