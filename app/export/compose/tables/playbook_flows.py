"""The steps of a playbook as a figure: phases, who, by when, and what is decided."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from app.domain.document.labels import Labels
from app.domain.document.tree import Figure
from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.domain.plan.span_order import surely_longer
from app.export.compose import names
from app.export.compose.scribe import Scribe
from app.export.compose.tables.step_branches import branch_words
from app.export.figures.flow_columns import FlowLane
from app.export.figures.playbook_flow import FlowPart, PlaybookFlow, playbook_flow
from app.export.figures.step_card import FlowBranch, FlowStep

_FEWEST_STEPS: Final = 5
"""A table of fewer steps is taken in at a glance; a figure would only repeat it."""


def playbook_flows(
    scribe: Scribe, playbook: Playbook, phases: Mapping[Phase, Sequence[PlaybookStep]]
) -> tuple[Figure, ...]:
    """Figures of the steps of `playbook` by phase; one, or several where steps are very many.

    Steps are numbered through in the order of `phases`. Few steps make no figure.
    """
    if sum(map(len, phases.values())) < _FEWEST_STEPS:
        return ()
    say = scribe.say
    flow = flow_of(scribe, playbook, [step for steps in phases.values() for step in steps])
    parts = playbook_flow(flow, say("playbook.flow.continued"))
    told = told_of(scribe, flow, parts)
    return tuple(
        Figure(
            _caption(playbook, at, len(parts), say),
            say("playbook.flow.alternative", name=playbook.name, flow=" ".join(words)),
            part.drawing,
            f"flow:{playbook.id}.{at}",
        )
        for at, (part, words) in enumerate(zip(parts, told, strict=True), 1)
    )


def flow_of(scribe: Scribe, playbook: Playbook, steps: Sequence[PlaybookStep]) -> PlaybookFlow:
    """What is drawn of `playbook`, whose `steps` stand in the order of the phases."""
    phases = {phase: tuple(group) for phase, group in groupby(steps, key=lambda one: one.phase)}
    return PlaybookFlow(
        tuple(_lanes(scribe, phases)),
        scribe.labelled("playbook.trigger", playbook.trigger),
        scribe.labelled("playbook.closure", playbook.closure),
    )


def told_of(
    scribe: Scribe, flow: PlaybookFlow, parts: Sequence[FlowPart]
) -> tuple[tuple[str, ...], ...]:
    """What each of the `parts` of `flow` shows, in sentences."""
    told = [[_lane_in_words(lane, scribe) for lane in part.lanes] for part in parts]
    if told:
        told[0][:0] = _sentence(flow.start)
        told[-1] += _sentence(flow.end)
    return tuple(map(tuple, told))


def _lanes(scribe: Scribe, phases: Mapping[Phase, Sequence[PlaybookStep]]) -> Iterator[FlowLane]:
    ordered = (step for steps in phases.values() for step in steps)
    numbers = {step.id: number for number, step in enumerate(ordered, 1)}
    before: list[Duration] = []
    for phase, steps in phases.items():
        limits = [step.within for step in steps if step.within is not None]
        waits = not _overtakes(limits, before)
        remark = "" if waits else scribe.say("playbook.flow.alongside")
        boxes = tuple(_box(scribe, step, numbers) for step in steps)
        yield FlowLane(scribe.say(f"phase.{phase.value}"), boxes, waits, remark)
        before += limits


def _overtakes(limits: Sequence[Duration], before: Sequence[Duration]) -> bool:
    """Whether a phase must begin while an earlier one may still run.

    All limits count from the trigger: a phase whose first limit ends sooner than one of the
    phases before it cannot wait for them.
    """
    return any(surely_longer(span, limit) for span in before for limit in limits)


def _box(scribe: Scribe, step: PlaybookStep, numbers: Mapping[RecordId, int]) -> FlowStep:
    role = names.role(scribe.plan, step.role)
    decider = names.role(scribe.plan, step.decided_by)
    key = "playbook.decide-by" if decider and decider != role else "playbook.decide"
    decision = scribe.lead(key, role=decider)
    said = branch_words(scribe, step, numbers)
    return FlowStep(
        numbers[step.id],
        step.action,
        role,
        scribe.span(step.within),
        f"{decision} {step.decision}" if step.decision.strip() else "",
        tuple(
            FlowBranch(words, _number(way, numbers), way.ends and way.to is None)
            for words, way in zip(said, step.branches, strict=True)
        ),
    )


def _number(way: StepBranch, numbers: Mapping[RecordId, int]) -> int | None:
    return numbers.get(way.to) if way.to is not None else None


def _caption(playbook: Playbook, at: int, count: int, say: Labels) -> str:
    if count == 1:
        return say("playbook.flow.caption", name=playbook.name)
    return say("playbook.flow.caption-part", name=playbook.name, at=at, count=count)


def _lane_in_words(lane: FlowLane, scribe: Scribe) -> str:
    remark = f" ({lane.remark})" if lane.remark else ""
    called = scribe.say("list.label", label=f"{lane.title}{remark}")
    return f"{called} {'; '.join(_step_in_words(step, scribe) for step in lane.steps)}."


def _step_in_words(step: FlowStep, scribe: Scribe) -> str:
    who = scribe.commas((step.role, step.limit))
    told = f"{step.number} {step.action.rstrip('.')}{f' ({who})' if who else ''}"
    return scribe.commas((told, step.decision, *(way.words for way in step.branches)))


def _sentence(text: str) -> tuple[str, ...]:
    return (f"{text.rstrip('.')}.",) if text else ()
