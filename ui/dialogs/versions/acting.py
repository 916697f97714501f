"""Acts of approval on the open plan, told to the window as any other saving is."""

from collections.abc import Callable

from app.domain.plan.acts import Act
from app.domain.plan.plan import Plan
from app.services.approving.approvals import Approvals
from app.services.opening import OpenPlan
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge


class Acting:
    """What a dialog does to the open plan; nothing done before an act can be undone after it."""

    def __init__(self, bridge: PlanBridge, desk: Desk) -> None:
        self.bridge = bridge
        self.desk = desk

    @property
    def opened(self) -> OpenPlan:
        """The open plan."""
        return self.bridge.open_plan

    @property
    def plan(self) -> Plan:
        """The plan as it is now."""
        return self.bridge.plan

    @property
    def approvals(self) -> Approvals:
        """The law over the open plan."""
        return Approvals(self.opened)

    @property
    def person(self) -> str:
        """Who works at this machine."""
        return self.desk.settings.person.strip() or self.opened.store.actor

    @property
    def people(self) -> tuple[str, ...]:
        """Those whom the plan names."""
        names = (person.name.strip() for person in self.plan.people.values())
        return tuple(dict.fromkeys(filter(None, names)))

    def role_of(self, person: str) -> str:
        """What the plan says that somebody is; blank when it does not."""
        for one in self.plan.people.values():
            if one.name.strip() == person.strip():
                held = [role.name for role in self.plan.roles.values() if role.holder == one.id]
                return one.title.strip() or (held[0] if held else "")
        return ""

    def save(self) -> None:
        """Save what is not saved yet.

        Raises:
            IrplanError: it could not be saved.
        """
        if not self.bridge.read_only and not self.bridge.flush() and self.bridge.failure:
            raise self.bridge.failure

    def do(self, act: Callable[[Approvals], Act]) -> Act:
        """Commit an act.

        Raises:
            IrplanError: it is not allowed, or could not be saved.
        """
        self.save()
        made = act(self.approvals)
        self.opened.session.seal()
        if self.opened.last_saved is not None:
            self.bridge.saved.emit(self.opened.last_saved)
        return made
