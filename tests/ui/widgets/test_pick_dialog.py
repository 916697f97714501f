"""Choosing a row by typing a few letters of it."""

import pytest
from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from typing_extensions import override

from ui.widgets.pick_dialog import PickDialog

NAMES = [f"Ann {at}" for at in range(40)] + ["Ben"]


class NamePicker(PickDialog):
    def __init__(self, parent):
        super().__init__(parent, "name", "Who is it?")
        self.taken = []
        self.names = QStringListModel(self)
        self.list.setModel(self.names)
        self.begin()

    @override
    def search(self, text):
        self.names.setStringList([name for name in NAMES if text in name])

    @override
    def take(self, index):
        self.taken.append(index.data())
        self.accept()


@pytest.fixture
def dialog(qtbot, host):
    made = NamePicker(host)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    with qtbot.waitActive(made):
        made.show()
    return made


def test_one_types_and_enter_takes_the_first(dialog):
    assert dialog.focusWidget() is dialog.field

    QTest.keyClicks(dialog.field, "Be")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert dialog.taken == ["Ben"]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_arrows_walk_the_list_while_one_types(dialog):
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(dialog.field, key)
    assert dialog.list.currentIndex().data() == "Ann 1"
    QTest.keyClicks(dialog.field, "Ann 3")

    assert dialog.list.currentIndex().data() == "Ann 3"
    assert dialog.field.hasFocus()


def test_a_page_key_walks_as_far_as_is_seen(dialog):
    last = dialog.list.indexAt(dialog.list.viewport().rect().bottomLeft()).row()

    QTest.keyClick(dialog.field, Qt.Key.Key_PageDown)

    assert 1 < dialog.list.currentIndex().row() <= last
    QTest.keyClick(dialog.field, Qt.Key.Key_PageUp)
    assert dialog.list.currentIndex().row() == 0


def test_where_nothing_fits_nothing_can_be_taken(dialog):
    QTest.keyClicks(dialog.field, "Ann x")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)

    assert not dialog.findChild(QPushButton, "name_take").isEnabled()
    assert (dialog.taken, dialog.isVisible()) == ([], True)
    dialog.field.setText("Ben")
    assert dialog.findChild(QPushButton, "name_take").isEnabled()


def test_enter_in_the_list_takes_a_row_once(dialog):
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)

    assert dialog.taken == ["Ann 1"]


def test_a_double_click_takes_a_row(dialog):
    place = dialog.list.visualRect(dialog.names.index(2)).center()
    QTest.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert dialog.taken == ["Ann 2"]


def test_escape_takes_none(dialog):
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)

    assert (dialog.taken, dialog.isVisible()) == ([], False)
