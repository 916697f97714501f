"""Roles, RACI, decision rights, contacts and resources."""

from app.domain.document.tree import Block, Cell, Column, Table
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciActivity, RoleTier
from app.export.compose import names
from app.export.compose.cells import cell, day, listed, marked, optional, stacked, table

TIER_WORDS = {
    RoleTier.BOARD: "Board",
    RoleTier.CRISIS: "Crisis team",
    RoleTier.INCIDENT: "Incident team",
    RoleTier.TECHNICAL: "Technical",
    RoleTier.SUPPORT: "Support",
}
"""The level a role acts on, in print."""

MOST_RACI_ROLES = 6
"""More columns than these need a wide page."""


def roles(plan: Plan) -> tuple[Block, ...]:
    """Who fills which role, and what it shall do."""
    if not plan.roles:
        return ()
    holders = table(
        "Roles, holders and deputies",
        (("Role", 2.2), ("Level", 1.2), ("Holder", 1.8), ("Deputies", 1.8)),
        (
            (
                marked(role, role.name),
                TIER_WORDS[role.tier],
                cell(names.person(plan, role.holder)),
                cell(names.people(plan, role.deputies)),
            )
            for role in plan.roles.values()
        ),
        "table:roles",
    )
    duties = table(
        "Duties and competence",
        (("Role", 1.6), ("Duties", 4.2), ("Competence", 2.0)),
        (
            (role.name, listed(role.duties), optional(role.competence))
            for role in plan.roles.values()
        ),
        "table:duties",
    )
    return (holders, duties)


def authority(plan: Plan) -> tuple[Block, ...]:
    """What each role may decide, and who granted it."""
    rows = [
        (role.name, listed(role.authority), cell(role.granted_by))
        for role in plan.roles.values()
        if role.authority
    ]
    if not rows:
        return ()
    heads = (("Role", 1.6), ("May decide", 4.2), ("Granted by", 1.6))
    return (table("Decision rights", heads, rows, "table:authority"),)


def contacts(plan: Plan) -> tuple[Block, ...]:
    """People inside, parties outside."""
    made: list[Block] = []
    if plan.people:
        heads = (("Name", 1.7), ("Function", 1.6), ("Channels, in order", 3.0), ("Verified", 1.4))
        rows = (_person(person) for person in plan.people.values())
        made.append(table("People", heads, rows, "table:people"))
    if plan.parties:
        outside = (
            ("Party", 1.6),
            ("Purpose", 1.9),
            ("Channels, in order", 2.6),
            ("Reference", 1.2),
            ("Verified", 1.4),
        )
        parties = (_party(party) for party in plan.parties.values())
        made.append(table("Outside parties", outside, parties, "table:parties"))
    return tuple(made)


def resources(plan: Plan) -> tuple[Block, ...]:
    """Tools and places the response relies on."""
    if not plan.resources:
        return ()
    heads = (("Resource", 1.6), ("Purpose", 2.8), ("Owner", 1.4), ("Where", 1.6))
    rows = (
        (
            marked(item, item.name),
            optional(item.purpose),
            optional(item.owner),
            optional(item.location),
        )
        for item in plan.resources.values()
    )
    return (table("Resources", heads, rows, "table:resources"),)


def _person(person: Person) -> tuple[Cell | str, ...]:
    return (
        marked(person, person.name),
        optional(stacked(person.title, person.unit)),
        _reached(person),
        _verified(person),
    )


def _party(party: Party) -> tuple[Cell | str, ...]:
    return (
        marked(party, party.name),
        optional(party.purpose),
        _reached(party),
        optional(party.reference),
        _verified(party),
    )


def _reached(contact: Person | Party) -> Cell:
    """The channels, then when somebody answers; a visible gap without any channel."""
    zone = contact.time_zone if isinstance(contact, Person) else ""
    when = ", ".join(part for part in (contact.availability, zone) if part)
    reached = cell(names.channels(contact.channels))
    return Cell((*reached.paragraphs, *optional(when).paragraphs))


def _verified(contact: Person | Party) -> Cell:
    by = f"by {contact.verified_by}" if contact.verified_by else ""
    return cell(stacked(day(contact.verified_on) or "never", by if contact.verified_on else ""))


def raci(plan: Plan) -> tuple[Block, ...]:
    """Which role takes which part in which activity."""
    if not plan.raci:
        return ()
    used = [
        role
        for role in plan.roles.values()
        if any(item.role == role.id for row in plan.raci.values() for item in row.assignments)
    ]
    columns = (Column("Activity", 3.4), *(Column(role.name, 1.1) for role in used))
    rows = tuple(
        (marked(row, row.activity), *(_part(row, role.id) for role in used))
        for row in plan.raci.values()
    )
    caption = "RACI: R responsible, A accountable, C consulted, I informed"
    wide = len(used) > MOST_RACI_ROLES
    return (Table(caption, columns, rows, "table:raci", row_heads=True, wide=wide),)


def _part(row: RaciActivity, role: str) -> Cell:
    parts = [item.part for item in row.assignments if item.role == role]
    text = "/".join(part.value for part in parts)
    strong = Raci.ACCOUNTABLE in parts
    return cell(text, strong=strong) if text else Cell()
