"""Sessions as they begin, rest and end: which dialog or window is open for them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QMainWindow, QWidget

from app.domain.errors import IrplanError
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.services.clock import today
from app.services.reviewing import starting
from app.services.reviewing.finding import resting
from app.services.reviewing.past import Past
from app.services.reviewing.preparing import prepare
from app.services.reviewing.starting import Invitation
from app.services.reviewing.triggering import Trigger
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.question import QuestionDialog
from ui.dialogs.session.minutes_dialog import MinutesDialog
from ui.dialogs.session.start_dialog import StartDialog
from ui.dialogs.session.window import SessionWindow
from ui.pages.reviews.past_reader import PastReader
from ui.pages.reviews.return_bar import ReturnBar

GIVE_UP = "give-up"


class Sessions(QObject):
    """Has at most one session on screen."""

    busy = Signal(bool)
    """Whether a session is being prepared or is on screen."""
    failed = Signal(object)
    """Carries the `IrplanError` that kept a session from beginning."""
    navigate = Signal(str)
    """Carries a target in the main window."""

    def __init__(self, bridge: PlanBridge, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._desk = desk
        self._page = page
        self.window: SessionWindow | None = None
        self._bar: ReturnBar | None = None
        self._then: Callable[[Past], None] | None = None
        self._reader = PastReader(bridge, desk, self)
        self._reader.read.connect(self._on_past)
        self._reader.failed.connect(self._on_unread)

    def ask_to_start(self, triggers: Sequence[Trigger]) -> None:
        """Ask for what a session needs, and begin it; `triggers` are the occasions that came."""
        day, person = today(self._desk.workshop.clock), self._desk.settings.person.strip()
        dialog = StartDialog(self._bridge.plan, day, triggers, person, self._page)
        dialog.given.connect(self._on_given)
        dialog.open()

    @Slot()
    def resume(self) -> None:
        """Go on with the session that rests, its agenda brought up to date."""
        if self.window is not None:
            self.window.come_back()
        elif resting(self._bridge.plan) is not None:
            self._read_then(self._go_on)

    @Slot()
    def ask_to_give_up(self) -> None:
        """Remove the session that rests, if that is wanted."""
        session = resting(self._bridge.plan)
        if session is None:
            return
        question = QuestionDialog(
            self._page,
            self.tr("Give up the session?"),
            self.tr(
                "What was decided in \u201c{0}\u201d is forgotten; the plan and the actions it "
                "gave stay as they are."
            ).format(session.title),
            (("keep", self.tr("Let it rest")), (GIVE_UP, self.tr("Give it up"))),
        )
        question.answered.connect(partial(self._on_give_up, session.id))
        question.open()

    @Slot(str)
    def minutes(self, key: str) -> None:
        """Ask which files the minutes of a closed session become."""
        dialog = MinutesDialog(self._bridge, self._desk, RecordId(key), self._page)
        dialog.navigate.connect(self.navigate)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _read_then(self, then: Callable[[Past], None]) -> None:
        self.busy.emit(True)
        self._bridge.flush()
        self._then = then
        self._reader.start()

    @Slot(object)
    def _on_given(self, invitation: Invitation) -> None:
        self._read_then(partial(self._begin, invitation))

    @Slot(object)
    def _on_past(self, past: Past) -> None:
        then, self._then = self._then, None
        if then is None:
            return
        try:
            then(past)
        except IrplanError as error:
            self._on_unread(error)

    @Slot(object)
    def _on_unread(self, error: IrplanError) -> None:
        self.busy.emit(False)
        self.failed.emit(error)

    def _begin(self, invitation: Invitation, past: Past) -> None:
        day, now = today(self._desk.workshop.clock), self._desk.workshop.clock.now()
        prepared = prepare(self._bridge.judgement, past, day)
        changes = starting.start(self._bridge.plan, invitation, prepared, now)
        self._show(changes, self.tr("Start a review session"), past)

    def _go_on(self, past: Past) -> None:
        session = resting(self._bridge.plan)
        if session is None:
            self.busy.emit(False)
            return
        prepared = prepare(self._bridge.judgement, past, today(self._desk.workshop.clock))
        changes = starting.refresh(self._bridge.plan, session.id, prepared)
        self._show(changes, self.tr("Resume the review session"), past)

    def _show(self, changes: ChangeSet, label: str, past: Past) -> None:
        self._bridge.apply(changes, label)
        session = resting(self._bridge.plan)
        if session is None:
            return
        window = SessionWindow(self._bridge, self._desk, session.id, past, self._page)
        window.navigate.connect(self._on_navigate)
        window.left.connect(self._on_left)
        window.closed.connect(self._on_closed)
        self.window = window
        window.present()

    @Slot(str)
    def _on_navigate(self, target: str) -> None:
        self.navigate.emit(target)
        main = self._page.window()
        main.raise_()
        main.activateWindow()
        if isinstance(main, QMainWindow) and self._bar is None:
            self._bar = ReturnBar(main)
            self._bar.returning.connect(self._on_return)
            self._page.destroyed.connect(self._bar.deleteLater)
        if self._bar is not None:
            self._bar.show()

    @Slot()
    def _on_return(self) -> None:
        self._hide_bar()
        if self.window is not None:
            self.window.come_back()

    @Slot()
    def _on_left(self) -> None:
        self._hide_bar()
        window, self.window = self.window, None
        if window is not None:
            window.deleteLater()
        self.busy.emit(False)
        self.navigate.emit("reviews")

    @Slot(str)
    def _on_closed(self, key: str) -> None:
        self._on_left()
        self.minutes(key)

    def _hide_bar(self) -> None:
        if self._bar is not None:
            self._bar.hide()

    def _on_give_up(self, key: RecordId, answer: str) -> None:
        if answer == GIVE_UP and resting(self._bridge.plan) is not None:
            changes = starting.give_up(self._bridge.plan, key)
            self._bridge.apply(changes, self.tr("Give up the review session"))
