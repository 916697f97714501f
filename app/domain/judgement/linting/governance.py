"""Versions nobody else approved, and reviews without a date or past it."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.reviewing import next_review
from app.domain.plan.variables import value_text


def _approved_by_author(context: Context, version: Version) -> Iterator[Finding]:
    if version.author and version.author in version.approvers:
        yield Finding(
            "version.approved-by-author",
            Weight.BLOCKS,
            Kind.VERSION,
            version.id,
            f"Version {version.number} was approved by {version.author}, who also wrote it.",
            "Have somebody else approve it.",
            "approval",
        )


def _no_approver(context: Context, version: Version) -> Iterator[Finding]:
    if not version.approvers:
        yield Finding(
            "version.no-approver",
            Weight.HINT,
            Kind.VERSION,
            version.id,
            f"It is not stated who approved version {version.number}.",
            "Name the approver.",
            "approval",
        )


def _review(context: Context) -> Iterator[Finding]:
    due = next_review(context.plan)
    if due is None:
        yield _review_finding(
            "review.no-date", "No date is set for the next review.", "State the review interval."
        )
    elif due < context.today:
        yield _review_finding(
            "review.overdue",
            f"The review was due on {value_text(due)}.",
            "Hold the review session.",
        )


def _review_finding(code: str, reason: str, fix: str) -> Finding:
    section = "maintenance_review"
    return Finding(code, Weight.WARN, Kind.SECTION, RecordId(section), reason, fix, section)


RECORD_RULES = (
    RecordRule("version.approved-by-author", Kind.VERSION, _approved_by_author),
    RecordRule("version.no-approver", Kind.VERSION, _no_approver),
)
_SCHEDULE = frozenset({Kind.PROFILE, Kind.VERSION, Kind.SESSION})
RULES = (PlanRule("review.schedule", _SCHEDULE, _review),)
