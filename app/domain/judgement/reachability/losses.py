"""Single points of failure: whose loss alone, or of which channel, cuts somebody off.

Each loss is tried by itself. Only those who answer are worth losing, and only what hangs below the
calls they answer has to be looked at again.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.domain.judgement.reachability.calls import Call, Calls, Try
from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import NodeTarget


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A person, or else a kind of channel, without which the calls `cut` are not answered."""

    person: str
    name: str
    channel: ChannelKind | None
    cut: tuple[RecordId, ...]


def single_points(trees: Sequence[Calls]) -> tuple[SinglePoint, ...]:
    """The people, then the channels, whose loss alone cuts somebody off; the worst first.

    That a call to a person by name fails without that person goes without saying: it is not told.
    """
    people: defaultdict[tuple[str, str], list[RecordId]] = defaultdict(list)
    kinds: defaultdict[ChannelKind, list[RecordId]] = defaultdict(list)
    for calls in trees:
        index = _Index(calls)
        for person, name, cut in index.people():
            people[person, name].extend(cut)
        for kind, cut in index.kinds():
            kinds[kind].extend(cut)
    found = [SinglePoint(key, name, None, tuple(cut)) for (key, name), cut in people.items() if cut]
    found += [SinglePoint("", kind.value, kind, tuple(cut)) for kind, cut in kinds.items() if cut]
    return tuple(sorted(found, key=lambda one: (one.channel is not None, -len(one.cut))))


class _Index:
    """The calls of a tree in an order in which all below a call stand right behind it."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls.calls
        self._order = preorder(calls)
        self._at = {place: at for at, place in enumerate(self._order)}
        self._end = self._ends(calls)
        self._reached = self._answered(calls)

    def people(self) -> Iterator[tuple[str, str, list[RecordId]]]:
        answering: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for place in self._reached:
            keys = {(one.person, one.name) for one in _working(self._calls[place]) if one.person}
            for key in keys:
                answering[key].append(place)
        for (person, name), places in answering.items():
            failing = [at for at in places if _depends(self._calls[at], person)]
            yield person, name, self._cut(failing, person)

    def kinds(self) -> Iterator[tuple[ChannelKind, list[RecordId]]]:
        needed: defaultdict[ChannelKind, list[int]] = defaultdict(list)
        for place in self._reached:
            first, *others = {one.kind for one in _working(self._calls[place])}
            if not others:
                needed[first].append(place)
        for kind, failing in needed.items():
            yield kind, self._cut(failing, "")

    def _cut(self, failing: Sequence[int], lost: str) -> list[RecordId]:
        """Who is reached no more when these calls are not answered, but for `lost` by name."""
        found: set[int] = set()
        for place in failing:
            found.add(place)
            if not self._calls[place].relieved:
                at = self._at[place]
                found.update(self._order[at + 1 : self._end[at]])
        nodes = (self._calls[place].node for place in sorted(found & self._reached.keys()))
        return [
            node.id
            for node in nodes
            if node.target is not NodeTarget.PERSON or node.target_id != lost
        ]

    def _answered(self, calls: Calls) -> dict[int, None]:
        """The calls that are made and answered, as the scenario is."""
        found: dict[int, None] = {}
        made = list(calls.roots)
        for place in made:
            call = calls.calls[place]
            if call.answered is not None:
                found[place] = None
            if call.answered is not None or call.relieved:
                made.extend(calls.below[place])
        return found

    def _ends(self, calls: Calls) -> list[int]:
        """For each place in the order, where that which hangs below it is over."""
        ends = [at + 1 for at in range(len(self._order))]
        for at in reversed(range(len(self._order))):
            below = calls.below[self._order[at]]
            ends[at] = max((ends[self._at[one]] for one in below), default=at + 1)
        return ends


def preorder(calls: Calls) -> list[int]:
    """The calls that hang below a root, right behind each those below it."""
    order: list[int] = []
    waiting = list(reversed(calls.roots))
    while waiting:
        place = waiting.pop()
        order.append(place)
        waiting.extend(reversed(calls.below[place]))
    return order


def _working(call: Call) -> Iterator[Try]:
    return (one for one in call.tries if one.chance)


def _depends(call: Call, person: str) -> bool:
    """Whether nobody but `person` can answer."""
    return all(one.person == person for one in _working(call))
