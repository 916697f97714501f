"""The calls of a communication tree as a scenario meets them: each with the tries it is made of.

For each call the tries are, in this order: the people who can answer (of a role its holder, then
its deputies; a person; a party outside), and of each the addresses of the kinds that the call
names, kind by kind in the order of the call, or all addresses in their own order where it names
none. Of a group the plan knows no addresses: one try by each kind the call names. The caller does
not know what is down or who is away, so a try that cannot get through takes as long as one that
nobody answers: the time allowed for the call, parted equally among all its tries.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from app.domain.judgement.reachability.hours import hours_of, working_hours
from app.domain.judgement.reachability.scenario import Scenario
from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED
from app.domain.plan.people import Channel, ChannelKind, Party, Person
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role
from app.domain.plan.span_order import least_minutes
from app.domain.plan.trees import NodeTarget, TreeNode

UNSTATED_MINUTES: Final = 15
"""What a call may take where the plan does not say."""


class Obstacle(Enum):
    """Why a try gets through to nobody."""

    DOWN = "down"
    AWAY = "away"
    OFF_DUTY = "off-duty"
    NEVER_ANSWERED = "never-answered"


@dataclass(frozen=True, slots=True)
class Try:
    """One address that is tried, of whoever is called `name`; `person` is blank for others.

    `chance` is the share of such tries that are answered, 0 with an `obstacle`.
    """

    person: str
    name: str
    kind: ChannelKind
    chance: float = 1.0
    obstacle: Obstacle | None = None
    guessed: bool = False
    """Counts as there although the plan does not surely say when."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call: its tries, the minutes they may take together, and who makes the calls below.

    With `relieved` the plan says what happens if nobody answers; then the caller takes over.
    `staffed` is False where the plan names nobody who could answer.
    """

    node: TreeNode
    name: str
    tries: tuple[Try, ...]
    minutes: float
    relieved: bool
    staffed: bool = True

    def ended(self, at: int) -> float:
        """How many minutes after its beginning the try `at` is over."""
        return self.minutes * (at + 1) / len(self.tries)

    @property
    def answered(self) -> int | None:
        """The first try that can be answered; None when none can."""
        return next((at for at, one in enumerate(self.tries) if one.chance), None)


@dataclass(frozen=True, slots=True)
class Calls:
    """All calls of one tree, in the order of the plan; `below` and `roots` are places in them.

    A call in a circle, or below a call that the tree does not hold, is below none of the roots.
    """

    calls: tuple[Call, ...]
    roots: tuple[int, ...]
    below: tuple[tuple[int, ...], ...]


def calls_of(plan: Plan, scenario: Scenario, nodes: Iterable[TreeNode]) -> Calls:
    """The calls that `nodes` of one tree stand for, as `scenario` meets them."""
    known = tuple(nodes)
    places = {node.id: at for at, node in enumerate(known)}
    below: defaultdict[int, list[int]] = defaultdict(list)
    for at, node in enumerate(known):
        if node.parent is not None and node.parent in places:
            below[places[node.parent]].append(at)
    tell = _Answering(plan, scenario)
    return Calls(
        tuple(map(tell.call, known)),
        tuple(at for at, node in enumerate(known) if node.parent is None),
        tuple(tuple(below[at]) for at in range(len(known))),
    )


class _Answering:
    """Knows who is there at the beginning of a scenario, and remembers it."""

    def __init__(self, plan: Plan, scenario: Scenario) -> None:
        self._plan = plan
        self._scenario = scenario
        self._zone = zone_named(scenario.zone)
        self._office = working_hours(plan.profile.working_hours)
        self._in_hours = self._office.cover(scenario.at.astimezone(self._zone))
        self._rates = {
            kind: scenario.rates.of(kind, in_hours=self._in_hours) for kind in ChannelKind
        }
        self._known: dict[tuple[type, str, tuple[ChannelKind, ...]], tuple[Try, ...]] = {}

    def call(self, node: TreeNode) -> Call:
        kind = CALLED.get(node.target)
        target = self._plan.find(kind, RecordId(node.target_id)) if kind is not None else None
        people = self._people(target)
        tries = tuple(self._tries(node, people))
        stated = UNSTATED_MINUTES if node.allowed is None else least_minutes(node.allowed)
        return Call(
            node,
            _name(node, target),
            tries,
            float(stated) if tries else 0.0,
            bool(node.if_no_answer.strip()),
            bool(people) or node.target is NodeTarget.GROUP,
        )

    def _people(self, target: object) -> tuple[Person | Party, ...]:
        """Who can answer, in the order they are called."""
        match target:
            case Role():
                keys = dict.fromkeys((target.holder, *target.deputies))
                found = (self._plan.people.get(key) for key in keys if key is not None)
                return tuple(person for person in found if person is not None)
            case Person() | Party():
                return (target,)
            case _:
                return ()

    def _tries(self, node: TreeNode, people: Iterable[Person | Party]) -> Iterator[Try]:
        for who in people:
            key = type(who), who.id, node.channels
            if key not in self._known:
                self._known[key] = tuple(self._each(node, who))
            yield from self._known[key]
        if node.target is NodeTarget.GROUP:
            for kind in dict.fromkeys(node.channels):
                yield self._try(node, Channel(kind, ""), there=True, guessed=True)

    def _each(self, node: TreeNode, who: Person | Party) -> Iterator[Try]:
        there, known = self._is_there(who)
        kinds = dict.fromkeys(node.channels)
        named = [way for kind in kinds for way in who.channels if way.kind is kind]
        for way in named if kinds else who.channels:
            yield self._try(who, way, there=there, guessed=not known)

    def _try(
        self, who: Person | Party | TreeNode, way: Channel, *, there: bool, guessed: bool
    ) -> Try:
        person = who.id if isinstance(who, Person) else ""
        chance = self._rates[way.kind]
        obstacle = self._obstacle(person, way, chance, there=there)
        return Try(person, who.name, way.kind, 0.0 if obstacle else chance, obstacle, guessed)

    def _obstacle(
        self, person: str, way: Channel, chance: float, *, there: bool
    ) -> Obstacle | None:
        if self._scenario.outages.hit(way):
            return Obstacle.DOWN
        if person in self._scenario.away:
            return Obstacle.AWAY
        if not there:
            return Obstacle.OFF_DUTY
        return None if chance else Obstacle.NEVER_ANSWERED

    def _is_there(self, who: Person | Party) -> tuple[bool, bool]:
        """Whether somebody is there, and whether the plan says so for certain."""
        hours = hours_of(who.availability, self._office)
        zone = zone_of(who, self._zone) if isinstance(who, Person) else self._zone
        return hours.cover(self._scenario.at.astimezone(zone)), hours.known


def zone_of(person: Person, other: ZoneInfo) -> ZoneInfo:
    """The time zone of `person`; `other` where the plan names none that there is."""
    if not person.time_zone.strip():
        return other
    try:
        return zone_named(person.time_zone.strip())
    except ZoneUnknown:
        return other


def _name(node: TreeNode, target: object) -> str:
    known = node.name.strip() or (target.name if isinstance(target, Role | Person | Party) else "")
    return known.strip() or node.target_id or "a group without a name"
