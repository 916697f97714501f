"""What the page Classification says of levels, cells, derivations and samples."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QCoreApplication

from app.domain.plan.axes import axes
from app.domain.plan.classification import ImpactLevel, SeverityLevel, UrgencyLevel
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Plan
from app.services.classifying.following import Following
from app.services.classifying.judging import Overall
from app.services.classifying.sampling import Outcome, SampleVerdict

FEW = 4
"""So many names are listed; of the others the number is said."""


def times_text(inside: Duration | None, outside: Duration | None) -> tuple[str, str]:
    """The time in working hours, and in a second line that out of them where it differs."""
    if inside is None and outside is None:
        return _tr("Not decided"), ""
    first = _tr("Not decided") if inside is None else str(inside)
    if outside is None:
        return first, _tr("out of hours: not decided")
    return first, "" if inside == outside else _tr("{0} out of hours").format(outside)


def derivation_text(
    plan: Plan,
    impact: ImpactLevel,
    urgency: UrgencyLevel,
    level: SeverityLevel | None,
    judged: Overall | None = None,
) -> str:
    """How the severity comes about, in a sentence; `judged` where dimensions gave the impact."""
    place = axes(plan).place(impact.name, urgency.name)
    if judged is not None and judged.impact == impact:
        whence = listed(item.name for item in judged.dimensions)
        place = _tr("{0} {1} from {2}, {3} {4}").format(
            axes(plan).impact, impact.name, whence, axes(plan).urgency.lower(), urgency.name
        )
    if level is None:
        return _tr("{0}: the cell is empty, so nothing follows.").format(place)
    return _tr("{0}: the cell says {1}.").format(place, level.name)


def following_lines(found: Following) -> tuple[str, ...]:
    """What starts, a sentence each; only what there is."""
    return tuple(_following(found))


def _following(found: Following) -> Iterator[str]:
    level = found.level
    escalate, outside = times_text(level.escalate_in_hours, level.escalate_out_of_hours)
    if level.escalate_in_hours or level.escalate_out_of_hours:
        yield _tr("Escalated within: {0}.").format(", ".join(filter(None, (escalate, outside))))
    if level.update_every is not None:
        yield _tr("Update every {0}.").format(level.update_every)
    if found.informed:
        yield _tr("Told: {0}.").format(listed(role.name for role in found.informed))
    if found.trees:
        yield _tr("Starts: {0}.").format(listed(tree.name for tree in found.trees))
    if found.playbooks:
        yield _tr("Playbooks that may start: {0}.").format(len(found.playbooks))
    if level.notifications.strip():
        yield _tr("Duties to notify: {0}").format(level.notifications.strip())
    if found.duties:
        yield _tr("Duties adopted: {0}.").format(listed(duty.name for duty in found.duties))


def verdict_text(found: SampleVerdict) -> str:
    """How a sample comes out, in words."""
    expected = _tr("a level that is gone") if found.expected is None else found.expected.name
    match found.outcome:
        case Outcome.PASSES:
            return _tr("As expected")
        case Outcome.NOWHERE:
            return _tr("Lands on an empty cell; expected {0}").format(expected)
        case Outcome.ELSEWHERE:
            landed = "" if found.landed is None else found.landed.name
            return _tr("Lands on {0}; expected {1}").format(landed, expected)


def listed(names: Iterable[str]) -> str:
    """Names with commas; of many the first few and how many more there are."""
    every = list(names)
    shown = ", ".join(every[:FEW])
    more = len(every) - FEW
    return _tr("{0} and {1} more").format(shown, more) if more > 0 else shown


def _tr(text: str) -> str:
    return QCoreApplication.translate("Classification", text)
