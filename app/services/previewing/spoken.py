"""The words of a plan as they are read: variables and references said in words."""

from app.domain.document.inline import Text
from app.domain.document.prose.filling import filled
from app.domain.document.prose.nodes import Prose, Reference, Variable
from app.domain.document.prose.targets import target_name
from app.domain.interview.answer_words import answer_words
from app.domain.interview.template import PlanTemplate
from app.domain.plan.plan import Plan
from app.domain.plan.variables import value_text, variable_text, variable_value

UNSTATED = "\N{HORIZONTAL ELLIPSIS}"
"""Stands where nobody has said anything."""


def spoken(prose: Prose, plan: Plan, template: PlanTemplate) -> Prose:
    """`prose` of `plan` without variables and references."""

    def words(item: Variable | Reference) -> Text:
        if isinstance(item, Variable):
            return Text(_value(plan, template, item.name) or UNSTATED, item.marks)
        said = "".join(run.text for run in item.content)
        return Text(target_name(plan, item) or said or UNSTATED)

    return filled(prose, words)


def _value(plan: Plan, template: PlanTemplate, name: str) -> str | None:
    question = template.questions.get(name)
    value = variable_value(plan, name)
    if question is None or value is None:
        return variable_text(plan, name)
    return value_text(answer_words(question, value))
