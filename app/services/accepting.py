"""Findings somebody decides to live with, as changes of a plan: accept them, and take it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.judgement.findings import Finding
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.services.vouching import Flaw


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Why findings are accepted, by whom, and on which day; None is no day that can be read."""

    reason: str
    by: str
    on: date | None


def flaws(acceptance: Acceptance, today: date) -> dict[str, Flaw]:
    """What is wrong with each field, in the order of the form; none: it may be kept."""
    stated = {"reason": acceptance.reason, "by": acceptance.by}
    found = {name: Flaw.BLANK for name, value in stated.items() if not _seen(value)}
    if acceptance.on is None:
        found["on"] = Flaw.BLANK
    elif acceptance.on > today:
        found["on"] = Flaw.AHEAD
    return found


def accept(plan: Plan, findings: Iterable[Finding], acceptance: Acceptance) -> ChangeSet:
    """States of every finding why it is accepted; an earlier reason gives way.

    Raises:
        ValueError: the acceptance has no day.
    """
    if acceptance.on is None:
        raise ValueError("an acceptance without a day")
    reason, by, on = acceptance.reason, acceptance.by, acceptance.on
    return tuple(put(plan, AcceptedFinding(item.key, reason, by, on)) for item in findings)


def take_back(plan: Plan, keys: Iterable[RecordId]) -> ChangeSet:
    """Lets the findings of these keys be open again; those that nobody accepted stay so."""
    return tuple(remove(plan, Kind.ACCEPTED, key) for key in keys if key in plan.accepted)


def _seen(text: str) -> bool:
    """Whether `text` has a letter that a reader sees."""
    return any(letter.isprintable() and not letter.isspace() for letter in text)
