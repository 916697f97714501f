"""The tables of a section, used as a person does."""

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QToolButton,
    QTreeView,
)

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from tests.ui.fakes import MemoryStore, open_plan, small_plan
from ui.bridge.session import PlanBridge
from ui.pages.sections.page import SectionsPage
from ui.pages.sections.records_card import RecordsCard


@pytest.fixture
def plan(host, shop, sample_file, tmp_path):
    """A copy of the sample organisation's plan."""
    bridge = PlanBridge(shop.open(Path(copyfile(sample_file, tmp_path / "sample.irplan"))), host)
    yield bridge
    bridge.let_go()


@pytest.fixture
def empty(host):
    """A plan that names nobody."""
    return PlanBridge(open_plan(MemoryStore(small_plan())), host)


def shown(qtbot, host, bridge, section):
    page = SectionsPage(bridge, host)
    host.resize(1216, 840)
    page.resize(1216, 840)
    with qtbot.waitExposed(host):
        host.show()
    page.show_section(section)
    return page


@pytest.fixture
def contacts(qtbot, host, plan):
    return shown(qtbot, host, plan, "contacts")


def find(page, kind, name):
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def click(page, name, kind=QPushButton):
    QTest.mouseClick(find(page, kind, name), Qt.MouseButton.LeftButton)


def dialog(page):
    return page.findChild(RecordsCard).editor.dialog


def titles(view, parent=None):
    above = parent or QModelIndex()
    model = view.model()
    return [model.index(at, 0, above).data() for at in range(model.rowCount(above))]


def choose(view, text):
    for at, title in enumerate(titles(view)):
        if title == text:
            view.setFocus()
            view.setCurrentIndex(view.model().index(at, 0))
            return
    raise AssertionError(text)


def codes(bridge):
    return {finding.code for finding in bridge.judgement.findings()}


def test_the_first_person_is_added_and_the_finding_goes(qtbot, host, empty):
    page = shown(qtbot, host, empty, "contacts")
    assert "contact.none" in codes(empty)
    assert find(page, QLabel, "empty_people").text().startswith("No people yet. Add ")

    click(page, "add_people")
    form = dialog(page)
    QTest.keyClicks(find(form, QLineEdit, "record_name"), "Ada Byron")
    click(form, "record_channels_add")
    QTest.keyClicks(find(form, QLineEdit, "record_channels_0_1"), "+44 117 496 0000")
    QTest.keyClick(find(form, QCheckBox, "record_channels_0_2"), Qt.Key.Key_Space)
    QTest.keyClick(find(form, QLineEdit, "record_name"), Qt.Key.Key_Return)

    assert not codes(empty) & {"contact.none", "contact.no-out-of-band-channel"}
    assert find(page, QLabel, "title_people").text() == "People \u00b7 1"
    assert find(page, QLabel, "records_count").text() == "1 record"
    assert titles(find(page, QTreeView, "table_people")) == ["Ada Byron"]
    assert not find(page, QLabel, "empty_people").isVisible()
    empty.undo()
    assert "contact.none" in codes(empty)
    assert find(page, QLabel, "empty_people").isVisible()


def test_a_finding_about_an_empty_table_leads_to_the_button_that_fills_it(qtbot, host, empty):
    page = shown(qtbot, host, empty, "purpose")
    finding = next(item for item in empty.judgement.findings() if item.code == "contact.none")

    page.reveal(Kind.SECTION, RecordId(finding.section))
    page.reveal(finding.kind, finding.record, finding.field)

    assert host.focusWidget() is find(page, QPushButton, "add_people")


def test_a_row_is_edited_by_enter_and_by_double_click(contacts, plan):
    view = find(contacts, QTreeView, "table_people")
    person = next(iter(plan.plan.people.values()))
    choose(view, person.name)

    QTest.keyClick(view, Qt.Key.Key_Return)
    assert find(dialog(contacts), QLineEdit, "record_name").text() == person.name
    dialog(contacts).reject()
    place = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert find(dialog(contacts), QLineEdit, "record_name").text() == titles(view)[1]


def test_a_row_is_moved_copied_and_removed_by_key(contacts, plan):
    view = find(contacts, QTreeView, "table_people")
    first, second, *_ = [person.name for person in plan.plan.people.values()]
    choose(view, second)

    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(view)[:2] == [second, first]
    assert view.currentIndex().data() == second
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    click(dialog(contacts), "record_ok")
    assert titles(view)[1] == f"{second} (copy)"
    assert view.currentIndex().data() == f"{second} (copy)"
    QTest.keyClick(view, Qt.Key.Key_Delete)

    assert titles(view)[:2] == [second, first]
    assert dialog(contacts) is None


def test_buttons_for_a_row_are_there_while_one_is_chosen(contacts):
    edit = find(contacts, QToolButton, "edit_people")
    assert not edit.isVisible()

    view = find(contacts, QTreeView, "table_people")
    choose(view, titles(view)[0])
    assert edit.isVisible()
    assert edit.accessibleName() == f"Edit: {titles(view)[0]}"
    parties = find(contacts, QTreeView, "table_parties")
    choose(parties, titles(parties)[0])

    assert not edit.isVisible()


def test_a_row_says_what_is_wrong_with_it(contacts, plan):
    view = find(contacts, QTreeView, "table_people")
    choose(view, titles(view)[0])
    QTest.keyClick(view, Qt.Key.Key_Return)
    form = dialog(contacts)
    find(form, QLineEdit, "record_verified_on").clear()
    before = view.height()

    click(form, "record_ok")

    said = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert "never been verified" in said
    assert view.height() > before


