"""What is done in a review session, as steps of the plan's history."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.plan import changes as differences
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Outcome, ReviewSession
from app.services.clock import today
from app.services.reviewing import attending, deciding
from app.services.reviewing.calling import Call, check_contact
from app.services.reviewing.closing import Closing, close
from app.services.reviewing.deciding import Decision
from app.services.reviewing.finding import session_of
from app.services.reviewing.timing import tick, timed
from app.services.vouching import Flaw
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.dialogs.session.timer import SessionTimer

ORIGIN = "review_session"


class SessionEdits:
    """Every step carries the time along, so that the timer needs none of its own."""

    def __init__(self, bridge: PlanBridge, desk: Desk, key: RecordId, timer: SessionTimer) -> None:
        self.key = key
        self._bridge = bridge
        self._desk = desk
        self._timer = timer

    @property
    def running(self) -> bool:
        """Whether the session is there, and not closed."""
        found = self.plan.sessions.get(self.key)
        return found is not None and found.closed_at is None

    @property
    def session(self) -> ReviewSession:
        """The session as it is now."""
        return session_of(self.plan, self.key)

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._bridge.plan

    @property
    def today(self) -> date:
        """The present day."""
        return today(self._desk.workshop.clock)

    def flaws(self, decision: Decision) -> dict[str, Flaw]:
        """What a decision lacks before it can be kept."""
        return deciding.flaws(decision, self.today)

    def decide(self, item: str, decision: Decision) -> None:
        """Keep a decision about an item; it has no flaws."""
        changes = deciding.decide(self.plan, self.key, item, decision)
        self._apply(changes, _tr("Decide an item of the review"), f"{ORIGIN}:{item}")

    def finish(self, item: str, note: str) -> None:
        """The action or lesson the item is about is done."""
        changes = deciding.finish(self.plan, self.key, item, note)
        self._apply(changes, _tr("Decide an item of the review"))

    def attend(self, name: str, *, present: bool, role: str = "") -> None:
        """Somebody is here, or is not."""
        changes = attending.attend(self.plan, self.key, name, present=present, role=role)
        self._apply(changes, _tr("Attendance of the review"))

    def uninvite(self, name: str) -> None:
        """Somebody is not expected after all."""
        changes = attending.uninvite(self.plan, self.key, name)
        self._apply(changes, _tr("Attendance of the review"))

    def call(self, person: RecordId, outcome: Outcome, note: str) -> None:
        """Somebody was called, or the call is taken back."""
        session = self.session
        by = self._desk.settings.person.strip() or session.secretary or session.chair
        call = Call(outcome, by, self.today, note)
        changes = check_contact(self.plan, self.key, person, call)
        self._apply(changes, _tr("Verify a contact in the review"), f"{ORIGIN}:{person}")

    def add_decision(self, text: str) -> None:
        """Something was decided besides the agenda."""
        changes = attending.add_decision(self.plan, self.key, text)
        self._apply(changes, _tr("Decision of the review"))

    def remove_decision(self, at: int) -> None:
        """A decision is taken back."""
        changes = attending.remove_decision(self.plan, self.key, at)
        self._apply(changes, _tr("Decision of the review"))

    def close(self, closing: Closing) -> None:
        """End the session for good.

        Raises:
            IrplanError: it cannot be closed so, or not be saved.
        """
        self.keep_time()
        changes = close(self.plan, self.key, closing, self._desk.workshop.clock.now())
        records = [change.after for change in changes if change.after is not None]
        self._bridge.enact(records, _tr("Close the review session"))

    def keep_time(self) -> None:
        """Note how long the session ran, and save it all."""
        changes = tick(self.plan, self.key, self._timer.seconds)
        self._bridge.apply(changes, _tr("Time of the review"), ORIGIN, f"{ORIGIN}:time")

    def _apply(self, changes: ChangeSet, label: str, merge: str = "") -> None:
        """Nothing that changes nothing becomes a step, whatever the time."""
        if differences.made_on(self.plan, changes):
            whole = timed(self.plan, changes, self.key, self._timer.seconds)
            self._bridge.apply(whole, label, ORIGIN, merge)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Session", text)
