"""The head of the walk: which session it is, how far it is, how long it runs, and the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui.dialogs.session.stage import set_type
from ui.models.session_words import timer_text
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.elided import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.labels import label
from ui.widgets.tokens import px


class SessionHead(QFrame):
    """A bar across the top, and the share done as a line below it."""

    pausing = Signal()
    """The time stops or goes on."""
    sizing = Signal()
    """The whole screen, or a window."""
    leaving = Signal()
    """Pause and go back to the plan."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("bar", "top")
        self._title = ElidedLabel(self)
        set_type(self._title, "strong")
        self._place = label(self)
        self._place.setObjectName("session_place")
        self._time = label(self)
        self._time.setObjectName("session_time")
        self.pause = icon_button(self, "session_pause", "pause", self.tr("Stop the time"))
        self.size_button = icon_button(self, "session_size", "monitor", self.tr("Window (F11)"))
        words = self.tr("Pause and leave")
        self.leave = button(self, "session_leave", words, Look.PLAIN)
        self.leave.setToolTip(self.tr("Everything is kept; the session can be resumed (Esc)"))
        self._bar = QProgressBar(self)
        self._bar.setObjectName("session_progress")
        self._bar.setAccessibleName(self.tr("Items decided"))
        self._bar.setTextVisible(False)
        self._lay_out()
        self.pause.clicked.connect(self.pausing)
        self.size_button.clicked.connect(self.sizing)
        self.leave.clicked.connect(self.leaving)

    def show_session(self, title: str, decided: int, items: int) -> None:
        """Which session it is, and how much of its agenda is decided."""
        self._title.show_text(title)
        self._bar.setRange(0, max(items, 1))
        self._bar.setValue(decided if items else 1)
        self._place.setText(self.tr("{0} of {1} decided").format(decided, items))

    def show_time(self, seconds: int, *, running: bool) -> None:
        """How long it runs, and whether it does."""
        said = timer_text(seconds)
        self._time.setText(said if running else self.tr("{0}, stopped").format(said))
        self._time.setAccessibleName(self.tr("Time: {0}").format(self._time.text()))
        words = self.tr("Stop the time") if running else self.tr("Let the time go on")
        if self.pause.accessibleName() != words:
            self.pause.setIcon(icon("pause" if running else "play"))
            self.pause.setToolTip(words)
            self.pause.setAccessibleName(words)

    def show_size(self, *, whole: bool) -> None:
        """Whether the walk fills the screen."""
        words = self.tr("Window (F11)") if whole else self.tr("Whole screen (F11)")
        self.size_button.setToolTip(words)
        self.size_button.setAccessibleName(words)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(px(20), px(10), px(20), px(8))
        row.setSpacing(px(16))
        row.addWidget(self._title, 1)
        row.addWidget(self._place)
        row.addWidget(self._time)
        for part in (self.pause, self.size_button, self.leave):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._bar)
