"""From the first submission to an issued version and on, in real windows, files and identities."""

from dataclasses import replace
from shutil import copy2

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)

from app.bootstrap import workshop
from app.domain.interview.drafting import AnswerSheet
from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.changes import put
from app.paths import AppPaths
from tests.ui.dialogs.versions.driving import (
    add_person,
    click,
    find,
    identity,
    sign_with,
    text,
    write,
)
from tests.ui.fakes import FakeClock
from ui.bridge.desk import Desk
from ui.bridge.window_state import WindowState
from ui.main_window import MainWindow
from ui.pages.versions.page import VersionsPage

WAIT_MS = 120_000


@pytest.fixture
def page(qtbot, window: MainWindow, desk, sample_file, tmp_path) -> VersionsPage:
    desk.change_settings(replace(desk.settings, person="Mary Major"))
    copy2(sample_file, tmp_path / "plan.irplan")
    assert desk.open(tmp_path / "plan.irplan")
    window.navigate("versions")
    (shown,) = window.findChildren(VersionsPage)
    qtbot.waitUntil(lambda: not shown.busy, timeout=WAIT_MS)
    return shown


@pytest.fixture
def elsewhere(qtbot, themed, tmp_path, shelf):
    """The window of the person asked, on a machine of his own."""
    made = workshop(AppPaths.below(tmp_path / "elsewhere"), FakeClock())
    vars(made)["library"] = shelf
    desk = Desk(made)
    window = MainWindow(desk, WindowState(tmp_path / "elsewhere-state"))
    qtbot.addWidget(window)
    window.resize(1024, 680)
    yield window
    desk.abandon()


def dialog_of(qtbot, page):
    """What is open on the page, once it has done what it does first."""
    qtbot.waitUntil(lambda: page.doors.dialog is not None)
    dialog = page.doors.dialog
    qtbot.waitUntil(lambda: not getattr(dialog, "busy", False), timeout=WAIT_MS)
    return dialog


def settle(qtbot, page) -> None:
    qtbot.waitUntil(lambda: not page.busy, timeout=WAIT_MS)


def edit(page, words) -> None:
    profile = replace(page.bridge.plan.profile, description=words)
    page.bridge.apply((put(page.bridge.plan, profile),), "Edit")


def submit(qtbot, page, summary) -> None:
    click(page, "version_step_submit")
    dialog = dialog_of(qtbot, page)
    write(dialog, "submit_summary", summary)
    if not dialog.route.route.approvers:
        add_person(dialog, "submit_reviewers", "Rita Moss")
        add_person(dialog, "submit_approvers", "Carl Dent")
    click(dialog, "submit_dialog_keep")
    settle(qtbot, page)


def test_a_version_is_submitted_reviewed_handed_over_and_issued(
    qtbot, page, desk, elsewhere, tmp_path
):
    assert text(page, "version_figure") == "The first version is being drafted"

    submit(qtbot, page, "The first version of our own")
    assert text(page, "version_figure") == "Version 2.0 is in review"
    assert page.banner.text.startswith("Version 2.0 is in review. It waits for 1 review")

    click(page, "version_step_review")
    saying = dialog_of(qtbot, page)
    click(saying, "say_declaration_tick")
    click(saying, "say_dialog_keep")
    settle(qtbot, page)
    assert "It waits for 1 approval (asked: Carl Dent)." in page.banner.text

    asking = ask(qtbot, page, tmp_path)
    key = identity(elsewhere.desk.workshop, tmp_path, "Carl Dent")
    answer = answer_elsewhere(qtbot, elsewhere, asking, key)

    click(page, "version_take")
    taking = dialog_of(qtbot, page)
    write(taking, "take_file", str(answer))
    qtbot.waitUntil(taking.arrival.isVisible, timeout=WAIT_MS)
    click(taking, "take_confirm")
    click(taking, "take_dialog_keep")
    settle(qtbot, page)

    assert page.banner.text == "Version 2.0 is approved and issued."
    assert (
        "Nothing of it changed since then."
        in page.findChild(type(page.versions.working._lines), "version_lines").accessibleName()
    )
    (row,) = [row for row in page.versions.table.model().rows if row.key == "2.0"]
    assert row.cells[1].text == "Approved"
    assert row.cells[3].said == "Carl Dent. signed, came back by hand-over"


