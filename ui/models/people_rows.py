"""The rows of the tables of people, parties, roles and loads, and how they can be sorted."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.people import Party, Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.roles import Role
from app.services.people.directory import Directory
from app.services.people.load import Load
from app.services.people.standing import Contact, Standing
from ui.bridge.words import counted
from ui.models.cells import Cell
from ui.models.people_words import (
    STANDING_LOOKS,
    deputy_text,
    load_count,
    load_sentence,
    out_of_band,
    role_names,
    verified_text,
    zone_text,
)
from ui.models.record_names import name_of
from ui.models.record_words import choice_text
from ui.widgets.bars import Part


@dataclass(frozen=True, slots=True)
class Column:
    """`share` is its part of the width; it is left out of tables narrower than `from_px`."""

    heading: str
    share: int
    from_px: int = 0


@dataclass(frozen=True, slots=True)
class BarCell(Cell):
    """A cell with a bar of `parts` below its text."""

    parts: tuple[Part, ...] = ()


def people_columns() -> tuple[Column, ...]:
    """The columns of people."""
    return (
        Column(_tr("Name"), 24),
        Column(_tr("First way to reach"), 23),
        Column(_tr("Out of band"), 14),
        Column(_tr("Available"), 18, 640),
        Column(_tr("Verified"), 22),
        Column(_tr("Roles"), 19, 540),
    )


def party_columns() -> tuple[Column, ...]:
    """The columns of parties."""
    return (
        Column(_tr("Name"), 26),
        Column(_tr("Called for"), 26, 620),
        Column(_tr("First way to reach"), 24),
        Column(_tr("Reference"), 16, 700),
        Column(_tr("Verified"), 16),
    )


def role_columns() -> tuple[Column, ...]:
    """The columns of roles."""
    return (
        Column(_tr("Role"), 28),
        Column(_tr("Holder"), 22),
        Column(_tr("Deputies, in order"), 26),
        Column(_tr("Authority"), 24, 620),
    )


def load_columns() -> tuple[Column, ...]:
    """The columns of who carries how much."""
    return (
        Column(_tr("Name"), 26),
        Column(_tr("Load"), 24),
        Column(_tr("Holds"), 26),
        Column(_tr("Deputises for"), 22, 620),
    )


def person_cells(directory: Directory, now: datetime, key: RecordId) -> tuple[Cell, ...]:
    """The row of a person; `now` is UTC."""
    plan = directory.plan
    person = plan.people[key]
    load = directory.loads.get(key)
    place = " \u00b7 ".join(filter(None, (person.title.strip(), person.unit.strip())))
    outside = _tr("External") if person.external else ""
    below = " \u00b7 ".join(filter(None, (place, outside)))
    roles = role_names(plan, load)
    return (
        Cell(_named(person), below, strong=True),
        _way_cell(person),
        _out_of_band_cell(person),
        Cell(person.availability.strip(), zone_text(person.time_zone, now)),
        _verified_cell(directory, person),
        Cell(roles or _tr("None"), deputy_text(plan, load), tone="" if roles else "text3"),
    )


def party_cells(directory: Directory, key: RecordId) -> tuple[Cell, ...]:
    """The row of a party."""
    party = directory.plan.parties[key]
    return (
        Cell(_named(party), choice_text(party.kind), strong=True),
        Cell(party.purpose.strip(), party.availability.strip()),
        _way_cell(party),
        Cell(party.reference.strip()),
        _verified_cell(directory, party),
    )


def role_cells(plan: Plan, key: RecordId) -> tuple[Cell, ...]:
    """The row of a role."""
    role = plan.roles[key]
    holder = plan.people.get(role.holder) if role.holder is not None else None
    deputies = [name_of(plan, Kind.PERSON, one) for one in role.deputies]
    ordered = ", ".join(f"{at}. {name}" for at, name in enumerate(deputies, 1))
    return (
        Cell(_named(role), choice_text(role.tier), strong=True),
        _nobody_cell() if holder is None else Cell(_named(holder), holder.title.strip()),
        Cell(ordered) if deputies else _nobody_cell(),
        _authority_cell(role),
    )


def load_cells(plan: Plan, load: Load, most: int) -> tuple[Cell, ...]:
    """The row of what one person carries, in a table where nobody carries more than `most`."""
    warning = load_sentence(load)
    name = _named(plan.people[load.person])
    deputises = ", ".join(plan.roles[key].name for key in load.deputises)
    return (
        Cell(name, warning, "triangle-alert" if warning else "", strong=True),
        _bar_cell(load, most),
        Cell(role_names(plan, load)),
        Cell(deputises),
    )


def _way_cell(contact: Contact) -> Cell:
    if not contact.channels:
        return Cell(_tr("No way stated"), "", "circle-alert", "danger")
    first = contact.channels[0]
    more = len(contact.channels) - 1
    others = counted(more, _tr("1 more way"), _tr("{n} more ways")) if more else ""
    kind = choice_text(first.kind)
    return Cell(first.address, " \u00b7 ".join(filter(None, (kind, others))))


def _out_of_band_cell(contact: Contact) -> Cell:
    found = out_of_band(contact)
    if found is None:
        return Cell(_tr("None"), "", "triangle-alert", "warning")
    return Cell(_tr("Yes"), choice_text(found.kind), "shield-check", "success")


def _verified_cell(directory: Directory, contact: Contact) -> Cell:
    standing = directory.standing(contact)
    picture, tone = STANDING_LOOKS[standing]
    by = "" if contact.verified_on is None else contact.verified_by.strip()
    below = _tr("by {0}").format(by) if by else ""
    if standing is Standing.STALE:
        below = " \u00b7 ".join(filter(None, (_tr("too long ago"), below)))
    return Cell(verified_text(contact), below, picture, tone)


def _authority_cell(role: Role) -> Cell:
    if not role.authority:
        return Cell(_tr("None stated"), tone="text3")
    by = role.granted_by.strip()
    below = _tr("given by {0}").format(by) if by else _tr("nobody says who gave it")
    count = counted(len(role.authority), _tr("1 decision"), _tr("{n} decisions"))
    return Cell(count, below)


def _bar_cell(load: Load, most: int) -> BarCell:
    tone = "warning" if load.too_many else "accent"
    parts = (
        Part(len(load.holds), tone, _tr("held")),
        Part(len(load.deputises), "border_strong", _tr("deputised for")),
        Part(most - load.total, "track", _tr("free")),
    )
    return BarCell(load_count(load), tone="warning" if load.too_many else "", parts=parts)


def _nobody_cell() -> Cell:
    return Cell(_tr("Nobody"), "", "circle-alert", "danger")


def _named(record: Person | Party | Role) -> str:
    return record.name.strip() or _tr("Without a name")


def _tr(text: str) -> str:
    return QCoreApplication.translate("People", text)
