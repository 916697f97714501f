"""The page of all findings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QPushButton

from app.domain.judgement.findings import Weight
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.sections import Answer
from ui.pages.findings import FindingsPage


@pytest.fixture
def page(qtbot, bridge, host):
    made = FindingsPage(bridge, host)
    made.resize(1000, 700)
    host.resize(1000, 700)
    with qtbot.waitExposed(host):
        host.show()
    return made


def test_all_findings_are_listed_worst_first(page, bridge):
    found = bridge.judgement.findings()

    assert rows(page) == [finding.reason for finding in found]


def test_a_weight_filters_the_list(qtbot, page, bridge):
    hints = [item.reason for item in bridge.judgement.findings() if item.weight is Weight.HINT]

    qtbot.mouseClick(page.findChild(QPushButton, "findings_filter_3"), Qt.MouseButton.LeftButton)

    assert rows(page) == hints != []


def test_words_filter_the_list(qtbot, page):
    qtbot.keyClicks(page.findChild(QLineEdit, "findings_filter"), "insurer")

    assert all("insurer" in row.lower() for row in rows(page))
    assert rows(page)


def test_a_filter_without_a_match_says_how_to_go_on(qtbot, page):
    qtbot.keyClicks(page.findChild(QLineEdit, "findings_filter"), "zebra")

    assert rows(page) == []
    assert page.findChild(QLabel, "findings_nothing").text().startswith("No finding matches")


def test_enter_and_a_click_lead_to_the_place_to_mend(qtbot, page, bridge):
    second = bridge.judgement.findings()[1]
    index = page.list.model().index(1, 0)

    with qtbot.waitSignal(page.navigate) as asked:
        place = page.list.visualRect(index).center()
        qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [f"finding:{second.key}"]

    with qtbot.waitSignal(page.navigate) as asked:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert asked.args == [f"finding:{second.key}"]


def test_a_mended_finding_leaves_the_list(page, bridge):
    before = len(rows(page))

    record = Answer(RecordId("purpose.goal"), RecordId("purpose"), "Keep patients safe")
    bridge.apply((put(bridge.plan, record),), "Answer")

    assert len(rows(page)) < before


def test_a_screen_reader_hears_reason_fix_and_place(page, bridge):
    worst = bridge.judgement.findings()[0]

    said = page.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert worst.reason in said
    assert worst.fix in said
    assert "Contacts" in said or "blocks" in said or "auditor" in said


def rows(page):
    model = page.findChild(QListView, "findings_list").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]
