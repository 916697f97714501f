"""The requirements of a section, framework by framework."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from app.domain.judgement.coverage import RequirementStatus, Verdict
from app.domain.judgement.elements.element import Element, ElementState, ElementStatus
from app.domain.judgement.requirements import CheckKind, Confidence, Requirement
from tests.ui.fakes import small_framework
from ui.models.asked import asked_of
from ui.models.section_requirements import SectionRequirementsModel

ONE = small_framework()
OTHER = replace(ONE, id="other-framework", name="Other framework: a test")


@pytest.fixture
def model(host):
    made = SectionRequirementsModel(host)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_requirements_stand_below_their_frameworks(model):
    model.show_asked(
        asked_of(((ONE, status("S.1")), (ONE, status("S.2")), (OTHER, met("S.1"))), "r")
    )

    assert tree(model) == [
        ("Small framework", ["S.1", "S.2"]),
        ("Other framework", ["S.1"]),
    ]
    assert [group.summary for group in model.groups] == ["0 of 2 met", "1 of 1 met"]


def test_what_is_missing_here_is_named_and_what_is_missing_elsewhere_counted():
    here, far, there = lacking("a deputy", "roles"), lacking("a tree", "escalation"), has("a lead")

    def brief(*elements):
        return asked_of(((ONE, status("S.1", *elements)),), "roles")[0].brief

    assert brief(here, there) == "Missing here: a deputy."
    assert brief(here, far, far) == "Missing here: a deputy. 2 more in other sections."
    assert brief(far, there) == "Nothing missing here, 1 in other sections."


def test_what_waits_for_a_person_says_so_and_what_is_met_says_nothing():
    waiting = replace(status("S.1"), verdict=Verdict.NEEDS_PERSON)

    [first, second] = asked_of(((ONE, waiting), (ONE, met("S.2"))), "roles")

    assert first.brief == "Somebody has to attest it"
    assert second.brief == ""


def test_the_gist_leaves_out_what_the_source_adds():
    item = replace(requirement("S.1"), text="Name a lead. | Note: Or two.")

    [asked] = asked_of(((ONE, replace(status("S.1"), requirement=item)),), "roles")

    assert asked.gist == "Name a lead."
    blank = replace(item, text="")
    [asked] = asked_of(((ONE, replace(status("S.1"), requirement=blank)),), "roles")
    assert asked.gist == item.title


def test_everything_is_said_to_those_who_do_not_see_it(model):
    item = replace(requirement("S.1"), confidence=Confidence.MEMORY)
    shown = replace(status("S.1", lacking("a deputy", "roles")), requirement=item)
    model.show_asked(asked_of(((ONE, shown),), "roles"))

    group = model.index(0, 0)
    row = model.index(0, 0, group)

    assert said(group) == "Small framework, a test. 0 of 1 met."
    for part in ("S.1 Title of S.1.", "Not yet.", "a deputy", "verify"):
        assert part in said(row)


def test_a_verdict_that_changes_repaints_its_row_and_its_framework_only(model, qtbot):
    model.show_asked(asked_of(((ONE, status("S.1")), (ONE, status("S.2"))), "roles"))
    told = []
    model.dataChanged.connect(lambda first, last: told.append(model.entry(first)))

    with qtbot.assertNotEmitted(model.modelReset):
        model.show_asked(asked_of(((ONE, status("S.1")), (ONE, met("S.2"))), "roles"))

    assert told == [model.groups[0], model.groups[0].asked[1]]


def test_another_section_or_another_requirement_makes_the_rows_anew(model, qtbot):
    model.show_asked(asked_of(((ONE, status("S.1")),), "roles"))

    with qtbot.waitSignal(model.modelReset):
        model.show_asked(asked_of(((ONE, status("S.1")),), "contacts"))
    with qtbot.waitSignal(model.modelReset):
        model.show_asked(asked_of(((OTHER, status("S.1")),), "contacts"))
    with qtbot.waitSignal(model.modelReset):
        model.show_asked(())
    assert tree(model) == []


def requirement(key):
    check = CheckKind.ATTEST
    return Requirement(
        key, f"Title of {key}", f"Do {key}.", ("r",), check, "", "x", Confidence.HIGH
    )


def status(key, *elements):
    return RequirementStatus(requirement(key), Verdict.NOT_MET, "Missing.", elements)


def met(key):
    return RequirementStatus(requirement(key), Verdict.MET, "There.")


def lacking(label, section):
    return ElementStatus(Element(label, label, section, ()), ElementState.NOT_MET)


def has(label):
    return ElementStatus(Element(label, label, "roles", ()), ElementState.MET)


def tree(model):
    found = []
    for row in range(model.rowCount()):
        above = model.index(row, 0)
        below = [model.index(at, 0, above).data() for at in range(model.rowCount(above))]
        found.append((above.data(), below))
    return found


def said(index):
    return index.data(Qt.ItemDataRole.AccessibleTextRole)
