from dataclasses import replace

import pytest

from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.elements.book import ElementBook
from app.domain.judgement.elements.covering import CoveredProbe
from app.domain.judgement.elements.element import (
    Answered,
    Covered,
    ElementState,
    MatrixFilled,
    Mentions,
    Rows,
)
from app.domain.judgement.elements.filling import MatrixProbe
from app.domain.judgement.elements.rows import RowsProbe
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.classification import ImpactLevel, UrgencyLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.elements.shelf import ELEMENTS, element
from tests.unit.domain.judgement.subjects import MOBILE, TEMPLATE, TODAY, context, text

WHY = Answer(rid("why"), rid("purpose"), "Because.")


def of(plan):
    return Context(plan, all_answers(plan), TEMPLATE, TODAY, Linkage(plan))


def state(key, *records, profile=None):
    return ElementBook(context(*records, profile=profile), ELEMENTS).statuses[key].state


def test_an_element_is_met_when_all_its_tests_pass():
    prose = text("purpose", "See CSF 2.0.")

    assert state("mixed", prose, WHY) is ElementState.MET


def test_it_is_met_partly_when_some_do():
    assert state("mixed", text("purpose"), WHY) is ElementState.PARTLY
    assert state("mixed", text("purpose", "See CSF 2.0.")) is ElementState.PARTLY


def test_it_is_not_met_when_none_does():
    assert state("mixed", text("purpose")) is ElementState.NOT_MET


def test_a_test_begun_counts_in_part():
    detailed = (WHY,)

    assert state("answers", *detailed) is ElementState.PARTLY


def test_the_gaps_of_all_failed_tests_are_told():
    book = ElementBook(context(text("purpose")), ELEMENTS)

    assert len(book.statuses["mixed"].gaps) == 2


def test_what_is_expected_under_a_condition_only():
    assert state("where-ot", person("ada")) is ElementState.NOT_EXPECTED
    assert state("where-ot", profile=Profile(uses_ot=True)) is ElementState.NOT_MET
    assert state("where-ot", person("ada"), profile=Profile(uses_ot=True)) is ElementState.MET


def test_nothing_is_expected_of_a_section_set_aside():
    aside = text("purpose", not_applicable="Elsewhere.")

    assert state("deputies", aside) is ElementState.NOT_EXPECTED
    assert state("contained", aside) is ElementState.NOT_MET


def test_nothing_is_expected_when_nothing_is_asked():
    assert state("asked-if") is ElementState.NOT_EXPECTED


def follow(plan, change, questions=()):
    """The book after `change`, and the elements that stand differently."""
    book = ElementBook(of(plan), ELEMENTS)
    plan = apply(plan, (change,))
    changed = book.update(of(plan), reach_of((change,)), questions)
    assert book.statuses == ElementBook(of(plan), ELEMENTS).statuses
    return changed


@pytest.mark.parametrize(
    ("change", "questions", "expected"),
    [
        (lambda plan: put(plan, WHY), ("why",), {"answers", "any-answer", "mixed", "where-why"}),
        (lambda plan: put(plan, text("scope", "Words; see.")), (), set()),
        (lambda plan: put(plan, text("scope", "A word to see.")), (), {"words"}),
        (lambda plan: put(plan, role("one", "One")), (), {"lawyer"}),
    ],
)
def test_an_edit_changes_what_depends_on_it(change, questions, expected):
    plan = plan_with(text("purpose"), text("scope"))
    changed = follow(plan, change(plan), questions)

    assert changed == expected


def test_a_section_set_aside_takes_its_elements_with_it():
    plan = plan_with(text("purpose"), text("scope"))

    changed = follow(plan, put(plan, text("purpose", not_applicable="No.")))

    assert "deputies" in changed
    assert "contained" not in changed


def test_a_person_who_goes_leaves_roles_without_holder():
    lead = role("lead", holder=rid("ada"), deputies=(rid("ada"),))
    second = role("second", holder=rid("ada"), deputies=(rid("ada"),))
    plan = plan_with(person("ada"), lead, second)

    assert "deputies" in follow(plan, remove(plan, Kind.PERSON, rid("ada")))


