"""What every area of the window is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge


class Page(QWidget):
    """One area over an open plan; `title` and `icon` stand in the navigation."""

    title = ""
    icon = ""
    navigate = Signal(str)
    """Carries a target such as `section:roles`, `overview`, `export` or `finding:<key>`."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self.bridge = bridge

    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Bring a record, and its field or question if one is named, into view."""

    def begin(self) -> None:
        """One comes here to work at once: put the keyboard where the work begins."""

    def take(self, path: Path) -> None:
        """A file was dropped on the window that belongs here."""

    def find_field(self) -> QLineEdit | None:
        """Where Ctrl+F leads on a page that filters what it shows; None: the bar of the window."""
        return None

    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        """The record a person is at, such as the one to comment on; None when there is none."""
        return None

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between, in reading order."""
        return (self,)
