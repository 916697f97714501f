"""What other answers would change in a plan that was drafted from its template."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.interview.conditions import Answers
from app.domain.interview.drafting import default_section, starting_records
from app.domain.interview.merging import merged_text
from app.domain.interview.template import PlanTemplate
from app.domain.plan.changes import RecordChange, put, remove
from app.domain.plan.plan import Kind, Plan, Record, kind_of


@dataclass(frozen=True, slots=True)
class Consequence:
    """One record that another answer adds, changes or takes away.

    `edited`: people have changed what would be touched, so nothing happens unasked.
    """

    change: RecordChange
    edited: bool


def consequences(
    template: PlanTemplate, plan: Plan, before: Answers, after: Answers
) -> tuple[Consequence, ...]:
    """What leads `plan`, whose text followed the answers `before`, to the answers `after`.

    Only what the template itself would have drafted differently is touched: words and records of
    the organisation stay. Sections come first, then records in the template's order.
    """
    return (
        *_sections(template, plan, before, after),
        *_records(template, plan, before, after),
    )


def _sections(
    template: PlanTemplate, plan: Plan, before: Answers, after: Answers
) -> Iterator[Consequence]:
    for section in template.sections:
        old, new = default_section(section, before), default_section(section, after)
        present = plan.sections.get(old.id)
        if old == new or present is None:
            continue
        prose = merged_text(old.prose, new.prose, present.prose)
        reason = present.not_applicable
        excused = reason if reason != old.not_applicable else new.not_applicable
        wanted = replace(present, prose=prose, not_applicable=excused)
        if wanted != present:
            yield Consequence(put(plan, wanted), present.prose.strip() != old.prose)


def _records(
    template: PlanTemplate, plan: Plan, before: Answers, after: Answers
) -> Iterator[Consequence]:
    old = {_key(record): record for record in starting_records(template, before)}
    new = {_key(record): record for record in starting_records(template, after)}
    foreign = _foreign(plan, old)
    for (kind, key), record in old.items():
        present = plan.table(kind).get(key)
        if (kind, key) not in new and present is not None:
            yield Consequence(remove(plan, kind, key), present != record)
    for (kind, key), record in new.items():
        present, was = plan.table(kind).get(key), old.get((kind, key))
        if present is None and was is None and kind not in foreign:
            yield Consequence(put(plan, record), edited=False)
        elif present is not None and was is not None and was != record:
            yield from _changed(plan, was, record, present)


def _changed(plan: Plan, old: Record, new: Record, present: Any) -> Iterator[Consequence]:  # noqa: ANN401 - any record
    differing = [
        item.name for item in fields(new) if getattr(old, item.name) != getattr(new, item.name)
    ]
    untouched = [name for name in differing if getattr(present, name) == getattr(old, name)]
    edited = len(untouched) < len(differing)
    wanted = replace(present, **{name: getattr(new, name) for name in differing})
    if wanted != present:
        yield Consequence(put(plan, wanted), edited)


def _foreign(plan: Plan, old: dict[tuple[Kind, str], Record]) -> frozenset[Kind]:
    """The kinds of which the organisation has put its own records in place of the template's."""
    proposed = {kind for kind, _ in old}
    kept = {kind for kind, key in old if key in plan.table(kind)}
    return frozenset(kind for kind in proposed - kept if len(plan.table(kind)))


def _key(record: Record) -> tuple[Kind, Any]:
    return kind_of(record), record.id
