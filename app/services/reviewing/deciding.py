"""What is decided about an item of the agenda."""

from dataclasses import dataclass, replace
from datetime import date

from app.domain.lifecycle.reviewing.items import about, record_meant
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import Action, ActionState
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.lessons import Lesson, LessonState
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.sessions import AgendaItem, Choice
from app.services.reviewing.finding import item_of, running, with_item
from app.services.reviewing.stating import says
from app.services.vouching import Flaw


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice and what goes with it; `note` says what to do, or why.

    Only an action has an `owner` and a day.
    """

    choice: Choice
    note: str = ""
    owner: str = ""
    due: date | None = None


def flaws(decision: Decision, today: date) -> dict[str, Flaw]:
    """What is wrong with each field, in the order of the form; none: it may be kept.

    An action says what to do (`note`), who does it and by which day, which is not over;
    what does not apply says why.
    """
    found = dict.fromkeys(_missing(decision), Flaw.BLANK)
    if decision.choice is Choice.ACTION and decision.due is not None and decision.due < today:
        found["due"] = Flaw.OVER
    return found


def decide(plan: Plan, key: RecordId, item: str, decision: Decision) -> ChangeSet:
    """Keeps the decision about the item with the key `item`; `Choice.OPEN` takes it back.

    An action is written into the plan's actions in the same change, or mended there when the item
    has one already; it goes when something else is decided. An item about an action of the plan
    mends that one and never removes it.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
        KeyError: no such item.
        ValueError: the decision has a blank where it must not.
    """
    session = running(plan, key)
    was = item_of(session, item)
    if missing := _missing(decision):
        raise ValueError(f"a decision without {', '.join(missing)}")
    acting = decision.choice is Choice.ACTION
    action = _action(plan, was, decision) if acting else None
    decided = replace(
        was,
        choice=decision.choice,
        note=decision.note.strip(),
        owner=decision.owner.strip() if acting else "",
        due=decision.due if acting else None,
        action=None if action is None else action.id,
    )
    written = _given_up(plan, was) if action is None else (put(plan, action),)
    return (*written, put(plan, with_item(session, decided)))


def finish(plan: Plan, key: RecordId, item: str, note: str = "") -> ChangeSet:
    """The action or lesson that the item is about is done: a `Choice.CHANGE` that says so.

    An action becomes `DONE`; a lesson is adopted, with `note` as the decision.

    Raises:
        SessionUnknown, SessionClosed: see `running`.
        KeyError: no such item.
        ValueError: the item is about neither, or the record is done or gone.
    """
    was = item_of(running(plan, key), item)
    match _open_record(plan, was.about):
        case Action() as action:
            done: Record = replace(action, state=ActionState.DONE)
        case Lesson() as lesson:
            why = note.strip() or lesson.decision
            done = replace(lesson, state=LessonState.ADOPTED, decision=why)
        case _:
            raise ValueError(f"{was.about!r} cannot be finished")
    return (put(plan, done), *decide(plan, key, item, Decision(Choice.CHANGE, note)))


def can_finish(plan: Plan, about: str) -> bool:
    """Whether `about` (`kind/id`) is an action or lesson that is still open."""
    return _open_record(plan, about) is not None


def _missing(decision: Decision) -> list[str]:
    match decision.choice:
        case Choice.ACTION:
            stated = {"note": says(decision.note), "owner": says(decision.owner)}
            stated["due"] = decision.due is not None
        case Choice.NOT_APPLICABLE:
            stated = {"note": says(decision.note)}
        case _:
            stated = {}
    return [name for name, is_stated in stated.items() if not is_stated]


def _action(plan: Plan, item: AgendaItem, decision: Decision) -> Action:
    """The item's action as decided: the one it is about, the one it gave before, or a new one."""
    known = _own_action(plan, item)
    carried = known is not None and item.about == about(Kind.ACTION, known.id)
    text, owner = decision.note.strip(), decision.owner.strip()
    if known is None:
        taken = frozenset(plan.actions)
        return Action(id_from_name(text, taken), text, owner, decision.due, about=item.about)
    state = ActionState.OPEN
    return replace(
        known, text=known.text if carried else text, owner=owner, due=decision.due, state=state
    )


def _own_action(plan: Plan, item: AgendaItem) -> Action | None:
    meant = record_meant(item.about)
    if meant is not None and meant[0] is Kind.ACTION and meant[1] in plan.actions:
        return plan.actions[meant[1]]
    return None if item.action is None else plan.actions.get(item.action)


def _given_up(plan: Plan, item: AgendaItem) -> ChangeSet:
    """Takes out the action that the item gave, which nobody is to do any more."""
    key = item.action
    if key is None or key not in plan.actions or item.about == about(Kind.ACTION, key):
        return ()
    return (remove(plan, Kind.ACTION, key),)


def _open_record(plan: Plan, text: str) -> Action | Lesson | None:
    meant = record_meant(text)
    match None if meant is None else plan.find(*meant):
        case Action(state=ActionState.OPEN) as action:
            return action
        case Lesson(state=LessonState.OPEN) as lesson:
            return lesson
        case _:
            return None
