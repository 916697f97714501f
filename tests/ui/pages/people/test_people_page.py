"""The page People & roles, used as a person does."""

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from app.domain.plan.changes import put, remove
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Kind
from app.domain.plan.roles import RoleTier
from app.services.people.directory import Trait
from tests.builders import rid
from tests.ui.fakes import TODAY
from tests.unit.services.people.directory_plan import ANN, BO, LEAD
from ui.dialogs.importing import ImportDialog
from ui.dialogs.question import QuestionDialog
from ui.dialogs.record.dialog import RecordDialog
from ui.dialogs.verification import VerificationDialog
from ui.pages.people import PeoplePage
from ui.pages.people.picker import PersonPicker

ANN_ID, BO_ID, CY_ID, DI_ID = (rid(key) for key in ("ann", "bo", "cy", "di"))
LEAD_ID = rid("lead")
W = TypeVar("W", bound=QWidget)


def find(page: QWidget, kind: type[W], name: str) -> W:
    """The widget of that name; one that is on its way out does not count."""
    known = page.findChildren(kind, name)
    found = [one for one in known if one.isVisibleTo(page)] or known
    assert found, name
    return found[-1]


def type_into(page: QWidget, name: str, text: str) -> QLineEdit:
    entry = find(page, QLineEdit, name)
    entry.selectAll()
    QTest.keyClicks(entry, text)
    return entry


def click(page: QWidget, name: str) -> None:
    find(page, QPushButton, name).click()


def shown(page) -> tuple[str, ...]:
    keys: tuple[str, ...] = page.tab(Kind.PERSON).table.records.keys
    return keys


# --- the directory --------------------------------------------------------------------------------


def test_tabs_say_how_many_there_are(page):
    words = [page.tabs.tabText(at) for at in range(3)]

    assert words == ["People 4", "Parties outside 2", "Roles 4"]


def test_each_tab_begins_with_its_first_row_beside_the_table(page, host):
    assert page.chosen_record() == (Kind.PERSON, ANN_ID)
    assert find(page, QLineEdit, "people_name").text() == ANN.name
    assert not page.tab(Kind.PERSON).isAncestorOf(host.focusWidget())

    page.tabs.setCurrentIndex(2)

    roles = page.tab(Kind.ROLE)
    assert page.chosen_record() == (Kind.ROLE, roles.table.records.keys[0])
    assert find(page, QLineEdit, "roles_name").text() == roles.inspector.record.name


def test_where_a_row_went_the_one_in_its_place_is_chosen(page, bridge):
    table = page.tab(Kind.PERSON).table
    table.choose(DI_ID)
    bridge.apply((remove(bridge.plan, Kind.PERSON, DI_ID),), "Gone", "elsewhere")
    assert page.chosen_record() == (Kind.PERSON, CY_ID)

    table.choose(ANN_ID)
    bridge.apply((remove(bridge.plan, Kind.PERSON, ANN_ID),), "Gone", "elsewhere")
    assert page.chosen_record() == (Kind.PERSON, BO_ID)


def test_words_and_chips_narrow_the_people(page):
    tab = page.tab(Kind.PERSON)
    type_into(page, "people_filter_words", "lead")
    assert shown(page) == ("ann", "bo", "cy")

    tab.filter.chips[Trait.NO_OUT_OF_BAND].click()
    assert shown(page) == ("bo", "cy")
    assert find(page, QLabel, "people_shown").text() == "2 of 4 shown"

    type_into(page, "people_filter_words", "nobody like that")
    assert shown(page) == ()
    assert "Nobody matches" in find(page, QLabel, "people_shown").text()


def test_the_order_is_chosen_by_keyboard_and_by_a_head(page):
    tab = page.tab(Kind.PERSON)
    order = find(page, QComboBox, "people_filter_order")
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    assert shown(page) == ("ann", "bo", "cy", "di")

    tab.table.horizontalHeader().setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    assert shown(page)[:2] == ("ann", "bo")
    assert order.currentText() == "Order: Verified"
    assert not tab.up.isVisible()

    tab.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert shown(page) == ("ann", "bo", "cy", "di")
    assert tab.up.isVisible()


