"""What keeps a plan fresh, in numbers: the next review and the verified contacts."""

from dataclasses import dataclass
from datetime import date

from app.domain.plan.plan import Plan
from app.domain.plan.reviewing import next_review


@dataclass(frozen=True, slots=True)
class ReviewState:
    """`due` is None while no version was issued or no interval is stated; `days` until then.

    `interval` is in months, `lead` in days before `due`, when the review begins.
    """

    due: date | None
    days: int
    interval: int | None
    lead: int

    @property
    def soon(self) -> bool:
        """Whether the review should begin by now."""
        return self.due is not None and self.days <= self.lead

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.due is not None and self.days < 0


@dataclass(frozen=True, slots=True)
class ContactState:
    """People in all, those verified lately, those whose verification is old, and never.

    `every` is how many days a verification counts.
    """

    people: int
    verified: int
    old: int
    never: int
    every: int


def review_state(plan: Plan, today: date) -> ReviewState:
    """When the plan is due for review, seen from `today`."""
    due = next_review(plan)
    days = (due - today).days if due is not None else 0
    return ReviewState(due, days, plan.profile.review_months, plan.kept.start_before)


def contact_state(plan: Plan, today: date) -> ContactState:
    """How many contacts can be trusted on `today`."""
    people = plan.people.all()
    every = plan.kept.verify_every
    never = sum(person.verified_on is None for person in people)
    verified = sum(
        person.verified_on is not None and (today - person.verified_on).days <= every
        for person in people
    )
    return ContactState(len(people), verified, len(people) - verified - never, never, every)
