"""The signature manifest: who stands behind an issued version, for programs and auditors."""

from typing import Final

from app.domain.lifecycle.approving.editions import Edition, declared_acts
from app.domain.lifecycle.chain import Head, head_data
from app.domain.plan.acts import Act, Signed
from app.domain.plan.plan import Plan
from app.services.verifying import utc_text

FORMAT: Final = "irplan-approval/1"
MANIFEST_FILE: Final = "approval.json"
"""The name under which an exported PDF carries it."""

TIME_SOURCE: Final = "local clock"
"""No time-stamp authority vouches for any time."""


def level(signed: Signed | None) -> str:
    """What kind of signature it is, in honest words; never "qualified", which is not checked."""
    if signed is None or not signed.signature:
        return "simple: confirmed in the program, without a certificate"
    if signed.returned:
        return "advanced at most: own certificate, signed on another machine; trust not checked"
    return "advanced at most: own certificate, signed at the plan file; trust not checked"


def manifest(plan: Plan, edition: Edition, head: Head | None, program: str) -> dict[str, object]:
    """Everything about the approval of a version, as data that JSON can hold.

    `head` is the end of the audit trail at the export; `program` names this program and its
    version.
    """
    issue, earlier = edition.issue, edition.before
    return {
        "format": FORMAT,
        "plan": plan.id,
        "document": plan.profile.document_id,
        "title": plan.profile.document_title,
        "version": issue.version,
        "state": issue.stage.value,
        "superseded_by": issue.superseded_by or None,
        "content": issue.act.content,
        "issued_at": utc_text(issue.act.at),
        "deed": issue.act.deed.value,
        "material": issue.act.material,
        "summary": issue.act.reason,
        "review_due": None if issue.act.due is None else issue.act.due.isoformat(),
        "previous": None
        if earlier is None
        else {"version": earlier.version, "content": earlier.act.content},
        "signers": [_signer(act) for act in declared_acts(issue)],
        "audit_head": None if head is None else head_data(head),
        "program": program,
    }


def _signer(act: Act) -> dict[str, object]:
    signed = act.signed or Signed("")
    return {
        "name": act.by,
        "role": act.role,
        "meaning": act.deed.value,
        "reason": act.reason,
        "time": utc_text(act.at),
        "time_source": TIME_SOURCE,
        "certificate": {"subject": signed.subject, "sha256_fingerprint": signed.fingerprint}
        if signed.fingerprint
        else None,
        "level": level(act.signed),
        "statement": signed.statement,
        "signature": signed.signature or None,
    }
