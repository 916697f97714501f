"""Which acts are allowed when, and by whom; the triggers of a plan file say the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.lifecycle.approving.course import Course, Round, Stage
from app.domain.lifecycle.approving.names import NUMBER, among, key_of, same_person
from app.domain.lifecycle.approving.routing import unfit
from app.domain.plan.acts import Act, Deed
from app.domain.plan.upkeep import ApprovalRule


@dataclass(frozen=True, slots=True)
class Facts:
    """What the law asks about besides the acts.

    `authors` changed the version that the act is about since the issue before it; `content` is
    the hash of the plan as it is; `taken` are the numbers of all versions there are.
    """

    authors: tuple[str, ...]
    content: str
    taken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an act is not allowed; `code` is stable."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """An act that is to be judged, with what came before it."""

    course: Course
    act: Act
    facts: Facts

    @property
    def open(self) -> Round:
        """The round that is open; an empty one, with the act itself, when none is."""
        return self.course.open or Round(self.act)


Rule = Callable[[Case], Refusal | None]


def refused(course: Course, act: Act, facts: Facts) -> Refusal | None:
    """Why `act` is not allowed after `course`; None when it is."""
    case = Case(course, act, facts)
    found = (rule(case) for rule in (_named, *_RULES[act.deed]))
    return next((refusal for refusal in found if refusal is not None), None)


def approvals_needed(open_round: Round) -> int:
    """How many of those named have to approve."""
    route = open_round.route
    match route.rule:
        case ApprovalRule.ANY:
            return 1
        case ApprovalRule.QUORUM:
            return route.quorum
        case ApprovalRule.ALL | ApprovalRule.ORDER:
            return len(route.approvers)


def enough(open_round: Round) -> bool:
    """Whether the approvals given so far make the version valid."""
    return open_round.reviewed and len(open_round.approvals) >= approvals_needed(open_round)


def _refuse(holds: bool, code: str, text: str) -> Refusal | None:
    return None if holds else Refusal(f"approval.{code}", text)


def _named(case: Case) -> Refusal | None:
    text = "Say who does this: an act without a name proves nothing."
    return _refuse(bool(key_of(case.act.by)), "nobody", text)


def _not_in_review(case: Case) -> Refusal | None:
    text = "A version is in review already: wait for its approval or recall it."
    return _refuse(case.course.stage is not Stage.IN_REVIEW, "in-review", text)


def _in_review(case: Case) -> Refusal | None:
    text = "No version is in review: submit one first."
    return _refuse(case.course.stage is Stage.IN_REVIEW, "not-in-review", text)


def _of_the_open_version(case: Case) -> Refusal | None:
    number = case.open.submission.version
    text = f"Version {number} is in review, not {case.act.version!r}."
    return _refuse(case.act.version == number, "other-version", text)


def _new_number(case: Case) -> Refusal | None:
    number = case.act.version
    fits = NUMBER.fullmatch(number) is not None and number not in case.facts.taken
    text = f"{number!r} cannot be the version's number: give one such as 2.0 that is not in use."
    return _refuse(fits, "number", text)


def _content(case: Case) -> Refusal | None:
    stated = (case.act.content, case.open.submission.content)
    text = "The plan is not what was submitted: it was changed since. Submit it again."
    return _refuse(stated == (case.facts.content,) * 2, "content", text)


def _present_content(case: Case) -> Refusal | None:
    text = "The plan was changed while this was prepared. Look at it again."
    return _refuse(case.act.content == case.facts.content, "content", text)


def _explained(case: Case) -> Refusal | None:
    text = "Say what changed, or why: the reason becomes part of the plan's history."
    return _refuse(bool(case.act.reason.strip()), "no-reason", text)


def _weighed(case: Case) -> Refusal | None:
    act = case.act
    text = "Say why the change is weighed otherwise than proposed."
    holds = act.material is act.proposed or bool(act.overruled.strip())
    return _refuse(holds, "overruled-without-reason", text)


def _routed(case: Case) -> Refusal | None:
    authors = (*case.facts.authors, case.act.by)
    found = unfit(case.act.route, authors)
    return None if found is None else Refusal("approval.route", found)


def _by_a_reviewer(case: Case) -> Refusal | None:
    text = f"{case.act.by} was not asked to review this version."
    return _refuse(among(case.act.by, case.open.route.reviewers), "not-asked", text)


def _by_somebody_asked(case: Case) -> Refusal | None:
    route = case.open.route
    text = f"{case.act.by} was not asked to review or approve this version."
    asked = (*route.reviewers, *route.approvers)
    return _refuse(among(case.act.by, asked), "not-asked", text)


def _by_an_approver(case: Case) -> Refusal | None:
    text = f"{case.act.by} was not asked to approve this version."
    return _refuse(among(case.act.by, case.open.route.approvers), "not-asked", text)


def _not_by_an_author(case: Case) -> Refusal | None:
    authors = (*case.facts.authors, *_submitter(case))
    text = (
        f"{case.act.by} changed this version and cannot review or approve it: somebody else must."
    )
    return _refuse(not among(case.act.by, authors), "own-work", text)


def _submitter(case: Case) -> tuple[str, ...]:
    return (case.course.open.submission.by,) if case.course.open is not None else ()


def _once(case: Case) -> Refusal | None:
    said = case.open.reviews if case.act.deed is Deed.REVIEWED else case.open.approvals
    text = f"{case.act.by} has done so already."
    return _refuse(not among(case.act.by, (act.by for act in said)), "twice", text)


def _reviewed_first(case: Case) -> Refusal | None:
    missing = case.open.route.reviews - len(case.open.reviews)
    reviews = "1 review is" if missing == 1 else f"{missing} reviews are"
    text = f"{reviews} still missing; a version is approved after its review."
    return _refuse(missing <= 0, "review-missing", text)


def _in_turn(case: Case) -> Refusal | None:
    route, given = case.open.route, len(case.open.approvals)
    if route.rule is not ApprovalRule.ORDER or given >= len(route.approvers):
        return None
    turn = route.approvers[given]
    text = f"It is the turn of {turn} to approve."
    return _refuse(same_person(case.act.by, turn), "out-of-turn", text)


def _signed(case: Case) -> Refusal | None:
    text = "An approval needs the statement that was signed."
    signed = case.act.signed
    return _refuse(signed is not None and bool(signed.statement.strip()), "unsigned", text)


def _enough(case: Case) -> Refusal | None:
    needed = approvals_needed(case.open)
    text = f"{len(case.open.approvals)} of {needed} approvals are given."
    return _refuse(enough(case.open), "not-enough", text)


def _review_planned(case: Case) -> Refusal | None:
    text = "State the day by which the emergency approval is reviewed."
    return _refuse(case.act.due is not None, "no-day", text)


def _issued(case: Case) -> Refusal | None:
    number = case.act.version
    found = case.course.issue(number)
    holds = found is not None and found.withdrawn is None
    return _refuse(holds, "not-issued", f"There is no issued version {number!r}.")


def _review_owed(case: Case) -> Refusal | None:
    found = case.course.issue(case.act.version)
    text = f"Version {case.act.version} does not wait for a review after an emergency."
    return _refuse(found is not None and found.review_owed, "not-owed", text)


def _content_of_the_issue(case: Case) -> Refusal | None:
    found = case.course.issue(case.act.version)
    text = "This is not the content that was issued."
    return _refuse(found is not None and found.act.content == case.act.content, "content", text)


def _by_neither_author_nor_issuer(case: Case) -> Refusal | None:
    found = case.course.issue(case.act.version)
    involved = (*case.facts.authors, *(() if found is None else (found.act.by,)))
    text = f"{case.act.by} wrote or issued this version and cannot review it: somebody else must."
    return _refuse(not among(case.act.by, involved), "own-work", text)


_RULES: Final[Mapping[Deed, tuple[Rule, ...]]] = {
    Deed.SUBMITTED: (_not_in_review, _new_number, _present_content, _explained, _weighed, _routed),
    Deed.RECALLED: (_in_review, _of_the_open_version),
    Deed.REVIEWED: (
        *(_in_review, _of_the_open_version, _content),
        *(_by_a_reviewer, _not_by_an_author, _once),
    ),
    Deed.CHANGES_REQUESTED: (
        *(_in_review, _of_the_open_version, _content),
        *(_by_somebody_asked, _not_by_an_author, _explained),
    ),
    Deed.APPROVED: (
        *(_in_review, _of_the_open_version, _content, _by_an_approver, _not_by_an_author),
        *(_once, _reviewed_first, _in_turn, _signed),
    ),
    Deed.ISSUED: (_in_review, _of_the_open_version, _content, _by_an_approver, _enough),
    Deed.ISSUED_IN_EMERGENCY: (
        *(_new_number, _present_content, _explained, _not_by_an_author),
        *(_review_planned, _signed),
    ),
    Deed.REVIEWED_AFTERWARDS: (
        *(_issued, _review_owed, _content_of_the_issue, _by_neither_author_nor_issuer),
    ),
    Deed.WITHDRAWN: (_issued, _explained),
}
