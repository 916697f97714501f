"""The requirements beside a section."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.judgement.coverage import Verdict
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Answer
from tests.ui.fakes import small_framework
from tests.ui.models.test_section_requirements import lacking, met, status
from ui.models.asked import Asked
from ui.pages.sections.page import SectionsPage
from ui.pages.sections.side.requirements_tab import RequirementsTab

ONE = small_framework()
OTHER = replace(ONE, id="other", name="Other framework")
LONG = "word " * 400 + "\U0001f600" * 40


@pytest.fixture
def tab(qtbot, host):
    made = RequirementsTab(host)
    host.resize(320, 600)
    made.resize(320, 600)
    with qtbot.waitActive(host):
        host.show()
    return made


def test_the_met_are_counted_over_all_frameworks(tab):
    tab.show_requirements(
        "purpose", ((ONE, met("S.1")), (OTHER, status("S.1")), (OTHER, met("S.2")))
    )

    assert tab.findChild(QLabel, "requirements_count").text() == "2 of 3"
    assert tab.tree.isExpanded(tab.tree.model().index(1, 0))


def test_a_section_nothing_asks_of_says_so(tab):
    tab.show_requirements("purpose", ())

    assert not tab.tree.isVisible()
    assert any(item.isVisible() and "No chosen framework" in item.text() for item in labels(tab))


def test_enter_and_the_button_lead_to_the_requirement_in_full(qtbot, tab):
    tab.show_requirements("purpose", ((ONE, status("S.1")), (ONE, status("S.2"))))
    assert not shown(tab).isVisible()
    first = tab.tree.model().index(0, 0)
    qtbot.waitUntil(lambda: tab.tree.visualRect(first).height() > 0)

    tab.tree.setFocus()
    for _ in ("framework", "S.1", "S.2"):
        qtbot.keyClick(tab.tree, Qt.Key.Key_Down)
    assert shown(tab).accessibleName() == "Show S.2 in Coverage"
    with qtbot.waitSignal(tab.wanted) as asked:
        qtbot.keyClick(tab.tree, Qt.Key.Key_Return)
    assert asked.args == ["requirement:small-framework/S.2"]

    with qtbot.waitSignal(tab.wanted) as asked:
        qtbot.mouseClick(shown(tab), Qt.MouseButton.LeftButton)
    assert asked.args == ["requirement:small-framework/S.2"]


def test_a_framework_folds_at_a_click_and_by_key_and_stays_so(qtbot, tab):
    tab.show_requirements("purpose", ((ONE, status("S.1")), (OTHER, status("S.1"))))
    first = tab.tree.model().index(0, 0)
    click(qtbot, tab, first)
    assert not tab.tree.isExpanded(first)

    tab.show_requirements("contacts", ((ONE, status("S.1")), (OTHER, status("S.1"))))
    first, second = (tab.tree.model().index(row, 0) for row in (0, 1))
    assert not tab.tree.isExpanded(first)
    assert tab.tree.isExpanded(second)

    tab.tree.setCurrentIndex(first)
    qtbot.keyClick(tab.tree, Qt.Key.Key_Right)
    assert tab.tree.isExpanded(first)


def test_what_is_current_stays_so_while_verdicts_change(tab):
    tab.show_requirements("purpose", ((ONE, status("S.1")), (ONE, status("S.2"))))
    above = tab.tree.model().index(0, 0)
    tab.tree.setCurrentIndex(tab.tree.model().index(1, 0, above))

    tab.show_requirements("purpose", ((ONE, met("S.1")), (ONE, met("S.2"))))

    assert tab.tree.currentIndex().data() == "S.2"
    assert shown(tab).isVisible()

    tab.show_requirements("contacts", ((ONE, met("S.1")),))
    assert not shown(tab).isVisible()


def test_a_row_is_as_high_as_its_words_and_no_higher_than_a_few_lines(qtbot, tab):
    missing = [lacking(f"element {at} of many words", "purpose") for at in range(3)]
    rows = (met("S.1"), status("S.2", *missing), status("S.3", *missing * 40))
    tab.show_requirements("purpose", tuple((ONE, row) for row in rows))
    above = tab.tree.model().index(0, 0)

    def heights():
        return [
            tab.tree.visualRect(tab.tree.model().index(at, 0, above)).height() for at in range(3)
        ]

    qtbot.waitUntil(lambda: heights()[0] > 0)
    low, middle, high = heights()
    assert low < middle <= high < 150

    tab.show_requirements("purpose", tuple((ONE, row) for row in (met("S.1"), met("S.2"), rows[2])))
    qtbot.waitUntil(lambda: heights()[1] == low)


@pytest.mark.parametrize("verdict", list(Verdict))
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_any_words_in_any_direction_are_drawn_inside_their_row(qtbot, tab, verdict, direction):
    odd = status("S.1", lacking(LONG, "purpose"))
    item = replace(odd.requirement, text=f"<b>{LONG}</b>", id="\u05d0\u05d1 &amp; " + "x" * 200)
    tab.setLayoutDirection(direction)
    tab.show_requirements("purpose", ((ONE, replace(odd, requirement=item, verdict=verdict)),))

    picture = QImage(tab.size(), QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    tab.render(painter, QPoint())
    painter.end()

    row = tab.tree.model().index(0, 0, tab.tree.model().index(0, 0))
    assert 0 < tab.tree.visualRect(row).height() < 160
    assert tab.tree.visualRect(row).width() <= tab.tree.viewport().width()


def test_the_page_shows_what_its_section_lacks_and_follows_every_edit(qtbot, bridge, host):
    page = open_page(qtbot, bridge, host)
    page.show_section("purpose")
    tab = page.findChild(RequirementsTab)
    before = [asked.status for asked in entries(tab)]
    assert [item.requirement.id for item in before] == ["S.1", "S.3"]

    with qtbot.waitSignal(page.navigate) as asked:
        tab.tree.wanted.emit("requirement:small-framework/S.1")
    assert asked.args == ["requirement:small-framework/S.1"]

    record = Answer(RecordId("purpose.goal"), RecordId("purpose"), "Keep patients safe")
    bridge.apply((put(bridge.plan, record),), "Answer")
    expected = bridge.judgement.requirements_of("purpose")
    assert [item.status for item in entries(tab)] == [status for _, status in expected]


def test_a_folded_panel_does_nothing_for_an_edit(qtbot, bridge, host, monkeypatch):
    page = open_page(qtbot, bridge, host)
    tab = page.findChild(RequirementsTab)
    page.resize(800, 700)
    host.resize(800, 700)
    qtbot.waitUntil(lambda: not tab.isVisible())
    asked: list[str] = []
    monkeypatch.setattr(bridge.judgement, "requirements_of", asked.append)

    record = Answer(RecordId("purpose.goal"), RecordId("purpose"), "Keep patients safe")
    bridge.apply((put(bridge.plan, record),), "Answer")

    assert asked == []


def open_page(qtbot, bridge, host):
    page = SectionsPage(bridge, host)
    host.resize(1300, 800)
    page.resize(1300, 800)
    with qtbot.waitActive(host):
        host.show()
    page._side.tabs.setCurrentIndex(1)
    return page


def entries(tab):
    model = tab.tree.model()
    found = [
        model.entry(model.index(at, 0, model.index(row, 0)))
        for row in range(model.rowCount())
        for at in range(model.rowCount(model.index(row, 0)))
    ]
    assert all(isinstance(item, Asked) for item in found)
    return found


def click(qtbot, tab, index):
    place = tab.tree.visualRect(index).center()
    qtbot.mouseClick(tab.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)


def shown(tab):
    return tab.findChild(QPushButton, "requirement_show")


def labels(tab):
    return tab.findChildren(QLabel)
