"""The head of the page of backups: what there is, how far it is verified, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

STEPS = 1000
"""The resolution of the progress bar."""


class BackupsHead(QWidget):
    """Title and summary, with the two buttons that need no choice."""

    backing_up = Signal()
    """A copy is to be kept now."""
    opening = Signal()
    """The folder of the copies is to be shown."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self._summary = label(self, "", Role.BODY, wrap=True)
        self._summary.setObjectName("backups_summary")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("backups_progress")
        self._bar.setAccessibleName(self.tr("Progress of verifying the copies"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._now = button(self, "backups_now", self.tr("Back up now"), Look.PLAIN, "save")
        self._now.setVisible(not read_only)
        said = self.tr("Open the folder")
        self._open = button(self, "backups_folder", said, Look.PLAIN, "folder-open")
        self._open.setEnabled(False)
        self._lay_out()
        self._now.clicked.connect(self.backing_up)
        self._open.clicked.connect(self.opening)
        self.end_progress()

    def show_summary(self, text: str, *, folder: bool) -> None:
        """Say what there is; `folder` is whether there is one to open."""
        self._summary.setText(text)
        self._open.setEnabled(folder)

    def show_progress(self, share: float, what: str = "") -> None:
        """Say what was verified last, blank for nothing yet, and the share done, from 0 to 1."""
        self._bar.setValue(round(share * STEPS))
        self._bar.show()
        told = self.tr("Verifying the copies: {0}").format(what)
        self._summary.setText(told if what else self.tr("Verifying the copies\u2026"))

    def end_progress(self) -> None:
        """Nothing is being verified any more."""
        self._bar.hide()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(label(self, self.tr("Backups"), Role.H1))
        row.addStretch(1)
        row.addWidget(self._now)
        row.addWidget(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addLayout(row)
        column.addWidget(self._summary)
        column.addWidget(self._bar)
