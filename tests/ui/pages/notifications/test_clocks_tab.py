"""The clock calculator."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QToolButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import NotificationDecision
from app.services.notifying.proposals import adoption
from tests.ui.fakes import TODAY
from tests.ui.pages.notifications.driving import CLOCKS, DECISIONS

AWARE = ("moment_day_awareness", "moment_time_awareness")
NOTICE = "Notice to the authority"


@pytest.fixture
def clocks(driver):
    driver.turn_to(CLOCKS)
    return driver


@pytest.fixture
def dora(clocks, bridge, desk):
    regimes = [item for item in desk.workshop.library.regimes() if item.id == "eu-dora-19"]
    bridge.apply(adoption(bridge.plan, regimes, TODAY), "Adopt")
    return clocks


def aware(driver, day, clock):
    for name, text in zip(AWARE, (day, clock), strict=True):
        driver.write(name, text)


def row_of(driver, notice):
    """The cells of the first notice of that name."""
    rows = driver.rows("clocks_table")
    at = next(row for row, texts in enumerate(rows) if texts[2] == notice)
    return [driver.cell("clocks_table", at, column) for column in range(4)]


def test_only_moments_that_clocks_wait_for_are_asked_for(clocks):
    names = {item.objectName() for item in clocks.page.clocks.findChildren(QLineEdit)}

    assert {"moment_day_awareness", "moment_day_discovery", "moment_day_suspicion"} <= names
    assert "moment_day_classification-major" not in names


def test_adopting_another_regime_asks_for_its_moments(dora):
    assert dora.visible("moment_day_classification-major", QLineEdit)


def test_without_a_moment_each_notice_says_what_it_needs(clocks):
    due, left, *_ = row_of(clocks, NOTICE)

    assert (due.text, left.text) == ("Needs: awareness", "\u2013")
    assert clocks.text("clocks_said").startswith("Give a moment above")
    assert not clocks.page.clocks.figure.isVisible()


def test_a_moment_gives_the_due_time_here_and_in_utc(clocks):
    clocks.find(QComboBox, "clock_zone").setCurrentText("Europe/London")
    aware(clocks, "2026-06-05", "16:40")

    due, left, notice, basis = row_of(clocks, NOTICE)

    assert due.text == "Mon 2026-06-08 16:40"
    assert due.below == "Europe/London (UTC+01:00)\nMon 2026-06-08 15:40 UTC"
    assert left.text == "167 d 17 h overdue"
    assert notice.below.startswith("UK GDPR personal data breach\nTo: ")
    assert basis.text.startswith("72 hours from awareness")


def test_the_zone_moves_the_moment(clocks):
    aware(clocks, "2026-11-22", "16:40")
    before = row_of(clocks, NOTICE)[0].below

    clocks.find(QComboBox, "clock_zone").setCurrentText("America/New_York")

    assert row_of(clocks, NOTICE)[0].below != before
    assert "21:40 UTC" in row_of(clocks, NOTICE)[0].below


def test_a_zone_that_is_none_says_so(clocks):
    clocks.find(QComboBox, "clock_zone").setCurrentText("Mars/Olympus")

    assert "There is no time zone" in clocks.page.clocks.moments._zone_field.problem


@pytest.mark.parametrize(
    ("day", "clock", "said"),
    [
        ("2026-13-01", "16:40", "The day '2026-13-01' cannot be read"),
        ("2026-11-20", "25:00", "The time '25:00' cannot be read"),
        ("2026-03-29", "01:30", "went forward over 01:30"),
        ("2026-10-25", "01:30", "showed 01:30 twice"),
    ],
)
def test_what_cannot_be_a_moment_says_why(clocks, day, clock, said):
    aware(clocks, day, clock)

    assert said in clocks.text("moment_read_awareness")
    assert row_of(clocks, NOTICE)[0].text == "Needs: awareness"


def test_half_a_moment_asks_for_the_rest(clocks):
    clocks.write("moment_day_awareness", "2026-11-20")

    assert clocks.text("moment_read_awareness") == "Give the day and the time."


def test_now_fills_in_the_present_moment(clocks):
    clocks.click("moment_now_awareness", QToolButton)

    assert clocks.find(QLineEdit, "moment_day_awareness").text() == "2026-11-23"
    assert row_of(clocks, NOTICE)[1].text == "3 d left"


def test_what_has_no_number_says_so(clocks):
    due, left, *_ = row_of(clocks, "Notice to individuals")

    assert (due.text, left.text) == ("No numeric limit", "\u2013")


def test_the_outer_limit_counts_when_it_comes_first(dora):
    aware(dora, "2026-11-20", "10:00")
    dora.write("moment_day_classification-major", "2026-11-21")
    dora.write("moment_time_classification-major", "09:00")

    due, *_, basis = row_of(dora, "Initial notification")

    assert due.text == "Sat 2026-11-21 10:00"
    assert "and at most 24 hours from awareness" in basis.text


def test_the_kind_of_organisation_decides_on_a_relief(dora):
    aware(dora, "2026-11-20", "10:00")
    dora.write("moment_day_classification-major", "2026-11-21")
    dora.write("moment_time_classification-major", "08:00")
    assert "Falls on a day off" in row_of(dora, "Initial notification")[3].below

    dora.find(QCheckBox, "kind_other").click()

    assert row_of(dora, "Initial notification")[0].text == "Mon 2026-11-23 12:00"


def test_a_notice_that_is_out_starts_the_next_clock(dora):
    aware(dora, "2026-11-20", "10:00")
    dora.click("sent_fold")
    dora.write("moment_day_eu-dora-19_initial", "2026-11-20")
    dora.write("moment_time_eu-dora-19_initial", "12:00")

    assert row_of(dora, "Intermediate report")[0].text == "Mon 2026-11-23 12:00"


def test_the_timeline_has_a_lane_for_each_duty_with_a_time(clocks):
    clocks.click("moment_now_awareness", QToolButton)
    clocks.click("moment_now_suspicion", QToolButton)
    figure = clocks.page.clocks.figure

    assert figure.isVisible()
    assert [lane.name for lane in figure._lanes] == [
        "Card acquirer and payment brands",
        "Report to the NHS through the toolkit",
        "UK GDPR personal data breach",
    ]
    assert "the table below it says the same" in figure.accessibleName()


def test_pointing_at_a_mark_names_the_notice(clocks):
    clocks.click("moment_now_awareness", QToolButton)
    figure = clocks.page.clocks.figure
    at = [lane.name for lane in figure._lanes].index("UK GDPR personal data breach")
    place = figure._place(at, figure._lanes[at].marks[0]).center().toPoint()

    assert figure.mark_at(place).name.startswith("Notice to the authority: Thu 2026-11-26 09:00")
    assert figure.mark_at(QPoint(0, 0)) is None


def test_the_clocks_are_copied_as_text(clocks):
    clocks.write("clock_incident", "INC-7")
    clocks.click("moment_now_awareness", QToolButton)
    clocks.click("clocks_copy")

    text = QGuiApplication.clipboard().text()
    assert text.startswith("Notification clocks: INC-7\n")
    assert "UK GDPR personal data breach: Notice to the authority" in text
    assert clocks.text("clocks_said") == "Copied to the clipboard."


def test_the_clocks_are_saved_as_text(clocks, tmp_path: Path):
    clocks.click("moment_now_awareness", QToolButton)

    clocks.page.clocks.save(str(tmp_path / "clocks.txt"))

    assert "Notice to the authority" in (tmp_path / "clocks.txt").read_text("utf-8")
    assert clocks.text("clocks_said") == "Saved clocks.txt."


def test_a_file_that_cannot_be_written_says_so(clocks, tmp_path: Path):
    clocks.page.clocks.save(str(tmp_path / "none" / "clocks.txt"))

    assert clocks.text("clocks_said")
    assert not clocks.text("clocks_said").startswith("Saved")


def test_what_is_filled_in_stays_while_the_plan_changes(clocks, bridge):
    aware(clocks, "2026-11-20", "10:00")
    duty = next(iter(bridge.plan.obligations.values()))

    bridge.apply((put(bridge.plan, replace(duty, name="Renamed")),), "Edit")

    assert clocks.find(QLineEdit, "moment_time_awareness").text() == "10:00"
    assert row_of(clocks, NOTICE)[2].below.startswith("Renamed")


def test_the_duties_that_wait_for_a_decision_are_counted(clocks, bridge):
    count = len(bridge.plan.obligations)
    clocks.click("moment_now_awareness", QToolButton)
    assert "wait for a decision" not in clocks.text("clocks_said")

    clocks.write("clock_incident", "INC-7")
    assert f"{count} of {count} duties wait for a decision on INC-7." in clocks.text("clocks_said")
    made = NotificationDecision(
        RecordId("d"), RecordId("uk-gdpr-33"), "INC-7", notify=True, reason="Likely harm."
    )
    bridge.apply((put(bridge.plan, made),), "Decide")

    assert f"{count - 1} of {count} duties wait" in clocks.text("clocks_said")


def test_a_decision_begins_with_the_chosen_notice(qtbot, clocks):
    clocks.write("clock_incident", "INC-7")
    clocks.click("moment_now_awareness", QToolButton)
    clocks.choose_row("clocks_table", NOTICE)

    with qtbot.waitSignal(clocks.page.clocks.decided) as asked:
        clocks.click("clocks_decide")

    (decision,) = asked.args
    assert (decision.obligation, decision.incident) == ("uk-gdpr-33", "INC-7")
    assert "Notice to the authority, Thu 2026-11-26 09:00" in decision.reason
    assert clocks.page.tabs.currentIndex() == DECISIONS
    clocks.page.decisions.editor.dialog.reject()


def test_a_plan_without_duties_says_what_to_do(show, begun):
    driver = show(begun)
    driver.turn_to(CLOCKS)

    assert driver.text("clocks_empty").startswith("There is no clock to read yet")
    driver.click("clocks_proposals")
    assert driver.page.tabs.currentWidget() is driver.page.proposed


def test_the_figure_paints_in_both_directions(clocks):
    clocks.click("moment_now_awareness", QToolButton)
    figure = clocks.page.clocks.figure
    across = figure.grab().toImage()

    figure.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert figure.grab().toImage() != across
