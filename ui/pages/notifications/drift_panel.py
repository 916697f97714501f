"""What today's pack says differently from the terms a duty was adopted with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.notifying.adopted import Adopted
from ui.bridge.words import day
from ui.widgets.buttons import button
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class DriftPanel(QFrame):
    """Hidden while the chosen duty is as its pack has it."""

    taken_over = Signal()
    """The terms of the pack are to replace those adopted."""
    kept = Signal()
    """The terms stay; the reason is still to be asked for."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("drift_panel")
        self.setProperty("panel", "warning")
        self._text = label(self, "", Role.PLAIN, wrap=True)
        self._text.setObjectName("drift_text")
        self._take = button(self, "drift_take_over", self.tr("Take over"))
        self._keep = button(self, "drift_keep", self.tr("Keep ours\u2026"))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(10), px(14), px(10))
        row.setSpacing(px(10))
        row.addWidget(Picture(self, "git-compare", "warning"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        for part in (self._take, self._keep):
            part.setVisible(not read_only)
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._take.clicked.connect(self.taken_over)
        self._keep.clicked.connect(self.kept)
        self.hide()

    def show_drift(self, item: Adopted | None) -> None:
        """Say how the pack differs from `item`; nothing to say hides the panel."""
        if item is None or not item.drift:
            self.hide()
            return
        said = list(item.drift)
        if item.kept is not None:
            words = self.tr("Kept on {0} by {1}: {2}")
            by = item.kept.by or self.tr("nobody named")
            said.append(words.format(day(item.kept.on), by, item.kept.reason))
        self._text.setText("\n".join(said))
        self._keep.setEnabled(item.kept is None)
        self.show()
