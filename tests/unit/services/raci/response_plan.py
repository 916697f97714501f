"""A small plan with roles, playbooks and a RACI table for the tests."""

from app.domain.plan.classification import IncidentCategory, SeverityLevel
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.roles import Raci, RaciActivity, RaciAssignment, RoleTier
from tests.builders import plan_with, rid, role

A, R, C, I = Raci.ACCOUNTABLE, Raci.RESPONSIBLE, Raci.CONSULTED, Raci.INFORMED  # noqa: E741
LETTERS = {part.value: part for part in Raci}


def row(key: str, name: str, *parts: str) -> RaciActivity:
    """`parts` such as `lead:A`, in this order."""
    pairs = (part.split(":") for part in parts)
    assignments = tuple(RaciAssignment(rid(who), LETTERS[letter]) for who, letter in pairs)
    return RaciActivity(rid(key), name, assignments)


def step(key: str, phase: Phase, who: str | None, **fields) -> PlaybookStep:
    fields = {"playbook": rid("lock"), **fields}
    return PlaybookStep(
        rid(key), phase=phase, action=f"Do {key}.", role=rid(who) if who else None, **fields
    )


ROLES = (
    role("board", "Board", tier=RoleTier.BOARD),
    role("lead", "Incident lead", tier=RoleTier.INCIDENT),
    role("tech", "Technical lead", tier=RoleTier.TECHNICAL),
    role("press", "Press officer", tier=RoleTier.SUPPORT),
)
LEVEL = SeverityLevel(rid("s1"), "S1", 1, declared_by=rid("lead"), informed=(rid("board"),))
LOCK = Playbook(rid("lock"), "Ransomware", category=rid("code"), floor=rid("s1"))
NOTE = MessageTemplate(rid("note"), "Note", audience="Press officer and staff")
CODE = IncidentCategory(rid("code"), "Malicious code")


def response(*more) -> Plan:
    """Four roles, one playbook, two rows."""
    return plan_with(
        *ROLES,
        LEVEL,
        CODE,
        LOCK,
        NOTE,
        row("contain", "Contain the incident", "lead:A", "tech:R"),
        row("brief", "Brief top management", "lead:A", "lead:R", "board:I"),
        *(step(f"cut-{at}", Phase.CONTAIN, "tech") for at in range(5)),
        step("choose", Phase.CONTAIN, "lead", decision="Stop a service", decided_by=rid("board")),
        step("tell", Phase.COMMUNICATE, "press", message=rid("note")),
        *more,
    )
