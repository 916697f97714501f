"""What an act led to, in a sentence or two."""

from PySide6.QtCore import QCoreApplication

from app.domain.lifecycle.approving.course import Course
from app.domain.plan.acts import Act, Deed
from app.services.approving.overview import awaited
from ui.bridge.words import day


def outcome(act: Act, now: Course) -> str:
    """Where the version stands after `act`, which led to `now`."""
    ends = {
        Deed.WITHDRAWN: _tr("Version {0} is withdrawn."),
        Deed.REVIEWED_AFTERWARDS: _tr("Version {0} was reviewed after the emergency."),
        Deed.RECALLED: _tr("Version {0} was taken back."),
        Deed.CHANGES_REQUESTED: _tr("Version {0} was sent back."),
    }
    if act.deed in ends:
        return ends[act.deed].format(act.version)
    issue = now.issue(act.version)
    if issue is None:
        missing = [] if now.open is None else list(awaited(now.open))
        waits = (_tr("It waits for {0}.").format(one) for one in missing)
        return " ".join((_tr("Version {0} is in review.").format(act.version), *waits))
    if act.due is not None:
        words = _tr("Version {0} is issued. Somebody else has to review it by {1}.")
        return words.format(act.version, day(act.due))
    return _tr("Version {0} is approved and issued.").format(act.version)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Versions", text)
