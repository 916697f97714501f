"""What is wrong with the RACI table, row by row and role by role, and how to mend it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from app.domain.judgement.findings import Weight
from app.domain.plan.changes import ChangeSet
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Raci, RaciActivity
from app.services.raci.editing import Parts, cells_set, parts_of

Load = Counter[Raci]
"""How many activities a role has each part in."""


class Rule(Enum):
    """What a table must fulfil; the first five concern a row, the others a role."""

    NOBODY_ACCOUNTABLE = "nobody-accountable"
    SEVERAL_ACCOUNTABLE = "several-accountable"
    NOBODY_RESPONSIBLE = "nobody-responsible"
    ONLY_ACCOUNTABLE = "only-accountable"
    UNKNOWN_ROLE = "unknown-role"
    ONLY_INFORMED = "only-informed"
    NO_PART = "no-part"


@dataclass(frozen=True, slots=True)
class Note:
    """One rule that a row or a role breaks.

    `roles` are those concerned; `steps` how many steps of playbooks they do, where it matters.
    """

    rule: Rule
    weight: Weight
    roles: tuple[RecordId, ...] = ()
    steps: int = 0


class Deed(Enum):
    """What a quick-fix does with a role."""

    MAKE_ACCOUNTABLE = "make-accountable"
    KEEP_ACCOUNTABLE = "keep-accountable"
    MAKE_RESPONSIBLE = "make-responsible"
    TAKE_OUT = "take-out"


@dataclass(frozen=True, slots=True)
class Fix:
    """One way to mend a row."""

    deed: Deed
    role: RecordId
    changes: ChangeSet


def row_notes(plan: Plan, row: RaciActivity) -> tuple[Note, ...]:
    """What is wrong with a row."""
    return tuple(_row_notes(plan, row))


def role_notes(plan: Plan, parts: Mapping[RecordId, Load]) -> dict[RecordId, Note]:
    """What is wrong with the roles, whose `loads` are `parts`; nothing while there is no table."""
    if not plan.raci:
        return {}
    steps = Counter(step.role for step in plan.steps.values())
    found: dict[RecordId, Note] = {}
    for key in plan.roles:
        held = parts[key]
        if not held.total():
            weight = Weight.WARN if steps[key] else Weight.HINT
            found[key] = Note(Rule.NO_PART, weight, (key,), steps[key])
        elif steps[key] and held[Raci.INFORMED] == held.total():
            found[key] = Note(Rule.ONLY_INFORMED, Weight.WARN, (key,), steps[key])
    return found


def loads(plan: Plan) -> dict[RecordId, Load]:
    """How many activities each role has each part in, those without any part included."""
    found: dict[RecordId, Load] = {key: Counter() for key in plan.roles}
    for row in plan.raci.values():
        for role, part in {(item.role, item.part): None for item in row.assignments}:
            if role not in found:
                found[role] = Counter()
            found[role][part] += 1
    return found


def fixes(plan: Plan, row: RaciActivity, note: Note) -> tuple[Fix, ...]:
    """The ways to mend what `note` says of a row; none where only a person can tell."""
    return tuple(_fixes(plan, row, note))


def _row_notes(plan: Plan, row: RaciActivity) -> Iterator[Note]:
    accountable = having(row, Raci.ACCOUNTABLE)
    responsible = having(row, Raci.RESPONSIBLE)
    if not accountable:
        yield Note(Rule.NOBODY_ACCOUNTABLE, Weight.WARN, responsible)
    elif len(accountable) > 1:
        yield Note(Rule.SEVERAL_ACCOUNTABLE, Weight.WARN, accountable)
    if not responsible:
        rule = Rule.ONLY_ACCOUNTABLE if accountable else Rule.NOBODY_RESPONSIBLE
        yield Note(rule, Weight.HINT if accountable else Weight.WARN, accountable)
    named = dict.fromkeys(item.role for item in row.assignments)
    unknown = tuple(role for role in named if role not in plan.roles)
    if unknown:
        yield Note(Rule.UNKNOWN_ROLE, Weight.WARN, unknown)


def having(row: RaciActivity, part: Raci) -> tuple[RecordId, ...]:
    """The roles that have a part in a row, each once."""
    return tuple(dict.fromkeys(item.role for item in row.assignments if item.part is part))


def _fixes(plan: Plan, row: RaciActivity, note: Note) -> Iterator[Fix]:
    for role in note.roles:
        match note.rule:
            case Rule.NOBODY_ACCOUNTABLE:
                yield _fix(plan, row, Deed.MAKE_ACCOUNTABLE, role, _with(row, role, "A"))
            case Rule.SEVERAL_ACCOUNTABLE:
                changed = {one: _lowered(row, one) for one in note.roles if one != role}
                yield Fix(Deed.KEEP_ACCOUNTABLE, role, _set(plan, row, changed))
            case Rule.ONLY_ACCOUNTABLE:
                yield _fix(plan, row, Deed.MAKE_RESPONSIBLE, role, _with(row, role, "R"))
            case Rule.UNKNOWN_ROLE:
                yield _fix(plan, row, Deed.TAKE_OUT, role, ())
            case Rule.NOBODY_RESPONSIBLE | Rule.ONLY_INFORMED | Rule.NO_PART:
                return
            case never:
                assert_never(never)


def _fix(plan: Plan, row: RaciActivity, deed: Deed, role: RecordId, parts: Parts) -> Fix:
    return Fix(deed, role, _set(plan, row, {role: parts}))


def _set(plan: Plan, row: RaciActivity, changed: dict[RecordId, Parts]) -> ChangeSet:
    return cells_set(plan, {(row.id, role): parts for role, parts in changed.items()})


def _with(row: RaciActivity, role: RecordId, letter: str) -> Parts:
    return (*parts_of(row, role), Raci(letter))


def _lowered(row: RaciActivity, role: RecordId) -> Parts:
    """The other parts of a role, or R where it has none."""
    rest = tuple(part for part in parts_of(row, role) if part is not Raci.ACCOUNTABLE)
    return rest or (Raci.RESPONSIBLE,)