def ask(qtbot, page, folder):
    """Write the request; gives the file."""
    click(page, "version_request")
    dialog = dialog_of(qtbot, page)
    file = folder / "carl.irplan-request"
    write(dialog, "request_file", str(file))
    click(dialog, "request_dialog_keep")
    click(dialog, "request_dialog_cancel")
    return file


def answer_elsewhere(qtbot, window, request, key):
    """Open the request from the welcome page of a window without a plan, and sign."""
    with qtbot.waitActive(window):
        window.show()
    click(window, "request_button")
    chooser = window.doors.dialog("request")
    assert isinstance(chooser, QFileDialog)
    chooser.fileSelected.emit(str(request))
    chooser.reject()
    qtbot.waitUntil(lambda: window.doors.dialog("asked") is not None, timeout=WAIT_MS)
    asked = window.doors.dialog("asked")
    assert "Mary Major asks Carl Dent to approve version 2.0" in text(asked, "asked_what")
    click(asked, "asked_declaration_tick")
    sign_with(asked, "asked", key)
    with qtbot.waitSignal(asked.answered, timeout=WAIT_MS) as done:
        click(asked, "asked_dialog_keep")
    click(asked, "asked_dialog_cancel")
    window.close()
    return done.args[0]


def test_an_edit_takes_it_back_and_says_so_wherever_one_is(qtbot, page, window):
    submit(qtbot, page, "The first version of our own")
    window.navigate("overview")

    edit(page, "Other words")
    page.bridge.flush()

    said = (
        "Version 2.0 was taken back from review because the plan was edited; its reviews are void."
    )
    banner = window._frame.banner
    assert (banner.isVisible(), banner.text) == (True, said)
    click(banner, "banner_action")
    settle(qtbot, page)
    assert page.isVisible()
    assert not banner.isVisible()
    assert page.banner.text == said
    assert said in page.versions.working._lines.accessibleName()

    edit(page, "Still other words")
    page.bridge.flush()
    assert not banner.isVisible()  # once is enough


def test_the_bar_above_every_page_names_the_stage(qtbot, page, window):
    chip = window._frame.top_bar.chip
    assert chip.text() == "Draft"

    submit(qtbot, page, "The first version of our own")

    assert chip.text() == "In review"


def test_undo_is_off_after_a_submission(qtbot, page, window):
    edit(page, "Other words")
    assert window._frame.top_bar.undo.isEnabled()

    submit(qtbot, page, "The first version of our own")

    assert not window._frame.top_bar.undo.isEnabled()


def test_a_version_in_review_is_taken_back_by_hand(qtbot, page):
    submit(qtbot, page, "The first version of our own")
    click(page, "version_recall")
    dialog = dialog_of(qtbot, page)
    write(dialog, "recall_dialog_reason", "A number is missing")

    click(dialog, "recall_dialog_keep")
    settle(qtbot, page)

    assert page.doors.acting.approvals.course.stage is Stage.DRAFT
    assert page.banner.text == "Version 2.0 was taken back."
    assert page.versions.working.steps[next(iter(page.versions.working.steps))].isVisible()


def test_the_honest_note_leads_to_the_request(qtbot, page):
    submit(qtbot, page, "The first version of our own")
    click(page, "version_step_review")
    saying = dialog_of(qtbot, page)

    click(saying, "hand_over_instead")

    assert dialog_of(qtbot, page).objectName() == "request_dialog"
    page.doors.dialog.reject()


def test_a_version_is_restored_after_a_question(qtbot, page):
    issue_in_emergency(qtbot, page)
    was = page.bridge.plan.profile.description
    edit(page, "Other words")
    settle(qtbot, page)
    assert page.versions.table.choose("2.0")

    click(page, "version_restore")
    qtbot.waitUntil(lambda: page.findChild(QDialog, "question_dialog") is not None, timeout=WAIT_MS)
    click(page.findChild(QDialog, "question_dialog"), "answer_restore")

    assert page.bridge.plan.profile.description == was
    qtbot.waitUntil(lambda: "Restored version 2.0" in page.banner.text)


def issue_in_emergency(qtbot, page) -> None:
    click(page, "version_emergency")
    saying = dialog_of(qtbot, page)
    write(saying, "say_dialog_name", "Carl Dent")
    write(saying, "say_dialog_reason", "It burns")
    saying._show_declaration()
    click(saying, "say_declaration_tick")
    click(saying, "say_dialog_keep")
    settle(qtbot, page)


