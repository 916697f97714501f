"""Questions nobody can answer yet, as changes of a plan: who finds out, and that it is found."""

from dataclasses import replace
from datetime import date

from app.domain.interview.conditions import says_something
from app.domain.interview.drafting import FINDING_OUT, finding_out, finding_out_id
from app.domain.interview.questions import Question
from app.domain.interview.template import PlanTemplate
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.sections import AnswerValue


def being_found_out(plan: Plan, question: Question) -> Action | None:
    """The open action by which `question` is found out; None while nobody sees to it."""
    found = plan.actions.get(finding_out_id(question))
    return None if found is None or found.state is ActionState.DONE else found


def question_behind(template: PlanTemplate, action: RecordId) -> Question | None:
    """The question that the action of this id finds out; None for any other action."""
    if not action.startswith(FINDING_OUT):
        return None
    return template.questions.get(action.removeprefix(FINDING_OUT))


def find_out(plan: Plan, question: Question, owner: str, due: date | None) -> ChangeSet:
    """Has `owner` find `question` out until `due`; whoever saw to it before gives way."""
    return (put(plan, finding_out(question, owner, due)),)


def found_out(plan: Plan, question: Question, value: AnswerValue | None) -> ChangeSet:
    """The action is done once `value` answers `question`, and open again without an answer."""
    present = plan.actions.get(finding_out_id(question))
    if present is None:
        return ()
    answered = value is not None and says_something(value)
    state = ActionState.DONE if answered else ActionState.OPEN
    return () if present.state is state else (put(plan, replace(present, state=state)),)
