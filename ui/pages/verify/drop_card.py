"""Where a file to verify is dropped, or chosen."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, repolish
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class DropCard(Card):
    """Takes one file; the keyboard reaches the same through the button."""

    chosen = Signal(object)
    """Carries the `Path` of the file."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verify_drop")
        self.setAccessibleName(self.tr("File to verify"))
        self.setAcceptDrops(True)
        self.setProperty("drop", "false")
        self._picture = Picture(self, "file-search", "accent", 30)
        words = self.tr("Drop a PDF or Word file here")
        self._title = label(self, words, Role.H2, wrap=True)
        self._title.setObjectName("verify_drop_title")
        words = self.tr(
            "Its signatures are checked on this computer alone; nothing is sent anywhere. "
            "No plan has to be open."
        )
        self._text = label(self, words, Role.HINT, wrap=True)
        words = self.tr("Choose a file\u2026")
        self.choose = button(self, "verify_choose", words, Look.PRIMARY, "folder-open")
        self._lay_out()
        self.choose.clicked.connect(self.browse)

    def show_file(self, path: Path) -> None:
        """Say which file was taken."""
        self._title.setText(path.name)
        self._title.setToolTip(plain_tip(str(path)))

    @Slot()
    def browse(self) -> None:
        """Open the chooser."""
        dialog = QFileDialog(self, self.tr("Verify a file"))
        dialog.setObjectName("verify_choose_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        signed = self.tr("Signed files (*.pdf *.docx)")
        dialog.setNameFilters([signed, self.tr("All files (*)")])
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._show_drop(over=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._show_drop(over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._show_drop(over=False)
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)

    @Slot(str)
    def _on_chosen(self, file: str) -> None:
        self.chosen.emit(Path(file))

    def _show_drop(self, *, over: bool) -> None:
        self.setProperty("drop", "true" if over else "false")
        repolish(self)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)


def dropped_file(data: QMimeData) -> Path | None:
    """The one file that is being dragged; None for several, or for something else."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
