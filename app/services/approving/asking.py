"""Asking a person on another machine for a review or an approval, and his or her answer."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.domain.comparing.comparing import compare
from app.domain.comparing.saying import said
from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.approving.declaring import Declaration
from app.domain.lifecycle.approving.names import among
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.matter import LIFE, matter
from app.domain.plan.acts import Deed, Route, Signed
from app.domain.plan.plan import Plan
from app.services.approving.signing import sign
from app.services.clock import Clock
from app.services.history import PlanHistory
from app.services.opening import OpenPlan
from app.services.signing import Identities, Key

PERSONAL = (
    "The request holds the whole plan, with the names, telephone numbers and addresses in it: send "
    "it only to the person it asks, by a way that you trust."
)
"""What whoever makes a request is told."""

ASKED_FOR = frozenset({Deed.REVIEWED, Deed.APPROVED})
"""What a request can ask for."""

ANSWERS = ASKED_FOR | {Deed.CHANGES_REQUESTED}
"""What a person can answer."""


class NothingInReview(IrplanError):
    """There is no version that anybody could be asked about, or it was edited just now."""

    code: ClassVar[str] = "handover.not-in-review"

    def __init__(self) -> None:
        super().__init__("No version is in review: submit one first.")


class NobodyAsked(IrplanError):
    """A request to somebody who is to neither review nor approve."""

    code: ClassVar[str] = "handover.not-asked"

    def __init__(self, person: str, asked: Iterable[str]) -> None:
        super().__init__(
            f"{person} was not asked to review or approve this version; it was submitted to "
            f"{', '.join(asked)}.",
            person=person,
        )


class NotAnAnswer(IrplanError):
    """An answer that does not fit what was asked."""

    code: ClassVar[str] = "handover.no-answer"


@dataclass(frozen=True, slots=True)
class ApprovalRequest:
    """What is asked of whom, and all that is needed to decide.

    `plan` is the plan as submitted, `content` its hash (`matter`), `document` what declarations
    call it. `changes` are sentences on what changed since the version before. `head` is the end of
    the audit trail; `made_at` is UTC.
    """

    plan: Plan
    document: str
    version: str
    asked: Deed
    of: str
    by: str
    content: str
    summary: str
    material: bool
    made_at: datetime
    changes: tuple[str, ...] = ()
    head: Head | None = None


@dataclass(frozen=True, slots=True)
class ApprovalResponse:
    """A declaration word for word, the signature over it in DER, and whose certificate made it."""

    statement: str
    signature: bytes
    subject: str = ""
    fingerprint: str = ""


def request_for(opened: OpenPlan, person: str, history: PlanHistory) -> ApprovalRequest:
    """What `person` is asked about the version in review; `history` is of the saved plan.

    Raises:
        NothingInReview: no version is.
        NobodyAsked: the person is to neither review nor approve it.
        IrplanError: the plan or its history cannot be read.
    """
    plan = opened.plan
    now = course(plan.acts.values())
    if now.open is None or now.open.submission.content != matter(plan):
        raise NothingInReview
    route, submission = now.open.route, now.open.submission
    asked = asked_of(person, route)
    if asked is None:
        raise NobodyAsked(person, (*route.reviewers, *route.approvers))
    latest = now.latest
    before = None if latest is None else history.plan_at(latest.act.revision)
    return ApprovalRequest(
        plan=plan,
        document=document_name(plan),
        version=submission.version,
        asked=asked,
        of=person.strip(),
        by=submission.by,
        content=matter(plan),
        summary=submission.reason,
        material=submission.material,
        made_at=opened.clock.now().replace(microsecond=0),
        changes=() if before is None else sentences(before, plan),
        head=opened.store.head(),
    )


def asked_of(person: str, route: Route) -> Deed | None:
    """What `person` is asked for by `route`: a review or an approval; None when nothing."""
    if among(person, route.reviewers):
        return Deed.REVIEWED
    return Deed.APPROVED if among(person, route.approvers) else None


def document_name(plan: Plan) -> str:
    """What declarations call the plan."""
    profile = plan.profile
    return profile.document_id or profile.document_title or "the incident response plan"


def sentences(old: Plan, new: Plan) -> tuple[str, ...]:
    """What changed of what is approved between two plans, a sentence a field."""
    return tuple(
        f"{sentence}."
        for one in compare(old, new).records
        if one.kind not in LIFE
        for sentence in said(one, old, new)
    )


@dataclass(frozen=True, slots=True)
class Reply:
    """What a person answers: what was asked for, or that changes are needed, and why."""

    deed: Deed
    role: str = ""
    reason: str = ""


def declared(request: ApprovalRequest, reply: Reply, at: datetime) -> Declaration:
    """What the person asked is going to sign, to be shown first.

    Raises:
        NotAnAnswer: it is not what was asked, or changes are requested without a reason.
    """
    if reply.deed not in {request.asked, Deed.CHANGES_REQUESTED}:
        raise NotAnAnswer(f"You were asked for something else: {ASKING[request.asked]}.")
    if reply.deed is Deed.CHANGES_REQUESTED and not reply.reason.strip():
        raise NotAnAnswer("Say what has to change, so that the author can act on it.")
    return Declaration(
        str(request.plan.id),
        request.document,
        request.version,
        reply.deed,
        request.of,
        reply.role.strip(),
        request.content,
        at.replace(microsecond=0),
        reply.reason.strip(),
    )


ASKING = {Deed.REVIEWED: "a review", Deed.APPROVED: "an approval"}
"""What is asked for, in words."""


def answer(
    request: ApprovalRequest, reply: Reply, key: Key, identities: Identities, clock: Clock
) -> ApprovalResponse:
    """The reply, signed.

    Raises:
        NotAnAnswer: it does not fit what was asked.
        KeyOfAnother: the certificate was used in this plan by another person.
        IrplanError: the identity cannot be opened or does not serve.
    """
    return response(
        sign(declared(request, reply, clock.now()), key, identities, request.plan.acts.values())
    )


def response(signed: Signed) -> ApprovalResponse:
    """What is sent back of a declaration that was signed."""
    return ApprovalResponse(
        signed.statement, base64.b64decode(signed.signature), signed.subject, signed.fingerprint
    )
