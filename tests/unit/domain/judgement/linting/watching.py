"""A plan that notes which of its records a rule looks at, and those it may look at."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from typing_extensions import override

from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.linkage import Linkage, Name, names_in
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.domain.plan.upkeep import Upkeep
from tests.builders import rid
from tests.unit.domain.judgement.deadlines.clocks import regime
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY

WHOLE: Final = rid("the whole table")
"""Stands for all records of a table that was walked through or counted."""


class Hollow:
    """A record that is there, and at which nothing more can be looked at, not even its type."""

    @override
    def __getattribute__(self, name: str) -> Any:
        if name == "__class__":
            raise AssertionError(name)
        raise AttributeError(name)


class WatchedTable(Mapping[RecordId, Any]):
    """A table that notes which of its records are looked at; to `hollow` ones nothing is in."""

    def __init__(self, kind: Kind, records: Records[Any], seen: set[Name], hollow: bool) -> None:
        self._kind, self._records, self._seen, self._hollow = kind, records, seen, hollow

    @override
    def __getitem__(self, key: RecordId) -> Any:
        self._seen.add((self._kind, key))
        return Hollow() if self._hollow and key in self._records else self._records[key]

    @override
    def __contains__(self, key: object) -> bool:
        return self.get(key) is not None  # type: ignore[call-overload]

    @override
    def __iter__(self) -> Iterator[RecordId]:
        self._seen.add((self._kind, WHOLE))
        return iter(self._records)

    @override
    def __len__(self) -> int:
        self._seen.add((self._kind, WHOLE))
        return len(self._records)

    def all(self) -> tuple[Any, ...]:
        self._seen.add((self._kind, WHOLE))
        return self._records.all()

    def index(self, key: RecordId) -> int:
        self._seen.add((self._kind, key))
        return self._records.index(key)


class Watched:
    """A plan and its linkage that note which records are looked at.

    Of the tables in `hollow` only the ids are there.
    """

    def __init__(self, plan: Plan, hollow: frozenset[Kind] = frozenset()) -> None:
        self.seen: set[Name] = set()
        self.asked: set[tuple[Name, Kind]] = set()
        self._plan = plan
        self._hollow = hollow
        self._linkage = Linkage(plan)

    def __getattr__(self, name: str) -> object:
        return self.table(Kind(name))

    @property
    def profile(self) -> Profile:
        self.seen.add((Kind.PROFILE, WHOLE))
        return self._plan.profile

    @property
    def kept(self) -> Upkeep:
        self.seen.add((Kind.UPKEEP, WHOLE))
        return self._plan.kept

    def table(self, kind: Kind) -> WatchedTable:
        return WatchedTable(kind, self._plan.table(kind), self.seen, kind in self._hollow)

    def find(self, kind: Kind, key: RecordId) -> Any:
        return self.table(kind).get(key)

    def namers(self, kind: Kind, key: RecordId, of: Kind) -> tuple[RecordId, ...]:
        self.asked.add(((kind, key), of))
        return self._linkage.namers(kind, key, of)

    def duties_named(self, words: Iterable[str]) -> set[RecordId]:
        self.seen.add((Kind.OBLIGATION, WHOLE))
        return self._linkage.duties_named(words)

    def kinds(self) -> set[Kind]:
        return {kind for kind, _ in self.seen}


def watched(plan: Plan, watch: Any) -> Context:
    return Context(watch, all_answers(plan), TEMPLATE, TODAY, watch, (regime(),))


def named(plan: Plan, record: Record, through: frozenset[Kind]) -> set[Name]:
    """What `record` names, straight or through records of the kinds in `through`."""
    found: set[Name] = set()
    waiting = [record]
    while waiting:
        at = waiting.pop()
        for kind, key in set(names_in(at, kind_of(at))) - found:
            found.add((kind, key))
            beyond = plan.find(kind, key)
            if kind in through and beyond is not None:
                waiting.append(beyond)
    return found


def in_view(plan: Plan, rule: RecordRule, record: Record) -> set[Name]:
    """The records at which `rule` may look while it judges `record`."""
    kinds = rule.reads | rule.looks_up
    around = named(plan, record, rule.reads)
    view = {name for name in around if name[0] in kinds}
    for kind in rule.named_by:
        for key in Linkage(plan).namers(rule.kind, record.id, kind):
            view.add((kind, key))
            beyond = named(plan, plan.table(kind)[key], rule.reads)
            view |= {name for name in beyond if name[0] in kinds}
    return view
