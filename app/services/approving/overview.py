"""All versions of a plan: how far each has come, who declared what of it, and how surely."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.domain.lifecycle.approving.course import Course, Issue, Round, Stage, course
from app.domain.lifecycle.approving.declaring import NoDeclaration, declaration_from
from app.domain.lifecycle.approving.editions import declared_acts
from app.domain.lifecycle.approving.law import approvals_needed
from app.domain.lifecycle.approving.names import among
from app.domain.plan.acts import Act, Deed
from app.domain.plan.plan import Plan
from app.services.approving.manifest import level
from app.services.approving.signing import name_note
from app.services.text_signatures import TextVerifier

ELSEWHERE: Final = "What was declared is not about this act."
"""A statement that was written for something else."""

DRAFT: Final = "draft"
"""What the working draft is listed as while it bears no number."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One act with what its signature is worth.

    `holds` is None where there is no signature to verify; `notes` are sentences.
    """

    act: Act
    level: str
    holds: bool | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """One version; `by` and `at` (UTC) are of the act that brought it where it is.

    `stage` is None where the plan only states the version, and no act is about it. `waits_for`
    says what is missing of a version in review.
    """

    version: str
    stage: Stage | None = None
    by: str = ""
    at: datetime | None = None
    declared: tuple[Declared, ...] = ()
    waits_for: tuple[str, ...] = ()
    issue: Issue | None = None


def overview(plan: Plan, verify: TextVerifier, now: datetime) -> tuple[Listed, ...]:
    """The versions that the plan only states, those issued, the oldest first, and the draft."""
    past = course(plan.acts.values())
    numbers = [version.number for version in plan.versions.values()]
    stated = tuple(Listed(number) for number in numbers if past.issue(number) is None)
    issued = tuple(_issued(plan, past, issue, verify, now) for issue in past.issues)
    return (*stated, *issued, _working(plan, past, verify, now))


def awaited(heard: Round) -> Iterator[str]:
    """What a version in review still waits for."""
    route = heard.route
    missing = route.reviews - len(heard.reviews)
    if missing > 0:
        left = _left(route.reviewers, heard.reviews)
        yield f"{_counted(missing, 'review')} (asked: {', '.join(left)})"
    needed = approvals_needed(heard) - len(heard.approvals)
    if needed > 0:
        left = _left(route.approvers, heard.approvals)
        order = ", in this order" if route.rule.value == "order" and len(left) > 1 else ""
        yield f"{_counted(needed, 'approval')} (asked: {', '.join(left)}{order})"


def declared(plan: Plan, act: Act, verify: TextVerifier, now: datetime) -> Declared:
    """What an act's statement and signature are worth, trust aside."""
    signed = act.signed
    if signed is None:
        return Declared(act, level(signed))
    notes = [] if _is_about(signed.statement, act, plan) else [ELSEWHERE]
    if not signed.signature:
        return Declared(act, level(signed), notes=tuple(notes))
    found = verify(signed.statement.encode(), base64.b64decode(signed.signature), now)
    notes += found.problems
    if found.certificate is None or found.certificate.fingerprint != signed.fingerprint:
        notes.append("The certificate recorded is not the one that signed.")
    holds = found.holds and not notes
    note = name_note(act.by, signed.subject)
    return Declared(act, level(signed), holds, (*notes, *([note] if note else [])))


def _is_about(statement: str, act: Act, plan: Plan) -> bool:
    """Whether a statement declares this very act, and was not taken from another one."""
    try:
        said = declaration_from(statement)
    except NoDeclaration:
        return False
    stated = (said.plan, said.version, said.deed, said.by, said.role, said.content, said.reason)
    wanted = (str(plan.id), act.version, act.deed, act.by, act.role, act.content, act.reason)
    return stated == wanted and said.at == act.at


def _issued(plan: Plan, past: Course, issue: Issue, verify: TextVerifier, now: datetime) -> Listed:
    acts = tuple(declared(plan, act, verify, now) for act in declared_acts(issue))
    owed: tuple[str, ...] = ()
    if issue.review_owed and issue.act.due is not None:
        owed = (f"a review after the emergency, due on {issue.act.due:%Y-%m-%d}",)
    turned = _turned(past, issue)
    return Listed(issue.version, issue.stage, turned.by, turned.at, acts, owed, issue)


def _turned(past: Course, issue: Issue) -> Act:
    """The act that brought the version where it is."""
    if issue.withdrawn is not None:
        return issue.withdrawn
    newer = past.issue(issue.superseded_by) if issue.superseded_by else None
    return issue.act if newer is None else newer.act


def _working(plan: Plan, past: Course, verify: TextVerifier, now: datetime) -> Listed:
    heard, last = past.open, past.last
    if heard is not None:
        acts = tuple(declared(plan, act, verify, now) for act in (*heard.reviews, *heard.approvals))
        made = heard.submission
        waits = tuple(awaited(heard))
        return Listed(made.version, past.stage, made.by, made.at, acts, waits)
    if last is not None and last.deed is Deed.CHANGES_REQUESTED:
        said = (declared(plan, last, verify, now),)
        return Listed(last.version, past.stage, last.by, last.at, said)
    return Listed(DRAFT, Stage.DRAFT)


def _left(asked: tuple[str, ...], heard: tuple[Act, ...]) -> tuple[str, ...]:
    done = tuple(act.by for act in heard)
    return tuple(person for person in asked if not among(person, done))


def _counted(count: int, what: str) -> str:
    return f"1 {what}" if count == 1 else f"{count} {what}s"
