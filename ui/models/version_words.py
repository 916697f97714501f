"""What the life of versions is called on screen: how far one came, and what was done with it."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.approving.course import Stage
from app.domain.plan.acts import Deed, Signed
from app.domain.plan.upkeep import ApprovalRule
from app.services.signing import CertificateFacts
from ui.bridge.words import day
from ui.widgets.chips import Tone


def stage_text(stage: Stage | None) -> str:
    """How far a version came; None where the plan only states it."""
    words = {
        None: _tr("Stated only"),
        Stage.DRAFT: _tr("Draft"),
        Stage.IN_REVIEW: _tr("In review"),
        Stage.CHANGES_REQUESTED: _tr("Changes requested"),
        Stage.APPROVED: _tr("Approved"),
        Stage.SUPERSEDED: _tr("Superseded"),
        Stage.WITHDRAWN: _tr("Withdrawn"),
    }
    return words[stage]


_LOOKS: dict[Stage | None, tuple[str, Tone]] = {
    None: ("circle-help", Tone.NEUTRAL),
    Stage.DRAFT: ("file-pen", Tone.NEUTRAL),
    Stage.IN_REVIEW: ("file-clock", Tone.ACCENT),
    Stage.CHANGES_REQUESTED: ("file-warning", Tone.WARNING),
    Stage.APPROVED: ("badge-check", Tone.SUCCESS),
    Stage.SUPERSEDED: ("archive", Tone.NEUTRAL),
    Stage.WITHDRAWN: ("file-x", Tone.DANGER),
}


def stage_picture(stage: Stage | None) -> str:
    """The icon beside it."""
    return _LOOKS[stage][0]


def stage_tone(stage: Stage | None) -> Tone:
    """The colour of the chip that says it."""
    return _LOOKS[stage][1]


def deed_text(deed: Deed) -> str:
    """What was done."""
    words = {
        Deed.SUBMITTED: _tr("Submitted for review"),
        Deed.RECALLED: _tr("Taken back"),
        Deed.REVIEWED: _tr("Reviewed"),
        Deed.CHANGES_REQUESTED: _tr("Changes requested"),
        Deed.APPROVED: _tr("Approved"),
        Deed.ISSUED: _tr("Issued"),
        Deed.ISSUED_IN_EMERGENCY: _tr("Issued in an emergency"),
        Deed.REVIEWED_AFTERWARDS: _tr("Reviewed after the emergency"),
        Deed.WITHDRAWN: _tr("Withdrawn"),
    }
    return words[deed]


def rule_text(rule: ApprovalRule) -> str:
    """Whose approvals are enough."""
    words = {
        ApprovalRule.ANY: _tr("any one of them"),
        ApprovalRule.ALL: _tr("all of them"),
        ApprovalRule.ORDER: _tr("all of them, in this order"),
        ApprovalRule.QUORUM: _tr("a number of them"),
    }
    return words[rule]


def level_text(signed: Signed | None, certificate: CertificateFacts | None = None) -> str:
    """How sure it is that the person did it, in honest words.

    `certificate` is what the signature carries, once it was read.
    """
    if signed is None:
        return _tr("entered in the program")
    if not signed.signature:
        return _tr("confirmed on this machine")
    if signed.returned:
        return _tr("signed, came back by hand-over")
    if certificate is None:
        return _tr("signed")
    if certificate.self_signed:
        return _tr("signed, certificate self-signed")
    return _tr("signed, trust in its issuer not checked")


def weight_text(*, material: bool) -> str:
    """Whether a change is material."""
    return _tr("Material change") if material else _tr("Not material")


def moment_text(at: datetime) -> str:
    """A moment as 30 Nov 2026, 09:00 UTC; acts are told in UTC everywhere."""
    return f"{day(at)}, {at:%H:%M} UTC"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
