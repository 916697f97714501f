"""A field for a file or folder, with a button that opens the chooser of the system."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.widgets.buttons import button
from ui.widgets.tokens import px


class PathBox(QWidget):
    """`entry` holds the path; `mode` says what is chosen, `filters` which files are offered.

    `suffix` is what a new file ends in unless somebody says otherwise.
    """

    changed = Signal()

    def __init__(
        self,
        parent: QWidget,
        name: str,
        title: str,
        mode: QFileDialog.FileMode,
        filters: str = "",
        *,
        suffix: str = "p12",
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._mode = mode
        self._filters = filters
        self._suffix = suffix
        self.confirms = True
        """Whether the chooser asks before it takes the name of a file that is there."""
        self.entry = QLineEdit(self)
        self.entry.setObjectName(name)
        browse = button(self, f"{name}_browse", self.tr("Choose\u2026"))
        browse.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.entry, 1)
        row.addWidget(browse)
        browse.clicked.connect(self.browse)
        self.entry.textEdited.connect(self.changed)

    @property
    def path(self) -> Path | None:
        """The whole path entered; None while there is none."""
        text = self.entry.text().strip()
        path = Path(text).expanduser()
        return path if text and path.is_absolute() else None

    def show_path(self, path: Path | None) -> None:
        """Put a path into the field."""
        self.entry.setText("" if path is None else str(path))
        self.entry.setCursorPosition(0)

    @Slot()
    def browse(self) -> None:
        """Open the chooser."""
        dialog = QFileDialog(self, self._title)
        dialog.setObjectName(f"{self.entry.objectName()}_dialog")
        dialog.setFileMode(self._mode)
        if self._mode is QFileDialog.FileMode.Directory:
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        if self._mode is QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setDefaultSuffix(self._suffix)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not self.confirms)
        if self._filters:
            dialog.setNameFilters([self._filters, self.tr("All files (*)")])
        present = self.path
        if present is not None:
            folder = present if present.is_dir() else present.parent
            dialog.setDirectory(str(folder))
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_chosen(self, file: str) -> None:
        self.show_path(Path(file))
        self.changed.emit()
