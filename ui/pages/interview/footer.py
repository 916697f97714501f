"""Below the interview: back, skip and next."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button, icon_button, set_button_text
from ui.widgets.tokens import px

LONGEST_TITLE = 30
NAMED_FROM_PX = 560
"""In a narrower bar the next topic is not named."""


class InterviewFooter(QFrame):
    """The words on its buttons say where they lead."""

    step_wanted = Signal(int)
    """Carries -1 for the topic before, 1 for the next."""
    skip_wanted = Signal()
    panel_wanted = Signal()
    finish_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("interview_footer")
        self.setProperty("bar", "bottom")
        self._last, self._following = False, ""
        self.back = button(self, "interview_back", self.tr("Back"), Look.QUIET, "arrow-left")
        self.skip = button(self, "interview_skip", self.tr("Skip for now"), Look.PLAIN)
        self.next = button(self, "interview_next", "", Look.PRIMARY, "arrow-right")
        self.next.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        said = self.tr("Show or hide what your answers produce")
        self.panel = icon_button(self, "interview_panel", "panel-right", said)
        self.back.setToolTip(self.tr("Alt+Left"))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(32), px(10), px(24), px(10))
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.panel)
        row.addWidget(self.skip)
        row.addWidget(self.next)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.skip.clicked.connect(self.skip_wanted)
        self.panel.clicked.connect(self.panel_wanted)

    def show_stop(self, *, first: bool, following: str, may_skip: bool) -> None:
        """Show the way on; `following` is the title of the next stop, blank at the last."""
        self._last, self._following = not following, following
        self.back.setEnabled(not first)
        self.skip.setVisible(may_skip)
        self._name_next()
        self.next.setToolTip("" if self._last else self.tr("Ctrl+Enter or Alt+Right"))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_next()

    def _name_next(self) -> None:
        """Where there is little room the button only says `Next`; it is read out in full."""
        if self._last:
            set_button_text(self.next, self.tr("Go to the plan"))
            return
        named = self.tr("Next: {0}")
        narrow = self.width() < px(NAMED_FROM_PX)
        text = self.tr("Next") if narrow else named.format(_cut(self._following))
        set_button_text(self.next, text)
        self.next.setAccessibleName(named.format(self._following))

    @Slot()
    def _on_back(self) -> None:
        self.step_wanted.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        if self._last:
            self.finish_wanted.emit()
        else:
            self.step_wanted.emit(1)


def _cut(title: str) -> str:
    if len(title) <= LONGEST_TITLE:
        return title
    return f"{title[: LONGEST_TITLE - 1].rstrip()}\u2026"
