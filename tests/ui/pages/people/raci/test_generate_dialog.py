"""Rows taken from the playbooks, in the dialog that offers them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from app.domain.plan.changes import remove
from app.domain.plan.plan import Kind
from tests.builders import rid
from tests.ui.pages.people.raci.conftest import ROWS, cells
from ui.pages.people.raci.generate_dialog import GenerateDialog


@pytest.fixture
def dialog(tab) -> GenerateDialog:
    tab.tools.generate.click()
    made = tab.rows.dialog
    assert isinstance(made, GenerateDialog)
    return made


def offered(dialog):
    """Each row with what is said of it, and whether it is ticked; None where it cannot be."""
    items = map(dialog.list.item, range(dialog.list.count()))
    return [
        (
            item.text(),
            item.checkState() is Qt.CheckState.Checked
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable
            else None,
        )
        for item in items
    ]


def told(dialog, name):
    text = dialog.findChild(QLabel, name).text()
    return QTextDocumentFragment.fromHtml(text).toPlainText() if text.startswith("<p") else text


def add(dialog):
    return dialog.findChild(QPushButton, "generate_add")


def test_new_rows_are_ticked_and_whole_ones_cannot_be(dialog):
    assert offered(dialog) == [
        ("Contain the incident (in the table)", None),
        ("Inform staff, customers, media (new)", True),
    ]
    assert add(dialog).text() == "Add 1 row"


def test_a_row_says_why_and_what_is_kept(dialog):
    assert told(dialog, "generate_reasons") == "The table says all of it already."
    assert told(dialog, "generate_kept") == "Kept as it is: A Incident lead, R Technical lead."

    QTest.keyClick(dialog.list, Qt.Key.Key_Down)

    assert told(dialog, "generate_name") == "Inform staff, customers, media"
    assert told(dialog, "generate_source") == "From 1 step of 1 playbook"
    assert told(dialog, "generate_reasons").replace("\n", " ").replace("  ", " ") == (
        "A Incident lead: leads, and the playbooks name nobody else who decides. "
        "R Press officer: does 1 of 1 steps. "
        "I Board: is informed at the level of 1 of 1 playbooks."
    )
    assert told(dialog, "generate_kept") == ""


def test_what_is_ticked_comes_in_one_step_and_into_view(dialog, tab, bridge):
    add(dialog).click()

    assert list(bridge.plan.raci) == ["contain", "brief", "odd", "communicate"]
    assert cells(bridge.plan, "communicate") == ["lead:A", "press:R", "board:I"]
    assert tab.grid.key == "communicate"
    assert bridge.undo_label == "RACI from playbooks: 1 row"
    bridge.undo()
    assert tuple(bridge.plan.raci.values()) == ROWS


def test_space_takes_the_tick_off_and_nothing_is_left_to_add(dialog, bridge):
    dialog.list.setCurrentRow(1)
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)

    assert offered(dialog)[1][1] is False
    assert not add(dialog).isEnabled()
    dialog.reject()
    assert bridge.undo_label == ""


def test_finer_rows_and_decisions_are_offered(dialog):
    dialog.grain.setCurrentIndex(1)
    assert [words for words, _ in offered(dialog)] == [
        "Malicious code: contain (new)",
        "Malicious code: inform (new)",
    ]

    dialog.decisions.setChecked(True)
    assert offered(dialog)[-1] == ("Decide: Stop a service (new)", False)


def test_rows_are_the_same_whichever_filter_hides_them(tab, bridge):
    tab.tools.words.setText("brief")
    tab.tools.generate.click()
    add(tab.rows.dialog).click()

    assert tab.grid.key == "communicate"
    assert tab.model.row_of(rid("communicate")) == 3


def test_where_playbooks_say_nothing_that_is_said(tab, bridge):
    steps = tuple(remove(bridge.plan, Kind.STEP, key) for key in bridge.plan.steps)
    bridge.apply(steps, "Clear", "elsewhere")
    tab.tools.generate.click()
    dialog = tab.rows.dialog

    assert offered(dialog) == []
    assert told(dialog, "generate_name") == ("The playbooks have no steps with roles of this plan.")
    assert not add(dialog).isEnabled()