def test_screen_readers_hear_column_and_cell(page):
    model = page.tab(Kind.PERSON).table.records
    row = [
        model.data(model.index(1, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(6)
    ]

    assert row == [
        "Name: Bo. Night shift",
        "First way to reach: bo@example.org. E-mail",
        "Out of band: None",
        "Available: not stated",
        "Verified: 1 Jan 2026. too long ago",
        "Roles: None. Deputy: Lead, Scribe",
    ]


def test_the_row_tells_the_time_where_somebody_is(page):
    model = page.tab(Kind.PERSON).table.records

    assert model.data(model.index(3, 3), Qt.ItemDataRole.AccessibleTextRole) == (
        "Available: Tokyo 18:00"
    )


# --- the inspector --------------------------------------------------------------------------------


def test_typing_in_a_field_is_one_step_to_undo(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    type_into(page, "people_title", "Duty officer")

    assert bridge.plan.people[BO_ID].title == "Duty officer"
    assert bridge.undo_label == "Edit Bo"
    bridge.undo()
    assert bridge.plan.people[BO_ID] == BO
    assert find(page, QLineEdit, "people_title").text() == ""


def test_a_person_needs_a_name(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    entry = find(page, QLineEdit, "people_name")
    entry.clear()
    QTest.keyClicks(entry, " ")

    assert bridge.plan.people[BO_ID].name == "Bo"
    assert "Give a name" in entry.accessibleDescription()


def test_hostile_words_stay_words(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    entry = find(page, QLineEdit, "people_name")
    entry.setText("")
    entry.insert("<b>Bo\u202egnp.exe</b>")
    entry.textEdited.emit(entry.text())

    assert bridge.plan.people[BO_ID].name == "<b>Bognp.exe</b>"


def test_ways_are_added_ordered_and_removed_by_keyboard(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    add = find(page, QPushButton, "channel_add")
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    address = find(page, QLineEdit, "channel_1_address")
    assert bridge.plan.people[BO_ID].channels == BO.channels
    QTest.keyClicks(address, "+44 7700 900199")
    assert bridge.plan.people[BO_ID].channels[1].kind is ChannelKind.MOBILE

    QTest.keyClick(address, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    found = [one.address for one in bridge.plan.people[BO_ID].channels]
    assert found == ["+44 7700 900199", "bo@example.org"]

    first = find(page, QLineEdit, "channel_0_address")
    QTest.keyClick(first, Qt.Key.Key_Delete, Qt.KeyboardModifier.AltModifier)
    assert [one.address for one in bridge.plan.people[BO_ID].channels] == ["bo@example.org"]


def test_a_long_note_on_a_way_is_read_from_its_beginning(page, bridge):
    way = replace(ANN.channels[0], label="kept in the safe of the incident room, " * 4)
    bridge.apply((put(bridge.plan, replace(ANN, channels=(way,))),), "Elsewhere", "elsewhere")

    note = find(page, QLineEdit, "channel_0_note")

    assert note.text() == way.label
    assert note.cursorPosition() == 0


def test_a_way_out_of_band_settles_the_finding(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    tab = page.tab(Kind.PERSON)
    codes = {one.code for one in bridge.judgement.findings_of("contacts") if one.record == BO_ID}
    assert "contact.no-out-of-band" in codes
    before = len(tab.inspector.findings.findChildren(QPushButton))
    find(page, QCheckBox, "channel_0_safe").click()

    assert bridge.plan.people[BO_ID].channels[0].out_of_band
    assert len(tab.inspector.findings.rows.findChildren(QPushButton)) < before


def test_a_zone_is_kept_once_it_is_one(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    zone = find(page, QComboBox, "people_time_zone")
    line = zone.lineEdit()
    assert line is not None
    line.setFocus()
    for typed, kept in (("Europe/Lo", ""), ("Europe/London", "Europe/London"), ("", "")):
        line.setText(typed)
        line.textEdited.emit(typed)
        assert bridge.plan.people[BO_ID].time_zone == kept
    assert zone.count() > 400


def test_verified_today_names_who_did_it(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    click(page.tab(Kind.PERSON), "verified_today")
    found = bridge.plan.people[BO_ID]

    assert (found.verified_on, found.verified_by) == (TODAY, "Mary Major")
    assert "Verified on 23 Nov 2026" in find(page, QLabel, "verified_words").text()


def test_links_lead_to_where_somebody_is_named(page, qtbot):
    page.reveal(Kind.PERSON, ANN_ID)
    links = page.tab(Kind.PERSON).inspector.links
    words = [one.accessibleName() for one in links.rows.findChildren(QPushButton)]
    assert words == [
        "Holds the role Lead",
        "Holds the role Board",
        "Called in Main (as Lead)",
        "Duty to notify: Tell (as Lead)",
    ]
    with qtbot.waitSignal(page.navigate) as asked:
        links.rows.findChildren(QPushButton)[0].click()
    assert asked.args == ["record:roles:lead"]


def test_switching_the_person_while_a_way_is_begun_forgets_the_blank_row(page, bridge):
    page.reveal(Kind.PERSON, BO_ID)
    click(page, "channel_add")
    page.reveal(Kind.PERSON, DI_ID)
    tab = page.tab(Kind.PERSON)

    assert tab.inspector.channels.channels == bridge.plan.people[DI_ID].channels
    assert bridge.plan.people[BO_ID] == BO


# --- adding, removing, undo -----------------------------------------------------------------------


def test_adding_opens_the_form_and_shows_the_new_person(page, bridge):
    click(page, "people_add")
    dialog = page.tab(Kind.PERSON).editor.dialog
    assert isinstance(dialog, RecordDialog)
    type_into(dialog, "record_name", "Eve")
    click(dialog, "record_ok")

    assert "eve" in bridge.plan.people
    assert page.tab(Kind.PERSON).inspector.key == "eve"


def test_a_new_person_is_shown_whatever_the_filter_hides(page, bridge):
    type_into(page, "people_filter_words", "ann")
    click(page, "people_add")
    dialog = page.tab(Kind.PERSON).editor.dialog
    type_into(dialog, "record_name", "Zed")
    click(dialog, "record_ok")

    assert page.tab(Kind.PERSON).inspector.key == "zed"
    assert find(page, QLineEdit, "people_filter_words").text() == ""


def test_removing_says_which_roles_are_left_alone_and_undo_brings_all_back(page, bridge):
    before = bridge.plan
    page.reveal(Kind.PERSON, ANN_ID)
    QTest.keyClick(page.tab(Kind.PERSON).table, Qt.Key.Key_Delete)
    question = page.findChild(QuestionDialog)
    said = " ".join(one.text() for one in question.findChildren(QLabel))
    assert "Nobody will hold: Lead, Board." in said
    click(question, "answer_remove")

    assert ANN_ID not in bridge.plan.people
    assert bridge.plan.roles[LEAD_ID].holder is None
    page.reveal(Kind.PERSON, DI_ID)
    bridge.undo()
    assert bridge.plan == before
    assert page.tab(Kind.PERSON).inspector.key == ANN_ID


def test_cancelling_a_removal_changes_nothing(page, bridge):
    before = bridge.plan
    page.reveal(Kind.PERSON, BO_ID)
    click(page, "people_remove")
    question = page.findChild(QuestionDialog)
    assert "Nobody will deputise for: Scribe." in " ".join(
        one.text() for one in question.findChildren(QLabel)
    )
    question.reject()

    assert bridge.plan is before


def test_undo_turns_to_the_tab_of_what_came_back(page, bridge):
    page.reveal(Kind.ROLE, LEAD_ID)
    type_into(page, "roles_name", "Chief")
    page.reveal(Kind.PERSON, ANN_ID)
    bridge.undo()

    assert page.tabs.currentIndex() == 2
    assert page.tab(Kind.ROLE).inspector.key == LEAD_ID
    assert bridge.plan.roles[LEAD_ID] == LEAD


def test_changes_elsewhere_wait_until_the_page_is_seen(page, bridge):
    tab = page.tab(Kind.PERSON)
    page.hide()
    bridge.apply((remove(bridge.plan, Kind.PERSON, DI_ID),), "Gone", "elsewhere")
    assert len(tab.table.records.keys) == 4
    page.show()

    assert len(tab.table.records.keys) == 3
    assert page.tabs.tabText(0) == "People 3"


def test_without_anybody_there_is_a_word_on_what_to_do(page, bridge):
    changes = tuple(remove(bridge.plan, Kind.PERSON, key) for key in bridge.plan.people)
    bridge.apply(changes, "Gone", "elsewhere")

    assert not page.tab(Kind.PERSON).table.isVisible()
    assert find(page, QLabel, "people_empty").isVisible()
    assert find(page, QPushButton, "people_add").isVisible()


# --- roles ----------------------------------------------------------------------------------------


def test_a_holder_is_picked_by_typing(page, bridge, qtbot):
    page.reveal(Kind.ROLE, rid("scribe"))
    click(page, "holder_choose")
    picker = page.window().findChild(PersonPicker)
    words = type_into(picker, "picker_field", "7700")
    QTest.keyClick(words, Qt.Key.Key_Down)
    rows = find(picker, QAbstractItemView, "picker_list").model().rowCount()
    assert rows == 2
    QTest.keyClick(words, Qt.Key.Key_Return)

    assert bridge.plan.roles[rid("scribe")].holder == DI_ID
    assert bridge.undo_label == "Holder of Scribe"


def test_deputies_are_added_ordered_and_taken_off(page, bridge):
    page.reveal(Kind.ROLE, LEAD_ID)
    click(page, "deputy_add")
    picker = page.window().findChild(PersonPicker)
    assert find(picker, QAbstractItemView, "picker_list").model().rowCount() == 1
    click(picker, "picker_take")
    assert bridge.plan.roles[LEAD_ID].deputies == (BO_ID, CY_ID, DI_ID)

    find(page, QToolButton, "deputy_2_up").click()
    assert bridge.plan.roles[LEAD_ID].deputies == (BO_ID, DI_ID, CY_ID)
    link = find(page, QPushButton, "deputy_0")
    QTest.keyClick(link, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert bridge.plan.roles[LEAD_ID].deputies == (DI_ID, BO_ID, CY_ID)
    find(page, QToolButton, "deputy_0_remove").click()
    assert bridge.plan.roles[LEAD_ID].deputies == (BO_ID, CY_ID)
    find(page, QToolButton, "holder_clear").click()
    assert bridge.plan.roles[LEAD_ID].holder is None


def test_duties_and_authority_are_kept_line_by_line(page, bridge):
    page.reveal(Kind.ROLE, LEAD_ID)
    box = find(page, QPlainTextEdit, "roles_duties")
    box.setFocus()
    QTest.keyClicks(box, "Lead")
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "Decide ")
    tier = find(page, QComboBox, "roles_tier")
    tier.setCurrentIndex(0)
    tier.activated.emit(0)

    found = bridge.plan.roles[LEAD_ID]
    assert found.duties == ("Lead", "Decide")
    assert box.toPlainText() == "Lead\nDecide "
    assert found.tier is RoleTier.BOARD


def test_roles_stand_by_level_and_move_within_it(page, bridge):
    page.reveal(Kind.ROLE, LEAD_ID)
    tab = page.tab(Kind.ROLE)
    assert tab.table.records.keys == ("board", "incident-lead", "lead", "scribe")
    click(page, "roles_up")
    assert tab.table.records.keys == ("board", "lead", "incident-lead", "scribe")
    before = bridge.plan
    click(page, "roles_up")
    assert bridge.plan is before


def test_who_carries_how_much_says_what_is_too_much(page, qtbot):
    page.reveal(Kind.ROLE, LEAD_ID)
    tab = page.tab(Kind.ROLE)
    loads = tab.loads_table.records
    first = [
        loads.data(loads.index(0, column), Qt.ItemDataRole.AccessibleTextRole)
        for column in range(3)
    ]

    assert first == [
        "Name: Ann Müller. Acts on several levels at once: Board, Incident management",
        "Load: Holds 2",
        "Holds: Lead, Board",
    ]
    assert "2 roles have no holder." in find(page, QLabel, "roles_said").text()
    tab.loads_table.choose(BO_ID)
    with qtbot.waitSignal(page.navigate) as asked:
        QTest.keyClick(tab.loads_table, Qt.Key.Key_Return)
    assert asked.args == ["record:people:bo"]


# --- the rest -------------------------------------------------------------------------------------


def test_read_only_plans_can_be_read_and_no_more(read_only_page):
    read_only_page.reveal(Kind.PERSON, BO_ID)
    tab = read_only_page.tab(Kind.PERSON)

    assert not tab.add.isEnabled()
    assert not tab.remove.isEnabled()
    assert find(tab, QLineEdit, "people_name").isReadOnly()
    assert not find(tab, QPushButton, "verified_today").isVisible()
    QTest.keyClick(tab.table, Qt.Key.Key_Delete)
    assert BO_ID in read_only_page.bridge.plan.people


def test_every_control_has_a_name(page):
    for kind, key in ((Kind.PERSON, ANN_ID), (Kind.PARTY, rid("insurer")), (Kind.ROLE, LEAD_ID)):
        page.reveal(kind, key)
    nameless = [
        (type(one).__name__, one.objectName())
        for one in page.findChildren(QWidget)
        if isinstance(one, QLineEdit | QPushButton | QToolButton | QComboBox | QAbstractItemView)
        and one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not one.accessibleName()
        and not isinstance(one.parent(), QComboBox)
        and one.objectName() != ""
    ]

    assert nameless == []


@pytest.mark.parametrize(
    ("name", "taken"), [("staff.csv", True), ("a.vcf", True), ("x.pdf", False)]
)
def test_a_table_dropped_on_the_page_is_taken(page, monkeypatch, tmp_path, name, taken):
    asked: list[tuple[Kind, Path | None]] = []
    monkeypatch.setattr(page, "_import", lambda kind, source: asked.append((kind, source)))
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    args = (Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton)
    entered = QDragEnterEvent(QPointF(5, 5).toPoint(), *args, Qt.KeyboardModifier.NoModifier)
    page.dragEnterEvent(entered)
    page.dropEvent(QDropEvent(QPointF(5, 5), *args, Qt.KeyboardModifier.NoModifier))

    assert asked == ([(Kind.PERSON, tmp_path / name)] if taken else [])


def test_import_opens_for_the_kind_of_the_tab(page):
    for kind, name in ((Kind.PARTY, "parties_import"), (Kind.PERSON, "people_import")):
        page.reveal(kind, next(iter(page.bridge.plan.table(kind))))
        click(page, name)
        assert isinstance(page.dialog, ImportDialog)
        page.dialog.reject()
        assert page.dialog is None


def test_a_round_that_was_left_can_go_on(page):
    click(page, "people_round")
    assert isinstance(page.dialog, VerificationDialog)
    page.dialog.begin()
    page.dialog.answer(2)
    page.dialog.reject()
    click(page, "people_round")

    assert find(page.dialog, QRadioButton, "round_go_on").text() == "Go on: 1 of 3 called"


@pytest.mark.parametrize(("width", "below"), [(1240, False), (760, True)])
def test_where_there_is_no_room_the_fields_stand_below_the_table(page, qtbot, width, below):
    page.resize(width, 620)
    tab = page.tab(Kind.PERSON)
    page.reveal(Kind.PERSON, BO_ID)

    def stands_right() -> bool:
        under = tab.inspector.y() > tab.table.y() + tab.table.height()
        return under is below and tab.inspector.geometry().right() <= tab.width()

    qtbot.waitUntil(stands_right)
    QTest.keyClick(tab.table, Qt.Key.Key_Return)
    entry = find(page, QLineEdit, "people_name")
    assert entry.hasFocus()


def test_ctrl_f_goes_to_the_words_of_the_filter(page, host):
    page.reveal(Kind.ROLE, LEAD_ID)
    QTest.keyClick(host, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    words = find(page, QLineEdit, "people_filter_words")
    assert page.tabs.currentIndex() == 0
    assert words.hasFocus()


def test_who_answers_for_what_has_a_tab_where_the_program_brings_one(
    page, host, bridge, desk, monkeypatch
):
    made: list[QWidget] = []
    calls: list[object] = []

    class RaciTab(QWidget):
        navigate = Signal(str)

        def __init__(self, bridge: object, desk: object, parent: QWidget) -> None:
            super().__init__(parent)
            made.append(self)

        def refresh(self) -> None:
            calls.append("refresh")

        def reveal(self, *place: object) -> None:
            calls.append(place)

    module = ModuleType("ui.pages.people.raci.tab")
    vars(module)["RaciTab"] = RaciTab
    monkeypatch.setitem(sys.modules, module.__name__, module)
    with_raci = PeoplePage(bridge, desk, host)
    with_raci.show()
    assert made == []
    with_raci.reveal(Kind.RACI, rid("row"))

    assert len(made) == 1
    assert calls == ["refresh", (Kind.RACI, "row", "")]
    assert with_raci.tabs.tabText(3) == "RACI"


def test_an_edit_of_another_page_shows_at_once(page, bridge):
    page.reveal(Kind.PERSON, ANN_ID)
    bridge.apply((put(bridge.plan, replace(ANN, title="CISO")),), "Edit", "elsewhere")

    assert find(page, QLineEdit, "people_title").text() == "CISO"
