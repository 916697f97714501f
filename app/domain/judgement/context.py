"""What a judgement looks at besides the plan itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.domain.document.prose.nodes import Prose
from app.domain.document.prose.reader import read
from app.domain.interview.conditions import Answers, holds
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import PROFILE_PREFIX, variable_value

PARSED_PROSE = 1024
"""How many parsed texts are remembered, many times the sections of a plan."""


@dataclass(frozen=True, slots=True)
class Context:
    """A plan, its answers, the template its questions come from, and the day of judgement."""

    plan: Plan
    answers: Answers
    template: PlanTemplate
    today: date

    def asked(self, section: str) -> tuple[Question, ...]:
        """The questions that `section` asks under the present answers."""
        known = self.template.by_key.get(section)
        questions = known.questions if known is not None else ()
        return tuple(item for item in questions if holds(item.when, self.answers))


def context_of(plan: Plan, template: PlanTemplate, today: date) -> Context:
    """The context of judging `plan` as a whole."""
    return Context(plan, all_answers(plan), template, today)


def all_answers(plan: Plan) -> dict[str, AnswerValue]:
    """All answers by question id, the stated fields of the profile among them."""
    answers = {str(key): answer.value for key, answer in plan.answers.items()}
    return answers | profile_answers(plan)


def profile_answers(plan: Plan) -> dict[str, AnswerValue]:
    """The stated fields of the profile as answers to `profile.` questions."""
    return dict(_stated(plan, (PROFILE_PREFIX + name for name in Profile.__dataclass_fields__)))


def _stated(plan: Plan, names: Iterable[str]) -> Iterable[tuple[str, AnswerValue]]:
    for name in names:
        value = variable_value(plan, name)
        if value is not None:
            yield name, value


@lru_cache(maxsize=PARSED_PROSE)
def parsed(source: str) -> Prose:
    """The prose in `source`, remembered."""
    return read(source)
