"""What a simulation finds: for each call who is reached when and how, or why nobody is."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.domain.judgement.reachability.calls import Obstacle, Try
from app.domain.judgement.reachability.losses import SinglePoint
from app.domain.judgement.reachability.repeated import Odds
from app.domain.judgement.reachability.scenario import Scenario
from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind


class Why(Enum):
    """Why somebody is not reached."""

    NOT_CALLED = "not-called"
    STRANDED = "stranded"
    NOBODY = "nobody"
    NO_ADDRESS = "no-address"
    DOWN = Obstacle.DOWN.value
    AWAY = Obstacle.AWAY.value
    OFF_DUTY = Obstacle.OFF_DUTY.value
    NEVER_ANSWERED = Obstacle.NEVER_ANSWERED.value
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Answer:
    """Who answers, by which channel, `minute` minutes after the beginning.

    `local` is the clock on the wall of whoever answers; `person` is blank for a party or group.
    """

    minute: float
    local: datetime
    person: str
    name: str
    kind: ChannelKind
    tries: int
    guessed: bool


@dataclass(frozen=True, slots=True)
class NodeResult:
    """What becomes of one call.

    `caller` is the call whose people make it, None for whoever noticed the incident;
    `stands_in` is True where that is not who should. `ended` is the minute the call is over,
    answered or not. `blocked` is the call above that nobody answers. `timed` is False where the
    plan states no time. `limited` is one whom the severity's time to escalate is for; `late` is
    past it. `chance` is exact; `odds` are there after runs with chance.
    """

    tree: RecordId
    node: RecordId
    name: str
    depth: int
    begun: float | None
    ended: float | None
    caller: RecordId | None
    stands_in: bool
    answer: Answer | None
    why: Why | None
    blocked: RecordId | None
    tries: tuple[Try, ...]
    timed: bool
    limited: bool
    late: bool
    chance: float
    odds: Odds | None = None


@dataclass(frozen=True, slots=True)
class Limit:
    """How many minutes the severity `level` leaves to escalate, in or out of working hours."""

    minutes: int
    level: str
    in_hours: bool


@dataclass(frozen=True, slots=True)
class TreeResult:
    """What becomes of one tree; `chance` is that all of it are reached."""

    tree: RecordId
    name: str
    nodes: tuple[NodeResult, ...]
    limit: Limit | None
    chance: float
    odds: Odds | None = None

    @property
    def complete(self) -> float | None:
        """The minute by which all are reached; None when that never happens."""
        times = [node.answer.minute for node in self.nodes if node.answer is not None]
        return max(times, default=0.0) if len(times) == len(self.nodes) else None


@dataclass(frozen=True, slots=True)
class Reachability:
    """What becomes of every tree that was tried."""

    scenario: Scenario
    in_hours: bool
    trees: tuple[TreeResult, ...]
    points: tuple[SinglePoint, ...]

    @property
    def nodes(self) -> tuple[NodeResult, ...]:
        """All calls, tree by tree."""
        return tuple(node for tree in self.trees for node in tree.nodes)

    @property
    def unreached(self) -> tuple[NodeResult, ...]:
        """The calls that nobody ever answers."""
        return tuple(node for node in self.nodes if node.answer is None)

    @property
    def last(self) -> float | None:
        """The minute the last of those who are reached is; None when nobody is."""
        answers = (node.answer for node in self.nodes)
        return max((answer.minute for answer in answers if answer is not None), default=None)
