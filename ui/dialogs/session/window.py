"""The window of a review session, which fills the screen for everybody to see."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.reviewing.past import Past
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.bridge.theme import theme
from ui.dialogs.record import RecordEditor
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.matter import Matter
from ui.dialogs.session.stops import StopKind
from ui.dialogs.session.timer import SessionTimer
from ui.dialogs.session.walk import SessionWalk
from ui.models.record_facts import subject_of
from ui.models.record_form import EDITABLE
from ui.widgets.banner import NoticeBanner

MINUTE = 60
_LETTERS = (("K", 1), ("C", 2), ("A", 3), ("N", 4))
"""Letters that choose as the numbers do."""


class SessionWindow(QWidget):
    """Everything done in it is kept at once, so that it can be left at any time."""

    navigate = Signal(str)
    """Carries a target in the main window; this one hides until `come_back`."""
    left = Signal()
    """The session rests, and the window is gone."""
    closed = Signal(str)
    """The session was closed, and the window is gone; carries the session's id."""

    def __init__(
        self, bridge: PlanBridge, desk: Desk, key: RecordId, past: Past, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("session_window")
        self.setProperty("ground", "bg")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Review session"))
        self._bridge = bridge
        self._gone = False
        self._kept = bridge.plan.sessions[key].seconds
        self.timer = SessionTimer(self._kept, self)
        self.edits = SessionEdits(bridge, desk, key, self.timer)
        self.walk = SessionWalk(self, self.edits, Matter(bridge, past.plan), past)
        self.banner = NoticeBanner(self, "session_banner")
        self._editor = RecordEditor(bridge, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.walk, 1)
        self._connect()
        self._bind_keys()
        self.walk.begin()
        self.timer.go()
        self._show_time(self.timer.seconds)

    def present(self) -> None:
        """Fill the screen."""
        self.showFullScreen()
        self.walk.head.show_size(whole=True)
        self.walk.focus()

    def come_back(self) -> None:
        """Show again what was hidden while something was changed in the main window."""
        self.walk.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.walk.focus()

    @Slot()
    def leave(self) -> None:
        """Pause; everything is kept."""
        self._end()
        self.left.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._gone:
            self.leave()

    def _connect(self) -> None:
        self.timer.ticked.connect(self._on_tick)
        head = self.walk.head
        head.pausing.connect(self._on_pause)
        head.sizing.connect(self._on_size)
        head.leaving.connect(self.leave)
        self.walk.item.opening.connect(self._on_opening)
        self.walk.contacts.correcting.connect(self._on_correcting)
        self._editor.placed.connect(self._on_placed)
        self.walk.closing.closed.connect(self._on_closed)
        self._bridge.changed.connect(self._on_changed)
        self._bridge.save_failed.connect(self._on_not_saved)
        self._bridge.saved.connect(self.banner.hide)
        theme().changed.connect(self._on_theme)

    def _bind_keys(self) -> None:
        bound: dict[str, Callable[[], object]] = {
            **{str(number): partial(self.walk.choose, number) for number in range(1, 5)},
            **{letter: partial(self.walk.choose, number) for letter, number in _LETTERS},
            **dict.fromkeys(("Right", "PgDown", "Ctrl+Return"), partial(self.walk.step, 1)),
            **dict.fromkeys(("Left", "PgUp"), partial(self.walk.step, -1)),
            "Down": partial(self.walk.scroll_by, 0.3),
            "Up": partial(self.walk.scroll_by, -0.3),
            "F6": partial(self.walk.next_pane, 1),
            "Shift+F6": partial(self.walk.next_pane, -1),
            "F11": self._on_size,
            "Esc": self.leave,
            "Ctrl+Z": self._bridge.undo,
            "Ctrl+Y": self._bridge.redo,
            "Ctrl+Shift+Z": self._bridge.redo,
        }
        for keys, do in bound.items():
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    def _end(self) -> None:
        self._gone = True
        self.walk.keep()
        self.timer.pause()
        if self.edits.running:
            self.edits.keep_time()
        self._bridge.end_merge()
        self._bridge.flush()
        self.close()

    @Slot(int)
    def _on_tick(self, seconds: int) -> None:
        """A crash costs no more than a minute of the time that is told in the minutes."""
        self._show_time(seconds)
        if seconds - self._kept >= MINUTE and self.edits.running:
            self._kept = seconds
            self.edits.keep_time()

    def _show_time(self, seconds: int) -> None:
        self.walk.head.show_time(seconds, running=self.timer.running)

    @Slot()
    def _on_pause(self) -> None:
        if self.timer.running:
            self.timer.pause()
        else:
            self.timer.go()
        self._show_time(self.timer.seconds)

    @Slot()
    def _on_size(self) -> None:
        whole = not self.isFullScreen()
        if whole:
            self.showFullScreen()
        else:
            self.showNormal()
        self.walk.head.show_size(whole=whole)

    @Slot(str)
    def _on_opening(self, about: str) -> None:
        found = subject_of(self._bridge.plan, about)
        if found is None:
            return
        kind, record = found
        if kind in EDITABLE:
            self._editor.edit(kind, record)
            return
        section = record if kind is Kind.SECTION else None
        target = f"section:{section}" if section else f"record:{kind.value}:{record}"
        self.walk.keep()
        self.edits.keep_time()
        self.hide()
        self.navigate.emit(target)

    @Slot(str)
    def _on_correcting(self, person: str) -> None:
        """A form that is left without OK leaves the call as it was."""
        self._editor.edit(Kind.PERSON, RecordId(person))
        if self._editor.dialog is not None:
            self._editor.dialog.finished.connect(self.walk.refresh)

    @Slot(object, object)
    def _on_placed(self, kind: Kind, record: RecordId) -> None:
        if kind is Kind.PERSON and self.walk.here.kind is StopKind.CONTACTS:
            self.walk.contacts.corrected(record)

    @Slot()
    def _on_closed(self) -> None:
        self._end()
        self.closed.emit(self.edits.key)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        """Undo may take the session itself away."""
        del change
        if self.edits.key not in self._bridge.plan.sessions:
            self.leave()
        elif self.edits.running and not self._gone:
            self.walk.refresh()

    @Slot(object)
    def _on_not_saved(self, error: IrplanError) -> None:
        """The window behind says what can be done about it."""
        self.banner.show_notice(notice_of(error).text, closable=False)

    @Slot(object)
    def _on_theme(self, now: object) -> None:
        del now
        self.walk.restyle()
