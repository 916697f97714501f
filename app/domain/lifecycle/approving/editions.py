"""Which issued version a plan is, and who stands behind it."""

from dataclasses import dataclass

from app.domain.lifecycle.approving.course import Course, Issue, Stage, course
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act
from app.domain.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class Edition:
    """An issued version as it is shown: what became of it, and which came before it."""

    issue: Issue
    before: Issue | None = None


def edition_of(plan: Plan) -> Edition | None:
    """The version that `plan` is, as its own acts tell; None when it is none."""
    issue = issue_of(plan)
    return None if issue is None else Edition(issue, before(course(plan.acts.values()), issue))


def issue_of(plan: Plan) -> Issue | None:
    """The version issued last, if `plan` is still what was issued; None when it was changed."""
    if not plan.acts:
        return None
    latest = course(plan.acts.values()).latest
    return latest if latest is not None and latest.act.content == matter(plan) else None


def departed(plan: Plan) -> bool:
    """Whether `plan` is none that its acts approved; a plan without acts has no approval to miss.

    So is a version that was withdrawn.
    """
    if not plan.acts:
        return False
    issue = issue_of(plan)
    return issue is None or issue.stage is not Stage.APPROVED


def declared_acts(issue: Issue) -> tuple[Act, ...]:
    """Everything that somebody declared about a version, in order."""
    emergency = () if issue.act.signed is None else (issue.act,)
    later = tuple(act for act in (issue.afterwards, issue.withdrawn) if act is not None)
    return (*issue.reviews, *issue.approvals, *emergency, *later)


def before(now: Course, issue: Issue) -> Issue | None:
    """The version issued before another."""
    versions = [item.version for item in now.issues]
    at = versions.index(issue.version)
    return now.issues[at - 1] if at else None
