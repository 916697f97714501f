"""Reviews that come round, that follow an emergency, and versions kept long enough."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from app.domain.lifecycle.approving.course import Course, Stage, course
from app.domain.lifecycle.reminding.days import days_after
from app.domain.lifecycle.reminding.reminder import Reminder, Subject
from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import months_after, next_review

SHOWN_FOR = 31
"""Days for which one is told that a version need not be kept any longer: no act ends that."""


def review_reminders(plan: Plan, today: date) -> Iterator[Reminder]:
    """The reminders about whole versions of `plan`."""
    history = course(plan.acts.values())
    yield from _regular(plan, history)
    yield from _afterwards(history)
    yield from _retention(plan, today)


def _regular(plan: Plan, history: Course) -> Iterator[Reminder]:
    due = next_review(plan)
    if due is None:
        return
    name = plan.profile.document_title or "incident response plan"
    if not _under_way(plan, history):
        yield Reminder(
            "review-start",
            Subject.REVIEW_START,
            days_after(due, -max(plan.kept.start_before, 0)),
            f"Start the review of the {name}",
            f"The reviewed plan must be effective on {due}.",
        )
    yield Reminder(
        "review-effective",
        Subject.REVIEW,
        due,
        f"Reviewed {name} must be effective",
        "Approve a new version, or record that the review changed nothing.",
    )


def _under_way(plan: Plan, history: Course) -> bool:
    """Whether the review is begun: a session is open, or its outcome waits for approval."""
    open_session = any(session.closed_at is None for session in plan.sessions.values())
    return open_session or history.stage is Stage.IN_REVIEW


def _afterwards(history: Course) -> Iterator[Reminder]:
    for issue in history.issues:
        act = issue.act
        if issue.review_owed and issue.withdrawn is None and act.due is not None:
            yield Reminder(
                f"afterwards-{act.id}",
                Subject.AFTERWARDS,
                act.due,
                f"Review version {act.version}, which was approved in an emergency",
                "Somebody who neither wrote nor issued it reviews it and says so.",
                f"acts/{act.id}",
            )


def _retention(plan: Plan, today: date) -> Iterator[Reminder]:
    months = plan.kept.kept_for
    if months is None:
        return
    dated = [(item.issued_on, item) for item in plan.versions.values() if item.issued_on]
    issued = sorted(dated, key=lambda pair: pair[0])
    for (_, version), (superseded_on, successor) in pairwise(issued):
        due = months_after(superseded_on, max(months, 0))
        if today <= days_after(due, SHOWN_FOR):
            yield Reminder(
                f"retention-{version.id}",
                Subject.RETENTION,
                due,
                f"Version {version.number} need not be kept any longer",
                f"Version {successor.number} superseded it on {superseded_on}. Destroy its copies, "
                "or decide to keep them.",
                f"versions/{version.id}",
            )
