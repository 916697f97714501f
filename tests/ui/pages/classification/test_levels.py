"""The tables of levels, edited in place, ordered and taken out."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.kinds import Kind
from tests.builders import rid
from tests.ui.pages.classification.conftest import bridge_over, classified, matrix_of

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def table(page):
    table = page.severities.table
    table.setFocus()
    table.setCurrentIndex(table.levels.index(0, 0))
    return table


def type_into(table, row, column, text):
    """Begin with F2, replace what stands there, end with Enter."""
    table.setCurrentIndex(table.levels.index(row, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = table.findChild(QLineEdit, "level_editor")
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def ranks(bridge, kind=Kind.SEVERITY):
    return {level.id: level.rank for level in bridge.plan.table(kind).values()}


def test_a_name_is_typed_in_place_and_undone(table, bridge):
    type_into(table, 0, 0, "S1 Worst")

    assert bridge.plan.severities[rid("s1")].name == "S1 Worst"
    bridge.undo()
    assert bridge.plan.severities[rid("s1")].name == "S1 Critical"


@pytest.mark.parametrize(
    ("typed", "inside", "outside"),
    [
        ("20 min / 2 hours", Duration(20, TimeUnit.MINUTES), Duration(2, TimeUnit.HOURS)),
        ("at once", Duration(0, TimeUnit.MINUTES), Duration(0, TimeUnit.MINUTES)),
        ("- / 1 hour", None, Duration(1, TimeUnit.HOURS)),
        ("-", None, None),
    ],
)
def test_times_in_and_out_of_hours_are_typed_in_one_cell(table, bridge, typed, inside, outside):
    type_into(table, 0, 2, typed)

    level = bridge.plan.severities[rid("s1")]
    assert (level.respond_in_hours, level.respond_out_of_hours) == (inside, outside)


@pytest.mark.parametrize(
    ("column", "typed", "problem"),
    [
        (0, " ", "A name is needed here; the old one is kept."),
        (0, "s2 HIGH", "Another one is called “s2 HIGH”; give each its own name."),
        (2, "soon", "“soon” is no span of time; write one such as 30 minutes."),
        (2, "1 hour/2 hours/3 hours", "“1 hour/2 hours/3 hours” is no span of time"),
        (3, "weekly", "“weekly” is no span of time"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_words(table, bridge, page, column, typed, problem):
    before = bridge.plan

    type_into(table, 0, column, typed)

    assert bridge.plan == before
    assert problem in page.severities.problem


def test_a_problem_goes_with_the_next_edit(table, page):
    type_into(table, 0, 2, "soon")
    type_into(table, 0, 2, "1 hour")

    assert page.severities.problem == ""


def test_hostile_text_is_kept_as_plain_text(table, bridge):
    type_into(table, 1, 1, "<b>&amp; =1+1")

    assert bridge.plan.severities[rid("s2")].meaning == "<b>&amp; =1+1"


def test_all_times_are_seen(table):
    cells = table.levels.rows[0].cells

    assert (cells[2].text, cells[2].below) == ("15 minutes", "30 minutes out of hours")
    assert (cells[3].text, cells[4].text) == ("60 minutes", "60 minutes")
    assert cells[5].text == "Incident lead"


def test_alt_and_arrows_move_a_level_and_ranks_follow(table, bridge):
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)

    assert ranks(bridge) == {"s2": 1, "s1": 2, "s3": 3}
    assert table.key == "s1"
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    assert ranks(bridge) == {"s2": 1, "s3": 2, "s1": 3}
    bridge.undo()
    bridge.undo()
    assert ranks(bridge) == {"s1": 1, "s2": 2, "s3": 3}


@pytest.mark.parametrize(
    ("dragged", "row", "order"),
    [(0, 3, "s2 s3 s1"), (2, 0, "s3 s1 s2"), (0, 2, "s2 s1 s3"), (1, 1, "s1 s2 s3")],
)
def test_a_level_is_dragged_between_others(table, bridge, dragged, row, order):
    model = table.levels
    data = model.mimeData([model.index(dragged, 0)])

    took = model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, model.index(-1, -1))

    assert not took
    assert " ".join(sorted(ranks(bridge), key=ranks(bridge).__getitem__)) == order


def test_a_level_of_another_scale_is_not_dropped_among_them(table, bridge, page):
    data = page.lower_half.impacts.table.levels.mimeData(
        [page.lower_half.impacts.table.levels.index(0, 0)]
    )
    before = bridge.plan

    model = table.levels
    model.dropMimeData(data, Qt.DropAction.MoveAction, 2, 0, model.index(-1, -1))

    assert bridge.plan == before


def test_removing_a_level_says_what_is_lost_and_closes_the_ranks(table, bridge, page):
    QTest.keyClick(table, Qt.Key.Key_Delete)

    dialog = page.edits.dialog
    assert dialog is not None
    said = " ".join(label.text() for label in dialog.findChildren(object) if hasattr(label, "text"))
    assert "Removed with it" in said
    assert "Matrix cell" in said or "cell" in said.lower()
    dialog.findChild(QPushButton, "answer_remove").click()
    assert ranks(bridge) == {"s2": 1, "s3": 2}
    assert matrix_of(bridge.plan) == "001 012 122"
    assert rid("locked") not in bridge.plan.samples
    bridge.undo()
    assert matrix_of(bridge.plan) == "112 123 233"
    assert ranks(bridge) == {"s1": 1, "s2": 2, "s3": 3}


def test_a_level_that_is_kept_after_all_stays(table, bridge, page):
    before = bridge.plan
    QTest.keyClick(table, Qt.Key.Key_Delete)

    page.edits.dialog.reject()

    assert bridge.plan == before


def test_enter_opens_the_whole_level(table, page):
    QTest.keyClick(table, Qt.Key.Key_Return)

    dialog = page.edits.editor.dialog
    assert dialog is not None
    dialog.reject()


def test_who_is_told_opens_the_form_instead_of_a_line(table, page):
    table.setCurrentIndex(table.levels.index(0, 5))

    QTest.keyClick(table, Qt.Key.Key_F2)

    assert page.edits.editor.dialog is not None
    assert table.findChild(QLineEdit, "level_editor") is None
    page.edits.editor.dialog.reject()


def test_rows_of_the_matrix_are_renamed_and_moved_below_it(page, bridge):
    table = page.lower_half.impacts.table
    type_into(table, 0, 0, "Extreme")
    table.setFocus()
    table.setCurrentIndex(table.levels.index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)

    assert bridge.plan.impacts[rid("severe")].name == "Extreme"
    assert matrix_of(bridge.plan) == "123 112 233"
    head = page.matrix.table.matrix.headerData(1, Qt.Orientation.Vertical)
    assert head == "Extreme"


def test_a_finding_about_a_level_is_shown_under_the_table(table, page):
    type_into(table, 0, 1, " ")

    assert "S1 Critical is not defined." in page.severities.bar.text


def test_a_plan_that_is_only_read_is_not_edited(show, host):
    bridge = bridge_over(classified(), host, read_only=True)
    page = show(bridge)
    table = page.severities.table
    table.setCurrentIndex(table.levels.index(0, 0))

    QTest.keyClick(table, Qt.Key.Key_F2)
    QTest.keyClick(table, Qt.Key.Key_Down, ALT)
    QTest.keyClick(table, Qt.Key.Key_Delete)

    assert table.findChild(QLineEdit, "level_editor") is None
    assert bridge.undo_label == ""
    assert not page.findChild(QPushButton, "add_severities").isVisible()
