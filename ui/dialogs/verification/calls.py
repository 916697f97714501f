"""The calls of a verification round as steps of the plan's history."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import Outcome
from app.services.clock import today
from app.services.people.rounds import Round, begin, called, followed, noted, to_try_again
from app.services.reviewing.calling import Call
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge

ORIGIN = "verification_round"


class RoundCalls:
    """Knows how the round stands, and follows what else happens to the plan."""

    def __init__(self, bridge: PlanBridge, desk: Desk, left: Round | None) -> None:
        self._bridge, self._desk = bridge, desk
        self.round = Round(()) if left is None else followed(left, bridge.plan)
        self.by = ""

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self._bridge.plan

    @property
    def today(self) -> date:
        """The day of the calls."""
        return today(self._desk.workshop.clock)

    def begin(self, *, everybody: bool) -> None:
        """A new round, over those who wait or over all."""
        self.round = begin(self.plan, self.today, everybody=everybody)

    def follow(self) -> None:
        """Something else was done to the plan."""
        self.round = followed(self.round, self.plan)

    def keep(self, draft: Person) -> None:
        """Keep what was corrected of somebody without an answer."""
        person = self.plan.people.get(draft.id)
        if person is not None:
            change = put(self.plan, _mended(person, draft))
            self._bridge.apply((change,), _tr("Edit {0}").format(person.name), ORIGIN)

    def answer(self, draft: Person, outcome: Outcome, note: str) -> None:
        """Keep what was corrected and what the call brought, as one step."""
        person = self.plan.people.get(draft.id)
        if person is None:
            return
        was = self.round.results.get(draft.id)
        before = person if was is None else was.before
        mended = _mended(person, draft)
        call = Call(outcome, self.by, self.today, note)
        changes = called(self.plan, mended, call, was)
        self._bridge.apply(changes, _tr("Call to {0}").format(person.name), ORIGIN)
        self.round = noted(self.round, mended, call, before)

    def try_again(self) -> int:
        """Make an action for everybody who was not reached; how many there are."""
        missed: tuple[RecordId, ...] = self.round.of(Outcome.NOT_REACHED)
        changes = to_try_again(self.plan, missed, self.by, self.today)
        self._bridge.apply(changes, _tr("Call again whoever was not reached"), ORIGIN)
        return len(changes)


def _mended(person: Person, draft: Person) -> Person:
    """The person as it stands in the plan, with what was corrected in the dialog."""
    return replace(person, channels=draft.channels, availability=draft.availability)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Verification", text)