FILLED = (
    element("held", Rows(Kind.ROLE, filled=("holder",))),
    element("reached", Rows(Kind.PERSON, filled=("channels.address",))),
    element("named", Rows(Kind.ROLE, where=(Mentions(("name", "duties"), ("lead",)),))),
    element(
        "stopped",
        Covered(Kind.PLAYBOOK, Kind.STEP, "playbook", (Mentions(("action",), ("stop",)),)),
    ),
    element("matrix", MatrixFilled()),
)
LEAD = role("lead", "Second", holder=rid("ada"))
LEAK = Playbook(rid("leak"), "Leak")
STEP = PlaybookStep(rid("step"), rid("leak"), Phase.CONTAIN, "Wait.")


@pytest.fixture
def looked(monkeypatch):
    """The tests that an update looked at again."""
    seen = []
    for probe in (RowsProbe, CoveredProbe, MatrixProbe):
        update = probe.update

        def noting(self, context, reach, update=update):
            seen.append(type(self))
            return update(self, context, reach)

        monkeypatch.setattr(probe, "update", noting)
    return seen


@pytest.mark.parametrize(
    ("record", "probes", "changed"),
    [
        (role("lead", "Second", competence="Calm.", holder=rid("ada")), [], set()),
        (role("lead", "First", holder=rid("ada")), [RowsProbe], set()),
        (role("lead", "Team lead", holder=rid("ada")), [RowsProbe], {"named"}),
        (role("lead", "Second", holder=rid("bob")), [RowsProbe], {"held"}),
        (person("ada", "Ada Bell"), [], set()),
        (person("ada", channels=(MOBILE,)), [RowsProbe], {"reached"}),
        (person("bob"), [RowsProbe, RowsProbe], set()),
        (role("new"), [RowsProbe, RowsProbe], set()),
        (replace(LEAK, name="Data leak"), [], set()),
        (Playbook(rid("loss"), "Loss"), [CoveredProbe], {"stopped"}),
        (replace(STEP, phase=Phase.CLOSE), [], set()),
        (replace(STEP, action="Wait again."), [CoveredProbe], set()),
        (replace(STEP, action="Stop it."), [CoveredProbe], {"stopped"}),
        (ImpactLevel(rid("high"), "High", 1), [MatrixProbe], {"matrix"}),
    ],
)
def test_a_test_is_looked_at_again_only_when_a_field_it_looks_at_changes(
    looked, record, probes, changed
):
    urgency = UrgencyLevel(rid("now"), "Now", 1)
    plan = plan_with(person("ada"), LEAD, urgency, LEAK, STEP)
    book = ElementBook(of(plan), FILLED)
    change = put(plan, record)
    now = of(apply(plan, (change,)))

    assert book.update(now, reach_of((change,)), ()) == changed
    assert sorted(looked, key=str) == sorted(probes, key=str)
    assert book.statuses == ElementBook(now, FILLED).statuses


def test_a_move_changes_nothing(looked):
    plan = plan_with(person("ada"), role("other"), LEAD)
    book = ElementBook(of(plan), FILLED)
    change = put(plan, LEAD, 0)

    assert book.update(of(apply(plan, (change,))), reach_of((change,)), ()) == set()
    assert looked == []


def test_a_section_that_applies_as_before_leaves_its_elements_alone():
    plan = plan_with(text("purpose", not_applicable="No."), text("scope"))

    assert follow(plan, put(plan, text("purpose", "New.", not_applicable="Not here."))) == set()
    assert "deputies" in follow(plan, remove(plan, Kind.SECTION, rid("purpose")))


def test_a_test_two_elements_share_counts_for_both():
    shared = (element("a", Rows(Kind.PERSON)), element("b", Rows(Kind.PERSON), Answered(("why",))))
    plan = plan_with()
    book = ElementBook(of(plan), shared)
    change = put(plan, person("ada"))
    plan = apply(plan, (change,))

    assert book.update(of(plan), reach_of((change,)), ()) == {"a", "b"}
