"""A review session ends: with a verdict, and nothing of it changes any more."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import ClassVar

from app.domain.comparing.comparing import compare
from app.domain.comparing.weighing import weigh
from app.domain.errors import IrplanError
from app.domain.lifecycle.matter import matter
from app.domain.plan.changes import ChangeSet, apply, put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.sessions import AgendaItem, Choice, Outcome, ReviewSession, Verdict
from app.services.reviewing.calling import caught_up
from app.services.reviewing.finding import running
from app.services.reviewing.past import Past
from app.services.reviewing.stating import says
from app.services.vouching import Flaw


class ItemsOpen(IrplanError):
    """A session is to be closed with items nobody decided."""

    code: ClassVar[str] = "review.items-open"

    def __init__(self, count: int) -> None:
        items = "1 item is" if count == 1 else f"{count} items are"
        super().__init__(
            f"{items} not decided yet; decide them, or ask for a new version and say why the rest "
            "waits.",
            count=str(count),
        )
        self.count = count


class NobodyPresent(IrplanError):
    """A session is to be closed that nobody attended."""

    code: ClassVar[str] = "review.nobody-present"

    def __init__(self) -> None:
        super().__init__("Nobody is marked as present; say who took part in the review session.")


@dataclass(frozen=True, slots=True)
class Closing:
    """How a session ends; `next_on` is the day of the next review, None as the policy says.

    `unfinished` says why items stay open, which only a verdict for a new version allows.
    """

    verdict: Verdict | None
    conclusion: str = ""
    next_on: date | None = None
    unfinished: str = ""


def undecided(session: ReviewSession) -> tuple[AgendaItem, ...]:
    """The items nobody decided yet."""
    return tuple(item for item in session.agenda if item.choice is Choice.OPEN)


def proposed_verdict(session: ReviewSession, past: Past, plan: Plan) -> Verdict:
    """A new version when a change was decided, or one since the last version is material."""
    if _changes(session):
        return Verdict.NEW_VERSION
    material = past.plan is not None and weigh(compare(past.plan, plan)).material
    return Verdict.NEW_VERSION if material else Verdict.NO_CHANGE


def change_summary(session: ReviewSession) -> str:
    """What the session changed, a line each, to begin the summary of a new version with."""
    lines = [_summed_up(item) for item in _changes(session)]
    corrected = [one.name for one in session.contacts if one.outcome is Outcome.CORRECTED]
    if corrected:
        lines.append(f"Contacts corrected: {', '.join(corrected)}")
    return "\n".join(lines)


def flaws(closing: Closing, today: date) -> dict[str, Flaw]:
    """What is wrong with each field, in the order of the form; none: it may be closed so."""
    found = {}
    if closing.verdict is None:
        found["verdict"] = Flaw.BLANK
    if not says(closing.conclusion):
        found["conclusion"] = Flaw.BLANK
    if closing.next_on is not None and closing.next_on <= today:
        found["next_on"] = Flaw.OVER
    return found


def close(plan: Plan, key: RecordId, closing: Closing, now: datetime) -> ChangeSet:
    """Closes the session at `now` (UTC) for good.

    Contacts that were confirmed while a version was in review are marked as verified now.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
        NobodyPresent: no attendance is noted.
        ItemsOpen: items are not decided, and that is not allowed.
        ValueError: the closing has flaws.
    """
    session = running(plan, key)
    if found := flaws(closing, now.date()):
        raise ValueError(f"a closing with flaws in {', '.join(found)}")
    if not any(one.present for one in session.attendance):
        raise NobodyPresent
    left = _left(session, closing)
    by = session.secretary or session.chair
    people = tuple(put(plan, person) for person in caught_up(plan, session, by))
    ended = replace(
        session,
        decisions=(*session.decisions, *left),
        closed_at=now,
        verdict=closing.verdict,
        conclusion=closing.conclusion.strip(),
        next_on=closing.next_on,
        content=matter(apply(plan, people)),
    )
    return (*people, put(plan, ended))


def _left(session: ReviewSession, closing: Closing) -> tuple[str, ...]:
    """What the minutes say of items that stay open; nothing where none does."""
    count = len(undecided(session))
    if not count:
        return ()
    if closing.verdict is not Verdict.NEW_VERSION or not says(closing.unfinished):
        raise ItemsOpen(count)
    items = "1 item stays" if count == 1 else f"{count} items stay"
    return (f"{items} undecided: {closing.unfinished.strip()}",)


def _changes(session: ReviewSession) -> list[AgendaItem]:
    """The items that changed the plan, not only how far an action is."""
    changed = (item for item in session.agenda if item.choice is Choice.CHANGE)
    return [item for item in changed if not item.about.startswith(f"{Kind.ACTION.value}/")]


def _summed_up(item: AgendaItem) -> str:
    title = item.title.rstrip(".")
    return f"{title}: {item.note}" if item.note else title
