"""The shipped schemes of severity put in place of each other in a plan that is lived with."""

from dataclasses import replace
from functools import cache
from itertools import permutations

import pytest

from app.domain.interview.drafting import draft
from app.domain.plan import changes
from app.domain.plan.axes import AXES, SCHEME
from app.domain.plan.classification import SampleIncident
from app.domain.plan.kinds import Kind
from app.domain.plan.links import LINKS, named
from app.domain.plan.plan import Plan
from app.services.answering.following import AnswerFollowing
from app.services.answering.redrafting import same_text
from app.services.classifying.losses import Cost
from app.services.classifying.schemes import proposed, schemes
from app.services.classifying.switching import Switch, switched
from app.services.editing import EditingSession
from tests.builders import rid
from tests.integration.scenarios import TEMPLATE, judged, sample_sheet

pytestmark = pytest.mark.no_cover

PAIRS = tuple(permutations(AXES, 2))


@cache
def plan_of(scheme: str) -> Plan:
    sheet = sample_sheet()
    answers = {**sheet.answers, str(SCHEME): scheme, "severity.adopt_times": True}
    plan = draft(TEMPLATE, replace(sheet, answers=answers), rid("plan"))
    cell = next(iter(plan.matrix.values()))
    own = SampleIncident(rid("own"), "Ours.", cell.impact, cell.urgency, cell.severity)
    return plan.with_table(Kind.SAMPLE, plan.samples.put(own))


def switch(before: Plan, scheme: str) -> tuple[Plan, Switch]:
    offered = next(item for item in schemes(before, TEMPLATE) if item.key == scheme)
    found = switched(before, TEMPLATE, offered, proposed(before, offered))
    return changes.apply(before, found.changes), found


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_the_levels_are_those_a_plan_drafted_with_the_new_scheme_has(old, new):
    plan, found = switch(plan_of(old), new)

    drafted = plan_of(new)
    for kind in (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY, Kind.CELL):
        assert set(plan.table(kind)) == set(drafted.table(kind))
    assert [level.name for level in plan.severities.values()] == [
        level.name for level in drafted.severities.values()
    ]
    section = rid("classification")
    assert same_text(plan.sections[section].prose, drafted.sections[section].prose)
    assert {loss.cost for loss in found.losses} <= {Cost.CELLS, Cost.FAILING}
    assert rid("own") in plan.samples
    assert changes.apply(plan, changes.invert(found.changes)) == plan_of(old)


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_nothing_dangles_and_nothing_new_is_at_fault(old, new):
    plan, _ = switch(plan_of(old), new)

    for kind, fields in LINKS.items():
        for field, target in fields.items():
            if target in {Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY}:
                for record in plan.table(kind).values():
                    assert set(named(record, field)) <= set(plan.table(target))
    found = judged(plan).findings_of("classification")
    assert {item.code for item in found} <= {"sample.elsewhere"}


@pytest.mark.parametrize(("old", "new"), PAIRS)
def test_no_answer_waits_to_be_followed_afterwards(old, new):
    session = EditingSession(plan_of(old))
    following = AnswerFollowing(session, TEMPLATE)
    _, found = switch(session.plan, new)

    session.apply(found.changes, "Switch")

    pending = [item.change for item in following.pending()]
    assert {change.kind for change in pending} <= {Kind.SEVERITY, Kind.TERM}
