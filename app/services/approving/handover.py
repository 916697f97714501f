"""Taking back what another machine answered: nothing is entered before all of it fits."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.lifecycle.approving.course import Course
from app.domain.lifecycle.approving.declaring import (
    Declaration,
    NoDeclaration,
    declaration_from,
    declaration_text,
)
from app.domain.lifecycle.approving.names import among
from app.domain.plan.acts import Act, Signed
from app.services.approving.approvals import ActNotAllowed, Approvals
from app.services.approving.asking import ANSWERS, ApprovalResponse
from app.services.approving.signing import check_key, keys, name_note
from app.services.opening import OpenPlan
from app.services.signing import CertificateFacts
from app.services.text_signatures import TextSignature, TextVerifier

SLACK: Final = timedelta(minutes=10)
"""By how much two clocks may differ."""

NOT_SEPARATED = (
    "On one machine the program cannot tell who is at the keyboard, so duties are not separated: "
    "whoever can open the plan could have entered this. A request answered and signed on the "
    "person's own machine is stronger (irplan version request)."
)
"""What is said where somebody reviews or approves on the account of an author."""


class ResponseRefused(IrplanError):
    """The base of what is wrong with an answer; each kind has its own code."""

    code: ClassVar[str] = "handover.refused"


class DeclarationUnreadable(ResponseRefused):
    """The text that was signed is no declaration of this program's."""

    code: ClassVar[str] = "handover.declaration"


class OtherPlanAnswered(ResponseRefused):
    """The answer is about another plan."""

    code: ClassVar[str] = "handover.other-plan"


class TakenAlready(ResponseRefused):
    """The answer was entered before."""

    code: ClassVar[str] = "handover.taken-already"


class NoLongerAsked(ResponseRefused):
    """The answer is about a version or content that is not in review."""

    code: ClassVar[str] = "handover.no-longer-asked"


class SignatureBroken(ResponseRefused):
    """The signature does not hold."""

    code: ClassVar[str] = "handover.signature"


class CertificateDiffers(ResponseRefused):
    """The file names another certificate than the one that signed."""

    code: ClassVar[str] = "handover.other-certificate"


class TimeImplausible(ResponseRefused):
    """The answer was given before it was asked for, or has not been given yet."""

    code: ClassVar[str] = "handover.time"


