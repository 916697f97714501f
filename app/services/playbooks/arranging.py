"""Steps of a playbook put in order, added and taken out, each edit as changes of the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from app.domain.plan.changes import ChangeSet, difference, put
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Phase, PlaybookStep, StepBranch
from app.domain.plan.records import Records
from app.domain.plan.step_ways import steps_of

_PHASES: Final = tuple(Phase)


def step_added(
    plan: Plan, playbook: RecordId, below: RecordId | None, action: str = ""
) -> tuple[RecordId, ChangeSet]:
    """A new step under the step `below`, in its phase; without one, in the first phase.

    The role of the step above is taken over: steps in a row are mostly one person's.
    """
    above = plan.steps.get(below) if below is not None else None
    made = PlaybookStep(new_id("step"), playbook, _PHASES[0], action)
    if above is None:
        return made.id, (put(plan, made),)
    made = replace(made, phase=above.phase, role=above.role)
    return made.id, (put(plan, made, plan.steps.index(above.id) + 1),)


def steps_moved(plan: Plan, chosen: Iterable[RecordId], by: int) -> ChangeSet:
    """The chosen steps of one playbook one place up (-1) or down (1), across phases, too.

    A step at the edge of its phase goes over into the next phase there is, be it without steps.
    Nothing moves once the first (up) or last (down) of them is at the end of the playbook.
    """
    wanted = frozenset(chosen)
    ordered = _of_playbook(plan, wanted)
    moving = [step for step in ordered if step.id in wanted]
    if not moving:
        return ()
    front = moving[0] if by < 0 else moving[-1]
    phase = [step for step in ordered if step.phase is front.phase]
    at = phase.index(front) + by
    if 0 <= at < len(phase):
        others = [step for step in phase if step.id not in wanted]
        passed = phase[at]
        return steps_placed(plan, wanted, front.phase, others.index(passed) + (1 if by > 0 else 0))
    beside = _PHASES.index(front.phase) + by
    if not 0 <= beside < len(_PHASES):
        return ()
    return steps_placed(plan, wanted, _PHASES[beside], 0 if by > 0 else None)


def steps_placed(plan: Plan, chosen: Iterable[RecordId], phase: Phase, at: int | None) -> ChangeSet:
    """The chosen steps of one playbook into `phase`, before its `at`-th other step.

    None puts them behind all others; what lies outside is the nearest end.
    """
    wanted = frozenset(chosen)
    ordered = _of_playbook(plan, wanted)
    moving = [replace(step, phase=phase) for step in ordered if step.id in wanted]
    others = [step for step in ordered if step.phase is phase and step.id not in wanted]
    ahead = [] if at is None else others[max(at, 0) :]
    before = ahead[0].id if ahead else None
    behind = others[-1].id if others else None
    return difference(plan, _with_steps(plan, _inserted(plan, moving, before, behind)))


def steps_removed(plan: Plan, chosen: Iterable[RecordId]) -> ChangeSet:
    """Takes steps out; answers that led to them lead on to the next step."""
    wanted = frozenset(chosen)
    left = (step for step in plan.steps.values() if step.id not in wanted)
    return difference(plan, _with_steps(plan, (_freed(step, wanted) for step in left)))


def playbook_removed(plan: Plan, playbook: RecordId) -> ChangeSet:
    """Takes a playbook out, with its steps; nothing when there is none."""
    steps = (step for step in plan.steps.values() if step.playbook != playbook)
    playbooks = plan.playbooks.without(playbook)
    return difference(plan, _with_steps(plan, steps).with_table(Kind.PLAYBOOK, playbooks))


def _of_playbook(plan: Plan, chosen: frozenset[RecordId]) -> tuple[PlaybookStep, ...]:
    """All steps, in their order, of the playbook that the first of `chosen` belongs to."""
    owner = next((step.playbook for step in plan.steps.values() if step.id in chosen), None)
    return steps_of(plan, owner) if owner is not None else ()


def _inserted(
    plan: Plan,
    moving: Sequence[PlaybookStep],
    before: RecordId | None,
    behind: RecordId | None,
) -> list[PlaybookStep]:
    """All steps with `moving` in a row before one, or else behind one, or where the first stood."""
    keys = {step.id for step in moving}
    rest = [step for step in plan.steps.values() if step.id not in keys]
    order = [step.id for step in rest]
    if before is not None:
        place = order.index(before)
    elif behind is not None:
        place = order.index(behind) + 1
    else:
        place = plan.steps.index(moving[0].id) if moving else 0
    return [*rest[:place], *moving, *rest[place:]]


def _with_steps(plan: Plan, steps: Iterable[PlaybookStep]) -> Plan:
    return plan.with_table(Kind.STEP, Records(steps))


def _freed(step: PlaybookStep, gone: frozenset[RecordId]) -> PlaybookStep:
    ways = tuple(_onward(way, gone) for way in step.branches)
    return step if ways == step.branches else replace(step, branches=ways)


def _onward(branch: StepBranch, gone: frozenset[RecordId]) -> StepBranch:
    return replace(branch, to=None) if branch.to in gone else branch
