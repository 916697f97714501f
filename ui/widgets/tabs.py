"""Tabs of a page: a row of names over what each shows, made when it is first turned to."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

_Content = TypeVar("_Content", bound=QWidget)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


class PageTabs(QTabWidget):
    """Beside tabs with their content it takes tabs that get theirs when somebody turns to them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._late: dict[QWidget, Callable[[], QWidget]] = {}
        self.currentChanged.connect(self._on_turned)

    @property
    def pages(self) -> QStackedWidget:
        """What holds the contents of all tabs; a reference to it does not outlast a call."""
        (found,) = self.findChildren(QStackedWidget, options=_DIRECT)
        return found

    def add_late(self, make: Callable[[QWidget], _Content], title: str = "") -> "LateTab[_Content]":
        """Another tab; `make` gets the parent of the content it is to make."""
        place = QWidget(self)
        made = LateTab(make, self, place)
        self._late[place] = made.content
        self.addTab(place, title)
        return made

    @Slot(int)
    def _on_turned(self, at: int) -> None:
        place = self.widget(at)
        content = None if place is None else self._late.pop(place, None)
        if content is not None:
            content()


class LateTab(Generic[_Content]):
    """The content of a tab; an empty widget keeps its place until it is asked for."""

    def __init__(self, make: Callable[[QWidget], _Content], tabs: PageTabs, place: QWidget) -> None:
        self._make = make
        self._tabs = tabs
        self._place = place
        self._content: _Content | None = None

    @property
    def made(self) -> bool:
        """Whether anybody asked for it yet."""
        return self._content is not None

    def content(self) -> _Content:
        """What the tab shows, made now if it was not before."""
        if self._content is None:
            pages = self._tabs.pages
            self._content = self._make(pages)
            _order_keys(self._tabs.tabBar(), self._content)
            _replace(pages, self._place, self._content)
            self._place.deleteLater()
        return self._content


def page_tabs(parent: QWidget, name: str, said: str) -> PageTabs:
    """Tabs without any yet; `said` is their accessible name. None is cut off or stretched."""
    made = PageTabs(parent)
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setDocumentMode(True)
    bar = made.tabBar()
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setExpanding(False)
    return made


def _replace(pages: QStackedWidget, place: QWidget, content: QWidget) -> None:
    """The row of names is not told, which would take the tab out of it and put it in again."""
    seen = pages.currentWidget() is place
    pages.blockSignals(True)
    pages.insertWidget(pages.indexOf(place), content)
    if seen:
        pages.setCurrentWidget(content)
    pages.removeWidget(place)
    pages.blockSignals(False)


def _order_keys(before: QWidget, content: QWidget) -> None:
    """The Tab key leads from `before` to `content`, whatever was made in between."""
    window = content.window()
    for widget in (content, *content.findChildren(QWidget)):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
        if takes_keys and widget.window() is window:
            QWidget.setTabOrder(before, widget)
            before = widget
