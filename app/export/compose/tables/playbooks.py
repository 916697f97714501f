"""Playbooks, one after the other, each with its steps by phase."""

from app.domain.document.tree import Block, Heading
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.export.compose import names
from app.export.compose.cells import cell, marked, optional, span, stacked, table
from app.export.compose.labelled import fact, points

PHASE_WORDS = {
    Phase.FIRST_MINUTES: "First minutes",
    Phase.ANALYSE: "Analyse",
    Phase.CONTAIN: "Contain",
    Phase.ERADICATE: "Eradicate",
    Phase.RECOVER: "Recover",
    Phase.COMMUNICATE: "Communicate",
    Phase.CLOSE: "Close",
}


def playbooks(plan: Plan) -> tuple[Block, ...]:
    """Every playbook under a heading of its own."""
    made: list[Block] = []
    for playbook in plan.playbooks.values():
        steps = [step for step in plan.steps.values() if step.playbook == playbook.id]
        made += [Heading(3, playbook.name, f"playbook:{playbook.id}"), *_about(plan, playbook)]
        for phase, words in PHASE_WORDS.items():
            in_phase = [step for step in steps if step.phase is phase]
            if in_phase:
                made.append(_steps(plan, playbook, words, in_phase))
        made += _ending(playbook)
    return tuple(made)


def _about(plan: Plan, playbook: Playbook) -> list[Block]:
    floor = names.severity(plan, playbook.floor)
    facts = (
        ("Trigger", playbook.trigger),
        ("Least severity", floor),
        ("ATT&CK techniques", ", ".join(playbook.techniques)),
    )
    made: list[Block] = [fact(label, text) for label, text in facts if text]
    return made + points("Questions the analysis answers", playbook.questions)


def _steps(plan: Plan, playbook: Playbook, phase: str, steps: list[PlaybookStep]) -> Block:
    heads = (("Step", 3.0), ("Role", 1.4), ("Within", 1.1), ("Evidence and decision", 3.2))
    rows = (
        (
            marked(step, step.action),
            cell(names.role(plan, step.role)),
            optional(span(step.within)),
            optional(_evidence(step)),
        )
        for step in steps
    )
    anchor = f"table:playbook.{playbook.id}.{steps[0].phase.value}"
    return table(f"{playbook.name}: {phase.lower()}", heads, rows, anchor)


def _evidence(step: PlaybookStep) -> str:
    decision = f"Decide: {step.decision}" if step.decision else ""
    criteria = f"By: {step.criteria}" if step.criteria else ""
    keep = f"Keep: {step.evidence}" if step.evidence else ""
    return stacked(keep, decision, criteria)


def _ending(playbook: Playbook) -> list[Block]:
    made = points("Recovery is accepted when", playbook.recovery_criteria)
    if playbook.closure:
        made.append(fact("Closure", playbook.closure))
    return made + points("Measured by", playbook.metrics)
