"""Duties to notify that leave open what the notice says."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind


def _no_message(context: Context, duty: Obligation) -> Iterator[Finding]:
    if duty.message is None or duty.message not in context.plan.messages:
        yield _about(
            "obligation.no-message",
            duty,
            f"{duty.name}: no prepared message is chosen for the notice.",
            "Choose a prepared message, or write one.",
        )


def _no_content(context: Context, duty: Obligation) -> Iterator[Finding]:
    if not any(item.strip() for item in duty.content):
        yield _about(
            "obligation.no-content",
            duty,
            f"{duty.name}: it is not stated what the notice must contain.",
            "List what the recipient must be told.",
        )


def _about(code: str, duty: Obligation, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.OBLIGATION, duty.id, reason, fix, section="notification")


RECORD_RULES = (
    RecordRule(
        "obligation.no-message",
        Kind.OBLIGATION,
        _no_message,
        looks_up=frozenset({Kind.MESSAGE}),
    ),
    RecordRule("obligation.no-content", Kind.OBLIGATION, _no_content),
)
