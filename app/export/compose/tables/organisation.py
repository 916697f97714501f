"""Roles, RACI, decision rights, contacts and resources."""

from app.domain.document.tree import Block, Cell, Column, Table
from app.domain.plan.people import Party, Person
from app.domain.plan.roles import Raci, RaciActivity
from app.export.compose import names
from app.export.compose.cells import optional, stacked
from app.export.compose.scribe import Scribe

MOST_LEVEL_HEADS = 6
"""The heads of more columns run upwards."""
MOST_UPRIGHT_ROLES = 15
"""More columns than these need a wide page."""


def roles(scribe: Scribe) -> tuple[Block, ...]:
    """Who fills which role, and what it shall do."""
    say, plan = scribe.say, scribe.plan
    if not plan.roles:
        return ()
    holders = (
        (
            scribe.marked(role, role.name),
            say(f"tier.{role.tier.value}"),
            names.person(plan, role.holder),
            names.people(plan, role.deputies),
        )
        for role in plan.roles.values()
    )
    heads = {"roles.role": 2.2, "roles.level": 1.2, "roles.holder": 1.8, "roles.deputies": 1.8}
    duties = (
        (role.name, scribe.listed(role.duties), optional(role.competence))
        for role in plan.roles.values()
    )
    duty_heads = {"duties.role": 1.6, "duties.duties": 4.2, "duties.competence": 2.0}
    return (
        scribe.table(say("roles.caption"), heads, holders, "table:roles"),
        scribe.table(say("duties.caption"), duty_heads, duties, "table:duties"),
    )


def authority(scribe: Scribe) -> tuple[Block, ...]:
    """What each role may decide, and who granted it."""
    rows = [
        (role.name, scribe.listed(role.authority), role.granted_by)
        for role in scribe.plan.roles.values()
        if role.authority
    ]
    if not rows:
        return ()
    heads = {"authority.role": 1.6, "authority.decides": 4.2, "authority.granted-by": 1.6}
    return (scribe.table(scribe.say("authority.caption"), heads, rows, "table:authority"),)


def contacts(scribe: Scribe) -> tuple[Block, ...]:
    """People inside, parties outside."""
    made: list[Block] = []
    if scribe.plan.people:
        heads = {
            "people.name": 1.7,
            "people.function": 1.6,
            "people.channels": 3.0,
            "people.verified": 1.4,
        }
        rows = (_person(person, scribe) for person in scribe.plan.people.values())
        made.append(scribe.table(scribe.say("people.caption"), heads, rows, "table:people"))
    if scribe.plan.parties:
        heads = {
            "parties.party": 1.7,
            "parties.purpose": 2.2,
            "parties.channels": 2.8,
            "parties.verified": 1.4,
        }
        rows = (_party(party, scribe) for party in scribe.plan.parties.values())
        made.append(scribe.table(scribe.say("parties.caption"), heads, rows, "table:parties"))
    return tuple(made)


def resources(scribe: Scribe) -> tuple[Block, ...]:
    """Tools and places the response relies on."""
    if not scribe.plan.resources:
        return ()
    heads = {
        "resources.resource": 1.6,
        "resources.purpose": 2.8,
        "resources.owner": 1.4,
        "resources.where": 1.6,
    }
    rows = (
        (
            scribe.marked(item, item.name),
            optional(item.purpose),
            optional(item.owner),
            optional(item.location),
        )
        for item in scribe.plan.resources.values()
    )
    return (scribe.table(scribe.say("resources.caption"), heads, rows, "table:resources"),)


def _person(person: Person, scribe: Scribe) -> tuple[Cell | str, ...]:
    return (
        scribe.marked(person, person.name),
        optional(stacked(person.title, person.unit)),
        _reached(person, scribe),
        _verified(person, scribe),
    )


def _party(party: Party, scribe: Scribe) -> tuple[Cell | str, ...]:
    return (
        scribe.marked(party, party.name),
        optional(stacked(party.purpose, scribe.labelled("parties.reference", party.reference))),
        _reached(party, scribe),
        _verified(party, scribe),
    )


def _reached(contact: Person | Party, scribe: Scribe) -> Cell:
    """The channels, then when somebody answers; a visible gap without any channel."""
    zone = contact.time_zone if isinstance(contact, Person) else ""
    when = scribe.commas((contact.availability, zone))
    reached = scribe.cell(names.channels(contact.channels, scribe.say))
    return Cell((*reached.paragraphs, *optional(when).paragraphs))


def _verified(contact: Person | Party, scribe: Scribe) -> str:
    say = scribe.say
    if contact.verified_on is None:
        return say("verified.never")
    by = say("verified.by", name=contact.verified_by) if contact.verified_by else ""
    return stacked(scribe.day(contact.verified_on), by)


def raci(scribe: Scribe) -> tuple[Block, ...]:
    """Which role takes which part in which activity."""
    plan = scribe.plan
    if not plan.raci:
        return ()
    used = [
        role
        for role in plan.roles.values()
        if any(item.role == role.id for row in plan.raci.values() for item in row.assignments)
    ]
    wide, turned = len(used) > MOST_UPRIGHT_ROLES, len(used) > MOST_LEVEL_HEADS
    heads = (Column(role.name, 1.0, turned=turned) for role in used)
    columns = (Column(scribe.say("raci.activity"), 8.0 if turned else 3.1), *heads)
    rows = tuple(
        (scribe.marked(row, row.activity), *(_part(row, role.id, scribe) for role in used))
        for row in plan.raci.values()
    )
    caption = scribe.say("raci.caption")
    return (Table(caption, columns, rows, "table:raci", row_heads=True, wide=wide),)


def _part(row: RaciActivity, role: str, scribe: Scribe) -> Cell:
    parts = [item.part for item in row.assignments if item.role == role]
    text = "/".join(scribe.say(f"raci.{part.name.lower()}") for part in parts)
    strong = Raci.ACCOUNTABLE in parts
    return scribe.cell(text, strong=strong) if text else Cell()
