"""The coverage page in the window, over the sample plan and the whole library."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.pages.coverage.driving import Control, Driver
from ui.main_window import LEAST_HEIGHT, LEAST_WIDTH, MainWindow
from ui.pages.coverage import CoveragePage
from ui.pages.coverage.detail_card import DetailCard
from ui.pages.sections.page import SectionsPage

NOTE = "Looked at \u201cevery\u201d part; <ok> \u2713"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library(shelf):
    """The shipped one, in place of the small one."""
    return shelf


@pytest.fixture
def working(window, desk):
    """The window over the sample plan, on the coverage page."""
    assert desk.open_sample()
    window.navigate("coverage")
    return window


@pytest.fixture
def driver(working) -> Driver:
    page = working.findChild(CoveragePage)
    assert page is not None
    return Driver(page)


def test_a_key_leads_to_the_page(qtbot, working):
    working.navigate("overview")

    qtbot.keyClick(working, Qt.Key.Key_0, CTRL)

    assert working.findChild(CoveragePage).isVisible()


def test_evidence_opens_the_question_it_answers(qtbot, working, driver, desk):
    judgement = desk.bridge.judgement
    framework, requirement, number, name = next(
        (framework.id, status.requirement.id, at, found.record)
        for framework in judgement.frameworks
        for status in judgement.coverage(framework.id)
        for at, one in enumerate(status.elements)
        for found in judgement.evidence(one.element.id)[:1]
        if found.kind is Kind.ANSWER
    )
    working.navigate(f"requirement:{framework}/{requirement}")

    driver.click(f"element_{number}_evidence_0")

    sections = working.findChild(SectionsPage)
    assert sections.isVisible()
    field = sections._questions.field(name)
    assert field is not None
    assert field.isVisible()
    qtbot.waitUntil(lambda: field.isAncestorOf(working.focusWidget()))


def test_what_is_decided_is_there_when_the_plan_is_opened_again(working, driver, desk):
    working.navigate("requirement:nist-csf-2-0/GV")
    driver.click("requirement_attest")
    driver.find(QPlainTextEdit, "statement_note").setPlainText(NOTE)
    driver.write("statement_by", "Ada Byron")
    driver.click("statement_keep")
    working.navigate("requirement:iso-iec-27001-2022/A.5.24")
    driver.click("requirement_link")
    driver.write("statement_what", "Report")
    driver.write("statement_where", "Archive")
    driver.write("statement_owner", "Ada Byron")
    driver.click("statement_keep")
    path = desk.path

    assert desk.close()
    assert desk.open(path)

    plan = desk.bridge.plan
    key = RecordId("nist-csf-2-0/GV")
    assert plan.attestations[key].note == NOTE
    (record,) = [one for one in plan.evidence.values() if one.what == "Report"]
    assert record.requirements == (RecordId("iso-iec-27001-2022/A.5.24"),)


def test_every_framework_of_the_library_can_be_chosen_and_shown(driver, library):
    driver.click("framework_add")
    listed = driver.dialog.list
    listed.selectAll()
    driver.click("frameworks_add")

    names = driver.rows("framework_list")
    assert len(names) == len(library.frameworks()) == 28
    for name in names:
        driver.choose(name, "framework_list")
        assert driver.rows(), name
        assert driver.said(), name


@pytest.mark.parametrize("scale", [90, 100, 150])
def test_nothing_is_cut_off_in_the_smallest_window(qtbot, working, desk, scale):
    before = shown(working, CoveragePage)
    desk.change_settings(replace(desk.settings, scale=scale))
    working.resize(LEAST_WIDTH, LEAST_HEIGHT)
    if scale != 100:  # the page is built anew, but later; until then the old one is shown
        qtbot.waitUntil(lambda: shown(working, CoveragePage) not in (None, before))
    judgement = desk.bridge.judgement
    keys = [
        f"{framework.id}/{status.requirement.id}"
        for framework in judgement.frameworks
        for status in judgement.coverage(framework.id)[::9]
    ]
    assert keys
    for key in keys:
        working.navigate(f"requirement:{key}")
        card = shown(working, DetailCard)
        assert card is not None
        assert card.view is not None
        assert card.view.key == key
        area = card._area
        assert area.body.minimumSizeHint().width() <= area.viewport().width(), key
    qtbot.wait(20)
    page, card = shown(working, CoveragePage), shown(working, DetailCard)
    assert page is not None
    assert card is not None
    assert working.width() == LEAST_WIDTH
    assert card.mapTo(page, card.rect().topRight()).x() < page.width()
    for made in page.findChildren(QAbstractButton):
        if made.isVisible() and made.objectName():
            assert made.width() >= made.minimumSizeHint().width(), made.objectName()
            right = made.mapTo(page, made.rect().topRight()).x()
            assert right <= page.width(), made.objectName()


def shown(window: MainWindow, kind: type[Control]) -> Control | None:
    """The one of a kind that can be seen; None while there is none."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) < 2
    return found[0] if found else None
