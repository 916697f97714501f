"""How far a long simulation is, and a button that stops it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ui.widgets.buttons import button
from ui.widgets.labels import label
from ui.widgets.tokens import px

WHOLE = 100


class RunningBar(QWidget):
    """Hidden while nothing runs."""

    stopped = Signal()
    """Somebody pressed the button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reach_running")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("reach_progress")
        self._bar.setAccessibleName(self.tr("Progress of the runs"))
        self._bar.setRange(0, WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(px(6))
        self._stop = button(self, "reach_stop", self.tr("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(label(self, self.tr("Trying by chance\u2026")))
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._stop.clicked.connect(self.stopped)
        self.hide()

    def begin(self) -> None:
        """Something runs now."""
        self._bar.setValue(0)
        self.show()

    @Slot(float, str)
    def show_progress(self, share: float, what: str) -> None:
        """It is that far, from 0 to 1."""
        del what
        self._bar.setValue(round(share * WHOLE))
