"""What the parts of a review session are called on screen."""

from PySide6.QtCore import QCoreApplication

from app.domain.plan.sessions import Choice, Occasion, Outcome, Topic, Verdict


def occasion_text(occasion: Occasion) -> str:
    """Why a session is held."""
    words = {
        Occasion.DUE: _tr("The review is due"),
        Occasion.INCIDENT: _tr("An incident showed something"),
        Occasion.REORGANISATION: _tr("The organisation changed"),
        Occasion.REGULATION: _tr("The rules changed"),
        Occasion.EXERCISE: _tr("An exercise showed something"),
        Occasion.STALENESS: _tr("Parts were not looked at for long"),
        Occasion.OTHER: _tr("Something else"),
    }
    return words[occasion]


def topic_text(topic: Topic) -> str:
    """What an item of the agenda comes from."""
    words = {
        Topic.OVERDUE: _tr("Overdue"),
        Topic.CHANGE: _tr("Changes"),
        Topic.DRIFT: _tr("No longer as assumed"),
        Topic.ACTION: _tr("Open actions"),
        Topic.LESSON: _tr("Lessons"),
        Topic.FINDING: _tr("Findings"),
        Topic.CONTACT: _tr("Contacts"),
        Topic.SECTION: _tr("Sections"),
    }
    return words[topic]


def choice_text(choice: Choice) -> str:
    """What is decided about an item."""
    match choice:
        case Choice.OPEN:
            return _tr("Not decided yet")
        case Choice.KEEP:
            return _tr("Keep")
        case Choice.CHANGE:
            return _tr("Change")
        case Choice.ACTION:
            return _tr("Action")
        case Choice.NOT_APPLICABLE:
            return _tr("Not applicable")


def outcome_text(outcome: Outcome) -> str:
    """What a call to a contact brought."""
    match outcome:
        case Outcome.OPEN:
            return _tr("Not called yet")
        case Outcome.CONFIRMED:
            return _tr("Confirmed")
        case Outcome.CORRECTED:
            return _tr("Corrected")
        case Outcome.NOT_REACHED:
            return _tr("Not reached")


def verdict_text(verdict: Verdict | None) -> str:
    """What a session ended with."""
    match verdict:
        case Verdict.NO_CHANGE:
            return _tr("Reviewed, no change")
        case Verdict.NEW_VERSION:
            return _tr("A new version is needed")
        case None:
            return _tr("Not decided yet")


def length_text(seconds: int) -> str:
    """How long a session ran: `under a minute`, `43 min`, `1 h 05 min`."""
    minutes = seconds // 60
    if not minutes:
        return _tr("under a minute")
    if minutes < _HOUR:
        return _tr("{0} min").format(minutes)
    return _tr("{0} h {1:02} min").format(minutes // _HOUR, minutes % _HOUR)


_HOUR = 60


def timer_text(seconds: int) -> str:
    """A running time as `0:05:09`."""
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // _HOUR}:{minutes % _HOUR:02}:{rest:02}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Session", text)
