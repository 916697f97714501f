"""Duties to notify: the regime to adopt, its content, the recipient and the message."""

from dataclasses import replace

from app.domain.judgement.context import Context
from app.domain.judgement.deadlines.adopting import adopt, renewed
from app.domain.judgement.findings import Finding
from app.domain.judgement.regimes import Regime
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.people import Party, PartyKind


def adopt_regime(context: Context, finding: Finding) -> Remedy | None:
    """Copy the terms of the regime into the plan, unless a duty of that id stands in the way."""
    regime = _regime(context, finding.field)
    if regime is None or RecordId(regime.id) in context.plan.obligations:
        return None
    duty = adopt(regime, context.today)
    return Remedy(f"Adopt {regime.name}", (put(context.plan, duty),))


def take_over(context: Context, finding: Finding) -> Remedy | None:
    """Put the terms of the pack in place of those the duty was adopted with."""
    duty = context.plan.obligations.get(finding.record)
    regime = _regime(context, duty.regime) if duty is not None else None
    if duty is None or regime is None:
        return None
    label = f"Take over the terms of {regime.compiled}"
    return Remedy(label, (put(context.plan, renewed(duty, regime)),))


def take_content(context: Context, finding: Finding) -> Remedy | None:
    """Take the list of contents from the regime the duty was adopted from."""
    duty = context.plan.obligations.get(finding.record)
    regime = _regime(context, duty.regime) if duty is not None else None
    if duty is None or regime is None or not regime.content:
        return None
    changed = replace(duty, content=regime.content)
    return Remedy(f"Take the contents from {regime.name}", (put(context.plan, changed),))


def prepare_message(context: Context, finding: Finding) -> Remedy | None:
    """Add a message that asks for the contents of the duty, and choose it."""
    plan = context.plan
    duty = plan.obligations.get(finding.record)
    if duty is None:
        return None
    message = MessageTemplate(
        id_from_name(f"{duty.id} notice", frozenset(plan.messages)),
        f"Notice: {duty.name}",
        audience=duty.recipient,
        required_facts=duty.content,
    )
    changes = (put(plan, message), put(plan, replace(duty, message=message.id)))
    return Remedy(f"Prepare a message for {duty.name}", changes)


def name_recipient(context: Context, finding: Finding) -> Remedy | None:
    """Choose the outside party called like the recipient, or add it."""
    plan = context.plan
    duty = plan.obligations.get(finding.record)
    name = duty.recipient.strip() if duty is not None else ""
    if duty is None or not name:
        return None
    known = next((party for party in plan.parties.values() if party.name == name), None)
    if known is not None:
        chosen = (put(plan, replace(duty, contact=known.id)),)
        return Remedy(f"Choose {name} as the contact", chosen)
    kind = PartyKind.REGULATOR if duty.regime else PartyKind.OTHER
    party = Party(id_from_name(name, frozenset(plan.parties)), name, kind, purpose=duty.name)
    changes = (put(plan, party), put(plan, replace(duty, contact=party.id)))
    return Remedy(f"Add {name} to the outside parties", changes)


def _regime(context: Context, key: str) -> Regime | None:
    return next((regime for regime in context.regimes if regime.id == key), None)


MENDERS = {
    "regime.missing": adopt_regime,
    "regime.drift": take_over,
    "obligation.no-content": take_content,
    "obligation.no-message": prepare_message,
    "obligation.no-contact": name_recipient,
}
