"""The orders in which people, parties and roles can be shown."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import RoleTier
from app.services.people.directory import Directory
from app.services.people.standing import Contact
from ui.models.people_words import out_of_band

VERIFIED: Final = 4
"""The column of people and of parties that says when they were last checked."""


def contacts_sorted(
    directory: Directory, keys: Sequence[RecordId], column: int
) -> tuple[RecordId, ...]:
    """`keys` by what stands in a column, from the least; equal ones stay in their order."""
    table = directory.plan.table(directory.kind)
    person = directory.kind is Kind.PERSON

    def rank(key: RecordId) -> tuple[object, ...]:
        contact = table[key]
        if column == VERIFIED:
            return (contact.verified_on or date.min,)
        return _person_rank(directory, contact, column) if person else _party_rank(contact, column)

    return tuple(sorted(keys, key=rank))


def roles_by_tier(plan: Plan) -> tuple[RecordId, ...]:
    """The roles, the highest level first; within a level as the plan has them."""
    tiers = list(RoleTier)
    return tuple(sorted(plan.roles, key=lambda key: tiers.index(plan.roles[key].tier)))


def _person_rank(directory: Directory, person: Person, column: int) -> tuple[object, ...]:
    load = directory.loads.get(person.id)
    match column:
        case 1:
            return (_first_way(person).casefold(),)
        case 2:
            return (out_of_band(person) is not None,)
        case 3:
            return (person.availability.casefold(), person.time_zone)
        case 5:
            return (0, 0) if load is None else (-len(load.holds), -load.total)
        case _:
            return (person.name.casefold(),)


def _party_rank(party: Party, column: int) -> tuple[object, ...]:
    match column:
        case 1:
            return (party.purpose.casefold(),)
        case 2:
            return (_first_way(party).casefold(),)
        case 3:
            return (party.reference.casefold(),)
        case _:
            return (party.name.casefold(),)


def _first_way(contact: Contact) -> str:
    return contact.channels[0].address if contact.channels else ""