class FingerprintUnconfirmed(ResponseRefused):
    """Nobody has said yet that the certificate is that person's."""

    code: ClassVar[str] = "handover.fingerprint"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer that fits; `known` says that the person signed with this certificate before.

    `note` says where the certificate names somebody else than the declaration; else blank.
    """

    declared: Declaration
    signature: TextSignature
    certificate: CertificateFacts
    signed: Signed
    known: bool
    note: str


def arrived(opened: OpenPlan, response: ApprovalResponse, verify: TextVerifier) -> Arrival:
    """What an answer says, once it is known to fit the version in review.

    Raises:
        ResponseRefused: it is unreadable, broken, entered before or about something else.
        KeyOfAnother: its certificate was used in this plan by another person.
        ActNotAllowed: the person may not say this now.
    """
    declared = _declaration(response)
    approvals = Approvals(opened)
    _check_subject(declared, opened, approvals.course)
    now = opened.clock.now()
    signature = verify(response.statement.encode(), response.signature, now)
    certificate = _certificate(signature, response)
    _check_time(declared, signature, approvals.course, now)
    acts = tuple(opened.plan.acts.values())
    check_key(certificate.fingerprint, declared.by, acts)
    signed = Signed(
        response.statement,
        base64.b64encode(response.signature).decode(),
        certificate.subject,
        certificate.fingerprint,
        returned=True,
    )
    refusal = approvals.refusal(declared, signed)
    if refusal is not None:
        raise ActNotAllowed(refusal)
    return Arrival(
        declared,
        signature,
        certificate,
        signed,
        certificate.fingerprint in keys(acts),
        name_note(declared.by, certificate.subject),
    )


def take(opened: OpenPlan, arrival: Arrival, fingerprint: str = "") -> Act:
    """Enter an answer; `fingerprint` is what a person confirms of a certificate not yet known.

    Raises:
        FingerprintUnconfirmed: it is another, or none is given.
        IrplanError: the law does not allow it, or it could not be saved.
    """
    if not arrival.known:
        _check_fingerprint(arrival, fingerprint)
    return Approvals(opened).enter(arrival.declared, arrival.signed)


def separation_note(opened: OpenPlan) -> str:
    """What to say to whoever reviews or approves on the account of an author; blank to others."""
    approvals = Approvals(opened)
    heard = approvals.course.open
    authors = (*approvals.authors(), *(() if heard is None else (heard.submission.by,)))
    return NOT_SEPARATED if among(opened.store.actor, authors) else ""


def _declaration(response: ApprovalResponse) -> Declaration:
    try:
        declared = declaration_from(response.statement)
    except NoDeclaration as error:
        raise DeclarationUnreadable(
            f"The answer cannot be used: what was signed is no declaration, {error}."
        ) from error
    if declared.deed not in ANSWERS:
        raise DeclarationUnreadable(
            "The answer cannot be used: it neither reviews nor approves, nor requests changes."
        )
    return declared


def _check_subject(declared: Declaration, opened: OpenPlan, now: Course) -> None:
    if declared.plan != str(opened.plan.id):
        raise OtherPlanAnswered(
            f"The answer is about another plan ({declared.document}): open that plan to take it."
        )
    text = declaration_text(declared)
    if any(act.signed is not None and act.signed.statement == text for act in _acts(opened)):
        raise TakenAlready(
            f"This answer of {declared.by} was taken already; nothing was entered again."
        )
    if now.open is None or now.open.submission.version != declared.version:
        raise NoLongerAsked(
            f"The answer is about version {declared.version}, which is not in review: "
            "submit it again and send a new request."
        )
    if now.open.submission.content != declared.content:
        raise NoLongerAsked(
            f"The answer is about version {declared.version} as it was before it was edited: "
            "send a new request."
        )


def _acts(opened: OpenPlan) -> Iterable[Act]:
    return opened.plan.acts.values()


def _certificate(signature: TextSignature, response: ApprovalResponse) -> CertificateFacts:
    certificate = signature.certificate
    if certificate is None or not signature.holds:
        why = " ".join(signature.problems) or "It carries no readable certificate."
        raise SignatureBroken(
            f"The signature does not hold: {why} Ask the person to sign and send it again."
        )
    stated = (response.subject, response.fingerprint)
    if stated != (certificate.subject, certificate.fingerprint):
        raise CertificateDiffers(
            "The file names another certificate than the one that signed it: ask the person to "
            "send the answer again."
        )
    return certificate


def _check_time(
    declared: Declaration, signature: TextSignature, now: Course, moment: datetime
) -> None:
    if signature.signed_at != declared.at:
        raise TimeImplausible(
            "The answer states another time than its signature: ask the person to sign it again."
        )
    asked = now.open.submission.at if now.open is not None else declared.at
    if declared.at < asked - SLACK:
        raise TimeImplausible(
            "The answer was signed before the version was submitted: check both clocks, and ask "
            "the person to sign it again."
        )
    if declared.at > moment + SLACK:
        raise TimeImplausible(
            "The answer was signed in the future: check the clocks of both computers."
        )


def _check_fingerprint(arrival: Arrival, fingerprint: str) -> None:
    wanted = arrival.certificate.fingerprint
    if _pairs(fingerprint) == _pairs(wanted):
        return
    person = arrival.declared.by
    if not fingerprint.strip():
        raise FingerprintUnconfirmed(
            f"This is the first signature with this certificate: ask {person}, by telephone or in "
            f"person, whether its SHA-256 fingerprint is {wanted}, and confirm it.",
            fingerprint=wanted,
        )
    raise FingerprintUnconfirmed(
        f"The fingerprint is not the one that {person} gave you: the certificate's is {wanted}. "
        "Nothing was entered.",
        fingerprint=wanted,
    )


def _pairs(fingerprint: str) -> str:
    return "".join(char for char in fingerprint if char.isalnum()).upper()
