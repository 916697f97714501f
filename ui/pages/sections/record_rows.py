"""Records of the plan in two columns of words: what each is called and what it says."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.interview.template import PlanTemplate
from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.durations import Duration
from app.domain.plan.governance import Version
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.people import Channel, Party, Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.playbooks import Playbook
from app.domain.plan.programme import Exercise, ExerciseState
from app.domain.plan.roles import RaciActivity, Role
from app.domain.plan.trees import CommunicationTree

Words = tuple[str, str]
"""What a record is called, and what it says in brief."""

PRINTED: dict[str, tuple[Kind, ...]] = {
    "definitions": (Kind.TERM,),
    "legal_register": (Kind.OBLIGATION,),
    "roles": (Kind.ROLE, Kind.RACI),
    "authority": (Kind.ROLE,),
    "contacts": (Kind.PERSON, Kind.PARTY),
    "resources": (Kind.RESOURCE,),
    "logging_monitoring": (Kind.LOG_SOURCE,),
    "classification": (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY, Kind.CATEGORY, Kind.SAMPLE),
    "escalation": (Kind.TREE,),
    "communications": (Kind.MESSAGE,),
    "notification": (Kind.OBLIGATION,),
    "third_parties": (Kind.PARTY,),
    "metrics": (Kind.METRIC,),
    "training": (Kind.TRAINING,),
    "exercises": (Kind.EXERCISE,),
    "roadmap": (Kind.ROADMAP,),
    "document_control": (Kind.VERSION, Kind.DOCUMENT),
    "distribution_protection": (Kind.DISTRIBUTION,),
    "playbooks": (Kind.PLAYBOOK,),
    "forms_templates": (Kind.FORM, Kind.MESSAGE),
}
"""The tables each section is printed with."""

SECTION_OF: dict[Kind, str] = {
    **{kind: key for key, kinds in reversed(PRINTED.items()) for kind in kinds},
    Kind.PARTY: "contacts",
    Kind.ROLE: "roles",
    Kind.CELL: "classification",
    Kind.TREE_NODE: "escalation",
    Kind.STEP: "playbooks",
    Kind.PROFILE: "purpose",
}
"""Where a record is shown."""


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
    say = _WORDS.get(kind)
    name = getattr(record, "name", "") or getattr(record, "title", "") or str(record.id)
    return (name, "") if say is None else say(plan, record)


def _role(plan: Plan, role: Role) -> Words:
    deputies = _people(plan, role.deputies)
    holder = _people(plan, (role.holder,) if role.holder else ())
    parts = [holder or _tr("no holder"), _tr("deputies: {0}").format(deputies or _tr("none"))]
    return role.name, " \u00b7 ".join(parts)


def _raci(plan: Plan, row: RaciActivity) -> Words:
    parts = (
        f"{item.part.value}: {plan.roles[item.role].name}"
        for item in row.assignments
        if item.role in plan.roles and item.part.value in "RA"
    )
    return row.activity, " \u00b7 ".join(parts)


def _person(_: Plan, person: Person) -> Words:
    checked = person.verified_on
    said = f"{checked.day} {checked:%b %Y}" if checked else _tr("never")
    verified = _tr("verified: {0}").format(said)
    return person.name, _joined((person.title, _channels(person.channels), verified))


def _party(_: Plan, party: Party) -> Words:
    return party.name, _joined((party.purpose, _channels(party.channels)))


def _severity(_: Plan, level: SeverityLevel) -> Words:
    answer = _span(level.respond_in_hours)
    return level.name, _joined((level.meaning, _tr("response: {0}").format(answer)))


def _sample(plan: Plan, sample: SampleIncident) -> Words:
    level = plan.severities.get(sample.expected)
    return sample.description, "" if level is None else level.name


def _tree(plan: Plan, tree: CommunicationTree) -> Words:
    count = sum(node.tree == tree.id for node in plan.tree_nodes.values())
    level = plan.severities.get(tree.starts_at) if tree.starts_at else None
    start = _tr("from {0}").format(level.name) if level else _tr("for every incident")
    return tree.name, _joined((_tr("{0} people and roles").format(count), start))


def _playbook(plan: Plan, playbook: Playbook) -> Words:
    count = sum(step.playbook == playbook.id for step in plan.steps.values())
    return playbook.name, _joined((_tr("{0} steps").format(count), playbook.trigger))


def _obligation(_: Plan, duty: Obligation) -> Words:
    steps = (
        f"{step.name}: {step.within or step.timing or _tr('no time stated')}" for step in duty.steps
    )
    return duty.name, _joined((duty.recipient, *steps))


def _exercise(_: Plan, exercise: Exercise) -> Words:
    day = f"{exercise.on.day} {exercise.on:%b %Y}" if exercise.on else _tr("no date yet")
    held = _tr("held") if exercise.state is ExerciseState.HELD else _tr("planned")
    return exercise.name, _joined((exercise.kind, held, day))


def _version(_: Plan, version: Version) -> Words:
    day = f"{version.issued_on.day} {version.issued_on:%b %Y}" if version.issued_on else ""
    return version.number, _joined((day, version.summary))


def _fields(name: str, *details: str) -> Callable[[Plan, Any], Words]:
    """Words straight from fields."""

    def words(_: Plan, record: Any) -> Words:  # noqa: ANN401
        found = (getattr(record, detail, "") for detail in details)
        return str(getattr(record, name)), _joined(str(item) for item in found if item)

    return words


_WORDS: dict[Kind, Callable[[Plan, Any], Words]] = {
    Kind.ROLE: _role,
    Kind.RACI: _raci,
    Kind.PERSON: _person,
    Kind.PARTY: _party,
    Kind.SEVERITY: _severity,
    Kind.IMPACT: _fields("name", "meaning"),
    Kind.URGENCY: _fields("name", "meaning"),
    Kind.CATEGORY: _fields("name", "meaning"),
    Kind.SAMPLE: _sample,
    Kind.TREE: _tree,
    Kind.PLAYBOOK: _playbook,
    Kind.OBLIGATION: _obligation,
    Kind.METRIC: _fields("name", "target", "owner", "cadence"),
    Kind.TRAINING: _fields("topic", "audience", "cadence"),
    Kind.EXERCISE: _exercise,
    Kind.ROADMAP: _fields("goal", "owner", "by"),
    Kind.RESOURCE: _fields("name", "purpose", "owner", "location"),
    Kind.DOCUMENT: _fields("title", "reference", "owner"),
    Kind.LOG_SOURCE: _fields("name", "shows", "owner", "kept_for"),
    Kind.DISTRIBUTION: _fields("recipient", "edition", "form", "location"),
    Kind.TERM: _fields("term", "meaning"),
    Kind.FORM: _fields("name", "purpose"),
    Kind.MESSAGE: _fields("name", "audience", "channel"),
    Kind.VERSION: _version,
}


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
