"""What a file is read to and what it is judged to, worked out once for all tests of a process.

Tests open the same few plans hundreds of times. Reading rows and judging a plan give the same for
the same, so the second test is given what the first has worked out: the very plan, which nothing
can change, and a copy of the judgement, which follows edits.
"""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, is_dataclass, replace
from datetime import date
from enum import Enum
from io import BytesIO
from types import FunctionType
from typing import Generic, TypeVar

import pytest
from typing_extensions import override

from app.bootstrap.wiring import Wiring
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.plan.plan import Plan
from app.persistence.db import plan_file, rows
from app.persistence.db.tables import RecordRow
from app.signing import identity_making
from tests.shipped import SHIPPED_LIBRARY

KEPT = 64
"""So many plans, and as many judgements, are kept; the one not asked for longest goes."""

T = TypeVar("T")

Parts = tuple[Plan, PlanTemplate, Standards]


@contextmanager
def worked_out_once() -> Iterator[None]:
    """One library, and nothing read or judged anew that was read or judged before."""
    judge = Judgement.__init__
    kept: _Kept[_Seen] = _Kept()

    def judged(
        self: Judgement, plan: Plan, template: PlanTemplate, standards: Standards, today: date
    ) -> None:
        parts = (plan, template, standards)
        key = (id(plan), id(template), today)  # of parts that are kept, and so stay the only ones
        seen = kept.find(key) if _is_shipped(standards) else None
        if seen is not None and seen.copied is not None:
            vars(self).update(seen.copied.state(parts))
            return
        judge(self, *parts, today)
        if seen is not None:
            kept.keep(key, replace(seen, copied=_Copied.of(self, parts)))
        elif _is_shipped(standards):
            kept.keep(key, _Seen(parts))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Wiring, "library", SHIPPED_LIBRARY)
        patch.setattr(plan_file, "plan_of", _reading_once(rows.plan_of))
        patch.setattr(Judgement, "__init__", judged)
        yield


@contextmanager
def quick_identities() -> Iterator[None]:
    """Passphrases of identities made here are stretched by few rounds: nobody guesses them.

    What is written for people is looked at by the tests of signing, which do without this.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(identity_making, "KEY_DERIVATION_ROUNDS", 2_048)
        yield


class _Kept(Generic[T]):
    """The last few results by what they were worked out from."""

    def __init__(self) -> None:
        self._found: OrderedDict[Hashable, T] = OrderedDict()

    def find(self, key: Hashable) -> T | None:
        if key not in self._found:
            return None
        self._found.move_to_end(key)
        return self._found[key]

    def keep(self, key: Hashable, result: T) -> None:
        self._found[key] = result
        if len(self._found) > KEPT:
            self._found.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Copied:
    """A judgement as it was when it was new; what it was made from, and is frozen, is shared."""

    data: bytes
    shared: tuple[object, ...]

    @classmethod
    def of(cls, judgement: Judgement, parts: Parts) -> "_Copied":
        stream = BytesIO()
        copier = _Copier(stream, parts)
        copier.dump(vars(judgement))
        return cls(stream.getvalue(), tuple(copier.shared))

    def state(self, parts: Parts) -> dict[str, object]:
        """The attributes of another judgement, made from equal `parts`."""
        restorer = _Restorer(BytesIO(self.data))
        restorer.shared = (*parts, *self.shared[len(parts) :])
        state: dict[str, object] = restorer.load()
        return state


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was judged; it is copied when it is judged again, which most plans never are."""

    parts: Parts
    copied: _Copied | None = None


class _Copier(pickle.Pickler):
    """Writes what can change, and numbers what cannot."""

    def __init__(self, stream: BytesIO, parts: Parts) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self.shared: list[object] = list(parts)
        self._numbers = {id(part): number for number, part in enumerate(parts)}

    @override
    def persistent_id(self, obj: object) -> int | None:
        number = self._numbers.get(id(obj))
        if number is None and _never_changes(obj):
            number = self._numbers[id(obj)] = len(self.shared)
            self.shared.append(obj)
        return number


class _Restorer(pickle.Unpickler):
    shared: tuple[object, ...]

    @override
    def persistent_load(self, number: int) -> object:
        return self.shared[number]


def _never_changes(obj: object) -> bool:
    kind = type(obj)
    if is_dataclass(kind):
        return bool(vars(kind)["__dataclass_params__"].frozen)
    return isinstance(obj, Enum | date | FunctionType)


def _is_shipped(standards: Standards) -> bool:
    """Whether a plan is held against all of the shipped library, and nothing else."""
    desk = getattr(standards.shelf, "__self__", None)
    return (
        isinstance(desk, Wiring)
        and desk.library is SHIPPED_LIBRARY
        and not standards.frameworks
        and standards.elements is SHIPPED_LIBRARY.elements()
        and standards.regimes is SHIPPED_LIBRARY.regimes()
    )


def _reading_once(
    plan_of: Callable[[object, Iterable[RecordRow]], Plan],
) -> Callable[[object, Iterable[RecordRow]], Plan]:
    kept: _Kept[Plan] = _Kept()

    def read(plan_id: object, stored: Iterable[RecordRow]) -> Plan:
        found = list(stored)
        each = ((row.kind, row.id, row.rank, row.rev, row.body, row.digest) for row in found)
        key = repr([plan_id, *each])
        plan = kept.find(key)
        if plan is None:
            plan = plan_of(plan_id, found)
            kept.keep(key, plan)
        return plan

    return read
