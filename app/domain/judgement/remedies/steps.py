"""Steps of playbooks that come too late, or whose answers lead astray."""

from dataclasses import replace

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.linting.duty_times import limits_of
from app.domain.judgement.linting.playbook_times import allowed_for
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.stated_spans import stated_spans


def hasten(context: Context, finding: Finding) -> Remedy | None:
    """Give the step the longest time that the severity of its playbook leaves."""
    plan = context.plan
    playbook = plan.playbooks.get(finding.record)
    step = plan.steps.get(RecordId(finding.field))
    allowed = allowed_for(context, playbook, step) if playbook and step else ()
    return _within(plan, step, allowed) if step and allowed else None


def keep_limit(context: Context, finding: Finding) -> Remedy | None:
    """Give the step the longest limit of the duty; a time in its words needs a person."""
    plan = context.plan
    step = plan.steps.get(finding.record)
    duty = plan.obligations.get(RecordId(finding.field))
    if step is None or duty is None or stated_spans(step.action):
        return None
    return _within(plan, step, tuple(limits_of([duty])))


def lead_on(context: Context, finding: Finding) -> Remedy | None:
    """Let the answers that lead to no step of the playbook lead on to the next one."""
    step = context.plan.steps.get(finding.record)
    if step is None:
        return None
    own = {one.id for one in context.plan.steps.values() if one.playbook == step.playbook}
    ways = tuple(way if way.to in own else replace(way, to=None) for way in step.branches)
    return Remedy(
        "Lead the answer on to the next step", (put(context.plan, replace(step, branches=ways)),)
    )


def take_answers_out(context: Context, finding: Finding) -> Remedy | None:
    """Take out answers to nothing; the step then leads on to the next one."""
    step = context.plan.steps.get(finding.record)
    if step is None:
        return None
    return Remedy("Take the answers out", (put(context.plan, replace(step, branches=())),))


def _within(plan: Plan, step: PlaybookStep, allowed: tuple[Duration, ...]) -> Remedy:
    longest = max(allowed, key=lambda span: span.minutes)
    return Remedy(f"Give the step {longest}", (put(plan, replace(step, within=longest)),))


MENDERS = {
    "time.playbook": hasten,
    "time.step-obligation": keep_limit,
    "branch.unknown-step": lead_on,
    "branch.elsewhere": lead_on,
    "branch.no-decision": take_answers_out,
}
