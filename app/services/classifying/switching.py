"""Another scheme of severity in place of the present one, and what of the plan it costs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.interview.template import PlanTemplate
from app.domain.plan import changes as differences
from app.domain.plan.axes import SCHEME
from app.domain.plan.changes import ChangeSet, difference
from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.links import named
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.services.answering.answers import answer_changes
from app.services.classifying.anchors import reanchored
from app.services.classifying.losses import Loss, losses
from app.services.classifying.schemes import SCALES, Matches, Scheme, present_scheme, scheme
from app.services.classifying.touched import linked, own_samples, relocated

CARRIED: Final = (
    "respond_in_hours",
    "respond_out_of_hours",
    "escalate_in_hours",
    "escalate_out_of_hours",
    "update_every",
    "informed",
    "declared_by",
)
"""What the organisation has decided of a level and a new level may take over from an old one."""


@dataclass(frozen=True, slots=True)
class Switch:
    """`changes` lead to the new scheme as one step; `losses` tell what does not get there."""

    changes: ChangeSet
    losses: tuple[Loss, ...]


def switched(
    plan: Plan,
    template: PlanTemplate,
    offered: Scheme,
    matches: Mapping[Kind, Matches],
    *,
    keep: bool = True,
) -> Switch:
    """The plan under the scheme `offered`, its levels matched to the old ones as `matches` say.

    `keep`: new levels take the times and people of the old ones they replace. The words of levels
    and the matrix are always those of the new scheme; samples of the organisation itself stay
    where their levels have counterparts.
    """
    question = template.questions[SCHEME]
    after = differences.apply(plan, answer_changes(plan, template, question, offered.key))
    old = scheme(plan, template, present_scheme(plan))
    for kind in (*SCALES, Kind.CELL):
        after = after.with_table(kind, Records(offered.records.get(kind, ())))
    levels = _levels(plan, offered, matches[Kind.SEVERITY], keep=keep)
    after = after.with_table(Kind.SEVERITY, Records(levels))
    after = after.with_table(Kind.SAMPLE, Records(_samples(plan, old, offered, matches)))
    after = _relinked(after, matches)
    after = reanchored(plan, after, matches)
    return Switch(difference(plan, after), tuple(losses(plan, after, old, matches)))


def _levels(
    plan: Plan, offered: Scheme, matches: Matches, *, keep: bool
) -> Iterator[SeverityLevel]:
    """The new severities; roles the plan does not have are left out."""
    for level in offered.levels(Kind.SEVERITY):
        before = [old for old in plan.severities.values() if matches.get(old.id) == level.id]
        source = min(before, key=lambda old: old.rank) if before and keep else level
        taken: dict[str, Any] = {field: getattr(source, field) for field in CARRIED}
        taken["informed"] = tuple(role for role in taken["informed"] if role in plan.roles)
        if taken["declared_by"] not in plan.roles:
            taken["declared_by"] = None
        yield replace(level, **taken)


def _samples(
    plan: Plan, old: Scheme, offered: Scheme, matches: Mapping[Kind, Matches]
) -> Iterator[SampleIncident]:
    """Those of the new scheme, then the organisation's own, in which what they name is there."""
    own = {sample.id: sample for sample in own_samples(plan, old)}
    for sample in offered.records.get(Kind.SAMPLE, ()):
        if sample.id not in own:
            yield sample
    for sample in own.values():
        moved = _moved(sample, matches)
        if moved is not None:
            yield moved


def _moved(sample: SampleIncident, matches: Mapping[Kind, Matches]) -> SampleIncident | None:
    impact = matches[Kind.IMPACT].get(sample.impact)
    urgency = matches[Kind.URGENCY].get(sample.urgency)
    expected = matches[Kind.SEVERITY].get(sample.expected)
    if impact is None or urgency is None or expected is None:
        return None
    levels = ((one, matches[Kind.IMPACT].get(one.impact)) for one in sample.judged)
    judged = tuple(replace(one, impact=level) for one, level in levels if level is not None)
    return replace(sample, impact=impact, urgency=urgency, expected=expected, judged=judged)


def _relinked(plan: Plan, matches: Mapping[Kind, Matches]) -> Plan:
    """Links to levels follow these; one that has no counterpart is left open."""
    for kind, record, field, target in tuple(linked(plan)):
        now = plan.table(kind)[record.id]
        (key,) = named(now, field)
        changed = replace(now, **{field: matches[target].get(key)})
        plan = plan.with_table(kind, plan.table(kind).put(changed))
    moved = (relocated(item, matches[Kind.IMPACT]) for item in plan.dimensions.values())
    return plan.with_table(Kind.DIMENSION, Records(moved))
