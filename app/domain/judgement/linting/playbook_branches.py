"""Decisions of playbooks whose answers lead nowhere, round in a circle or past a step for good."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.playbook_times import steps_of
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.step_ways import ending, reached, ways_on

SECTION = "playbooks"
FIELD = "branches"


def _unknown(context: Context, step: PlaybookStep) -> Iterator[Finding]:
    lost = [item for item in step.branches if item.to is not None]
    lost = [item for item in lost if item.to not in context.plan.steps]
    if lost:
        yield _finding(
            "branch.unknown-step",
            step,
            f"{_answers(lost[0].answer)} leads to a step that the plan does not have",
            "Choose a step of the same playbook, or let the answer lead on to the next one.",
        )


def _elsewhere(context: Context, step: PlaybookStep) -> Iterator[Finding]:
    for branch in step.branches:
        to = context.plan.steps.get(branch.to) if branch.to is not None else None
        if to is not None and to.playbook != step.playbook:
            yield _finding(
                "branch.elsewhere",
                step,
                f"{_answers(branch.answer)} leads into another playbook",
                "Choose a step of the same playbook; name the other playbook in the action.",
            )
            return


def _no_decision(_: Context, step: PlaybookStep) -> Iterator[Finding]:
    if step.branches and not step.decision.strip():
        yield _finding(
            "branch.no-decision",
            step,
            "There are answers, but no decision that they answer",
            "Say what is decided here, or take the answers out.",
        )


def _no_answer(_: Context, step: PlaybookStep) -> Iterator[Finding]:
    said = [" ".join(item.answer.split()).casefold() for item in step.branches]
    if not all(said):
        problem = "A way on has no answer that leads there"
    elif len(set(said)) < len(said):
        problem = "The same answer leads two ways"
    else:
        return
    yield _finding("branch.no-answer", step, problem, "Give each way on an answer of its own.")


def _loop(context: Context, playbook: Playbook) -> Iterator[Finding]:
    steps = steps_of(context, playbook)
    if not any(step.branches for step in steps):
        return
    ways = ways_on(steps)
    caught = reached(ways, steps[0].id) - ending(ways)
    first = next((step for step in steps if step.id in caught), None)
    if first is not None:
        yield _of_playbook(
            "branch.loop",
            playbook,
            first,
            f"In the playbook {playbook.name}, no answer leads out again from “{_said(first)}”.",
            "Let one answer of the decisions there lead on, or close the playbook.",
        )


def _unreachable(context: Context, playbook: Playbook) -> Iterator[Finding]:
    steps = steps_of(context, playbook)
    if not any(step.branches for step in steps):
        return
    taken = reached(ways_on(steps), steps[0].id)
    for step in steps:
        if step.id not in taken:
            yield _of_playbook(
                "step.unreachable",
                playbook,
                step,
                f"In the playbook {playbook.name}, nothing leads to the step “{_said(step)}”.",
                "Let an answer lead there, or take the step out.",
            )


def _finding(code: str, step: PlaybookStep, problem: str, fix: str) -> Finding:
    reason = f"{problem}: {step.action}"
    return Finding(code, Weight.WARN, Kind.STEP, step.id, reason, fix, SECTION, FIELD)


def _of_playbook(
    code: str, playbook: Playbook, step: PlaybookStep, reason: str, fix: str
) -> Finding:
    return Finding(code, Weight.WARN, Kind.PLAYBOOK, playbook.id, reason, fix, SECTION, step.id)


def _answers(answer: str) -> str:
    return f"The answer “{answer.strip()}”" if answer.strip() else "An answer"


def _said(step: PlaybookStep) -> str:
    return step.action.strip().rstrip(".")


_STEPS = frozenset({Kind.STEP})

RECORD_RULES = (
    RecordRule("branch.unknown-step", Kind.STEP, _unknown, looks_up=_STEPS),
    RecordRule(
        "branch.elsewhere",
        Kind.STEP,
        _elsewhere,
        reads=_STEPS,
        decides={Kind.STEP: lambda step: step.playbook},
    ),
    RecordRule("branch.no-decision", Kind.STEP, _no_decision),
    RecordRule("branch.no-answer", Kind.STEP, _no_answer),
    RecordRule("branch.loop", Kind.PLAYBOOK, _loop, named_by=_STEPS),
    RecordRule("step.unreachable", Kind.PLAYBOOK, _unreachable, named_by=_STEPS),
)
