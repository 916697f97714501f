"""Answers and a template become a draft plan that says only what was stated or adopted."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from app.domain.interview.conditions import Answers, holds, says_something
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.plan.durations import Duration
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.profile import Profile
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer, Section
from app.domain.plan.variables import PROFILE_PREFIX

FAMILIES: tuple[frozenset[Kind], ...] = (
    frozenset({Kind.TREE, Kind.TREE_NODE}),
    frozenset({Kind.PLAYBOOK, Kind.STEP}),
    frozenset({Kind.IMPACT, Kind.URGENCY, Kind.CELL, Kind.SAMPLE}),
)
"""Tables that only make sense together: stating one of them states them all."""


FINDING_OUT = "find-out."
"""How the ids of actions begin by which somebody finds out an answer."""


@dataclass(frozen=True, slots=True)
class SectionWords:
    """What the organisation says about one section itself; None keeps the default text."""

    text: str | None = None
    add: str = ""
    owner: str = ""
    not_applicable: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question nobody can answer yet, and who finds out until when (None: no day set)."""

    owner: str
    due: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """Everything an organisation has stated: answers, records and words of its own.

    A kind with stated records takes none from the template's starting set, unless it is in
    `extends`: then the stated ones join or, with the same id, replace the template's. Nor does a
    kind in `empty` take any, of which the organisation states that it has none. `unknown` holds
    the questions that become actions. `template` and `language` are those it was written for,
    blank where it leaves them open.
    """

    answers: Mapping[str, Any] = field(default_factory=dict)
    records: tuple[Record, ...] = ()
    sections: Mapping[str, SectionWords] = field(default_factory=dict)
    empty: frozenset[Kind] = frozenset()
    extends: frozenset[Kind] = frozenset()
    unknown: Mapping[str, Unknown] = field(default_factory=dict)
    template: str = ""
    language: str = ""


def draft(template: PlanTemplate, sheet: AnswerSheet, plan_id: RecordId) -> Plan:
    """The plan that `sheet` makes of `template`; what is still open stays open."""
    plan = Plan(plan_id, profiles=Records((_profile(template, sheet.answers),)))
    known = {**_chosen_by(template), **sheet.answers}
    plan = plan.with_table(Kind.SECTION, Records(_sections(template, sheet, known)))
    plan = plan.with_table(Kind.ANSWER, Records(_answers(template, sheet.answers)))
    stated = {kind: list[Record]() for kind in sheet.empty} | _by_kind(sheet.records)
    proposed = _by_kind(starting_records(template, known))
    replacing = stated.keys() - sheet.extends
    for kind in proposed.keys() | stated.keys():
        records = stated.get(kind, [])
        if kind not in replacing and not _replaced(kind, replacing):
            records = _joined(proposed.get(kind, []), records)
        plan = plan.with_table(kind, Records(records))
    actions = [*plan.actions.values(), *_actions(template, sheet.unknown)]
    return plan.with_table(Kind.ACTION, Records(actions))


def section_prose(section: SectionTemplate, answers: Answers) -> str:
    """The default text of a section for these answers, paragraphs parted by a blank line."""
    used = (block.text.strip() for block in section.prose if holds(block.when, answers))
    return "\n\n".join(text for text in used if text)


def default_section(section: SectionTemplate, answers: Answers) -> Section:
    """A section as it is drafted for these answers."""
    reason = "" if holds(section.applies, answers) else section.otherwise
    prose = section_prose(section, answers)
    return Section(RecordId(section.key), section.title, prose=prose, not_applicable=reason)


def finding_out(question: Question, owner: str, due: date | None) -> Action:
    """What somebody does about a question that nobody can answer yet."""
    about = f"{Kind.SECTION.value}/{question.section}"
    return Action(finding_out_id(question), f"Find out: {question.text}", owner, due, about=about)


def finding_out_id(question: Question) -> RecordId:
    """The id of the action by which `question` is found out."""
    return RecordId(f"{FINDING_OUT}{question.id}")


def _chosen_by(template: PlanTemplate) -> Answers:
    """What a plan of `template` holds to be answered unless somebody says otherwise."""
    return {f"{PROFILE_PREFIX}frameworks": template.frameworks} if template.frameworks else {}


def _profile(template: PlanTemplate, answers: Answers) -> Profile:
    stated = {
        name.removeprefix(PROFILE_PREFIX): value
        for name, value in answers.items()
        if name.startswith(PROFILE_PREFIX)
    }
    known = {name: value for name, value in stated.items() if name in Profile.__dataclass_fields__}
    basis: dict[str, Any] = {"frameworks": template.frameworks, "language": template.language}
    return Profile(**{**basis, **known, "template": template.id})


def _answers(template: PlanTemplate, answers: Answers) -> Iterable[Answer]:
    for name, question in template.questions.items():
        if (
            name in answers
            and not name.startswith(PROFILE_PREFIX)
            and says_something(answers[name])
        ):
            yield Answer(question.id, RecordId(question.section), answers[name])


def _sections(template: PlanTemplate, sheet: AnswerSheet, answers: Answers) -> Iterable[Section]:
    for section in template.sections:
        words = sheet.sections.get(section.key, SectionWords())
        basis = default_section(section, answers)
        text = basis.prose if words.text is None else words.text
        parts = (part.strip() for part in (text, words.add))
        yield replace(
            basis,
            prose="\n\n".join(part for part in parts if part),
            owner=words.owner,
            not_applicable=words.not_applicable or basis.not_applicable,
        )


def starting_records(template: PlanTemplate, answers: Answers) -> Iterator[Record]:
    """The records `template` proposes next to these answers, in its order."""
    keep_times = holds(template.adopt_times, answers)
    for item in template.starting:
        if holds(item.when, answers):
            yield item.record if keep_times else without_times(item.record)


def without_times(record: Record) -> Record:
    """The record with every optional duration left open."""
    spans: dict[str, Any] = {
        item.name: None
        for item in fields(record)
        if isinstance(getattr(record, item.name), Duration)
    }
    return replace(record, **spans) if spans else record


def _by_kind(records: Iterable[Record]) -> dict[Kind, list[Record]]:
    grouped: dict[Kind, list[Record]] = {}
    for record in records:
        grouped.setdefault(kind_of(record), []).append(record)
    return grouped


def _replaced(kind: Kind, replacing: AbstractSet[Kind]) -> bool:
    return any(kind in family and not family.isdisjoint(replacing) for family in FAMILIES)


def _joined(proposed: list[Record], stated: list[Record]) -> list[Record]:
    by_id = {record.id: record for record in proposed}
    return list((by_id | {record.id: record for record in stated}).values())


def _actions(template: PlanTemplate, unknown: Mapping[str, Unknown]) -> Iterator[Action]:
    for name, asked in unknown.items():
        yield finding_out(template.questions[name], asked.owner, asked.due)
