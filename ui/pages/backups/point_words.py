"""What a point to restore to is called, and what is said about its state."""

from PySide6.QtCore import QCoreApplication

from app.services.copies import Copy, CopyState
from ui.bridge.words import counted
from ui.models.version_words import moment_text
from ui.pages.backups.points import Point, Points

_KIB = 1024
_LOOKS = {
    CopyState.VERIFIED: ("circle-check", "success"),
    CopyState.DOUBTFUL: ("triangle-alert", "warning"),
    CopyState.UNUSABLE: ("circle-alert", "danger"),
}


def look_of(point: Point) -> tuple[str, str]:
    """The picture and the colour of a point."""
    return _LOOKS[point.state] if isinstance(point, Copy) else ("tag", "text2")


def title_of(point: Point) -> str:
    """Such as `30 Nov 2026, 14:03 UTC`, or `Version 1.0`."""
    if isinstance(point, Copy):
        return moment_text(point.made)
    return _tr("Version {0}").format(" ".join(point.number.split()))


def name_of(point: Point) -> str:
    """The same inside a sentence."""
    if isinstance(point, Copy):
        return _tr("the copy of {0}").format(title_of(point))
    return _tr("version {0}").format(" ".join(point.number.split()))


def state_of(point: Point) -> str:
    """Whether it can be trusted."""
    if not isinstance(point, Copy):
        return _tr("In the history")
    match point.state:
        case CopyState.VERIFIED:
            return _tr("Verified")
        case CopyState.DOUBTFUL:
            return _tr("Not verified")
        case CopyState.UNUSABLE:
            return _tr("Cannot be used")


def reason_of(point: Point) -> str:
    """Why it cannot be trusted, in a sentence; blank when it can."""
    if not isinstance(point, Copy) or not point.flaw:
        return ""
    return f"{point.flaw[:1].upper()}{point.flaw[1:]}."


def facts_of(point: Point) -> str:
    """Its newest revision, who saved that, and the size of a copy, in one line."""
    entry = point.last if isinstance(point, Copy) else point.entry
    parts = []
    if entry is not None:
        parts.append(_tr("Revision {0} by {1}").format(entry.number, " ".join(entry.actor.split())))
    if isinstance(point, Copy):
        if point.version:
            parts.append(_tr("version {0}").format(" ".join(point.version.split())))
        parts.append(size(point.size))
    else:
        parts.append(moment_text(point.entry.at))
    return " \u00b7 ".join(parts)


def said_of(point: Point) -> str:
    """All of it, for those who hear it."""
    return ". ".join((title_of(point), state_of(point), facts_of(point)))


def summary_of(points: Points) -> str:
    """How many copies there are, and how many of them can be relied on."""
    copies = points.copies
    if not copies:
        return _tr("There is no copy of this plan yet.")
    verified = sum(copy.state is CopyState.VERIFIED for copy in copies)
    count = counted(len(copies), _tr("1 copy"), _tr("{n} copies"))
    newest = moment_text(copies[0].made)
    return _tr("{0}, {1} verified; the newest of {2}.").format(count, verified, newest)


def size(count: int) -> str:
    """Bytes as people read them: `480 KB`, `1.4 MB`."""
    if count < _KIB * _KIB:
        return f"{-(-count // _KIB)} KB"
    return f"{count / _KIB / _KIB:.1f} MB"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
