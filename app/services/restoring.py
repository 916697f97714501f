"""Restoring: a plan made again as it was, as one new revision that takes nothing away."""

from dataclasses import dataclass
from typing import ClassVar

from app.domain.comparing.comparing import compare
from app.domain.comparing.comparison import Comparison
from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.changes import ChangeSet, difference
from app.domain.plan.plan import Plan
from app.services.copies import Copy, CopyShelf
from app.services.history import PlanHistory, RevisionUnknown, State, VersionUnknown, state_at
from app.services.opening import OpenPlan
from app.services.storing import Receipt


class OtherPlan(IrplanError):
    """What is to be restored is no earlier state of this plan."""

    code: ClassVar[str] = "restoring.other-plan"

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what[:1].upper()}{what[1:]} is of another plan and cannot be restored here; choose "
            "another."
        )


@dataclass(frozen=True, slots=True)
class Past:
    """A plan as it once was; `what` names that inside a sentence."""

    what: str
    state: State

    @property
    def label(self) -> str:
        """What the undo step and the revision that restore it are called."""
        return f"Restored {self.what}"


@dataclass(frozen=True, slots=True)
class Preview:
    """What restoring would take back of `now`: all that differs from the plan `target`.

    `changed` leads from `target` to `now`. `kept` counts the records of the plan's life that are
    others than in the past, and that stay as they are. `recalled` is the number of the version in
    review that restoring takes back, as any edit does; blank where there is none.
    """

    past: Past
    now: Plan
    target: Plan
    changed: Comparison
    kept: int
    recalled: str = ""


def of_copy(shelf: CopyShelf, copy: Copy) -> Past:
    """The plan as a copy holds it.

    Raises:
        IrplanError: the copy cannot be read.
    """
    return Past(copy.words, state_at(shelf.history(copy)))


def of_version(history: PlanHistory, number: str) -> Past:
    """The plan as it was when it first bore a version.

    Raises:
        VersionUnknown: there is no such version.
    """
    known = history.versions()
    if number not in known:
        raise VersionUnknown(number, known)
    name = " ".join(number.split())
    return Past(f"version {name}", state_at(history, f"@{known[number]}"))


def of_revision(history: PlanHistory, number: int) -> Past:
    """The plan as it was right after a revision.

    Raises:
        RevisionUnknown: there is no such revision.
    """
    newest = history.entries()[-1].number
    if not 1 <= number <= newest:
        raise RevisionUnknown(number, newest)
    return Past(f"revision {number}", state_at(history, f"@{number}"))


def preview(now: Plan, past: Past) -> Preview:
    """What restoring `past` would do to `now`.

    Raises:
        OtherPlan: it is no earlier state of `now`.
    """
    target = _target(now, past)
    life = sum(one.kind in LIFE for one in compare(past.state.plan, now).records)
    changed = compare(target, now)
    review = course(now.acts.values()).open
    recalled = review.submission.version if review is not None and changed else ""
    return Preview(past, now, target, changed, life, recalled)


def changes_to(now: Plan, past: Past) -> ChangeSet:
    """The fewest changes that restore `past`; none when nothing differs.

    Raises:
        OtherPlan: it is no earlier state of `now`.
    """
    return difference(now, _target(now, past))


def restore(opened: OpenPlan, past: Past) -> Receipt | None:
    """Make the open plan as it was, in one undo step and one revision; a copy is kept first.

    The records of the plan's life stay as they are. None when nothing differs.

    Raises:
        OtherPlan: it is no earlier state of the plan.
        IrplanError: no copy can be kept, or nothing saved; in the latter case the plan is
            restored, and not saved yet.
    """
    changes = changes_to(opened.plan, past)
    opened.save()
    if not changes:
        return None
    opened.store.backup()
    opened.session.apply(changes, past.label)
    return opened.save(past.label)


def _target(now: Plan, past: Past) -> Plan:
    """`past` with the life that the plan has had since."""
    target = past.state.plan
    if target.id != now.id:
        raise OtherPlan(past.what)
    for kind in LIFE:
        target = target.with_table(kind, now.table(kind))
    return target
