"""What the items of an agenda are about: the records as they are now, and as they were."""

from dataclasses import replace

from app.domain.comparing.comparison import RecordDifference
from app.domain.lifecycle.reviewing.carried import ROUND
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.sessions import AgendaItem, Outcome, ReviewSession, Topic
from app.services.changes.compared import Compared, compared
from app.services.reviewing.changed import whole_of
from ui.bridge.session import PlanBridge
from ui.dialogs.session.shown import ShownText
from ui.models.record_facts import Fact, facts_of, subject_of
from ui.models.record_form import EDITABLE
from ui.models.session_words import outcome_text

_CONTACTS = frozenset({Kind.PERSON, Kind.PARTY})
_ELSEWHERE = frozenset({Kind.SECTION, Kind.ANSWER, Kind.CELL})
"""What is edited in the main window, where all that belongs to it stands."""


class Matter:
    """`past` is the plan that changes are told against; None before the first version."""

    def __init__(self, bridge: PlanBridge, past: Plan | None) -> None:
        self._bridge = bridge
        self._past = past
        self._whole: Compared | None = None

    def show(self, item: AgendaItem, session: ReviewSession, shown: ShownText) -> None:
        """Show what changed where the item is about that, else what the record says."""
        if item.key == ROUND:
            shown.show_facts(_calls(session))
            return
        own = self._changed(item)
        if own is not None and own.records:
            shown.show_changes(own)
        else:
            plan, template = self._bridge.plan, self._bridge.template
            shown.show_facts(facts_of(plan, template, item.about))

    def can_open(self, about: str) -> bool:
        """Whether there is something that can be changed."""
        found = subject_of(self._bridge.plan, about)
        known = found is not None and found[0] in (*EDITABLE, *_ELSEWHERE)
        return known and not self._bridge.read_only

    def people(self) -> tuple[str, ...]:
        """The names of the people of the plan."""
        return tuple(person.name for person in self._bridge.plan.people.values() if person.name)

    def _changed(self, item: AgendaItem) -> Compared | None:
        if self._past is None or item.topic not in (Topic.CHANGE, Topic.DRIFT):
            return None
        whole = self._compared(self._past)
        own = tuple(one for one in whole.records if _belongs(one.difference, item, whole))
        return replace(whole, records=own)

    def _compared(self, past: Plan) -> Compared:
        """Made anew only when the plan has changed."""
        if self._whole is None or self._whole.new is not self._bridge.plan:
            questions = self._bridge.template.questions
            self._whole = compared(past, self._bridge.plan, questions)
        return self._whole


def _belongs(difference: RecordDifference, item: AgendaItem, whole: Compared) -> bool:
    """Whether `item` is about that change; contacts drift all together."""
    if item.topic is Topic.DRIFT and item.about == _ALL_CONTACTS:
        return difference.kind in _CONTACTS
    kind, key = whole_of(difference, whole)
    return item.about == f"{kind.value}/{key}"


def _calls(session: ReviewSession) -> tuple[Fact, ...]:
    """Who was called, by what that brought."""
    found = {one: [c.name for c in session.contacts if c.outcome is one] for one in Outcome}
    return tuple(Fact(outcome_text(one), ", ".join(names)) for one, names in found.items() if names)


_ALL_CONTACTS = f"{Kind.SECTION.value}/contacts"
