"""Records of the plan in two columns of words: what each is called and what it says."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.interview.template import PlanTemplate
from app.domain.plan.classification import (
    ImpactDimension,
    MatrixCell,
    SampleIncident,
    SeverityLevel,
)
from app.domain.plan.durations import Duration
from app.domain.plan.governance import Action, Version
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import NotificationDecision, Obligation
from app.domain.plan.people import Channel, Party, Person
from app.domain.plan.places import SECTION_OF
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.roles import RaciActivity, Role
from app.domain.plan.trees import CommunicationTree, TreeNode
from ui.bridge.words import day as words_for_day
from ui.models.record_names import name_of, record_name
from ui.models.record_words import choice_text

Words = tuple[str, str]
"""What a record is called, and what it says in brief."""


def place_of(template: PlanTemplate, kind: Kind, record: RecordId) -> str:
    """The section a record is written or shown in; blank when there is none."""
    if kind is Kind.SECTION:
        return str(record)
    if kind is Kind.ANSWER:
        question = template.questions.get(str(record))
        return "" if question is None else question.section
    return SECTION_OF.get(kind, "")


def words_of(plan: Plan, kind: Kind, record: Any) -> Words:  # noqa: ANN401 - any record
    """The words for one record of `kind`."""
    return record_name(plan, kind, record), _DETAILS[kind](plan, record)


def _role(plan: Plan, role: Role) -> str:
    deputies = _people(plan, role.deputies)
    holder = _people(plan, (role.holder,) if role.holder else ())
    parts = (holder or _tr("no holder"), _tr("deputies: {0}").format(deputies or _tr("none")))
    return _joined(parts)


def _raci(plan: Plan, row: RaciActivity) -> str:
    return _joined(
        f"{item.part.value}: {plan.roles[item.role].name}"
        for item in row.assignments
        if item.role in plan.roles and item.part.value in "RA"
    )


def _person(_: Plan, person: Person) -> str:
    said = _day(person.verified_on) or _tr("never")
    verified = _tr("verified: {0}").format(said)
    return _joined((person.title, _channels(person.channels), verified))


def _party(_: Plan, party: Party) -> str:
    return _joined((party.purpose, _channels(party.channels)))


def _severity(_: Plan, level: SeverityLevel) -> str:
    return _joined((level.meaning, _tr("response: {0}").format(_span(level.respond_in_hours))))


def _cell(plan: Plan, cell: MatrixCell) -> str:
    return _name(plan, Kind.SEVERITY, cell.severity)


def _dimension(plan: Plan, dimension: ImpactDimension) -> str:
    found = (
        f"{_name(plan, Kind.IMPACT, item.impact)}: {item.meaning}"
        for item in dimension.meanings
        if item.meaning
    )
    return _joined(found)


def _sample(plan: Plan, sample: SampleIncident) -> str:
    return _name(plan, Kind.SEVERITY, sample.expected)


def _tree(plan: Plan, tree: CommunicationTree) -> str:
    count = sum(node.tree == tree.id for node in plan.tree_nodes.values())
    level = plan.severities.get(tree.starts_at) if tree.starts_at else None
    start = _tr("from {0}").format(level.name) if level else _tr("for every incident")
    return _joined((_tr("{0} people and roles").format(count), start))


def _node(_: Plan, node: TreeNode) -> str:
    ways = ", ".join(choice_text(channel).lower() for channel in node.channels)
    within = _tr("within {0}").format(node.allowed) if node.allowed is not None else ""
    return _joined((ways, within, node.if_no_answer))


def _playbook(plan: Plan, playbook: Playbook) -> str:
    count = sum(step.playbook == playbook.id for step in plan.steps.values())
    return _joined((_tr("{0} steps").format(count), playbook.trigger))


def _step(plan: Plan, step: PlaybookStep) -> str:
    who = _name(plan, Kind.ROLE, step.role)
    within = _tr("within {0}").format(step.within) if step.within is not None else ""
    return _joined((choice_text(step.phase), who, within))


def _obligation(_: Plan, duty: Obligation) -> str:
    steps = (
        f"{step.name}: {step.within or step.timing or _tr('no time stated')}" for step in duty.steps
    )
    return _joined((duty.recipient, *steps))


def _decision(_: Plan, decision: NotificationDecision) -> str:
    verdicts = {None: _tr("not decided yet"), True: _tr("notify"), False: _tr("do not notify")}
    return _joined((verdicts[decision.notify], decision.by, decision.reason))


def _exercise(_: Plan, exercise: Exercise) -> str:
    held = _tr("held") if exercise.state is ExerciseState.HELD else _tr("planned")
    return _joined((exercise.kind, held, _day(exercise.on) or _tr("no date yet")))


def _version(_: Plan, version: Version) -> str:
    return _joined((_day(version.issued_on), version.summary))


def _action(_: Plan, action: Action) -> str:
    return _joined((choice_text(action.state), action.owner, _day(action.due)))


def _fields(*details: str) -> Callable[[Plan, Any], str]:
    """Words straight from fields."""

    def words(_: Plan, record: Any) -> str:  # noqa: ANN401
        found = (getattr(record, detail, "") for detail in details)
        return _joined(
            _day(item) if isinstance(item, date) else str(item) for item in found if item
        )

    return words


_DETAILS: dict[Kind, Callable[[Plan, Any], str]] = {
    Kind.ROLE: _role,
    Kind.RACI: _raci,
    Kind.PERSON: _person,
    Kind.PARTY: _party,
    Kind.SEVERITY: _severity,
    Kind.IMPACT: _fields("meaning"),
    Kind.URGENCY: _fields("meaning"),
    Kind.CELL: _cell,
    Kind.CATEGORY: _fields("meaning"),
    Kind.SAMPLE: _sample,
    Kind.DIMENSION: _dimension,
    Kind.TREE: _tree,
    Kind.TREE_NODE: _node,
    Kind.PLAYBOOK: _playbook,
    Kind.STEP: _step,
    Kind.OBLIGATION: _obligation,
    Kind.METRIC: _fields("target", "owner", "cadence"),
    Kind.TRAINING: _fields("audience", "cadence"),
    Kind.EXERCISE: _exercise,
    Kind.ROADMAP: _fields("owner", "by"),
    Kind.RESOURCE: _fields("purpose", "owner", "location"),
    Kind.DOCUMENT: _fields("reference", "owner"),
    Kind.LOG_SOURCE: _fields("shows", "owner", "kept_for"),
    Kind.DISTRIBUTION: _fields("edition", "form", "location"),
    Kind.TERM: _fields("meaning"),
    Kind.FORM: _fields("purpose"),
    Kind.MESSAGE: _fields("audience", "channel"),
    Kind.VERSION: _version,
    Kind.ACTION: _action,
    Kind.EVIDENCE: _fields("where", "owner", "on"),
    Kind.DECISION: _decision,
}


def _name(plan: Plan, kind: Kind, key: RecordId | None) -> str:
    return "" if key is None else name_of(plan, kind, key)


def _day(day: date | None) -> str:
    return "" if day is None else words_for_day(day)


def _people(plan: Plan, keys: Iterable[RecordId]) -> str:
    return ", ".join(plan.people[key].name for key in keys if key in plan.people)


def _channels(channels: tuple[Channel, ...]) -> str:
    return ", ".join(channel.address for channel in channels[:2])


def _span(duration: Duration | None) -> str:
    return _tr("not stated") if duration is None else str(duration)


def _joined(parts: Iterable[str]) -> str:
    return " \u00b7 ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Records", text)
