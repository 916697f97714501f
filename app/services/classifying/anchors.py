"""Where remarks, actions, lessons and occasions point once the levels are other ones."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.practice import part_key, part_of
from app.services.classifying.schemes import Matches

HOME = part_key(Kind.SECTION, RecordId("classification"))
"""Where a remark goes whose level, cell or sample is gone."""

_GONE = (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SAMPLE)


def reanchored(before: Plan, plan: Plan, matches: Mapping[Kind, Matches]) -> Plan:
    """`plan` with everything that pointed to a level of `before` pointing to its counterpart.

    What has none points to the section. Findings that were accepted of such records are open
    again: another scheme has other ones.
    """
    for kind in (Kind.ACTION, Kind.COMMENT, Kind.LESSON):
        for record in before.table(kind).values():
            pointed = _pointed(before, plan, record.about, matches)
            plan = _with(plan, kind, record.id, about=pointed)
    for kind in (Kind.EXERCISE, Kind.ACTIVATION):
        for record in before.table(kind).values():
            parts = tuple(_parts(before, plan, record, matches))
            plan = _with(plan, kind, record.id, exercised=parts)
    gone = [key for key in before.accepted if any(f"/{kind.value}/" in key for kind in _GONE)]
    for key in gone:
        plan = plan.with_table(Kind.ACCEPTED, plan.accepted.without(key))
    return plan


def _with(plan: Plan, kind: Kind, key: RecordId, **fields: Any) -> Plan:  # noqa: ANN401
    record = plan.table(kind)[key]
    changed = replace(record, **fields)
    return plan if changed == record else plan.with_table(kind, plan.table(kind).put(changed))


def _parts(
    before: Plan,
    plan: Plan,
    record: Any,  # noqa: ANN401 - an exercise or an activation
    matches: Mapping[Kind, Matches],
) -> Iterator[str]:
    """What was tried out, without levels that have no counterpart."""
    seen = set()
    for part in record.exercised:
        now = _pointed(before, plan, part, matches)
        if now not in seen and (now != HOME or part == HOME):
            seen.add(now)
            yield now


def _pointed(before: Plan, plan: Plan, about: str, matches: Mapping[Kind, Matches]) -> str:
    found = part_of(about)
    if found is None or found[0] not in _GONE:
        return about
    kind, key = found
    if key not in before.table(kind):
        return about
    now = matches[kind].get(key) if kind in matches else key
    if now is not None and now in plan.table(kind):
        return part_key(kind, now)
    return HOME
