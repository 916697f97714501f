"""Find in page, built when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from ui.pages.page import Page
from ui.widgets.frame import Frame

if TYPE_CHECKING:
    from ui.pages.shell.finder import Finder


class FindDoor(QObject):
    """Keeps the bar of the frame that is in use."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._finder: Finder | None = None

    def use(self, frame: Frame) -> None:
        """Look through the pages of `frame` from now on."""
        self._frame, self._finder = frame, None

    @Slot()
    def open(self) -> None:
        """To the filter of the page, or to the bar of the window where it has none."""
        page = self._page()
        field = None if page is None else page.find_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            field.selectAll()
        elif page is not None and self._frame is not None:
            self._made(self._frame).open()

    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1) of what was looked for."""
        page = self._page()
        if page is not None and page.find_field() is None and self._frame is not None:
            self._made(self._frame).step(by)

    def dismiss(self) -> None:
        """Hide the bar, if there is one."""
        if self._finder is not None:
            self._finder.dismiss()

    def _page(self) -> Page | None:
        shown = None if self._frame is None else self._frame.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _made(self, frame: Frame) -> Finder:
        if self._finder is None:
            from ui.pages.shell.finder import Finder
            from ui.widgets.find_bar import FindBar

            bar = FindBar(frame)
            frame.add_foot(bar)
            self._finder = Finder(bar, self._page)
        return self._finder
