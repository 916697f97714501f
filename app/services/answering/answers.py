"""An answer as a change of the plan: the answer itself and untouched text that rests on it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.domain.interview.conditions import says_something
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.changes import ChangeSet, RecordChange, put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer, AnswerValue
from app.domain.plan.variables import PROFILE_PREFIX
from app.services.answering.consequences import section_consequences


def answer_changes(
    plan: Plan, template: PlanTemplate, question: Question, value: AnswerValue | None
) -> ChangeSet:
    """The changes that make `value` the answer; None, or one that says nothing, opens it again.

    Sections that stand as they were drafted follow at once. What people have edited, and tables,
    wait until somebody has seen what would change.
    """
    stated = value if value is not None and says_something(value) else None
    before = all_answers(plan)
    after = {key: known for key, known in before.items() if key != question.id}
    if stated is not None:
        after[str(question.id)] = stated
    followed = (
        item.change
        for item in section_consequences(template, plan, before, after)
        if not item.edited
    )
    return (*_answer(plan, question, stated), *followed)


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
