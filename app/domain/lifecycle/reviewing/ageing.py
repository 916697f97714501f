"""The sections of a plan by how long nobody touched them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.lifecycle.reviewing.items import about, record_meant, short
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.sections import Answer, Section
from app.domain.plan.sessions import AgendaItem, Choice, ReviewSession, Topic
from app.domain.plan.variables import value_text


@dataclass(frozen=True, slots=True)
class Earlier:
    """The plan as it was from the day `on`."""

    on: date
    plan: Plan


def sections(plan: Plan, earlier: Sequence[Earlier], today: date) -> Iterator[AgendaItem]:
    """Every section, the one first that was neither changed nor reviewed for the longest time.

    `earlier` has the newest first. The day of a change is known as well as these tell.
    """
    states = [(one.on, _Texts(one.plan)) for one in earlier]
    seen = reviewed(plan.sessions.values())
    now = _Texts(plan)
    aged = []
    for section in plan.sections.values():
        since = _unchanged_since(section.id, now, states)
        looked_at = seen.get(section.id, date.min)
        aged.append(((max(since or today, looked_at), looked_at), section, since))
    for _, section, since in sorted(aged, key=lambda item: item[0]):
        yield AgendaItem(
            f"section/{section.id}",
            Topic.SECTION,
            f"Section: {short(section.title)}",
            _why(section, since, seen.get(section.id)),
            about(Kind.SECTION, section.id),
        )


def reviewed(sessions: Iterable[ReviewSession]) -> dict[RecordId, date]:
    """The day of the last closed session that decided something about each section."""
    found: dict[RecordId, date] = {}
    for session in sessions:
        if session.closed_at is None:
            continue
        day = session.closed_at.date()
        for item in session.agenda:
            meant = record_meant(item.about)
            if meant is not None and meant[0] is Kind.SECTION and item.choice is not Choice.OPEN:
                found[meant[1]] = max(day, found.get(meant[1], date.min))
    return found


class _Texts:
    """What each section says: its record and its answers."""

    def __init__(self, plan: Plan) -> None:
        self._sections = plan.sections
        self._answers: dict[RecordId, list[Answer]] = {}
        for answer in plan.answers.values():
            self._answers.setdefault(answer.section, []).append(answer)

    def of(self, key: RecordId) -> tuple[Section | None, list[Answer]]:
        answers = sorted(self._answers.get(key, []), key=lambda answer: answer.id)
        return self._sections.get(key), answers


def _unchanged_since(
    key: RecordId, now: _Texts, earlier: Iterable[tuple[date, _Texts]]
) -> date | None:
    """The earliest day known since when the section is as it is; None when none is."""
    since = None
    present = now.of(key)
    for on, texts in earlier:
        if texts.of(key) != present:
            break
        since = on
    return since


def _why(section: Section, since: date | None, seen: date | None) -> str:
    parts = [
        "It was changed lately." if since is None else f"Unchanged since {value_text(since)}.",
        "No review session looked at it yet."
        if seen is None
        else f"Last looked at in the session of {value_text(seen)}.",
    ]
    if section.not_applicable.strip():
        parts.append(f"Marked as not applicable: {short(section.not_applicable)}")
    return " ".join(parts)
