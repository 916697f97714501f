"""Duties to notify, with their clocks."""

from collections.abc import Iterator

from app.domain.document.tree import Block, Cell
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.plan import Plan
from app.export.compose import names
from app.export.compose.cells import cell, listed, optional, stacked, table

READ_AS = {
    "high": "",
    "medium": "read in a secondary source",
    "memory": "from memory, not verified",
}
"""What is printed beside a duty, by the confidence of its source."""


def register(plan: Plan) -> tuple[Block, ...]:
    """Which duties exist and where they come from."""
    if not plan.obligations:
        return ()
    heads = (("Duty", 2.4), ("Applies when", 3.2), ("Source", 2.4))
    rows = (
        (duty.name, cell(duty.trigger), optional(_source(duty)))
        for duty in plan.obligations.values()
    )
    return (table("Duties to notify and their sources", heads, rows, "table:register"),)


def notification(plan: Plan) -> tuple[Block, ...]:
    """Each notice with its deadline, who decides and what it must say."""
    if not plan.obligations:
        return ()
    heads = (
        ("Duty and recipient", 2.2),
        ("Notice", 1.5),
        ("Due", 2.2),
        ("Decided by", 1.4),
    )
    rows = [row for duty in plan.obligations.values() for row in _notices(plan, duty)]
    made: list[Block] = [table("Notices and deadlines", heads, rows, "table:deadlines")]
    contents = [
        (duty.name, listed(duty.content)) for duty in plan.obligations.values() if duty.content
    ]
    if contents:
        what = (("Duty", 1.8), ("The notice states", 5.0))
        made.append(table("What each notice states", what, contents, "table:contents"))
    return tuple(made)


def _notices(plan: Plan, duty: Obligation) -> Iterator[tuple[Cell, ...]]:
    """A row a notice; the duty and its owner stand in the first."""
    named = cell(f"{duty.name}\n{duty.recipient}".strip())
    owner = cell(names.role(plan, duty.decision_owner))
    for at, step in enumerate(duty.steps or (ObligationStep("Notice"),)):
        first = at == 0
        yield (
            named if first else Cell(),
            cell(step.name),
            cell(due(step)),
            owner if first else Cell(),
        )


def due(step: ObligationStep) -> str:
    """When a notice is due, and what starts its clock."""
    when = f"within {step.within}" if step.within is not None and step.within.amount else ""
    if step.within is not None and not step.within.amount:
        when = "at once"
    start = f"counted from {step.clock_start}" if step.clock_start else ""
    return stacked(when, step.timing, start)


def _source(duty: Obligation) -> str:
    remark = READ_AS.get(duty.confidence, "")
    return stacked(duty.citation, remark)
