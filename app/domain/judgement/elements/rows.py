"""Counting the records that satisfy a test, one by one as they change."""

from collections.abc import Iterable

from app.domain.judgement.completeness import TABLE_NAMES
from app.domain.judgement.context import Context
from app.domain.judgement.elements.element import Rows
from app.domain.judgement.elements.fields import filled
from app.domain.judgement.elements.matching import (
    cheapest_first,
    fields_of,
    paths_of,
    questions_asked,
    satisfies,
)
from app.domain.judgement.elements.outcome import Outcome
from app.domain.judgement.elements.probe import Probe
from app.domain.judgement.reach import Reach
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS
from app.domain.plan.plan import Record


class RowsProbe(Probe):
    """Which records are meant, and which of them fill what they should."""

    def __init__(self, test: Rows) -> None:
        self._test = test
        self.questions = tuple(questions_asked((*test.where, *test.meets)))
        self._targets = _targets(test)
        self.looks_at = dict.fromkeys(self._targets, frozenset[str]()) | {
            test.kind: _looks_at(test)
        }
        self._where = cheapest_first(test.where)
        self._meant: set[RecordId] = set()
        self._good: set[RecordId] = set()

    def start(self, context: Context) -> None:
        """Look at every record."""
        self._meant.clear()
        self._good.clear()
        self._look(context, context.plan.table(self._test.kind))

    def update(self, context: Context, reach: Reach) -> bool:
        """Look at the records that changed, and at those naming one that came or went."""
        before = len(self._meant), len(self._good)
        stale = set(reach.ids(self._test.kind))
        for kind in self._targets.intersection(reach.passing):
            stale |= context.linkage.namers_of_any(kind, reach.passing[kind], self._test.kind)
        self._look(context, stale)
        return (len(self._meant), len(self._good)) != before

    def outcome(self, context: Context) -> Outcome:  # noqa: ARG002 - probes are asked alike
        """The records that are good, of those needed."""
        test, meant, good = self._test, len(self._meant), len(self._good)
        noun = TABLE_NAMES[test.kind]
        if test.every and meant >= test.least:
            return Outcome(good, meant, f"{meant - good} of {meant} {noun} without {_open(test)}")
        return Outcome(min(good, test.least), test.least, _too_few(good, test.least, noun))

    def _look(self, context: Context, keys: Iterable[RecordId]) -> None:
        test, where = self._test, self._where
        table = context.plan.table(test.kind)
        for key in keys:
            record = table.get(key)
            meant = record is not None and (not where or satisfies(context, record, where))
            good = record is not None and meant and is_good(context, test, record)
            _keep(self._meant, key, present=meant)
            _keep(self._good, key, present=good)


def is_good(context: Context, test: Rows, record: Record) -> bool:
    """Whether `record` fills every field that `test` asks for and meets its conditions."""
    for path in test.filled:
        if not filled(context.plan, test.kind, record, path):
            return False
    return not test.meets or satisfies(context, record, test.meets)


def _targets(test: Rows) -> frozenset[Kind]:
    """The tables that the fields asked for lead into."""
    links = LINKS.get(test.kind, {})
    found = {links[path] for path in test.filled if path in links}
    if test.kind is Kind.TREE_NODE and "target_id" in test.filled:
        found |= {Kind.ROLE, Kind.PERSON, Kind.PARTY}
    return frozenset(found)


def _looks_at(test: Rows) -> frozenset[str]:
    """The fields that decide about a record; what a call leads to depends on two."""
    filled = {path.partition(".")[0] for path in test.filled}
    called = {"target"} if test.kind is Kind.TREE_NODE and "target_id" in filled else set()
    return fields_of((*test.where, *test.meets)) | filled | called


def _keep(found: set[RecordId], key: RecordId, *, present: bool) -> None:
    if present:
        found.add(key)
    else:
        found.discard(key)


def _open(test: Rows) -> str:
    fields = (*test.filled, *paths_of(test.meets))
    return " or ".join(dict.fromkeys(path.rpartition(".")[2].replace("_", " ") for path in fields))


def _too_few(good: int, least: int, noun: str) -> str:
    return f"only {good} of {least} {noun}" if good else f"none among the {noun}"
