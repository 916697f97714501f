"""Contacts of outside parties that nobody has verified for long."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.contacts import UPKEEP
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.people import Party
from app.domain.plan.plan import Kind
from app.domain.plan.variables import value_text


def _unverified(context: Context, party: Party) -> Iterator[Finding]:
    if party.verified_on is None:
        reason = f"The contact of {party.name} has never been verified."
    elif (context.today - party.verified_on).days > context.plan.kept.verify_every:
        day = value_text(party.verified_on)
        reason = f"The contact of {party.name} was last verified on {day}."
    else:
        return
    yield Finding(
        "party.unverified",
        Weight.WARN,
        Kind.PARTY,
        party.id,
        reason,
        "Call, confirm and record the date.",
        "contacts",
    )


RECORD_RULES = (RecordRule("party.unverified", Kind.PARTY, _unverified, scans=UPKEEP),)
