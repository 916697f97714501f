from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.tabs import LateTab, PageTabs, page_tabs


class Shown:
    """Tabs of which the first and the last are late, with what was made so far."""

    def __init__(self, qtbot: QtBot) -> None:
        self.made: list[str] = []
        self.window = QWidget()
        self.tabs: PageTabs = page_tabs(self.window, "tabs", "Parts")
        column = QVBoxLayout(self.window)
        column.addWidget(self.tabs)
        self.first: LateTab[QWidget] = self.tabs.add_late(self._make_first, "First")
        self.plain = QWidget(self.tabs)
        self.tabs.addTab(self.plain, "Plain")
        self.last: LateTab[QLineEdit] = self.tabs.add_late(self._make_last, "Last")
        qtbot.addWidget(self.window)
        self.window.resize(400, 300)
        self.window.show()
        qtbot.waitExposed(self.window)

    def _make_first(self, parent: QWidget) -> QWidget:
        self.made.append("first")
        return QWidget(parent)

    def _make_last(self, parent: QWidget) -> QLineEdit:
        self.made.append("last")
        return QLineEdit("words", parent)

    def titles(self) -> list[str]:
        return [self.tabs.tabText(at) for at in range(self.tabs.count())]

    def turn(self, qtbot: QtBot, at: int) -> None:
        bar = self.tabs.tabBar()
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())


def test_only_what_stands_behind_the_first_tab_is_made_at_once(qtbot: QtBot) -> None:
    shown = Shown(qtbot)

    assert shown.made == ["first"]
    assert shown.first.made
    assert not shown.last.made


def test_turning_to_a_tab_makes_its_content_in_the_place_kept_for_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot)

    shown.turn(qtbot, 2)

    content = shown.tabs.currentWidget()
    assert shown.made == ["first", "last"]
    assert isinstance(content, QLineEdit)
    assert content.isVisible()
    assert content.width() == shown.tabs.width()
    assert shown.tabs.currentIndex() == 2
    assert shown.titles() == ["First", "Plain", "Last"]


def test_what_is_asked_for_is_made_without_turning_to_it(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    turns: list[int] = []
    shown.tabs.currentChanged.connect(turns.append)

    content = shown.last.content()

    assert shown.tabs.widget(2) is content
    assert not content.isVisible()
    assert shown.tabs.currentIndex() == 0
    assert turns == []
    assert shown.titles() == ["First", "Plain", "Last"]


def test_a_tab_that_was_asked_for_can_be_turned_to_as_a_widget(qtbot: QtBot) -> None:
    shown = Shown(qtbot)

    shown.tabs.setCurrentWidget(shown.last.content())

    assert shown.tabs.currentIndex() == 2
    assert shown.last.content().isVisible()


def test_content_is_made_once(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    content = shown.last.content()

    for at in (2, 0, 1, 2):
        shown.turn(qtbot, at)

    assert shown.made == ["first", "last"]
    assert shown.tabs.currentWidget() is content


def test_the_tab_key_comes_to_content_before_what_was_made_in_between(qtbot: QtBot) -> None:
    shown = Shown(qtbot)
    below = QLineEdit(shown.window)
    column = shown.window.layout()
    assert column is not None
    column.addWidget(below)
    below.show()
    shown.turn(qtbot, 2)
    shown.tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    qtbot.keyClick(shown.tabs.tabBar(), Qt.Key.Key_Tab)
    first = shown.window.focusWidget()
    qtbot.keyClick(first, Qt.Key.Key_Tab)

    assert first is shown.last.content()
    assert shown.window.focusWidget() is below
