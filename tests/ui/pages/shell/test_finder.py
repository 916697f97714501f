"""Find in page, by keys as a person uses it."""

import time
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from ui.models.find_spots import MOST_CELLS, spots
from ui.pages.sections.page import SectionsPage
from ui.pages.shell.finder import Finder
from ui.widgets.find_bar import FindBar
from ui.widgets.find_mark import FindMark
from ui.widgets.prose.editor import ProseEdit
from ui.widgets.tree_canvas import CanvasCard, Face, TreeCanvas

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def working(window, desk, sample_file, tmp_path):
    path = tmp_path / "sample.irplan"
    path.write_bytes(sample_file.read_bytes())
    assert desk.open(path)
    plan = desk.bridge.plan
    section = plan.sections[RecordId("purpose")]
    prose = "A zebra in front.\n\nAnother Zebra behind the \U0001f600 zebra."
    desk.bridge.apply((put(plan, replace(section, prose=prose)),), "Text")
    window.navigate("section:purpose")
    return window


def test_enter_walks_through_the_text_and_round(qtbot, working):
    editor = working.findChild(SectionsPage).findChild(ProseEdit)
    bar = search(qtbot, working, "zebra")

    assert bar.count.text() == "1 of 3"
    assert selected(editor) == "zebra"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), selected(editor)) == ("2 of 3", "Zebra")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), selected(editor)) == ("3 of 3", "zebra")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "1 of 3"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "3 of 3"


def test_f3_steps_from_anywhere_and_case_can_matter(qtbot, working):
    bar = search(qtbot, working, "zebra")
    qtbot.mouseClick(bar.case, Qt.MouseButton.LeftButton)
    assert bar.count.text() == "1 of 2"
    working.findChild(ProseEdit).setFocus()

    qtbot.keyClick(working, Qt.Key.Key_F3)
    assert bar.count.text() == "2 of 2"
    qtbot.keyClick(working, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "1 of 2"


def test_escape_leaves_the_keyboard_at_what_was_found(qtbot, working):
    bar = search(qtbot, working, "zebra")

    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)

    assert not bar.isVisible()
    editor = working.findChild(ProseEdit)
    assert editor.hasFocus()
    assert selected(editor) == "zebra"


def test_what_is_not_there_is_said(qtbot, working, monkeypatch):
    said = []
    monkeypatch.setattr("ui.pages.shell.finder.announce", lambda _, text: said.append(text))

    bar = search(qtbot, working, "quagga")

    assert bar.count.text() == "Not on this page"
    assert said[-1] == "Not on this page"


def test_another_page_takes_the_bar_away(qtbot, working):
    bar = search(qtbot, working, "zebra")

    working.navigate("overview")

    assert not bar.isVisible()


def test_what_is_selected_is_looked_for(qtbot, working):
    editor = working.findChild(ProseEdit)
    editor.setFocus()
    cursor = editor.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(7, cursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)

    qtbot.keyClick(editor, Qt.Key.Key_F, CTRL)

    assert working.findChild(FindBar).wanted == "zebra"


def test_a_page_with_a_filter_is_led_to_it_from_everywhere(qtbot, working):
    nav = working.findChild(QListWidget, "nav_areas")
    for area in ("people", "programme"):
        working.navigate(area)
        nav.setFocus()

        qtbot.keyClick(nav, Qt.Key.Key_F, CTRL)

        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit), area
        assert working.findChild(QWidget, "pages").currentWidget().isAncestorOf(focused)
        assert working.findChild(FindBar) is None


def test_every_page_can_be_looked_through(qtbot, working):
    for area in ("overview", "findings", "coverage", "notifications", "trees"):
        working.navigate(area)
        started = time.perf_counter()
        bar = search(qtbot, working, "e")

        assert " of " in bar.count.text(), area
        assert time.perf_counter() - started < 5
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
        assert bar.count.text().startswith("2 of ")


def test_the_search_begins_where_the_person_is(qtbot, working):
    """Not with the names of other sections, which stand before the text."""
    working.findChild(ProseEdit).setFocus()

    bar = search(qtbot, working, "in")

    assert selected(working.findChild(ProseEdit)) == "in"
    assert not bar.count.text().startswith("1 of")


def test_cells_rows_and_labels_are_found_and_hidden_ones_are_not(qtbot, host):
    page, bar = mixed_page(host)
    finder = Finder(bar, lambda: page)
    finder.open()
    bar.field.setText("heron")

    assert bar.count.text() == "1 of 4"
    for _ in range(3):
        assert host.findChild(FindMark) is not None
        finder.step(1)
    tree = page.findChild(QTreeWidget)
    assert tree.topLevelItem(0).isExpanded()
    finder.close()
    assert tree.currentItem().text(0) == "grey heron"
    assert host.findChild(FindMark) is None or not host.findChild(FindMark).isVisible()


