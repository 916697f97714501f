"""The state of a plan that an export tells the changes since."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from app.domain.errors import IrplanError
from app.domain.plan.plan import Plan
from app.services.history import DRAFT, PlanHistory, state_at


class DraftIsExported(IrplanError):
    """The changes since the draft were asked for, which is the plan that is exported."""

    code: ClassVar[str] = "history.draft-is-exported"

    def __init__(self) -> None:
        super().__init__(
            "The draft is what is exported; name a version of the plan to tell the changes since, "
            "or a revision such as @12."
        )


@dataclass(frozen=True, slots=True)
class Since:
    """`plan` as it was at `point`: the number of a version, or a revision such as `@12`."""

    point: str
    plan: Plan

    @property
    def revision(self) -> str:
        """The number of the revision; blank for a version."""
        return self.point.removeprefix("@") if self.point.startswith("@") else ""


def versions_of(plan: Plan) -> tuple[str, ...]:
    """The numbers of the versions that `plan` lists, the newest last."""
    listed = sorted(plan.versions.values(), key=lambda version: version.issued_on or date.min)
    return tuple(number for version in listed if (number := version.number.strip()))


def since(history: PlanHistory, point: str) -> Since:
    """The plan as it was at `point`.

    Raises:
        DraftIsExported: that is no earlier state.
        VersionUnknown: there is no such version.
        RevisionUnknown: there is no such revision.
    """
    if point.strip() == DRAFT:
        raise DraftIsExported
    state = state_at(history, point)
    return Since(state.point, state.plan)
