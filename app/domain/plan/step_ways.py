"""The ways through a playbook: in which order its steps stand, and which may follow which."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, PlaybookStep, StepBranch

Ways = Mapping[RecordId, tuple[RecordId | None, ...]]
"""The steps that may follow each step; None stands for the end of the playbook."""

_PHASES: Final = {phase: place for place, phase in enumerate(Phase)}


def in_phases(steps: Iterable[PlaybookStep]) -> tuple[PlaybookStep, ...]:
    """The steps in the order they are taken: phase by phase, within one as they stand."""
    return tuple(sorted(steps, key=lambda step: _PHASES[step.phase]))


def steps_of(plan: Plan, playbook: RecordId) -> tuple[PlaybookStep, ...]:
    """The steps of one playbook in the order they are taken."""
    return in_phases(step for step in plan.steps.values() if step.playbook == playbook)


def ways_on(steps: Sequence[PlaybookStep]) -> Ways:
    """What may follow each of `steps`, which are those of one playbook in their order.

    An answer that leads to none of them leads on to the next step.
    """
    keys = [step.id for step in steps]
    following: list[RecordId | None] = [*keys[1:], None]
    known = frozenset(keys)
    return {
        step.id: tuple(dict.fromkeys(_ways(step, after, known)))
        for step, after in zip(steps, following, strict=True)
    }


def leads_on(branch: StepBranch, known: frozenset[RecordId]) -> bool:
    """Whether an answer leads to the next step, as `known` has no other one for it."""
    return branch.to not in known and not (branch.to is None and branch.ends)


def reached(ways: Ways, start: RecordId) -> frozenset[RecordId]:
    """The steps one can come to from `start`, with itself."""
    return _spread([start], {key: _steps(after) for key, after in ways.items()})


def ending(ways: Ways) -> frozenset[RecordId]:
    """The steps from which one can come to the end."""
    before: dict[RecordId, list[RecordId]] = {key: [] for key in ways}
    for key, after in ways.items():
        for one in _steps(after):
            before[one].append(key)
    return _spread([key for key, after in ways.items() if None in after], before)


def _ways(
    step: PlaybookStep, after: RecordId | None, known: frozenset[RecordId]
) -> Iterable[RecordId | None]:
    if not step.branches:
        return (after,)
    return (_way(branch, after, known) for branch in step.branches)


def _way(branch: StepBranch, after: RecordId | None, known: frozenset[RecordId]) -> RecordId | None:
    if leads_on(branch, known):
        return after
    return branch.to


def _steps(after: Iterable[RecordId | None]) -> list[RecordId]:
    return [key for key in after if key is not None]


def _spread(
    starts: Iterable[RecordId], onward: Mapping[RecordId, Iterable[RecordId]]
) -> frozenset[RecordId]:
    found: set[RecordId] = set()
    waiting = list(starts)
    while waiting:
        key = waiting.pop()
        if key not in found:
            found.add(key)
            waiting.extend(onward[key])
    return frozenset(found)