def test_a_page_that_changes_under_the_search_is_read_anew(qtbot, host):
    page, bar = mixed_page(host)
    finder = Finder(bar, lambda: page)
    finder.open()
    bar.field.setText("heron")
    page.findChild(QListWidget).clear()
    page.findChild(QTableWidget).deleteLater()
    qtbot.wait(10)

    finder.step(1)

    assert bar.count.text() == "2 of 2"


def test_cards_of_a_canvas_are_found_and_chosen(qtbot, host):
    page, bar = QWidget(host), FindBar(host)
    canvas = TreeCanvas(page, "canvas")
    QVBoxLayout(page).addWidget(canvas)
    faces = {"a": Face("Grey heron", ("Lead",)), "b": Face("Ibis"), "c": Face("Heron", edge="1 h")}
    cards = [
        CanvasCard(key, None, face, 0, at * 200) for at, (key, face) in enumerate(faces.items())
    ]
    canvas.show_cards(cards, editable=True)
    host.show()
    finder = Finder(bar, lambda: page)
    finder.open()
    bar.field.setText("heron")
    assert bar.count.text() == "1 of 2"
    assert page.findChild(FindMark) is not None

    finder.step(1)
    with qtbot.waitSignal(canvas.chosen) as chosen:
        finder.close()

    assert chosen.args == ["c"]
    assert canvas.current == "c"


def test_the_page_is_read_before_the_list_that_leads_to_its_parts(qtbot, working):
    working.navigate("section:roles")
    qtbot.wait(50)

    bar = search(qtbot, working, "roles and")

    mark = next(one for one in working.findChildren(FindMark) if one.isVisible())
    title = working.findChild(QLabel, "section_title")
    found = QRect(title.mapTo(working, QPoint(0, 0)), title.size())
    assert QRect(mark.mapTo(working, QPoint(0, 0)), mark.size()).contains(found)
    assert mark.visibleRegion().boundingRect() == mark.rect(), "none of its sides is cut off"
    for _ in range(int(bar.count.text().split()[-1]) - 1):
        qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    last = next(one for one in working.findChildren(FindMark) if one.isVisible())
    assert last.parentWidget().parentWidget().objectName() == "section_list"


@pytest.mark.parametrize(("way", "first"), [("LeftToRight", "left"), ("RightToLeft", "right")])
def test_what_is_read_first_is_found_first(host, way, first):
    page = QWidget(host)
    page.setLayoutDirection(Qt.LayoutDirection[way])
    for name, x, y in (("below", 0, 50), ("right", 90, 0), ("left", 0, 0)):
        QLabel(name, page).move(x, y)
    host.show()

    found = [spot.text for spot in spots(page)]

    assert (found[0], found[-1]) == (first, "below")


def test_choices_are_found_by_their_words(host):
    page = QWidget(host)
    QRadioButton("A heron", page)
    QCheckBox("An ibis", page)
    host.show()

    assert [spot.text for spot in spots(page)] == ["A heron", "An ibis"]


def test_a_huge_table_is_looked_through_in_part(host):
    table = QTableWidget(MOST_CELLS + 10, 2, host)
    table.setItem(0, 0, QTableWidgetItem("first"))
    table.setItem(MOST_CELLS + 5, 0, QTableWidgetItem("last"))
    host.show()

    assert [spot.text for spot in spots(table)][:1] == ["first"]


def mixed_page(host):
    page = QWidget(host)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("A heron by the water", page))
    hidden = QLabel("A hidden heron", page)
    hidden.hide()
    listed = QListWidget(page)
    listed.addItems(["ibis", "heron", "stork"])
    table = QTableWidget(2, 2, page)
    table.setItem(1, 1, QTableWidgetItem("Heron"))
    table.setItem(0, 0, QTableWidgetItem("heron in a hidden column"))
    table.setColumnHidden(0, True)
    tree = QTreeWidget(page)
    top = QTreeWidgetItem(["birds"])
    top.addChild(QTreeWidgetItem(["grey heron"]))
    tree.addTopLevelItem(top)
    for part in (listed, table, tree, QTextEdit(page)):
        column.addWidget(part)
    bar = FindBar(host)
    host.show()
    return page, bar


def search(qtbot, window, wanted):
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    bar = window.findChild(FindBar)
    assert bar is not None
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, wanted)
    return bar


def selected(editor):
    return editor.textCursor().selectedText()


def test_the_key_works_from_a_canvas_and_after_the_window_was_built_anew(qtbot, working, desk):
    working.navigate("trees")
    canvas = next(one for one in working.findChildren(TreeCanvas) if one.isVisible())
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_F, CTRL)
    old = working.findChild(FindBar)
    assert old.isVisible()

    desk.change_settings(replace(desk.settings, scale=110))
    qtbot.waitUntil(lambda: not shiboken6.isValid(old) or not old.isVisible())
    qtbot.keyClick(working, Qt.Key.Key_F3)

    qtbot.waitUntil(lambda: any(bar.isVisible() for bar in working.findChildren(FindBar)))