def test_a_revealed_record_is_chosen_in_view_and_unfolded(qtbot, contacts, plan):
    step = plan.plan.steps.all()[-1]

    contacts.reveal(Kind.STEP, step.id)
    qtbot.wait(20)

    view = find(contacts, QTreeView, "table_playbooks")
    index = view.currentIndex()
    assert index.data() == step.action
    assert view.isExpanded(index.parent())
    place = view.viewport().mapTo(contacts, view.visualRect(index).center())
    assert contacts.rect().contains(place)


def test_a_cell_of_the_matrix_is_revealed_from_another_section(qtbot, contacts, plan):
    contacts.reveal(Kind.CELL, next(iter(plan.plan.matrix)))
    qtbot.wait(20)

    matrix = find(contacts, QTableWidget, "table_matrix")
    assert contacts.rect().contains(matrix.mapTo(contacts, matrix.rect().center()))


def test_a_record_kept_back_is_revealed(contacts, plan):
    last = plan.plan.people.all()[-1]
    more = find(contacts, QPushButton, "all_people")
    assert more.isVisible()

    contacts.reveal(Kind.PERSON, last.id)

    view = find(contacts, QTreeView, "table_people")
    assert view.currentIndex().data() == last.name
    assert not view.visualRect(view.currentIndex()).isEmpty()
    assert not more.isVisible()


def test_a_record_is_revealed_in_the_section_that_shows_it_already(qtbot, host, plan):
    page = shown(qtbot, host, plan, "notification")
    title = find(page, QLabel, "section_title").text()

    page.reveal(Kind.OBLIGATION, next(iter(plan.plan.obligations)))

    assert find(page, QLabel, "section_title").text() == title


def test_a_step_is_added_under_the_chosen_playbook(qtbot, host, plan):
    page = shown(qtbot, host, plan, "playbooks")
    playbook = plan.plan.playbooks.all()[2]
    view = find(page, QTreeView, "table_playbooks")
    choose(view, playbook.name)

    click(page, "add_steps")
    form = dialog(page)
    assert find(form, QComboBox, "record_playbook").currentText() == playbook.name
    find(form, QComboBox, "record_phase").setCurrentIndex(1)
    find(form, QPlainTextEdit, "record_action").setPlainText("Call the lead.")
    click(form, "record_ok")

    step = plan.plan.steps.all()[-1]
    assert (step.playbook, step.action) == (playbook.id, "Call the lead.")
    assert view.currentIndex().data() == "Call the lead."


def test_insert_adds_a_call_below_the_chosen_one(qtbot, host, plan):
    page = shown(qtbot, host, plan, "escalation")
    node = next(node for node in plan.plan.tree_nodes.values() if node.parent is None)
    page.reveal(Kind.TREE_NODE, node.id)
    view = find(page, QTreeView, "table_trees")

    QTest.keyClick(view, Qt.Key.Key_Insert)
    form = dialog(page)
    assert find(form, QComboBox, "record_tree").currentText() == plan.plan.trees[node.tree].name
    assert find(form, QComboBox, "record_parent").currentText() == view.currentIndex().data()


def test_the_matrix_is_shown_and_opened_by_key(qtbot, host, plan):
    page = shown(qtbot, host, plan, "classification")
    matrix = find(page, QTableWidget, "table_matrix")
    cell = next(iter(plan.plan.matrix.values()))
    assert matrix.item(0, 0).text() == plan.plan.severities[cell.severity].name
    assert find(page, QLabel, "title_matrix").text() == "Matrix \u00b7 16 of 16 cells set"

    assert matrix.accessibleName() == "Severity by impact and urgency"
    assert matrix.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Impact Severe, urgency Active: S1 Critical"
    )

    matrix.setFocus()
    matrix.setCurrentCell(0, 0)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert dialog(page).objectName() == "matrix_dialog"
    dialog(page).reject()
    level = next(iter(plan.plan.severities))
    page.findChild(RecordsCard).editor.remove(Kind.SEVERITY, level)
    click(dialog(page), "answer_remove")

    assert matrix.item(0, 0).text() == "Not stated"


@pytest.mark.qt_log_ignore("This plugin does not support (raise|grabbing)", extend=True)
def test_the_menu_of_a_row_offers_what_the_buttons_do(contacts):
    view = find(contacts, QTreeView, "table_people")
    choose(view, titles(view)[0])

    view.asked.emit("menu")

    menu = find(contacts, QMenu, "record_menu")
    words = [action.text() for action in menu.actions()]
    assert words == ["Edit", "Duplicate", "Move up", "Move down", "Remove"]
    menu.actions()[0].trigger()
    assert dialog(contacts) is not None


def test_undo_shows_the_record_that_came_back(contacts, plan):
    person = plan.plan.people.all()[-1]
    contacts.findChild(RecordsCard).editor.remove(Kind.PERSON, person.id)
    if dialog(contacts) is not None:
        click(dialog(contacts), "answer_remove")
    contacts.show_section("purpose")

    plan.undo()

    view = find(contacts, QTreeView, "table_people")
    assert view.currentIndex().data() == person.name


def test_what_is_chosen_stays_so_when_another_record_changes(contacts, plan):
    view = find(contacts, QTreeView, "table_people")
    choose(view, titles(view)[2])
    chosen = view.currentIndex().data()
    other = plan.plan.people.all()[0]

    plan.apply((put(plan.plan, replace(other, name="Zoe")),), "Name", "elsewhere")

    assert titles(view)[0] == "Zoe"
    assert view.currentIndex().data() == chosen


def test_a_plan_to_read_offers_no_changes(qtbot, host):
    store = MemoryStore(small_plan(), read_only=True)
    page = shown(qtbot, host, PlanBridge(open_plan(store), host), "contacts")

    assert not find(page, QPushButton, "add_people").isVisible()
    assert RecordId("ada") not in store.plan.people