def test_an_emergency_asks_for_its_review_and_gets_it(qtbot, page):
    issue_in_emergency(qtbot, page)
    assert "Somebody else has to review it by 7 Dec 2026." in page.banner.text

    click(page, "version_step_review-afterwards")
    saying = dialog_of(qtbot, page)
    write(saying, "say_dialog_name", "Rita Moss")
    saying._show_declaration()
    click(saying, "say_declaration_tick")
    click(saying, "say_dialog_keep")
    settle(qtbot, page)

    assert page.banner.text == "Version 2.0 was reviewed after the emergency."
    assert not page.doors.acting.approvals.course.latest.review_owed


def test_a_version_is_withdrawn_from_its_card(qtbot, page):
    issue_in_emergency(qtbot, page)
    assert page.versions.table.choose("2.0")
    click(page, "version_withdraw")
    saying = dialog_of(qtbot, page)
    write(saying, "say_dialog_name", "Carl Dent")
    write(saying, "say_dialog_reason", "It was wrong")
    saying._show_declaration()
    click(saying, "say_declaration_tick")
    click(saying, "say_dialog_keep")
    settle(qtbot, page)

    assert page.banner.text == "Version 2.0 is withdrawn."
    assert find(page, type(page.versions.chosen.withdraw), "version_withdraw").isHidden()


def test_a_finding_that_blocks_is_gone_to(qtbot, window, desk, tmp_path):
    """The dialog closes, and the window goes where the finding is mended."""
    sheet = AnswerSheet({"profile.legal_name": "Ravensworth Mutual"})
    assert desk.create(tmp_path / "barren.irplan", "combined", sheet)
    window.navigate("versions")
    (page,) = window.findChildren(VersionsPage)
    settle(qtbot, page)
    assert text(page, "versions_nothing")
    click(page, "version_step_submit")

    click(dialog_of(qtbot, page), "blocker_0")

    assert page.doors.dialog is None
    assert not page.isVisible()


def unnamed(where: QWidget) -> list[str]:
    """Controls that a screen reader could not name."""
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QPlainTextEdit)
    return [
        f"{type(one).__name__} {one.objectName()}"
        for kind in kinds
        for one in where.findChildren(kind)
        if one.isVisible()
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.accessibleName()
        and not getattr(one, "text", str)()
    ]


def test_every_control_has_a_name_and_tab_reaches_the_one_that_does_it(qtbot, page):
    assert unnamed(page) == []
    page.doors.submit()
    dialog = dialog_of(qtbot, page)
    assert unnamed(dialog) == []
    seen = set()
    for _ in range(40):
        seen.add(dialog.focusWidget())
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
    assert dialog.keep in seen
    dialog.reject()
    page.doors.emergency()
    assert unnamed(page.doors.dialog) == []
    page.doors.dialog.reject()
    page.doors.take()
    assert unnamed(page.doors.dialog) == []
    page.doors.dialog.reject()


@pytest.mark.parametrize("size", [(1024, 680), (1440, 900)])
def test_dialogs_fit_into_the_window(qtbot, page, window, size):
    window.resize(*size)
    page.doors.submit()
    dialog = dialog_of(qtbot, page)
    qtbot.wait(50)

    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    assert dialog._scroll.horizontalScrollBar().maximum() == 0
    inside = dialog.rect().contains(dialog.keep.geometry())
    assert inside
    dialog.reject()


def test_the_page_is_reached_with_its_keys(qtbot, page, window):
    window.navigate("overview")

    areas = window.findChild(QListWidget, "nav_areas")
    areas.setFocus()
    QTest.keyClicks(areas, "vers")

    assert page.isVisible()


def test_a_plan_open_to_read_offers_nothing_that_writes(qtbot, desk, window, sample_file, tmp_path):
    copy2(sample_file, tmp_path / "read.irplan")
    assert desk.open(tmp_path / "read.irplan", read_only=True)
    window.navigate("versions")
    (page,) = window.findChildren(VersionsPage)
    settle(qtbot, page)

    for shown in (
        *page.versions.working.steps.values(),
        page.versions.working.emergency,
        page.versions.chosen.restore,
    ):
        assert not shown.isVisible()
    assert page.versions.table.isVisible()


def test_enter_on_a_version_goes_to_what_was_done_with_it(qtbot, page):
    issue_in_emergency(qtbot, page)
    table = page.versions.table
    table.choose("2.0")
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert page.window().focusWidget() is page.versions.chosen.acts
