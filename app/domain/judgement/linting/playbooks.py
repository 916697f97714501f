"""Playbooks that are missing, empty or leave open who does what."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Playbook, PlaybookStep

SECTION = "playbooks"


def _no_role(context: Context, step: PlaybookStep) -> Iterator[Finding]:
    if step.role is None or step.role not in context.plan.roles:
        who = "nobody" if step.role is None else f"{step.role!r}, whom the plan does not define"
        playbook = context.plan.playbooks.get(step.playbook)
        name = playbook.name if playbook is not None else repr(step.playbook)
        yield Finding(
            "step.no-role",
            Weight.WARN,
            Kind.STEP,
            step.id,
            f"A step of the playbook {name} is given to {who}: {step.action}",
            "Give the step to a role of the plan.",
            SECTION,
        )


def _unknown_link(context: Context, step: PlaybookStep) -> Iterator[Finding]:
    playbook = context.plan.playbooks.get(step.playbook)
    name = playbook.name if playbook is not None else repr(step.playbook)
    if step.decided_by is not None and step.decided_by not in context.plan.roles:
        yield _gone(step, "decided_by", name, f"is decided by {step.decided_by!r}", "role")
    if step.message is not None and step.message not in context.plan.messages:
        yield _gone(step, "message", name, f"uses {step.message!r}", "prepared message")


def _gone(step: PlaybookStep, field: str, playbook: str, says: str, thing: str) -> Finding:
    return Finding(
        "step.unknown-link",
        Weight.WARN,
        Kind.STEP,
        step.id,
        f"A step of the playbook {playbook} {says}, which is no {thing} of the plan: {step.action}",
        f"Choose a {thing} of the plan for the step, or none.",
        SECTION,
        field,
    )


def _no_floor(context: Context, playbook: Playbook) -> Iterator[Finding]:
    if playbook.floor is not None and playbook.floor not in context.plan.severities:
        yield Finding(
            "playbook.unknown-severity",
            Weight.WARN,
            Kind.PLAYBOOK,
            playbook.id,
            f"{playbook.name} starts at {playbook.floor!r}, which is no severity of the plan.",
            "Choose one of the plan's severity levels.",
            SECTION,
        )


def _never_starts(context: Context, playbook: Playbook) -> Iterator[Finding]:
    """An empty matrix says nothing of any playbook; that it is empty is a finding of its own."""
    known = context.plan.severities
    floor = known.get(playbook.floor) if playbook.floor is not None else None
    given = (known.get(cell.severity) for cell in context.plan.matrix.values())
    ranks = [level.rank for level in given if level is not None]
    if floor is not None and ranks and min(ranks) > floor.rank:
        yield Finding(
            "playbook.never-starts",
            Weight.WARN,
            Kind.PLAYBOOK,
            playbook.id,
            f"{playbook.name} starts at {floor.name}, but no cell of the matrix gives {floor.name} "
            "or worse.",
            "Let a cell of the matrix give it, or let the playbook start at a milder severity.",
            SECTION,
            "floor",
        )


def _empty(context: Context, playbook: Playbook) -> Iterator[Finding]:
    if not context.linkage.namers(Kind.PLAYBOOK, playbook.id, Kind.STEP):
        yield Finding(
            "playbook.empty",
            Weight.WARN,
            Kind.PLAYBOOK,
            playbook.id,
            f"The playbook {playbook.name} has no steps.",
            "Add the steps or take the playbook out.",
            SECTION,
        )


def _none(context: Context) -> Iterator[Finding]:
    if not context.plan.playbooks:
        yield Finding(
            "playbook.none",
            Weight.WARN,
            Kind.SECTION,
            RecordId(SECTION),
            "The plan has no playbooks.",
            "Adopt those for the incidents you expect most.",
            SECTION,
        )


_PLAYBOOKS = frozenset({Kind.PLAYBOOK})
_ROLES = frozenset({Kind.ROLE})
_NAMED = frozenset({Kind.ROLE, Kind.MESSAGE})
_SEVERITIES = frozenset({Kind.SEVERITY})
_STEPS = frozenset({Kind.STEP})

RECORD_RULES = (
    RecordRule("step.no-role", Kind.STEP, _no_role, _PLAYBOOKS, _ROLES),
    RecordRule("step.unknown-link", Kind.STEP, _unknown_link, _PLAYBOOKS, _NAMED),
    RecordRule("playbook.unknown-severity", Kind.PLAYBOOK, _no_floor, looks_up=_SEVERITIES),
    RecordRule(
        "playbook.never-starts",
        Kind.PLAYBOOK,
        _never_starts,
        scans=frozenset({Kind.CELL, Kind.SEVERITY}),
        decides={
            Kind.CELL: lambda cell: cell.severity,
            Kind.SEVERITY: lambda level: (level.rank, level.name),
        },
    ),
    RecordRule("playbook.empty", Kind.PLAYBOOK, _empty, named_by=_STEPS),
)
RULES = (PlanRule("playbook.none", _PLAYBOOKS, _none),)
