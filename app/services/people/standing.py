"""How long ago somebody checked the contact of a person or of a party outside."""

from collections.abc import Iterator
from datetime import date
from enum import Enum

from app.domain.lifecycle.reminding.days import days_after
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Plan

Contact = Person | Party
"""Whoever can be called."""


class Standing(Enum):
    """What a contact is worth: checked lately, too long ago, or never."""

    FRESH = "fresh"
    STALE = "stale"
    NEVER = "never"


def standing(plan: Plan, contact: Contact, today: date) -> Standing:
    """How the contact stands by the plan's own rule, its `verify_every`."""
    if contact.verified_on is None:
        return Standing.NEVER
    limit = days_after(today, -plan.kept.verify_every)
    return Standing.STALE if contact.verified_on < limit else Standing.FRESH


def waiting(plan: Plan, today: date) -> Iterator[RecordId]:
    """The people whose contacts have to be checked, in the order of the plan."""
    for person in plan.people.values():
        if standing(plan, person, today) is not Standing.FRESH:
            yield person.id
