"""How a plan came about: its revisions, and the plan as it was after each of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar, Final, Protocol

from app.domain.errors import IrplanError
from app.domain.plan.plan import Plan

DRAFT: Final = "draft"
"""Names the plan as it is now."""

_REVISION = re.compile(r"@([0-9]{1,9})")


class NoVersionYet(IrplanError):
    """Something is to be compared with the newest version, and there is none."""

    code: ClassVar[str] = "history.no-version"

    def __init__(self) -> None:
        super().__init__(
            "The plan has no version yet; name what to compare it with, such as @1 for the plan "
            "as it was created."
        )


class VersionUnknown(IrplanError):
    """A name that is none of the plan's versions."""

    code: ClassVar[str] = "history.unknown-version"

    def __init__(self, asked: str, known: Mapping[str, int]) -> None:
        listed = f"it has {', '.join(map(repr, known))}" if known else "it has none yet"
        super().__init__(
            f"The plan has no version {asked!r}; {listed}. Name one of its versions, {DRAFT} for "
            "the plan as it is now, or a revision such as @12.",
            version=asked,
        )


class RevisionUnknown(IrplanError):
    """A number that is none of the plan's revisions."""

    code: ClassVar[str] = "history.unknown-revision"

    def __init__(self, asked: int, newest: int) -> None:
        super().__init__(
            f"The plan has no revision {asked}; choose one from 1 to {newest}.",
            revision=str(asked),
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision: who saved what (`label`) when; `at` is UTC."""

    number: int
    at: datetime
    actor: str
    label: str


class PlanHistory(Protocol):
    """The revisions of one plan document.

    Every method raises `IrplanError` with a code when the document cannot be used.
    """

    def entries(self) -> tuple[Entry, ...]:
        """Every revision, the oldest first; there is at least one."""

    def plan_at(self, number: int) -> Plan:
        """The plan right after the revision `number`.

        Raises:
            RevisionUnknown: there is no such revision.
        """

    def versions(self) -> Mapping[str, int]:
        """The number of each version the plan lists, the newest last, and its revision.

        That is the newest one that brought the number into the plan; what was edited of the
        version's record since then does not count.
        """


@dataclass(frozen=True, slots=True)
class State:
    """A plan at one point of its history; `point` is the name it was asked by."""

    point: str
    entry: Entry
    plan: Plan


def newest_version(history: PlanHistory) -> str:
    """The number of the version that came last.

    Raises:
        NoVersionYet: there is none.
    """
    known = history.versions()
    if not known:
        raise NoVersionYet
    return list(known)[-1]


def state_at(history: PlanHistory, point: str = DRAFT) -> State:
    """The plan at `point`: the number of a version, `draft`, or a revision such as `@12`.

    Raises:
        VersionUnknown: there is no such version.
        RevisionUnknown: there is no such revision.
    """
    entries = history.entries()
    number = _number(history, point.strip(), entries[-1].number)
    plan = history.plan_at(number)
    entry = next(entry for entry in entries if entry.number == number)
    return State(point.strip(), entry, plan)


def _number(history: PlanHistory, point: str, newest: int) -> int:
    if point == DRAFT:
        return newest
    if found := _REVISION.fullmatch(point):
        asked = int(found[1])
        if not 1 <= asked <= newest:
            raise RevisionUnknown(asked, newest)
        return asked
    known = history.versions()
    if point not in known:
        raise VersionUnknown(point, known)
    return known[point]
