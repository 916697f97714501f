"""Roles, RACI, decision rights, contacts and resources."""

from app.domain.document.tree import Block, Cell, Column, Table
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciActivity
from app.export.compose import names
from app.export.compose.cells import cell, day, listed, optional, table

MOST_RACI_ROLES = 6
"""More columns than these need a wide page."""


def roles(plan: Plan) -> tuple[Block, ...]:
    """Who fills which role, what it shall do, and the RACI table."""
    if not plan.roles:
        return ()
    holders = table(
        "Roles, holders and deputies",
        (("Role", 2.2), ("Level", 1.2), ("Holder", 1.8), ("Deputies", 1.8)),
        (
            (
                role.name,
                role.tier.value,
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
    return (holders, duties, *_raci(plan))


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
        made.append(
            table(
                "People",
                (("Name", 1.7), ("Function", 1.6), ("Channels, in order", 3.2), ("Verified", 1.2)),
                (
                    (
                        person.name,
                        optional("\n".join(part for part in (person.title, person.unit) if part)),
                        cell(names.channels(person.channels)),
                        cell(day(person.verified_on) or "never"),
                    )
                    for person in plan.people.values()
                ),
                "table:people",
            )
        )
    if plan.parties:
        made.append(
            table(
                "Outside parties",
                (("Party", 1.8), ("Purpose", 2.2), ("Channels, in order", 2.6), ("Reference", 1.3)),
                (
                    (
                        party.name,
                        optional(party.purpose),
                        cell(names.channels(party.channels)),
                        optional(party.reference),
                    )
                    for party in plan.parties.values()
                ),
                "table:parties",
            )
        )
    return tuple(made)


def resources(plan: Plan) -> tuple[Block, ...]:
    """Tools and places the response relies on."""
    if not plan.resources:
        return ()
    heads = (("Resource", 1.6), ("Purpose", 2.8), ("Owner", 1.4), ("Where", 1.6))
    rows = (
        (item.name, optional(item.purpose), optional(item.owner), optional(item.location))
        for item in plan.resources.values()
    )
    return (table("Resources", heads, rows, "table:resources"),)


def _raci(plan: Plan) -> tuple[Block, ...]:
    if not plan.raci:
        return ()
    used = [
        role
        for role in plan.roles.values()
        if any(item.role == role.id for row in plan.raci.values() for item in row.assignments)
    ]
    columns = (Column("Activity", 3.4), *(Column(role.name, 1.1) for role in used))
    rows = tuple(
        (cell(row.activity), *(_part(row, role.id) for role in used)) for row in plan.raci.values()
    )
    caption = "RACI: R responsible, A accountable, C consulted, I informed"
    wide = len(used) > MOST_RACI_ROLES
    return (Table(caption, columns, rows, "table:raci", row_heads=True, wide=wide),)


def _part(row: RaciActivity, role: str) -> Cell:
    parts = [item.part for item in row.assignments if item.role == role]
    text = "/".join(part.value for part in parts)
    strong = Raci.ACCOUNTABLE in parts
    return cell(text, strong=strong) if text else Cell()
