"""The page as a whole: trying, tests of the matrix, being led to a record, names of controls."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPushButton,
    QWidget,
)

from app.domain.plan.changes import put
from app.domain.plan.classification import SampleIncident
from app.domain.plan.kinds import Kind
from tests.builders import plan_with, rid
from tests.ui.pages.classification.conftest import bridge_over, classified


def choose(page, name, text):
    box = page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def results(page):
    return [row.cells[0].text for row in page.samples.table.model().rows]


def test_trying_the_matrix_tells_the_level_how_it_comes_about_and_what_follows(page):
    choose(page, "try_impact", "Major")
    choose(page, "try_urgency", "Soon")

    said = page.trying.said
    assert "Impact Major, urgency Soon: the cell says S2 High." in said
    assert "Told: Incident lead." in said
    assert "Starts: Activation tree." in said
    assert "Playbooks that may start: 1." in said
    assert page.trying.level.name == "S2 High"


def test_an_empty_cell_gives_no_level(page, bridge):
    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Delete)

    choose(page, "try_impact", "Severe")
    choose(page, "try_urgency", "Now")

    assert page.trying.level is None
    assert "the cell is empty" in page.trying.said


def test_a_trial_is_kept_as_a_test_of_the_matrix(page, bridge):
    choose(page, "try_impact", "Minor")
    choose(page, "try_urgency", "Later")
    line = page.findChild(QLineEdit, "try_description")
    line.setFocus()
    QTest.keyClicks(line, "A stick was found.")

    page.findChild(QPushButton, "try_keep").click()

    kept = bridge.plan.samples[rid("a-stick-was-found")]
    assert (kept.impact, kept.urgency, kept.expected) == ("minor", "later", "s3")
    assert page.samples.table.key == kept.id
    assert line.text() == ""


def test_a_test_needs_words(page, bridge):
    page.findChild(QPushButton, "try_keep").click()

    assert len(bridge.plan.samples) == 1
    line = page.findChild(QLineEdit, "try_description")
    assert "what happened" in line.accessibleDescription()


def test_a_test_turns_red_with_the_edit_that_breaks_it_and_green_again(page, bridge):
    assert results(page) == ["As expected"]
    assert page.samples.state == "All 1 as expected"

    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_2)

    assert results(page) == ["Lands on S2 High; expected S1 Critical"]
    assert page.samples.state == "1 of 1 not as expected"
    bridge.undo()
    assert page.samples.state == "All 1 as expected"


def test_what_it_lands_on_can_be_expected(page, bridge):
    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_2)
    page.samples.reveal(rid("locked"))

    accept = page.findChild(QPushButton, "sample_accept")
    assert accept.isVisible()
    accept.click()

    assert bridge.plan.samples[rid("locked")].expected == "s2"
    assert not accept.isVisible()


def test_a_chosen_test_is_tried(page):
    page.samples.reveal(rid("locked"))

    assert page.findChild(QComboBox, "try_impact").currentText() == "Major"
    assert page.findChild(QComboBox, "try_urgency").currentText() == "Now"


def test_a_test_of_levels_that_are_gone_does_no_harm(show, host):
    lost = SampleIncident(rid("lost"), "Lost.", rid("gone"), rid("now"), rid("s9"))
    page = show(bridge_over(classified(lost), host))

    page.samples.reveal(rid("lost"))

    assert results(page)[1].startswith("Lands on an empty cell")
    assert page.trying.level is None
    assert not page.findChild(QPushButton, "try_keep").isEnabled()


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        (Kind.SEVERITY, "s2"),
        (Kind.IMPACT, "minor"),
        (Kind.URGENCY, "soon"),
        (Kind.SAMPLE, "locked"),
        (Kind.CATEGORY, "malware"),
    ],
)
def test_a_record_is_revealed_chosen_and_focused(page, kind, key):
    page.reveal(kind, rid(key))

    card = {
        Kind.SEVERITY: page.severities,
        Kind.IMPACT: page.lower_half.impacts,
        Kind.URGENCY: page.lower_half.urgencies,
        Kind.SAMPLE: page.samples,
        Kind.CATEGORY: page.lower_half.categories,
    }[kind]
    assert card.table.key == key
    assert card.isAncestorOf(card.window().focusWidget())


def test_a_cell_and_a_field_are_revealed(page):
    page.reveal(Kind.CELL, rid("major.soon"))
    assert page.matrix.table.place == ("major", "soon")

    page.reveal(Kind.SEVERITY, rid("s2"), "respond_out_of_hours")
    assert page.severities.table.currentIndex().column() == 2


def test_what_is_not_there_is_not_revealed(page):
    page.reveal(Kind.SEVERITY, rid("s2"))

    for kind in (Kind.SEVERITY, Kind.CELL, Kind.SAMPLE, Kind.PERSON):
        page.reveal(kind, rid("nobody"))

    assert page.severities.table.key == "s2"
    assert page.samples.table.key == ""


def test_a_hidden_page_waits_until_it_is_shown(page, bridge, host):
    page.hide()
    level = replace(bridge.plan.severities[rid("s1")], name="S1 Doom")
    bridge.apply((put(bridge.plan, level),), "Rename")
    assert page.severities.table.levels.rows[0].cells[0].text == "S1 Critical"

    page.show()

    assert page.severities.table.levels.rows[0].cells[0].text == "S1 Doom"


def test_what_is_out_of_order_leads_to_the_findings(page, qtbot):
    table = page.matrix.table
    table.setFocus()
    table.setCurrentIndex(table.matrix.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_3)

    with qtbot.waitSignal(page.navigate) as asked:
        page.findChild(QPushButton, "findings_matrix_all").click()

    assert asked.args == ["finding:matrix.not-monotone/matrix/severe.now"]


@pytest.mark.parametrize("width", [964, 1216, 3600])
def test_nothing_is_wider_than_the_page(show, bridge, width):
    page = show(bridge, width)

    for part in page.panes():
        right = part.mapTo(page, part.rect().topRight()).x()
        assert right <= width


def test_every_control_has_a_name(page):
    controls = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView)
    seen = [
        part
        for part in page.findChildren(QWidget)
        if isinstance(part, controls)
        and part.isVisible()
        and not isinstance(part.parent(), QComboBox)
        and part.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]

    assert len(seen) > 15
    assert [part.objectName() for part in seen if not part.accessibleName().strip()] == []


def test_an_empty_plan_says_what_to_do_everywhere(show, host):
    page = show(bridge_over(plan_with(), host))

    assert "no matrix" in page.trying.said
    for card in (page.severities, page.lower_half.impacts, page.lower_half.urgencies, page.samples):
        assert not card.table.isVisible()
        assert card.isVisible()
    assert not page.lower_half.categories.table.view.isVisible()


def test_names_of_any_kind_are_shown(show, host):
    plan = classified()
    long = replace(plan.severities[rid("s1")], name="Ωμέγα <i>&x " * 12)
    page = show(bridge_over(plan.with_table(Kind.SEVERITY, plan.severities.put(long)), host))

    assert page.matrix.table.matrix.index(0, 0).data() == long.name
