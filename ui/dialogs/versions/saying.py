"""What the dialog says for each thing that a person can declare about a version."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.approving.course import Course
from app.domain.lifecycle.approving.names import among
from app.domain.plan.acts import Deed

REASONED = frozenset({Deed.CHANGES_REQUESTED, Deed.ISSUED_IN_EMERGENCY, Deed.WITHDRAWN})
"""What needs a reason."""

HANDED = frozenset({Deed.REVIEWED, Deed.APPROVED, Deed.CHANGES_REQUESTED})
"""What can be asked of somebody on another machine instead."""


@dataclass(frozen=True, slots=True)
class Words:
    """Title and button, what it leads to, and what the reason is called."""

    title: str
    keep: str
    text: str
    reason: str


def words_for(deed: Deed, version: str) -> Words:
    """The words of the dialog."""
    title, keep, text, reason = _WORDS[deed]
    return Words(_tr(title).format(version), _tr(keep), _tr(text), _tr(reason))


def asked(now: Course, deed: Deed) -> tuple[str, ...]:
    """Those who were asked and have not answered yet; none where anybody may do it."""
    if now.open is None:
        return ()
    route = now.open.route
    left = tuple(
        name
        for names, acts in (
            (route.reviewers, now.open.reviews),
            (route.approvers, now.open.approvals),
        )
        for name in names
        if not among(name, (act.by for act in acts))
    )
    match deed:
        case Deed.REVIEWED:
            return tuple(name for name in left if among(name, route.reviewers))
        case Deed.APPROVED:
            return tuple(name for name in left if among(name, route.approvers))
        case Deed.CHANGES_REQUESTED:
            return left
        case _:
            return ()


def _tr(text: str) -> str:
    return QCoreApplication.translate("SayDialog", text)


_WORDS = {
    Deed.REVIEWED: (
        "Review version {0}",
        "Enter the review",
        "Whoever reviewed the version says so here, on this machine.",
        "Remark",
    ),
    Deed.APPROVED: (
        "Approve version {0}",
        "Enter the approval",
        "Whoever approves the version says so here. The last approval needed issues it: it is "
        "frozen, and the version before it is superseded.",
        "Remark",
    ),
    Deed.CHANGES_REQUESTED: (
        "Request changes to version {0}",
        "Request changes",
        "The version goes back to be edited; reviews and approvals given so far are void.",
        "What has to change",
    ),
    Deed.ISSUED_IN_EMERGENCY: (
        "Issue version {0} in an emergency",
        "Issue it now",
        "The plan is issued at once, before anybody reviewed it. Somebody else has to review it "
        "afterwards; until then every page says so.",
        "Why it cannot wait",
    ),
    Deed.REVIEWED_AFTERWARDS: (
        "Review version {0} after the emergency",
        "Enter the review",
        "Somebody who neither wrote nor issued the version reviews it now.",
        "Remark",
    ),
    Deed.WITHDRAWN: (
        "Withdraw version {0}",
        "Withdraw it",
        "Nobody is to work by this version any more. It stays in the history with everything "
        "that was done with it; this cannot be undone.",
        "Why it is withdrawn",
    ),
}
