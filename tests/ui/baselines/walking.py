"""Every page of a window and every tab of it, one after the other."""

import re
from collections.abc import Iterator

from PySide6.QtWidgets import QTabBar, QTabWidget

from tests.ui.baselines.settling import settle
from ui.main_window import MainWindow
from ui.models.areas import AREAS
from ui.pages.page import Page

_OTHER = re.compile(r"[^a-z]+")


def walk(window: MainWindow) -> Iterator[tuple[str, Page]]:
    """Show each in turn; yields its name, `trees-outline`, and the page, laid out and still."""
    for area in AREAS:
        yield from walk_area(window, area)


def walk_area(window: MainWindow, area: str) -> Iterator[tuple[str, Page]]:
    """Show one area: once, or tab by tab, and leave it at the tab that was first."""
    window.navigate(area)
    page = window._frame.stack.currentWidget()
    assert isinstance(page, Page)
    settle(window)
    tabs = getattr(page, "tabs", None)
    if not isinstance(tabs, QTabBar | QTabWidget):
        yield area, page
        return
    for at in (at for at in range(tabs.count()) if tabs.isTabVisible(at)):
        tabs.setCurrentIndex(at)
        settle(window)
        yield f"{area}-{_slug(tabs.tabText(at))}", page
    tabs.setCurrentIndex(0)


def _slug(text: str) -> str:
    """Letters alone: a tab may say how many records it holds."""
    return _OTHER.sub("-", text.replace("&", "").lower()).strip("-")
