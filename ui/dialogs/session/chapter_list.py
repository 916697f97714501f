"""The parts of a session at the side, each with how much of it is done, to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui.dialogs.session.stops import Chapter, Stop
from ui.widgets.icons import icon

_KEY = Qt.ItemDataRole.UserRole


class ChapterList(QListWidget):
    """Going to a row goes to the first stop of that part that waits."""

    went = Signal(str)
    """Carries the key of the part somebody went to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("session_chapters")
        self.setAccessibleName(self.tr("Parts of the session"))
        self.setProperty("nav", "true")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._showing = False
        self.currentItemChanged.connect(self._on_moved)
        self.itemClicked.connect(self._on_clicked)

    def show_chapters(self, chapters: Sequence[Chapter], here: Stop) -> None:
        """Show the parts; the one in which `here` lies is marked."""
        self._showing = True
        while self.count() > len(chapters):
            self.takeItem(self.count() - 1)
        while self.count() < len(chapters):
            self.addItem(QListWidgetItem())
        for at, chapter in enumerate(chapters):
            self._show(self.item(at), chapter)
            if here in chapter.stops:
                self.setCurrentRow(at)
        self._showing = False

    def _show(self, row: QListWidgetItem, chapter: Chapter) -> None:
        counted = self.tr("{0} of {1}").format(chapter.done, chapter.of) if chapter.of else ""
        whole = bool(chapter.of) and chapter.done == chapter.of
        row.setText(f"{chapter.text}\n{counted}" if counted else chapter.text)
        row.setIcon(icon("circle-check" if whole else "circle", "success" if whole else "text3"))
        row.setData(_KEY, chapter.key)
        said = f"{chapter.text}, {counted}" if counted else chapter.text
        row.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    @Slot(QListWidgetItem)
    def _on_moved(self, row: QListWidgetItem | None) -> None:
        if row is not None and not self._showing:
            self.went.emit(row.data(_KEY))

    @Slot(QListWidgetItem)
    def _on_clicked(self, row: QListWidgetItem) -> None:
        """A click on the part one is in leads to its beginning."""
        self.went.emit(row.data(_KEY))
