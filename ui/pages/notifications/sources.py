"""What the notifications page works with besides the plan."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.judgement.deadlines.working_days import HolidayCalendar
from app.domain.judgement.regimes import Regime
from app.services.clock import today
from app.services.notifying.marks import Grounds
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge


@dataclass(frozen=True, slots=True)
class Sources:
    """The open plan, and the desk for the time, the holidays and the person."""

    bridge: PlanBridge
    desk: Desk

    @property
    def regimes(self) -> tuple[Regime, ...]:
        """The regimes of the library."""
        return self.bridge.judgement.standards.regimes

    @property
    def calendar(self) -> HolidayCalendar:
        """Weekends and public holidays."""
        return self.desk.workshop.holidays

    @property
    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.desk.workshop.clock.now()

    @property
    def today(self) -> date:
        """The present day."""
        return today(self.desk.workshop.clock)

    @property
    def person(self) -> str:
        """Who works with the plan; blank when nobody has said so."""
        return self.desk.settings.person

    def grounds(self, reason: str) -> Grounds:
        """A reason given here and now."""
        return Grounds(reason, self.person, self.today)
