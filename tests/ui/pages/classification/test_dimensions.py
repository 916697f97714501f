"""Impact judged in several dimensions, from the table to the trial."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton

from app.domain.plan.changes import put
from app.domain.plan.classification import (
    DimensionMeaning,
    ImpactDimension,
    ImpactLevel,
    JudgedImpact,
)
from app.domain.plan.kinds import Kind
from tests.builders import rid
from tests.ui.pages.classification.conftest import bridge_over, classified
from ui.dialogs.record.dialog import RecordDialog
from ui.models.classification_rows import sample_rows
from ui.models.record_edits import removal

DATA = ImpactDimension(
    rid("data"),
    "Data",
    (DimensionMeaning(rid("severe"), "All data."), DimensionMeaning(rid("minor"), "No data.")),
)
SAFETY = ImpactDimension(rid("safety"), "Safety")


@pytest.fixture
def bridge(host):
    return bridge_over(classified(DATA, SAFETY), host)


def type_into(table, row, column, text):
    table.setFocus()
    table.setCurrentIndex(table.levels.index(row, column))
    QTest.keyClick(table, Qt.Key.Key_F2)
    line = table.findChild(QLineEdit, "level_editor")
    assert line is not None
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def judge(page, dimension, at):
    box = page.findChild(QComboBox, f"try_dimension_{dimension}")
    box.setCurrentIndex(at)
    box.activated.emit(at)


def keep(page, *judged):
    """Judge the dimensions named with the place of a level, and keep that as a test."""
    for dimension, at in zip(judged[::2], judged[1::2], strict=True):
        judge(page, dimension, at)
    QTest.keyClicks(page.findChild(QLineEdit, "try_description"), "Records leak")
    QTest.mouseClick(page.findChild(QPushButton, "try_keep"), Qt.MouseButton.LeftButton)
    return list(page.bridge.plan.samples)[-1]


def forget(page):
    box = page.findChild(QComboBox, "try_impact")
    box.setCurrentIndex(2)
    box.activated.emit(2)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert chosen(page)[-1] == "Not affected"


def chosen(page):
    boxes = (page.findChild(QComboBox, f"try_dimension_{key}") for key in ("data", "safety"))
    return tuple(box.currentText() for box in boxes if box is not None)


def test_a_row_says_what_each_level_means(page):
    rows = page.lower_half.dimensions.table.levels.rows

    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["Data", "All data.", "", "No data."],
        ["Safety", "", "", ""],
    ]


def test_meanings_are_typed_in_place_in_the_order_of_the_levels(page, bridge):
    type_into(page.lower_half.dimensions.table, 0, 2, "Some data.")
    type_into(page.lower_half.dimensions.table, 0, 1, "")

    assert [
        (item.impact, item.meaning) for item in bridge.plan.dimensions[rid("data")].meanings
    ] == [
        ("major", "Some data."),
        ("minor", "No data."),
    ]
    bridge.undo()
    bridge.undo()
    assert bridge.plan.dimensions[rid("data")] == DATA


def test_a_name_is_needed_and_given_once(page, bridge):
    type_into(page.lower_half.dimensions.table, 1, 0, "DATA")

    assert bridge.plan.dimensions[rid("safety")].name == "Safety"
    assert "Another one is called" in page.lower_half.dimensions.problem


def test_dimensions_are_put_in_order_with_keys(page, bridge):
    table = page.lower_half.dimensions.table
    table.setFocus()
    table.setCurrentIndex(table.levels.index(0, 0))

    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert list(bridge.plan.dimensions) == ["safety", "data"]
    assert table.key == "data"


def test_columns_follow_the_levels_of_impact(page, bridge):
    bridge.apply((put(bridge.plan, ImpactLevel(rid("nil"), "Nil", 4)),), "Add")

    model = page.lower_half.dimensions.table.levels
    heads = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())]
    assert heads == ["Dimension", "Severe", "Major", "Minor", "Nil"]


def test_a_level_that_goes_takes_its_meanings_along(bridge):
    bridge.apply(removal(bridge.plan, Kind.IMPACT, rid("severe")), "Remove")

    assert [item.impact for item in bridge.plan.dimensions[rid("data")].meanings] == ["minor"]


def test_the_worst_dimension_gives_the_impact_and_is_named(page):
    judge(page, "data", 3)
    judge(page, "safety", 2)

    assert page.findChild(QComboBox, "try_impact").currentText() == "Major"
    assert "Impact Major from Safety, urgency Now: the cell says S1 Critical." in page.trying.said


def test_choosing_the_impact_itself_forgets_the_dimensions(page):
    judge(page, "data", 1)
    box = page.findChild(QComboBox, "try_impact")
    box.setCurrentIndex(2)
    box.activated.emit(2)

    assert page.findChild(QComboBox, "try_dimension_data").currentText() == "Not affected"
    assert "Impact Minor, urgency Now" in page.trying.said


def test_a_kept_test_remembers_the_dimensions_it_was_judged_in(page, bridge):
    key = keep(page, "data", 3, "safety", 2)
    assert bridge.plan.samples[key].judged == (
        JudgedImpact(rid("data"), rid("minor")),
        JudgedImpact(rid("safety"), rid("major")),
    )

    page.samples.table.choose(next(iter(bridge.plan.samples)))
    assert set(chosen(page)) == {"Not affected"}
    page.samples.table.choose(key)

    assert chosen(page) == ("Minor: No data.", "Major")
    assert "Impact Major from Safety" in page.trying.said
    row = next(row for row in sample_rows(bridge.plan) if row.key == key)
    assert (row.cells[2].text, row.cells[2].below) == ("Major", "from Safety")


def test_a_test_forgets_a_dimension_that_goes_or_gives_another_impact(page, bridge):
    key = keep(page, "data", 1, "safety", 2)
    bridge.apply(removal(bridge.plan, Kind.DIMENSION, rid("data")), "Remove")
    assert bridge.plan.samples[key].judged == (JudgedImpact(rid("safety"), rid("major")),)

    page.samples.table.choose(next(iter(bridge.plan.samples)))
    page.samples.table.choose(key)

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.findChild(QComboBox, "try_impact").currentText() == "Severe"
    assert page.findChild(QComboBox, "try_dimension_safety").currentText() == "Not affected"
    bridge.undo()
    assert len(bridge.plan.samples[key].judged) == 2


def test_editing_the_words_of_a_test_keeps_its_dimensions(page, bridge):
    key = keep(page, "data", 1)
    QTest.mouseClick(page.findChild(QToolButton, "sample_edit"), Qt.MouseButton.LeftButton)
    dialog = page.window().findChild(RecordDialog)

    QTest.keyClicks(dialog.focusWidget(), " now")
    QTest.mouseClick(dialog.findChild(QPushButton, "record_ok"), Qt.MouseButton.LeftButton)

    assert "now" in bridge.plan.samples[key].description
    assert bridge.plan.samples[key].judged == (JudgedImpact(rid("data"), rid("severe")),)


def test_an_impact_chosen_as_it_is_keeps_no_dimensions(page, bridge):
    judge(page, "data", 1)
    forget(page)

    key = keep(page)

    assert bridge.plan.samples[key].judged == ()


def test_a_dimension_is_revealed(page):
    page.reveal(Kind.DIMENSION, rid("safety"))

    assert page.lower_half.dimensions.table.key == "safety"
    assert page.lower_half.dimensions.table.hasFocus()
