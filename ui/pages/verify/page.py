"""The page on which exported files are verified, beside the plan that is open."""

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.page import Page
from ui.pages.verify.panel import VerifyPanel


class VerifyPage(Page):
    """A file can be dropped on it."""

    title = str(QT_TRANSLATE_NOOP("Page", "Verify a file"))
    icon = "file-search"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("verify_page")
        self.panel = VerifyPanel(desk, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)

    @override
    def take(self, path: Path) -> None:
        self.panel.verify(path)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return self.panel.panes()
