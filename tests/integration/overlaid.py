"""Plans made of the shipped overlays, and what each overlay says, for the tests of overlays.

An overlay is named by its id, such as `health` or `cover-on-call`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final

from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind, Question, fit
from app.domain.interview.template import PlanTemplate, ProseBlock
from app.domain.judgement.engine import Judgement
from app.domain.judgement.findings import Finding
from app.domain.judgement.standards import Standards
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.paths import data_folder
from app.persistence.library.overlays import Overlay, read_overlays
from app.persistence.library.problems import Problems
from app.persistence.library.templates import template_ids
from tests.builders import rid
from tests.shipped import SHIPPED_LIBRARY

TODAY = date(2026, 11, 21)
ROOT = data_folder("templates")
LIBRARY = SHIPPED_LIBRARY
TEMPLATES = template_ids(ROOT)
STANDARDS = Standards(
    tuple(LIBRARY.framework(summary.id) for summary in LIBRARY.frameworks()),
    LIBRARY.elements(),
    LIBRARY.regimes(),
)

MARKERS: Final = {
    "health": ("patient", "ward", "clinical", "downtime", "clinician"),
    "finance": ("cut-off", "payee", "settlement", "counterpart", "fraud lead"),
    "public": ("citizen", "election", "elected", "official record", "benefits system", "polling"),
    "software": ("tenant", "build pipeline", "signing key", "status page", "release engineer"),
    "manufacturing": (
        "plant",
        "interlock",
        "shift supervisor",
        "engineering workstation",
    ),
    "education": ("pupil", "student", "guardian", "examination", "teaching"),
    "general": ("busiest day", "work in progress"),
}
"""Words that betray a sector; the base and every other sector do without them."""

SECTORS: Final = tuple(MARKERS)

NEUTRAL: Final[dict[str, Any]] = {
    "profile.size": "medium",
    "profile.uses_ot": True,
    "profile.uses_cloud": True,
    "profile.data_kinds": ("personal", "employee"),
    "severity.adopt_times": True,
    "playbooks.adopt": ("ransomware", "phishing", "data-breach"),
}
"""Answers that any organisation could give."""

COVERS: Final[dict[str, dict[str, str]]] = {
    "cover-in-house": {
        "roles.team_model": "central",
        "roles.out_of_hours": "round-the-clock",
        "monitoring.watch": "own-always",
    },
    "cover-on-call": {
        "roles.out_of_hours": "on-call",
        "monitoring.watch": "own-hours",
    },
    "cover-outsourced": {
        "roles.team_model": "central",
        "roles.out_of_hours": "round-the-clock",
        "monitoring.watch": "provider",
    },
}
"""For each form of cover, answers that make it stand."""


@cache
def overlays() -> Mapping[str, Overlay]:
    """Every overlay by its id."""
    problems = Problems()
    read = {
        overlay.file.split("/")[-1].removesuffix(".yaml"): overlay
        for overlay in read_overlays(ROOT, problems)
    }
    assert problems.lines == []
    return read


def template(name: str = "combined") -> PlanTemplate:
    return LIBRARY.template(name)


def own_questions(overlay: str) -> Iterator[Question]:
    for change in overlays()[overlay].changes:
        for question in change.item.questions:
            yield question.asked(change.item.key)


def example_answer(question: Question) -> Any:
    """What the question gives as an example, as an answer to it."""
    match question.kind:
        case AnswerKind.YES_NO:
            return True
        case AnswerKind.LIST:
            return fit(question, [question.example])
        case _:
            return fit(question, question.example)


def sector_answers(sector: str, *, told: bool) -> dict[str, Any]:
    """The same answers for every sector but for its name.

    With `told` the questions of all sectors are answered, as by somebody who tried each of them.
    """
    answers = {**NEUTRAL, "profile.sector": sector}
    if told:
        answers |= {
            str(question.id): example_answer(question)
            for each in SECTORS
            for question in own_questions(each)
        }
    return answers


@cache
def sector_plan(sector: str, *, told: bool, name: str = "combined") -> Plan:
    """The plan that `sector_answers` make of the template `name`."""
    return plan_of(sector_answers(sector, told=told), name)


def plan_of(answers: Mapping[str, Any], name: str = "combined") -> Plan:
    return draft(template(name), AnswerSheet(answers), rid("overlaid"))


def without_roles(text: str) -> str:
    """`text` with a mark for each role, because a template is free to merge roles."""
    return re.sub(r"\[[^\]]*\]\(role:[a-z-]+\)", "[role]", text)


def prose_of(plan: Plan) -> str:
    return "\n\n".join(section.prose for section in plan.sections.values())


def texts(value: object) -> Iterator[str]:
    """Every text in a record."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif is_dataclass(value) and not isinstance(value, Enum):
        for item in fields(value):
            yield from texts(getattr(value, item.name))


def shown(plan: Plan) -> str:
    """All that a reader of the plan can see of sections and records, in lower case."""
    unseen = {Kind.ANSWER, Kind.PROFILE}
    records = (
        record for kind in Kind if kind not in unseen for record in plan.table(kind).values()
    )
    return "\n".join(text for record in records for text in texts(record)).lower()


def blocks(overlay: str) -> list[ProseBlock]:
    found = {
        block.text.strip(): block
        for section in template().sections
        for block in section.prose
        if block.text.strip() in _own_texts(overlay)
    }
    return list(found.values())


def _own_texts(overlay: str) -> set[str]:
    changes = (placed.item for placed in overlays()[overlay].changes)
    return {block.text.strip() for change in changes for block in (*change.before, *change.after)}


def record_keys(overlay: str) -> set[tuple[Kind, str]]:
    records = (placed.item.record for placed in overlays()[overlay].starting)
    return {(kind_of(record), str(record.id)) for record in records}


def records_of(plan: Plan, overlay: str) -> list[Record]:
    """The records of an overlay that stand in `plan`."""
    return [
        plan.table(kind)[rid(key)]
        for kind, key in sorted(record_keys(overlay), key=str)
        if rid(key) in plan.table(kind)
    ]


def findings(plan: Plan) -> tuple[Finding, ...]:
    return Judgement(plan, template(), STANDARDS, TODAY).findings()


def codes(plan: Plan) -> set[str]:
    return {finding.code for finding in findings(plan)}


def prose_words(overlay: str) -> str:
    """The default text of an overlay as a reader sees it, without targets of references."""
    joined = "\n\n".join(sorted(_own_texts(overlay)))
    return re.sub(r"\]\([a-z]+:[^)]*\)", "]", joined)
