"""The agenda of a review session, as the plan and its past give it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.domain.judgement.engine import Judgement
from app.domain.lifecycle.reviewing import carried
from app.domain.lifecycle.reviewing.ageing import sections
from app.domain.lifecycle.reviewing.agenda import agenda
from app.domain.lifecycle.reviewing.overdue import overdue
from app.domain.plan.sessions import AgendaItem, ContactCheck
from app.services.changes.compared import compared
from app.services.reviewing.changed import changes
from app.services.reviewing.drifting import drifted, outdated
from app.services.reviewing.found import findings
from app.services.reviewing.past import Past


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a session starts with; `baseline` is the version the plan is compared with.

    `agenda` is in the order in which it is walked through, `contacts` has those first that waited
    the longest.
    """

    baseline: str = ""
    agenda: tuple[AgendaItem, ...] = ()
    contacts: tuple[ContactCheck, ...] = ()


def prepare(judgement: Judgement, past: Past, today: date) -> Prepared:
    """What there is to review; the same plan and past give the same keys.

    An item's `about` may name a record that is gone: it was removed since the last version.
    """
    plan = judgement.plan
    items = [
        *overdue(plan, today),
        *carried.contact_round(plan, today),
        *_since(judgement, past),
        *outdated(plan, judgement.standards.regimes),
        *carried.actions(plan),
        *carried.lessons(plan),
    ]
    items += findings(judgement.findings(), {item.key for item in items})
    items += sections(plan, past.earlier, today)
    return Prepared(past.version, agenda(items), carried.checks(plan))


def _since(judgement: Judgement, past: Past) -> Iterator[AgendaItem]:
    if past.plan is not None:
        made = compared(past.plan, judgement.plan, judgement.template.questions)
        yield from changes(made, past.version)
        yield from drifted(made, past.version)
