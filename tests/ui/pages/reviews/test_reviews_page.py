"""The page of reviews: when the next is due, what it would hold, and the sessions held."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QTableWidget

from app.domain.errors import IrplanError
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.sessions import AgendaItem, Choice, Occasion, ReviewSession, Topic, Verdict
from app.services.reviewing.starting import Invitation
from tests.ui.fakes import TODAY, small_plan
from ui.bridge.desk import Desk
from ui.dialogs.question import QuestionDialog
from ui.dialogs.session.minutes_dialog import MinutesDialog
from ui.dialogs.session.start_dialog import StartDialog
from ui.pages.reviews import ReviewsPage
from ui.pages.reviews.due_words import due_words
from ui.widgets.chips import Tone

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot, window, desk: Desk, tmp_path: Path, sample_file: Path) -> ReviewsPage:
    file = tmp_path / "ours.irplan"
    copyfile(sample_file, file)
    assert desk.open(file)
    window.navigate("reviews")
    made: ReviewsPage | None = window.findChild(ReviewsPage)
    assert made is not None
    return made


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name):
    QTest.mouseClick(find(page, QPushButton, name), LEFT)


def held(key: str, day: int, *choices: Choice, **fields) -> ReviewSession:
    at = datetime(2026, 10, day, 9, 0, tzinfo=UTC)
    agenda = tuple(
        AgendaItem(f"{key}{at}", Topic.SECTION, "T", choice=choice)
        for at, choice in enumerate(choices)
    )
    made = ReviewSession(RecordId(key), f"Session {key}", Occasion.DUE, at, agenda=agenda)
    closed = at + timedelta(hours=2)
    return replace(
        made, **{"closed_at": closed, "verdict": Verdict.NO_CHANGE, "seconds": 3900, **fields}
    )


def issued(months: int | None, on: date | None = date(2026, 11, 1), ahead: int = 42):
    plan = small_plan()
    version = Version(RecordId("v"), "1.0", on)
    kept = replace(plan.kept, start_before=ahead)
    profile = replace(plan.profile, review_months=months)
    return apply(plan, (put(plan, version), put(plan, profile), put(plan, kept)))


@pytest.mark.parametrize(
    ("today", "state", "tone"),
    [
        (date(2027, 1, 1), "in 304 days", Tone.SUCCESS),
        (date(2027, 9, 20), "in 42 days", Tone.WARNING),
        (date(2027, 10, 31), "in 1 day", Tone.WARNING),
        (date(2027, 11, 1), "due today", Tone.WARNING),
        (date(2027, 11, 2), "1 day overdue", Tone.DANGER),
        (date(2027, 12, 1), "30 days overdue", Tone.DANGER),
    ],
)
def test_the_next_review_is_said_with_how_near_it_is(today, state, tone):
    words = due_words(issued(12), today)

    assert words.day == "1 November 2027"
    assert (words.state, words.tone) == (state, tone)
    assert words.advice


def test_without_a_version_there_is_no_day_yet():
    words = due_words(small_plan(), TODAY)

    assert words.day == "No date yet"
    assert words.state == ""


def test_the_page_is_in_the_navigation_and_the_palette(window, page):
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert not page.isVisible()

    areas = window.findChild(QListWidget, "nav_areas")
    areas.setFocus()
    areas.setCurrentRow(0)
    QTest.keyClicks(areas, "rev")

    assert page.isVisible()
    assert window.findChild(QLabel, "page_title").text() == "Reviews"


def test_before_the_first_session_it_says_what_one_is(page):
    told = find(page, QLabel, "held_nothing")
    assert told.isVisible()
    assert "about an hour" in told.accessibleName()
    assert not find(page, QTableWidget, "sessions_held").isVisible()
    assert not find(page, QPushButton, "session_minutes").isVisible()


def test_the_agenda_is_counted_by_topic_and_follows_the_plan(qtbot, page, desk):
    def rows():
        labels = page.agenda.findChildren(QLabel)
        names = {one.objectName(): one.text() for one in labels if not one.isHidden()}
        return {
            names[f"agenda_topic_{at}"]: names[f"agenda_count_{at}"]
            for at in range(9)
            if f"agenda_topic_{at}" in names
        }

    qtbot.waitUntil(lambda: "Sections" in rows())
    assert rows()["People to call"] == str(len(desk.bridge.plan.people))
    before = int(rows().get("Overdue", "0"))
    late = replace(next(iter(desk.bridge.plan.actions.values())), due=date(2020, 1, 1))

    desk.bridge.apply((put(desk.bridge.plan, late),), "Late")

    qtbot.waitUntil(lambda: int(rows().get("Overdue", "0")) == before + 1)
    assert "items" in find(page, QLabel, "agenda_sum").text()


def test_sessions_held_are_listed_the_newest_first(page, desk):
    bridge = desk.bridge
    for one in (
        held("a", 1, Choice.CHANGE, Choice.ACTION, Choice.ACTION),
        held("b", 9, Choice.KEEP, verdict=Verdict.NEW_VERSION, occasion=Occasion.INCIDENT),
    ):
        bridge.apply((put(bridge.plan, one),), "Held")

    table = find(page, QTableWidget, "sessions_held")
    rows = [[table.item(row, column).text() for column in range(6)] for row in range(2)]
    assert rows[0][:3] == ["9 Oct 2026", "An incident showed something", "A new version is needed"]
    assert rows[1] == [
        "1 Oct 2026",
        "The review is due",
        "Reviewed, no change",
        "1 h 05 min",
        "1",
        "2",
    ]
    assert not find(page, QLabel, "held_nothing").isVisible()


def test_enter_asks_for_the_minutes_of_the_row(page, desk):
    for one in (held("a", 1), held("b", 9)):
        desk.bridge.apply((put(desk.bridge.plan, one),), "Held")
    table = find(page, QTableWidget, "sessions_held")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.key == "a"

    QTest.keyClick(table, Qt.Key.Key_Return)

    (dialog,) = page.findChildren(MinutesDialog)
    assert dialog._key == "a"
    dialog.reject()


def asked_to_start(page) -> tuple[Occasion, str]:
    """The occasion that is proposed, and why; nothing is started."""
    click(page, "review_start")
    (dialog,) = [one for one in page.findChildren(StartDialog) if one.isVisible()]
    entry = find(dialog, QComboBox, "statement_occasion")
    proposed = Occasion(entry.currentData()), entry.accessibleDescription()
    dialog.reject()
    return proposed


def test_what_an_incident_showed_is_proposed_as_the_occasion(page, desk):
    lesson = Lesson(RecordId("l"), "The <b>backup</b> was late", source="activations/storm")
    desk.bridge.apply((put(desk.bridge.plan, lesson),), "Lesson")

    proposed, why = asked_to_start(page)

    assert proposed is Occasion.INCIDENT
    assert why.startswith("Nobody decided yet on: The <b>backup</b> was late.")


def test_what_changed_since_the_last_version_is_proposed(qtbot, window, page, desk):
    bridge = desk.bridge
    bridge.apply((put(bridge.plan, Version(RecordId("v"), "1.0", TODAY)),), "Version")
    assert bridge.flush()
    for lesson in bridge.plan.lessons.values():
        done = replace(lesson, state=LessonState.REJECTED, decision="No")
        bridge.apply((put(bridge.plan, done),), "Decide")
    holder = next(role for role in bridge.plan.roles.values() if role.holder)
    bridge.apply((remove(bridge.plan, Kind.PERSON, RecordId(holder.holder)),), "Gone")
    assert bridge.flush()
    window.navigate("overview")
    window.navigate("reviews")
    qtbot.waitUntil(lambda: page._past is not None and page._past.plan is not None)

    proposed, why = asked_to_start(page)

    assert proposed is Occasion.REORGANISATION, why
    assert why


WANTING = held(
    "a",
    1,
    Choice.CHANGE,
    verdict=Verdict.NEW_VERSION,
    title="Autumn <1>",
    closed_at=datetime(2026, 11, 20, 11, 0, tzinfo=UTC),
)


def test_a_session_that_asks_for_a_version_leads_to_the_versions(qtbot, window, page, desk):
    assert not find(page, QPushButton, "held_submit").isVisible()
    desk.bridge.apply((put(desk.bridge.plan, WANTING),), "Held")

    told = find(page, QLabel, "held_asked").text()
    assert told == "\u201cAutumn <1>\u201d of 20 Nov 2026 ended with: a new version is needed."
    with qtbot.waitSignal(page.navigate) as gone:
        click(page, "held_submit")
    assert gone.args == ["versions"]
    assert not page.isVisible()


def test_a_session_that_asks_for_nothing_offers_nothing(page, desk):
    desk.bridge.apply((put(desk.bridge.plan, held("a", 1)),), "Held")

    assert not find(page, QPushButton, "held_submit").isVisible()
    assert not find(page, QLabel, "held_asked").isVisible()


def test_cancelling_the_start_starts_nothing(page, desk):
    click(page, "review_start")
    dialog = page.findChild(StartDialog)
    dialog.reject()

    assert not desk.bridge.plan.sessions
    assert find(page, QPushButton, "review_start").isEnabled()


@pytest.fixture
def resting(qtbot, page, desk) -> ReviewSession:
    """A session that was begun and left."""
    page.sessions._on_given(Invitation("<Autumn>", Occasion.DUE, "Anna Keller"))
    qtbot.waitUntil(lambda: page.sessions.window is not None)
    page.sessions.window.leave()
    session: ReviewSession = next(iter(desk.bridge.plan.sessions.values()))
    return session


def test_a_session_that_rests_is_shown_in_place_of_the_date(page, resting):
    assert find(page, QLabel, "next_review_day").text() == "<Autumn>"
    assert find(page, QPushButton, "review_resume").isVisible()
    assert not find(page, QPushButton, "review_start").isVisible()


def test_it_is_given_up_only_when_that_is_meant(page, desk, resting):
    for answer, left in (("keep", 1), ("give-up", 0)):
        click(page, "review_give_up")
        (question,) = [one for one in page.findChildren(QuestionDialog) if one.isVisible()]
        click(question, f"answer_{answer}")
        assert len(desk.bridge.plan.sessions) == left

    assert find(page, QPushButton, "review_start").isVisible()


def test_while_it_is_on_screen_it_cannot_be_opened_twice(qtbot, page, resting):
    click(page, "review_resume")
    qtbot.waitUntil(lambda: page.sessions.window is not None)

    assert not find(page, QPushButton, "review_resume").isEnabled()

    page.sessions.window.leave()
    assert find(page, QPushButton, "review_resume").isEnabled()


@pytest.mark.qt_log_ignore("^This plugin does not support raise")  # offscreen
def test_whoever_leaves_from_elsewhere_comes_back_to_this_page(qtbot, window, page, resting):
    click(page, "review_resume")
    qtbot.waitUntil(lambda: page.sessions.window is not None)
    page.sessions._on_navigate("section:purpose")
    assert not page.isVisible()
    assert find(window, QPushButton, "session_return").isVisible()

    page.sessions.window.leave()

    assert page.isVisible()
    assert not find(window, QPushButton, "session_return").isVisible()


def test_a_history_that_cannot_be_read_is_said_and_starts_nothing(qtbot, page, desk, monkeypatch):
    class Unreadable(IrplanError):
        code = "plan-file.failing"

    def refuse(*_):
        raise Unreadable("The file cannot be read.")

    monkeypatch.setattr(type(desk.workshop), "history", refuse)

    page.sessions._on_given(Invitation("Autumn", Occasion.DUE, "Anna Keller"))

    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.text
    assert not desk.bridge.plan.sessions
    assert find(page, QPushButton, "review_start").isEnabled()


@pytest.mark.qt_log_ignore("^This plugin does not support raise")  # offscreen
def test_closing_the_plan_closes_its_session(qtbot, window, page, desk, resting):
    click(page, "review_resume")
    qtbot.waitUntil(lambda: page.sessions.window is not None)
    page.sessions.window.walk.step(1)
    page.sessions._on_navigate("section:purpose")
    path = desk.path

    assert desk.close()
    qtbot.waitUntil(lambda: window.findChild(ReviewsPage) is None)

    qtbot.waitUntil(lambda: window.findChild(QPushButton, "session_return") is None)
    assert desk.open(path)
    assert desk.bridge.plan.sessions[resting.id].closed_at is None


def test_a_plan_that_is_only_read_offers_no_session(qtbot, window, desk, tmp_path, sample_file):
    file = tmp_path / "theirs.irplan"
    copyfile(sample_file, file)
    assert desk.open(file)
    desk.bridge.apply((put(desk.bridge.plan, WANTING),), "Held")
    assert desk.close()
    assert desk.open(file, read_only=True)
    window.navigate("reviews")
    page = window.findChild(ReviewsPage)

    for name in ("review_start", "review_resume", "held_submit"):
        assert not find(page, QPushButton, name).isVisible()
