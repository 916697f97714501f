"""Room for the signatures of those who stand behind a version, each in a field of its own."""

from collections.abc import Iterator, Sequence
from typing import Final

from app.domain.document.inline import plain
from app.domain.document.signature_fields import SignatureRole, field_name
from app.domain.document.tree import Block, Heading, Paragraph, SignatureBox
from app.domain.lifecycle.approving.editions import Edition
from app.domain.plan.acts import Act
from app.domain.plan.governance import Version
from app.export.compose.scribe import Scribe

MOST_OF_A_ROLE: Final = 8
"""Fields of one role; whoever signs beyond them is in the approval record."""

_LABELS: Final = {
    SignatureRole.SEAL: ("approval.seal", "approval.sealed-by"),
    SignatureRole.AUTHOR: ("approval.author", "approval.authored-by"),
    SignatureRole.REVIEWER: ("approval.reviewer", "approval.reviewed-by"),
    SignatureRole.APPROVER: ("approval.approver", "approval.approved-by"),
}
"""What stands beside a field: who signs there, and what the signature declares."""

Signers = dict[SignatureRole, Sequence[str]]
"""The names of those who sign, by what they are to the version; a blank one is not known yet."""


def signature_page(
    scribe: Scribe, signers: Signers, *, draft: bool, new_page: bool = True
) -> tuple[Block, ...]:
    """Room for the seal and for each of `signers`, with what they declare; none in a draft."""
    say = scribe.say
    if draft:
        return ()
    heading = Heading(1, say("approval.heading"), "signatures", numbered=False, new_page=new_page)
    return (heading, Paragraph(plain(say("approval.note"))), *_boxes(signers, scribe))


def seal_of(scribe: Scribe) -> Signers:
    """The organisation alone."""
    return {SignatureRole.SEAL: (scribe.plan.profile.legal_name,)}


def signers_of(scribe: Scribe, version: Version | None, edition: Edition | None) -> Signers:
    """The organisation, and who wrote, reviewed and approved what is exported.

    `edition` tells who did; without one `version`, the last the plan lists, says who should.
    """
    return {**seal_of(scribe), **(_stated(version) if edition is None else _declared(edition))}


def _stated(version: Version | None) -> Signers:
    return {
        SignatureRole.AUTHOR: ("" if version is None else version.author,),
        SignatureRole.REVIEWER: () if version is None else version.reviewers,
        SignatureRole.APPROVER: () if version is None else version.approvers,
    }


def _declared(edition: Edition) -> Signers:
    issue = edition.issue
    authored = () if issue.submission is None else (issue.submission,)
    reviewed = issue.reviews if issue.afterwards is None else (*issue.reviews, issue.afterwards)
    return {
        SignatureRole.AUTHOR: _people(authored),
        SignatureRole.REVIEWER: _people(reviewed),
        SignatureRole.APPROVER: _people(issue.approvals or (issue.act,)),
    }


def _people(acts: Sequence[Act]) -> Sequence[str]:
    return tuple(dict.fromkeys(act.by for act in acts))


def _boxes(signers: Signers, scribe: Scribe) -> Iterator[SignatureBox]:
    """A field for each, one without a name where nobody is known."""
    for role, names in signers.items():
        label, meaning = (scribe.say(key) for key in _LABELS[role])
        for count, name in enumerate(tuple(names)[:MOST_OF_A_ROLE] or ("",), start=1):
            yield SignatureBox(field_name(role, count), label, meaning, name)
