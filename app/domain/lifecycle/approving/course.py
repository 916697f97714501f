"""Where a plan stands in its life, told by the acts so far."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import reduce
from typing import Final

from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan


class Stage(Enum):
    """How far a version has come; the value is part of the labels that say so."""

    DRAFT = "draft"
    IN_REVIEW = "in-review"
    CHANGES_REQUESTED = "changes-requested"
    APPROVED = "approved"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Round:
    """One submission and what was said of it."""

    submission: Act
    reviews: tuple[Act, ...] = ()
    approvals: tuple[Act, ...] = ()

    @property
    def route(self) -> Route:
        """Who is asked."""
        return self.submission.route or Route()

    @property
    def reviewed(self) -> bool:
        """Whether enough people reviewed it."""
        return len(self.reviews) >= self.route.reviews


@dataclass(frozen=True, slots=True)
class Issue:
    """A version that was issued, and what became of it since."""

    act: Act
    approvals: tuple[Act, ...] = ()
    reviews: tuple[Act, ...] = ()
    afterwards: Act | None = None
    withdrawn: Act | None = None
    superseded_by: str = ""
    submission: Act | None = None
    """Who submitted it; None for a version that was issued in an emergency."""

    @property
    def version(self) -> str:
        """Its number."""
        return self.act.version

    @property
    def stage(self) -> Stage:
        """What became of it; a withdrawn version stays so."""
        if self.withdrawn is not None:
            return Stage.WITHDRAWN
        return Stage.SUPERSEDED if self.superseded_by else Stage.APPROVED

    @property
    def review_owed(self) -> bool:
        """Whether it was issued in an emergency and nobody reviewed it since."""
        return self.act.deed is Deed.ISSUED_IN_EMERGENCY and self.afterwards is None


@dataclass(frozen=True, slots=True)
class Course:
    """All that happened: the round that is open, if any, and the issues, the oldest first.

    `stage` is that of the working draft.
    """

    stage: Stage = Stage.DRAFT
    open: Round | None = None
    issues: tuple[Issue, ...] = ()
    last: Act | None = None

    @property
    def latest(self) -> Issue | None:
        """The version issued last, withdrawn or not."""
        return self.issues[-1] if self.issues else None

    @property
    def in_force(self) -> Issue | None:
        """The version people work by; None before the first and after a withdrawal."""
        latest = self.latest
        return latest if latest is not None and latest.stage is Stage.APPROVED else None

    def issue(self, version: str) -> Issue | None:
        """The issue of that number."""
        return next((item for item in self.issues if item.version == version), None)


def course(acts: Iterable[Act]) -> Course:
    """Where `acts`, the oldest first, have led; they are taken to be lawful."""
    return reduce(after, acts, Course())


def next_act(plan: Plan) -> RecordId:
    """The id of the act that comes next; they count up without a gap."""
    return RecordId(f"act-{len(plan.acts) + 1:06}")


def after(now: Course, act: Act) -> Course:
    """Where `act` leads from `now`; it is taken to be lawful."""
    return _EFFECTS[act.deed](replace(now, last=act), act)


def _submitted(now: Course, act: Act) -> Course:
    return replace(now, stage=Stage.IN_REVIEW, open=Round(act))


def _recalled(now: Course, _: Act) -> Course:
    return replace(now, stage=Stage.DRAFT, open=None)


def _sent_back(now: Course, _: Act) -> Course:
    return replace(now, stage=Stage.CHANGES_REQUESTED, open=None)


def _spoken(now: Course, act: Act) -> Course:
    return replace(now, open=_heard(now.open, act))


def _put_in_force(now: Course, act: Act) -> Course:
    return replace(now, stage=Stage.DRAFT, open=None, issues=_issued(now, act))


def _reviewed_afterwards(now: Course, act: Act) -> Course:
    return replace(now, issues=_of(now, act.version, lambda one: replace(one, afterwards=act)))


def _withdrawn(now: Course, act: Act) -> Course:
    return replace(now, issues=_of(now, act.version, lambda one: replace(one, withdrawn=act)))


_EFFECTS: Final[Mapping[Deed, Callable[[Course, Act], Course]]] = {
    Deed.SUBMITTED: _submitted,
    Deed.RECALLED: _recalled,
    Deed.CHANGES_REQUESTED: _sent_back,
    Deed.REVIEWED: _spoken,
    Deed.APPROVED: _spoken,
    Deed.ISSUED: _put_in_force,
    Deed.ISSUED_IN_EMERGENCY: _put_in_force,
    Deed.REVIEWED_AFTERWARDS: _reviewed_afterwards,
    Deed.WITHDRAWN: _withdrawn,
}


def _heard(open_round: Round | None, act: Act) -> Round | None:
    if open_round is None:
        return None
    if act.deed is Deed.REVIEWED:
        return replace(open_round, reviews=(*open_round.reviews, act))
    return replace(open_round, approvals=(*open_round.approvals, act))


def _issued(now: Course, act: Act) -> tuple[Issue, ...]:
    before = tuple(
        item if item.superseded_by else replace(item, superseded_by=act.version)
        for item in now.issues
    )
    heard = now.open if act.deed is Deed.ISSUED else None
    approvals = heard.approvals if heard is not None else ()
    reviews = heard.reviews if heard is not None else ()
    submission = heard.submission if heard is not None else None
    return (*before, Issue(act, approvals, reviews, submission=submission))


def _of(now: Course, version: str, change: Callable[[Issue], Issue]) -> tuple[Issue, ...]:
    return tuple(change(item) if item.version == version else item for item in now.issues)
