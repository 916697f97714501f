"""An answer as a change of the plan: the answer itself and the text that rests on it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.interview.conditions import Answers, holds, says_something
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate, SectionTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.changes import ChangeSet, RecordChange, put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer, AnswerValue, Section
from app.domain.plan.variables import PROFILE_PREFIX
from ui.pages.sections.redrafting import redrafted


def answer_changes(
    plan: Plan, template: PlanTemplate, question: Question, value: AnswerValue | None
) -> ChangeSet:
    """The changes that make `value` the answer; None, or one that says nothing, opens it again."""
    stated = value if value is not None and says_something(value) else None
    before = all_answers(plan)
    after = {key: known for key, known in before.items() if key != question.id}
    if stated is not None:
        after[str(question.id)] = stated
    return (*_answer(plan, question, stated), *_sections(plan, template, before, after))


def _answer(plan: Plan, question: Question, value: AnswerValue | None) -> Iterator[RecordChange]:
    name = str(question.id)
    if name.startswith(PROFILE_PREFIX):
        yield put(plan, _profile(plan.profile, name.removeprefix(PROFILE_PREFIX), value))
    elif value is not None:
        yield put(plan, Answer(question.id, RecordId(question.section), value))
    elif question.id in plan.answers:
        yield remove(plan, Kind.ANSWER, question.id)


def _profile(profile: Profile, field: str, value: AnswerValue | None) -> Profile:
    blank = getattr(Profile(), field)
    changed: Mapping[str, Any] = {field: blank if value is None else value}
    return replace(profile, **changed)


def _sections(
    plan: Plan, template: PlanTemplate, before: Answers, after: Answers
) -> Iterator[RecordChange]:
    for key, section in plan.sections.items():
        known = template.by_key.get(key)
        if known is None:
            continue
        changed = replace(
            section,
            prose=redrafted(section.prose, known, before, after),
            not_applicable=_reason(section, known, before, after),
        )
        if changed != section:
            yield put(plan, changed)


def _reason(section: Section, known: SectionTemplate, before: Answers, after: Answers) -> str:
    """A section leaves and comes back with the answers, unless a person has decided."""
    applied, applies = holds(known.applies, before), holds(known.applies, after)
    if applied and not applies and not section.not_applicable:
        return known.otherwise
    if applies and not applied and section.not_applicable == known.otherwise:
        return ""
    return section.not_applicable
