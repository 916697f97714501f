"""Where a person, a party or a role is named by other records of the plan."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from app.domain.judgement.linkage import Name, names_in
from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED, LINKS
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.roles import Role


class Bond(Enum):
    """What a record names somebody as."""

    HOLDER = "holder"
    DEPUTY = "deputy"
    CALLED = "called"
    INVOLVED = "involved"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Naming:
    """The record `id` of `kind` names somebody; `role` is the role it names in their place."""

    bond: Bond
    kind: Kind
    id: RecordId
    role: RecordId | None = None


def namings(plan: Plan, kind: Kind, key: RecordId) -> tuple[Naming, ...]:
    """The records that name the record `key` of `kind`, then those that name a role it holds."""
    found = list(_direct(plan, kind, key))
    if kind is Kind.PERSON:
        held = [one.id for one in found if one.bond is Bond.HOLDER]
        found += [
            Naming(one.bond, one.kind, one.id, role)
            for role in held
            for one in _direct(plan, Kind.ROLE, role)
            if one.kind in _THROUGH_ROLES
        ]
    return tuple(found)


def named_somewhere(plan: Plan, kind: Kind) -> frozenset[RecordId]:
    """The ids of `kind` that some record names, whether or not the plan has them."""
    named = (name for other in _NAMERS[kind] for name in _all_names(plan, other))
    return frozenset(key for table, key in named if table is kind)


_THROUGH_ROLES: Final = frozenset({Kind.TREE_NODE, Kind.OBLIGATION, Kind.SEVERITY})
"""The calls, duties and levels that reach a person by the role they hold."""

_NAMERS: Final[dict[Kind, tuple[Kind, ...]]] = {
    target: (
        *(
            kind
            for kind, fields in LINKS.items()
            if target in fields.values() or (kind is Kind.TREE_NODE and target in CALLED.values())
        ),
        Kind.SECTION,
    )
    for target in (Kind.PERSON, Kind.PARTY, Kind.ROLE)
}
"""The tables whose records can name those of a kind."""


def _direct(plan: Plan, kind: Kind, key: RecordId) -> Iterator[Naming]:
    wanted: Name = (kind, key)
    for other in _NAMERS[kind]:
        for record in plan.table(other).values():
            if wanted in names_in(record, other):
                yield Naming(_bond(record, other, key), other, record.id)


def _all_names(plan: Plan, other: Kind) -> Iterator[Name]:
    for record in plan.table(other).values():
        yield from names_in(record, other)


def _bond(record: Record, kind: Kind, key: RecordId) -> Bond:
    if isinstance(record, Role):
        return Bond.HOLDER if record.holder == key else Bond.DEPUTY
    return {Kind.TREE_NODE: Bond.CALLED, Kind.SECTION: Bond.MENTIONED}.get(kind, Bond.INVOLVED)
