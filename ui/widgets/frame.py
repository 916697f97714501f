"""The frame every page stands in: navigation, top bar, a banner and the page itself."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.banner import NoticeBanner
from ui.widgets.nav import NavPanel
from ui.widgets.tokens import px
from ui.widgets.top_bar import TopBar

RAIL_BELOW_PX = 1100
"""Narrower windows show the navigation as a rail of icons."""


class Frame(QWidget):
    """Navigation and top bar are hidden while no plan is open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("frame")
        self._nav: NavPanel | None = None
        self.top_bar = TopBar(self)
        self.banner = NoticeBanner(self)
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("pages")
        self._right = right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.banner)
        right.addWidget(self.stack, 1)
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(right, 1)

    @property
    def has_nav(self) -> bool:
        """Whether the navigation is there; it is not built before a plan is opened."""
        return self._nav is not None

    @property
    def nav(self) -> NavPanel:
        """The navigation."""
        if self._nav is None:
            self._nav = NavPanel(self)
            self._nav.set_rail(rail=self.width() < px(RAIL_BELOW_PX))
            self._whole.insertWidget(0, self._nav)
        return self._nav

    def add_foot(self, bar: QWidget) -> None:
        """Put `bar` under the pages."""
        self._right.addWidget(bar)

    def show_bars(self, *, shown: bool) -> None:
        """Show or hide what belongs to an open plan."""
        if shown or self.has_nav:
            self.nav.setVisible(shown)
        self.top_bar.setVisible(shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._nav is not None:
            self._nav.set_rail(rail=event.size().width() < px(RAIL_BELOW_PX))
