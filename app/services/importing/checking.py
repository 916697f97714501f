"""The preview of an import: every row with its problems and what is advised for it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import name_of
from app.domain.plan.plan import Plan, Record
from app.services.importing.drafts import AddressKey, Draft
from app.services.importing.problems import Problem, ProblemKind, Weight, worst_first
from app.services.importing.records import merged
from app.services.importing.rows import RowReader
from app.services.importing.tables import Table, Tell, quiet
from app.services.importing.twins import Known, Like, Likeness, identity_of

TOLD_EVERY: Final = 200
"""Rows between two reports of progress."""


class Take(Enum):
    """What is done with a row."""

    ADD = "add"
    UPDATE = "update"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may be taken over.

    `updated` is the record of the plan it seems to be about as an update would leave it, None if
    there is none; `changes` whether that differs. `advised` is done unless somebody says otherwise.
    """

    draft: Draft
    problems: tuple[Problem, ...]
    advised: Take
    updated: Record | None = None
    changes: bool = True

    @property
    def ways(self) -> tuple[Take, ...]:
        """What can be done with it."""
        if any(problem.weight is Weight.STOPS for problem in self.problems):
            return (Take.SKIP,)
        return (Take.ADD, Take.SKIP) if self.updated is None else tuple(Take)


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do; `remarks` are about the whole table, `name` is that of it."""

    kind: Kind
    name: str
    candidates: tuple[Candidate, ...]
    remarks: tuple[str, ...] = ()
    counted: str = "row"


def check(plan: Plan, kind: Kind, table: Table, reader: RowReader, tell: Tell = quiet) -> Preview:
    """What taking the rows of `table` into `plan` would do.

    `tell` raises what it likes to stop that.
    """
    checker = _Checker(plan, kind, table.counted, reader)
    drafts = []
    for at, row in enumerate(table.rows):
        if at % TOLD_EVERY == 0:
            tell(at / len(table.rows), f"Row {row.number}")
        drafts.append(reader.read(row))
    candidates = checker.candidates(drafts)
    return Preview(kind, table.name, candidates, (*table.remarks, *reader.remarks), table.counted)


class _Checker:
    """Looks for each draft among the records of the plan and the drafts before it."""

    def __init__(self, plan: Plan, kind: Kind, counted: str, reader: RowReader) -> None:
        self._records = plan.table(kind)
        self._kind = kind
        self._counted = counted
        self._addresses = reader.addresses
        self._claimed: set[RecordId] = set()
        self._in_table: Known[int] = Known()
        self._in_plan: Known[RecordId] = Known()
        for key, record in self._records.items():
            named = identity_of(kind, partial(getattr, record))
            self._in_plan.add(key, named, name_of(record), self._keys(record))

    def candidates(self, drafts: list[Draft]) -> tuple[Candidate, ...]:
        """Those that are surely about a record have it before those that may be."""
        sure = [self._sure(draft) for draft in drafts]
        found = map(self._perhaps, sure)
        return tuple(replace(one, problems=worst_first(one.problems)) for one in found)

    def _sure(self, draft: Draft) -> Candidate:
        if not draft.name:
            return Candidate(draft, draft.problems, Take.SKIP)
        named, keys = self._marks(draft)
        double = self._in_table.like(named, draft.name, keys)
        self._in_table.add(draft.number, named, draft.name, keys)
        problems = draft.problems
        if double is not None:
            problems = (*problems, self._said_of_double(double))
        if double is not None and double.sure:
            return Candidate(draft, problems, Take.SKIP)
        made = Candidate(draft, problems, Take.ADD)
        twin = self._in_plan.like(named, draft.name, keys)
        if twin is None or not twin.sure or twin.handle in self._claimed:
            return made
        said = _in_plan(name_of(self._records[twin.handle]), twin)
        return replace(self._about(made, twin.handle, said), advised=Take.UPDATE)

    def _perhaps(self, made: Candidate) -> Candidate:
        """With the record it may be about, if that is free."""
        if made.advised is not Take.ADD:
            return made
        named, keys = self._marks(made.draft)
        twin = self._in_plan.like(named, made.draft.name, keys)
        if twin is None or twin.handle in self._claimed:
            return made
        said = _in_plan(name_of(self._records[twin.handle]), twin)
        return self._about(made, twin.handle, said)

    def _about(self, made: Candidate, key: RecordId, said: Problem) -> Candidate:
        self._claimed.add(key)
        before = self._records[key]
        after = merged(before, made.draft, self._addresses)
        problems = (*made.problems, said)
        return replace(made, problems=problems, updated=after, changes=after != before)

    def _marks(self, draft: Draft) -> tuple[tuple[str, ...], list[AddressKey]]:
        return identity_of(self._kind, draft.value), [one.key for one in draft.channels]

    def _keys(self, record: Record) -> Iterator[AddressKey]:
        return map(self._addresses.key, getattr(record, "channels", ()))

    def _said_of_double(self, double: Like[int]) -> Problem:
        row = f"{self._counted.capitalize()} {double.handle}"
        if not double.sure:
            return Problem(ProblemKind.SHARED, f"{row} has the same number or address.")
        shared = "is called the same"
        if double.likeness is Likeness.ADDRESS_AND_NAME:
            shared = "has the same e-mail address and a name like this"
        return Problem(ProblemKind.DOUBLE, f"{row} {shared}.")


def _in_plan(name: str, twin: Like[RecordId]) -> Problem:
    if twin.likeness is Likeness.NAME:
        return Problem(ProblemKind.KNOWN, f"\u2018{name}\u2019 is in the plan already.")
    shared = "e-mail address" if twin.sure else "number or address"
    said = f"\u2018{name}\u2019 in the plan has the same {shared}."
    return Problem(ProblemKind.KNOWN if twin.sure else ProblemKind.SHARED, said)
