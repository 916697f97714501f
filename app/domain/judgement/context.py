"""What a judgement looks at besides the plan itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.domain.document.prose.nodes import Prose
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.interview.conditions import Answers, holds
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import AnswerValue, Section
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


def all_answers(plan: Plan) -> dict[str, AnswerValue]:
    """All answers by question id, the stated fields of the profile among them.

    Only the profile answers `profile.` questions.
    """
    answers = {
        str(key): answer.value
        for key, answer in plan.answers.items()
        if not key.startswith(PROFILE_PREFIX)
    }
    return answers | dict(_stated(plan, map(PROFILE_PREFIX.__add__, Profile.__dataclass_fields__)))


def applies(section: Section) -> bool:
    """Whether `section` is judged at all; not once a reason takes it out."""
    return not section.not_applicable.strip()


@lru_cache(maxsize=PARSED_PROSE)
def parsed(source: str) -> Prose:
    """The prose in `source`, remembered."""
    return read(source)


@lru_cache(maxsize=PARSED_PROSE)
def words_of(source: str) -> str:
    """The plain words of the prose in `source`, remembered; variables stay as they are."""
    return plain_text(parsed(source))


def _stated(plan: Plan, names: Iterable[str]) -> Iterable[tuple[str, AnswerValue]]:
    for name in names:
        value = variable_value(plan, name)
        if value is not None:
            yield name, value
