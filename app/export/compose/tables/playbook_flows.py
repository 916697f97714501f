"""The steps of a playbook as a figure: phases, who, by when, and what is decided."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from app.domain.document.labels import Labels
from app.domain.document.tree import Figure
from app.domain.plan.durations import Duration
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.span_order import surely_longer
from app.export.compose import names
from app.export.compose.scribe import Scribe
from app.export.figures.flow_columns import FlowLane
from app.export.figures.playbook_flow import PlaybookFlow, playbook_flow
from app.export.figures.step_card import FlowStep

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
    flow = PlaybookFlow(
        tuple(_lanes(scribe, phases)),
        scribe.labelled("playbook.trigger", playbook.trigger),
        scribe.labelled("playbook.closure", playbook.closure),
    )
    parts = playbook_flow(flow, say("playbook.flow.continued"))
    told = [[_lane_in_words(lane, scribe) for lane in part.lanes] for part in parts]
    told[0][:0] = _sentence(flow.start)
    told[-1] += _sentence(flow.end)
    return tuple(
        Figure(
            _caption(playbook, at, len(parts), say),
            say("playbook.flow.alternative", name=playbook.name, flow=" ".join(words)),
            part.drawing,
            f"flow:{playbook.id}.{at}",
        )
        for at, (part, words) in enumerate(zip(parts, told, strict=True), 1)
    )


def _lanes(scribe: Scribe, phases: Mapping[Phase, Sequence[PlaybookStep]]) -> Iterator[FlowLane]:
    number = 0
    before: list[Duration] = []
    for phase, steps in phases.items():
        limits = [step.within for step in steps if step.within is not None]
        waits = not _overtakes(limits, before)
        remark = "" if waits else scribe.say("playbook.flow.alongside")
        boxes = tuple(_box(scribe, at, step) for at, step in enumerate(steps, number + 1))
        yield FlowLane(scribe.say(f"phase.{phase.value}"), boxes, waits, remark)
        number += len(steps)
        before += limits


def _overtakes(limits: Sequence[Duration], before: Sequence[Duration]) -> bool:
    """Whether a phase must begin while an earlier one may still run.

    All limits count from the trigger: a phase whose first limit ends sooner than one of the
    phases before it cannot wait for them.
    """
    return any(surely_longer(span, limit) for span in before for limit in limits)


def _box(scribe: Scribe, number: int, step: PlaybookStep) -> FlowStep:
    role = names.role(scribe.plan, step.role)
    decider = names.role(scribe.plan, step.decided_by)
    key = "playbook.decide-by" if decider and decider != role else "playbook.decide"
    decision = scribe.lead(key, role=decider)
    return FlowStep(
        number,
        step.action,
        role,
        scribe.span(step.within),
        f"{decision} {step.decision}" if step.decision.strip() else "",
    )


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
    return scribe.commas((told, step.decision))


def _sentence(text: str) -> tuple[str, ...]:
    return (f"{text.rstrip('.')}.",) if text else ()
