"""What other answers would change in a plan that was drafted from its template."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from app.domain.interview.conditions import Answers, holds
from app.domain.interview.drafting import section_prose, starting_records
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.plan.changes import RecordChange, put, remove
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.sections import Section
from app.services.answering.redrafting import redrafted, same_text


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
    """What leads `plan`, which followed the answers `before`, to the answers `after`.

    Only what the template itself would have drafted differently is touched: words and records of
    the organisation stay. Sections come first, then records in the template's order.
    """
    return (
        *section_consequences(template, plan, before, after),
        *_records(template, plan, before, after),
    )


def section_consequences(
    template: PlanTemplate, plan: Plan, before: Answers, after: Answers
) -> Iterator[Consequence]:
    """What other answers change in the texts of sections, and in which sections apply."""
    for key, present in plan.sections.items():
        known = template.by_key.get(key)
        if known is None:
            continue
        prose = redrafted(present.prose, known, before, after)
        reason = _reason(present, known, before, after)
        if prose != present.prose or reason != present.not_applicable:
            wanted = replace(present, prose=prose, not_applicable=reason)
            edited = not same_text(present.prose, section_prose(known, before))
            yield Consequence(put(plan, wanted), edited and prose != present.prose)


def _reason(section: Section, known: SectionTemplate, before: Answers, after: Answers) -> str:
    """A section leaves and comes back with the answers, unless a person has decided."""
    applied, applies = holds(known.applies, before), holds(known.applies, after)
    if applied and not applies and not section.not_applicable:
        return known.otherwise
    if applies and not applied and section.not_applicable == known.otherwise:
        return ""
    return section.not_applicable


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
