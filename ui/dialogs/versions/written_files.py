"""Files that were written, each with its size and its whole checksum."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.services.approving.exporting import VersionFile
from ui.models.version_rows import size_text
from ui.widgets.banner import announce
from ui.widgets.buttons import icon_button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class WrittenFiles(Card):
    """A name, and below it what to compare the file by."""

    def __init__(self, parent: QWidget, files: Sequence[VersionFile]) -> None:
        super().__init__(parent)
        self.setObjectName("written_files")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)
        for at, file in enumerate(files):
            self._add(at, file)

    def _add(self, at: int, file: VersionFile) -> None:
        name = f"{file.path.name}, {size_text(file.size)}"
        self._grid.addWidget(label(self, name, Role.STRONG, wrap=True), 2 * at, 0)
        said = self.tr("SHA-256: {0}").format(file.sha256)
        digest: QLabel = label(self, said, Role.HINT, wrap=True)
        digest.setObjectName(f"written_sha256_{at}")
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(digest, 2 * at + 1, 0)
        words = self.tr("Copy the checksum of {0}").format(file.path.name)
        copy = icon_button(self, f"written_copy_{at}", "copy", words)
        copy.clicked.connect(partial(self._copy, file.sha256))
        self._grid.addWidget(copy, 2 * at, 1, 2, 1)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))
