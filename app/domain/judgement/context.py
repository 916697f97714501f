"""What a judgement looks at besides the plan itself."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.domain.interview.conditions import Answers, holds
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.circles import Circles
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.regimes import Regime
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import AnswerValue, Section
from app.domain.plan.variables import PROFILE_PREFIX, variable_value


@dataclass(frozen=True, slots=True)
class Context:
    """A plan, its answers, the template its questions come from, and the day of judgement.

    `linkage` says which of its records name which; `regimes` are those of the library; `circles`
    remembers what it found in the plan.
    """

    plan: Plan
    answers: Answers
    template: PlanTemplate
    today: date
    linkage: Linkage
    regimes: tuple[Regime, ...] = ()
    circles: Circles = field(default_factory=Circles, compare=False, repr=False)

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


def _stated(plan: Plan, names: Iterable[str]) -> Iterable[tuple[str, AnswerValue]]:
    for name in names:
        value = variable_value(plan, name)
        if value is not None:
            yield name, value
