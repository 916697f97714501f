"""Whom a call of a communication tree goes to."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED
from app.domain.plan.people import ChannelKind, Party, Person
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role
from app.domain.plan.trees import NodeTarget, TreeNode


@dataclass(frozen=True, slots=True)
class Called:
    """A role, person or party by its id, or a group by its name."""

    target: NodeTarget
    target_id: str = ""
    name: str = ""


def record_called(plan: Plan, called: Called | TreeNode) -> Role | Person | Party | None:
    """The role, person or party that is called; None for a group and where the plan has none."""
    kind = CALLED.get(called.target)
    if kind is None:
        return None
    found: Role | Person | Party | None = plan.table(kind).get(RecordId(called.target_id))
    return found


def people_called(plan: Plan, called: Called | TreeNode) -> tuple[Person, ...]:
    """Who can answer, each once: the person, or a role's holder and then its deputies."""
    found = record_called(plan, called)
    if isinstance(found, Person):
        return (found,)
    if not isinstance(found, Role):
        return ()
    keys = dict.fromkeys((found.holder, *found.deputies))
    people = (plan.people.get(key) for key in keys if key is not None)
    return tuple(person for person in people if person is not None)


def usual_channels(plan: Plan, called: Called | TreeNode) -> tuple[ChannelKind, ...]:
    """The ways to reach whoever is called, in the order of their contact; each kind once."""
    found = record_called(plan, called)
    contacts = (found,) if isinstance(found, Party) else people_called(plan, called)[:1]
    kinds = (channel.kind for contact in contacts for channel in contact.channels)
    return tuple(dict.fromkeys(kinds))


class Directory:
    """Everybody a plan can call, by name, whatever the case: roles before people and parties."""

    def __init__(self, plan: Plan) -> None:
        self._known: dict[str, Called] = {}
        for name, called in _everybody(plan):
            self._known.setdefault(_plain(name), called)

    def find(self, name: str) -> Called:
        """Who goes by `name`; a group of that name where nobody does."""
        return self._known.get(_plain(name)) or Called(NodeTarget.GROUP, name=name)


def _everybody(plan: Plan) -> Iterator[tuple[str, Called]]:
    for target, kind in CALLED.items():
        for key, record in plan.table(kind).items():
            yield record.name, Called(target, str(key))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
