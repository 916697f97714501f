"""The window, driven as a person does, over real files."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListView,
    QListWidget,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from app.domain.interview.drafting import AnswerSheet
from app.domain.plan.changes import put
from app.services.settings import Appearance
from tests.ui.fakes import DiskGone
from ui.bridge.window_state import WindowState
from ui.dialogs.question import QuestionDialog
from ui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from ui.models.areas import AREAS
from ui.models.commands import command_entries
from ui.pages.findings.page import FindingsPage
from ui.pages.overview import OverviewPage
from ui.pages.sections.page import SectionsPage
from ui.pages.welcome import WelcomePage
from ui.widgets.banner import NoticeBanner
from ui.widgets.nav import RAIL_PX, WIDE_PX, NavPanel
from ui.widgets.save_state import SaveIndicator, SaveState

CTRL = Qt.KeyboardModifier.ControlModifier
BEGUN = AnswerSheet({"profile.legal_name": "Ravensworth Mutual", "profile.short_name": "Ravens"})


@pytest.fixture
def path(tmp_path):
    return tmp_path / "ours.irplan"


@pytest.fixture
def working(qtbot, window, desk, path):
    """The window with a plan just begun."""
    assert desk.create(path, "combined", BEGUN)
    return window


def test_without_a_plan_the_window_welcomes(window):
    assert isinstance(page(window), WelcomePage)
    assert window.findChild(NavPanel) is None


def test_an_opened_plan_shows_its_overview_and_its_name(working):
    assert isinstance(page(working), OverviewPage)
    assert working.windowTitle().startswith("Ravens")
    assert working.findChild(QLabel, "page_title").text() == "Overview"


def test_digits_move_between_the_areas(qtbot, working):
    qtbot.keyClick(working, Qt.Key.Key_2, CTRL)
    assert isinstance(page(working), SectionsPage)

    qtbot.keyClick(working, Qt.Key.Key_1, CTRL)
    assert isinstance(page(working), OverviewPage)


def test_the_navigation_is_a_list_one_can_walk_with_arrows(qtbot, working):
    areas = working.findChild(QListWidget, "nav_areas")
    areas.setFocus()

    qtbot.keyClick(areas, Qt.Key.Key_Down)
    qtbot.keyClick(areas, Qt.Key.Key_Down)

    assert isinstance(page(working), SectionsPage)
    assert areas.currentItem().text() == "Plan sections"


def test_a_row_that_a_screen_reader_chooses_is_gone_to(qtbot, working):
    areas = working.findChild(QListWidget, "nav_areas")
    [found] = areas.findItems("Findings", Qt.MatchFlag.MatchExactly)

    areas.selectionModel().select(
        areas.indexFromItem(found), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )

    qtbot.waitUntil(lambda: isinstance(page(working), FindingsPage))
    assert areas.currentItem() is found


def test_arrows_pass_an_action_without_doing_it(qtbot, working):
    areas = working.findChild(QListWidget, "nav_areas")
    areas.setCurrentRow(areas.count() - 2)

    qtbot.keyClick(areas, Qt.Key.Key_Down)

    assert working.doors.dialog("export") is None


def test_an_edit_is_saved_and_the_time_is_shown(qtbot, working, desk):
    with qtbot.waitSignal(desk.bridge.saved):
        rename(desk, "Ravensworth")

    indicator = working.findChild(SaveIndicator)
    assert indicator.state is SaveState.SAVED
    assert indicator.text.startswith("Saved ")
    assert len(indicator.text.split(":")) == 3


def test_undo_and_redo_by_key_and_button(qtbot, working, desk):
    rename(desk, "Ravensworth")

    qtbot.keyClick(working, Qt.Key.Key_Z, CTRL)
    assert desk.bridge.plan.profile.short_name == "Ravens"

    redo = working.findChild(QToolButton, "redo_button")
    assert redo.accessibleName() == "Redo: Short name"
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert desk.bridge.plan.profile.short_name == "Ravensworth"
    assert not redo.isEnabled()


def test_a_failed_save_is_told_of_and_taken_back_when_it_works(qtbot, working, desk, monkeypatch):
    banner = working.findChild(NoticeBanner, "banner")
    store = desk.bridge.open_plan.store
    with monkeypatch.context() as broken:
        broken.setattr(type(store), "save", fail)
        rename(desk, "Ravensworth")
        desk.bridge.flush()
        assert banner.isVisible()
        assert "The disk is gone." in banner.text
        assert working.findChild(SaveIndicator).state is SaveState.FAILED

    qtbot.waitUntil(lambda: not banner.isVisible(), timeout=15_000)

    assert working.findChild(SaveIndicator).state is SaveState.SAVED


def test_screen_readers_hear_once_why_nothing_is_saved_and_that_it_is_again(
    working, desk, monkeypatch
):
    heard: list[str] = []
    for module in ("ui.widgets.banner", "ui.dialogs.troubles"):
        monkeypatch.setattr(f"{module}.announce", lambda _, text: heard.append(text))
    store = desk.bridge.open_plan.store
    with monkeypatch.context() as broken:
        broken.setattr(type(store), "save", fail)
        rename(desk, "Ravensworth")
        for _ in range(3):
            desk.bridge.flush()
        broken.setattr(type(store), "save", no_room)
        for _ in range(2):
            desk.bridge.flush()

    desk.bridge.flush()

    first, second, again = heard
    assert "The disk is gone." in first
    assert "No room is left." in second
    assert again == "Saved again."


def test_edits_that_cannot_be_saved_can_be_saved_as_a_copy(
    qtbot, working, desk, monkeypatch, tmp_path
):
    store = desk.bridge.open_plan.store
    monkeypatch.setattr(type(store), "save", fail)
    rename(desk, "Ravensworth")
    desk.bridge.flush()

    qtbot.mouseClick(working.findChild(QPushButton, "banner_action"), Qt.MouseButton.LeftButton)
    dialog = working.findChild(QFileDialog, "copy_dialog")
    dialog.fileSelected.emit(str(tmp_path / "copy.irplan"))

    assert "A copy of everything" in working.findChild(NoticeBanner, "banner").text
    monkeypatch.undo()
    copy = desk.workshop.open(tmp_path / "copy.irplan")
    assert copy.plan.profile.short_name == "Ravensworth"
    copy.close()


def test_a_copy_never_overwrites_a_file(working, desk, tmp_path):
    taken = tmp_path / "taken.irplan"
    taken.write_text("mine")

    assert not desk.copy_to(taken)

    assert taken.read_text() == "mine"
    assert "exists" in working.findChild(NoticeBanner, "banner").text


def test_closing_with_unsaved_edits_asks_and_loses_nothing_unasked(
    qtbot, working, desk, monkeypatch
):
    store = desk.bridge.open_plan.store
    monkeypatch.setattr(type(store), "save", fail)
    rename(desk, "Ravensworth")

    working.close()
    question = working.findChild(QuestionDialog)
    assert working.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert desk.bridge.plan.profile.short_name == "Ravensworth"

    working.close()
    question = working.findChildren(QuestionDialog)[-1]
    discard = question.findChild(QPushButton, "answer_discard")
    qtbot.mouseClick(discard, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not working.isVisible())
    assert desk.bridge is None


def test_leaving_the_window_saves_at_once(working, desk, path):
    rename(desk, "Ravensworth")

    working.close()

    assert desk.path is None
    assert desk.open(path)
    assert desk.bridge.plan.profile.short_name == "Ravensworth"


def test_the_window_knows_every_page_and_command_of_the_palette(working):
    targets = {entry.target for entry in command_entries(help_there=True)}

    assert targets - set(AREAS) <= working._commands.keys()


def test_the_palette_finds_and_goes(qtbot, working):
    qtbot.keyClick(working, Qt.Key.Key_K, CTRL)
    field = working.findChild(QLineEdit, "palette_field")
    assert field.hasFocus()

    qtbot.keyClicks(field, "findings")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert isinstance(page(working), FindingsPage)
    assert not working.findChild(QWidget, "palette").isVisible()


def test_the_palette_is_walked_with_arrows_and_left_with_escape(qtbot, working):
    nav = working.findChild(QListWidget, "nav_areas")
    nav.setFocus()
    qtbot.keyClick(working, Qt.Key.Key_K, CTRL)
    field = working.findChild(QLineEdit, "palette_field")
    found = working.findChild(QListView, "palette_list")

    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert found.currentIndex().row() == 1
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not working.findChild(QWidget, "palette").isVisible()
    assert nav.hasFocus()


def test_f6_moves_between_the_panes(qtbot, working):
    areas = working.findChild(QListWidget, "nav_areas")
    areas.setFocus()

    qtbot.keyClick(working, Qt.Key.Key_F6)
    assert working.findChild(QPushButton, "search_button").hasFocus()

    qtbot.keyClick(working, Qt.Key.Key_F6)
    assert page(working).isAncestorOf(QApplication.focusWidget())

    qtbot.keyClick(working, Qt.Key.Key_F6)
    assert areas.hasFocus()


def test_fixing_a_finding_goes_to_its_section(qtbot, working, desk):
    worst = desk.bridge.judgement.findings()[0]
    button = working.findChild(QPushButton, f"fix_{worst.key}")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert working.findChild(QLabel, "page_title").text() == "Plan sections"


def test_a_plan_dropped_on_the_window_is_opened(qtbot, window, desk, path):
    desk.create(path, "combined", BEGUN)
    desk.close()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, CTRL
    )
    drop = QDropEvent(
        QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, CTRL
    )

    window.dragEnterEvent(enter)
    window.dropEvent(drop)

    assert enter.isAccepted()
    assert desk.path == path


def test_a_file_that_is_no_plan_is_refused_in_words(window, desk, tmp_path):
    stray = tmp_path / "stray.irplan"
    stray.write_text("not a plan", "utf-8")

    assert not desk.open(stray)

    banner = window.findChild(NoticeBanner, "banner")
    assert banner.isVisible()
    assert "stray.irplan" in banner.text
    assert window.findChild(QPushButton, "banner_action").text() == "Open another plan"


def test_a_plan_open_elsewhere_can_be_opened_to_read(qtbot, window, desk, shop, path):
    other = shop.create(path, "combined", BEGUN)
    desk.open(path)
    assert "open" in window.findChild(NoticeBanner, "banner").text

    qtbot.mouseClick(window.findChild(QPushButton, "banner_action"), Qt.MouseButton.LeftButton)

    assert desk.bridge is not None
    assert desk.bridge.read_only
    assert window.findChild(SaveIndicator).state is SaveState.READ_ONLY
    other.close()


def test_closing_a_plan_leads_back_to_the_welcome(qtbot, working, desk):
    qtbot.keyClick(working, Qt.Key.Key_W, CTRL)

    assert desk.bridge is None
    assert isinstance(page(working), WelcomePage)


def test_the_appearance_is_switched_and_kept(qtbot, working, desk, shop):
    button = working.findChild(QToolButton, "theme_button")

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert shop.settings().appearance is Appearance.DARK
    assert button.accessibleName() == "Light appearance"


def test_another_size_builds_the_window_anew_where_one_was(qtbot, working, desk):
    working.navigate("findings")
    before = working.findChild(NavPanel)

    desk.change_settings(replace(desk.settings, scale=125))

    qtbot.waitUntil(lambda: working.findChild(NavPanel) is not before)
    assert isinstance(page(working), FindingsPage)
    assert working.findChild(NavPanel).width() == WIDE_PX * 125 // 100


def test_the_navigation_becomes_a_rail_in_a_narrow_window(qtbot, working):
    working.resize(LEAST_WIDTH, LEAST_HEIGHT)
    nav = working.findChild(NavPanel)

    qtbot.waitUntil(lambda: nav.width() == RAIL_PX)
    areas = working.findChild(QListWidget, "nav_areas")
    assert areas.item(0).text() == ""
    assert areas.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Overview"


@pytest.mark.parametrize("target", ["overview", "findings", "coverage", "notifications"])
@pytest.mark.parametrize("scale", [90, 100, 150])
def test_nothing_is_cut_off_in_the_smallest_window(qtbot, working, desk, target, scale):
    desk.change_settings(replace(desk.settings, scale=scale))
    qtbot.waitUntil(lambda: working._scale == scale)
    working.navigate(target)
    working.resize(LEAST_WIDTH, LEAST_HEIGHT)
    qtbot.wait(50)

    assert (working.width(), working.height()) == (LEAST_WIDTH, LEAST_HEIGHT)
    assert [item for item in shown(working, QWidget) if sticks_out(item)] == []
    areas = shown(page(working), QScrollArea)
    assert [area for area in areas if area.widget().width() > area.viewport().width()] == []


@pytest.mark.parametrize("target", ["welcome", "overview", "findings", "coverage", "notifications"])
def test_every_control_has_a_name(qtbot, working, desk, target):
    if target == "welcome":
        desk.close()
    working.navigate(target)

    controls = [
        item
        for kind in (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)
        for item in shown(working, kind)
        if item.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]

    assert controls
    assert [item.objectName() for item in controls if not item.accessibleName()] == []


def test_the_window_comes_back_where_it_was(qtbot, themed, desk, tmp_path):
    first = MainWindow(desk, WindowState(tmp_path / "state"))
    qtbot.addWidget(first)
    first.resize(LEAST_WIDTH, 700)
    first.show()
    first.close()

    second = MainWindow(desk, WindowState(tmp_path / "state"))
    qtbot.addWidget(second)

    assert (second.width(), second.height()) == (LEAST_WIDTH, 700)


def page(window):
    return window.findChild(QWidget, "pages").currentWidget()


def rename(desk, name):
    plan = desk.bridge.plan
    desk.bridge.apply((put(plan, replace(plan.profile, short_name=name)),), "Short name")


def fail(*args):
    raise DiskGone("The disk is gone.")


def no_room(*args):
    raise DiskGone("No room is left.")


def shown(window, kind):
    return [item for item in window.findChildren(kind) if item.isVisible()]


def sticks_out(item):
    parent = item.parentWidget()
    if parent is None or parent.objectName().endswith("_scroll_body"):
        return False
    outside = item.x() < -2 or item.x() + item.width() > parent.width() + 2
    return outside and not item.isWindow()
