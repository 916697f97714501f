"""The playbooks that a plan's template offers, and what comes with each of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from app.domain.interview.conditions import holds
from app.domain.interview.drafting import without_times
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.changes import ChangeSet, put
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.playbooks import Playbook, PlaybookStep
from app.domain.plan.roles import Role
from app.domain.plan.step_ways import in_phases
from app.services.answering.answers import answer_changes

ADOPT_QUESTION: Final = RecordId("playbooks.adopt")
"""The question whose answer names the playbooks of the library that a plan has."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A playbook of the library with its steps in their order.

    `present`: the plan has it. `roles` and `messages` are those it names and the plan lacks;
    they come with it. What the template does not hold either stays open: `unknown_roles`.
    """

    playbook: Playbook
    steps: tuple[PlaybookStep, ...]
    present: bool
    roles: tuple[Role, ...] = ()
    messages: tuple[MessageTemplate, ...] = ()
    unknown_roles: tuple[RecordId, ...] = ()


def offers(plan: Plan, template: PlanTemplate) -> tuple[Offer, ...]:
    """Every playbook of `template`, in its order."""
    known = _starting(plan, template)
    return tuple(
        _offer(plan, known, playbook)
        for playbook in known[Kind.PLAYBOOK].values()
        if isinstance(playbook, Playbook)
    )


def adopted(plan: Plan, template: PlanTemplate, chosen: Iterable[RecordId]) -> ChangeSet:
    """The chosen playbooks with all that comes with them; those the plan has are left alone.

    The answer to what was adopted follows.
    """
    wanted = frozenset(chosen)
    new = [one for one in offers(plan, template) if one.playbook.id in wanted and not one.present]
    records: dict[tuple[Kind, RecordId], Record] = {}
    for offer in new:
        brought: tuple[Record, ...] = (
            *offer.roles,
            *offer.messages,
            offer.playbook,
            *(step for step in offer.steps if step.id not in plan.steps),
        )
        records.update({(kind_of(record), record.id): record for record in brought})
    added = tuple(put(plan, record) for record in records.values())
    return (*_answered(plan, template, adding=[offer.playbook.id for offer in new]), *added)


def dropped(plan: Plan, template: PlanTemplate, playbook: RecordId) -> ChangeSet:
    """The answer to what was adopted, without `playbook`."""
    return _answered(plan, template, removing=playbook)


def _offer(plan: Plan, known: dict[Kind, dict[RecordId, Any]], playbook: Playbook) -> Offer:
    steps = in_phases(step for step in known[Kind.STEP].values() if step.playbook == playbook.id)
    named = [role for step in steps for role in (step.role, step.decided_by) if role is not None]
    lacking = [role for role in dict.fromkeys(named) if role not in plan.roles]
    messages = [step.message for step in steps if step.message is not None]
    wanted = [key for key in dict.fromkeys(messages) if key not in plan.messages]
    fitted = replace(
        playbook,
        category=playbook.category if playbook.category in plan.categories else None,
        floor=playbook.floor if playbook.floor in plan.severities else None,
    )
    return Offer(
        fitted,
        steps,
        playbook.id in plan.playbooks,
        tuple(known[Kind.ROLE][key] for key in lacking if key in known[Kind.ROLE]),
        tuple(known[Kind.MESSAGE][key] for key in wanted if key in known[Kind.MESSAGE]),
        tuple(key for key in lacking if key not in known[Kind.ROLE]),
    )


def _starting(plan: Plan, template: PlanTemplate) -> dict[Kind, dict[RecordId, Any]]:
    """What the template can start a plan with; of alternatives, the one the answers call for.

    Times are left open where the plan does not take those of the template over.
    """
    answers = all_answers(plan)
    keep_times = holds(template.adopt_times, answers)
    found: dict[Kind, dict[RecordId, Any]] = {
        kind: {} for kind in (Kind.PLAYBOOK, Kind.STEP, Kind.ROLE, Kind.MESSAGE)
    }
    for item in template.starting:
        table = found.get(kind_of(item.record))
        if table is not None and (item.record.id not in table or holds(item.when, answers)):
            table[item.record.id] = item.record if keep_times else without_times(item.record)
    return found


def _answered(
    plan: Plan,
    template: PlanTemplate,
    adding: Iterable[RecordId] = (),
    removing: RecordId | None = None,
) -> ChangeSet:
    question = template.questions.get(ADOPT_QUESTION)
    if question is None:
        return ()
    answer = plan.answers.get(ADOPT_QUESTION)
    stated = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    offered = {option.value for option in question.options}
    new = dict.fromkeys((*stated, *(key for key in adding if key in offered)))
    value = tuple(str(key) for key in new if key != removing)
    return () if value == stated else answer_changes(plan, template, question, value)
