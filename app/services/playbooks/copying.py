"""Copies of steps and whole playbooks, whose answers lead to the copies."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.ids import RecordId, id_from_name, new_id
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import PlaybookStep, StepBranch
from app.domain.plan.step_ways import steps_of


def led_to(
    branches: Iterable[StepBranch], copies: Mapping[RecordId, RecordId]
) -> tuple[StepBranch, ...]:
    """`branches` with every step that is among `copies` replaced by its copy."""
    return tuple(
        branch if branch.to is None else replace(branch, to=copies.get(branch.to, branch.to))
        for branch in branches
    )


def playbook_copied(plan: Plan, playbook: RecordId, name: str) -> tuple[RecordId, ChangeSet]:
    """A copy of a playbook called `name`, behind it, with copies of all its steps.

    Raises:
        KeyError: no such playbook.
    """
    original = plan.playbooks[playbook]
    key = id_from_name(name, frozenset(map(str, plan.playbooks)))
    place = plan.playbooks.index(playbook) + 1
    made = replace(original, id=key, name=name)
    steps = _copied(steps_of(plan, playbook))
    owned = (put(plan, replace(step, playbook=key)) for step in steps)
    return key, (put(plan, made, place), *owned)


def steps_copied(plan: Plan, chosen: Iterable[RecordId]) -> tuple[tuple[RecordId, ...], ChangeSet]:
    """Copies of steps of one playbook, together behind the last of those chosen."""
    wanted = frozenset(chosen)
    originals = [step for step in plan.steps.values() if step.id in wanted]
    if not originals:
        return (), ()
    place = plan.steps.index(originals[-1].id) + 1
    copies = _copied(originals)
    changes = tuple(put(plan, step, place + at) for at, step in enumerate(copies))
    return tuple(step.id for step in copies), changes


def _copied(originals: Iterable[PlaybookStep]) -> tuple[PlaybookStep, ...]:
    steps = tuple(originals)
    copies = {step.id: new_id("step") for step in steps}
    return tuple(
        replace(step, id=copies[step.id], branches=led_to(step.branches, copies)) for step in steps
    )


def free_name(plan: Plan, wanted: str) -> str:
    """`wanted`, numbered where a playbook is called so already."""
    taken = {each.name.strip().casefold() for each in plan.table(Kind.PLAYBOOK).values()}
    name, count = wanted, 2
    while name.strip().casefold() in taken:
        name, count = f"{wanted} {count}", count + 1
    return name
