"""The chosen frameworks as a list."""

from collections import Counter

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import FrameworkStatus
from tests.ui.pages.coverage.shelf import ALPHA, BETA, framework
from ui.models.framework_list import COVERED_ROLE, FrameworkListModel, covered

COUNTS = Counter({Verdict.MET: 3, Verdict.PARTLY: 1, Verdict.NOT_APPLICABLE: 2})


@pytest.fixture
def model(qapp):
    made = FrameworkListModel(QObject(qapp))
    made.show_frameworks((covered(ALPHA, COUNTS), covered(BETA, Counter())))
    return made


def test_what_does_not_apply_is_not_expected():
    item = covered(ALPHA, COUNTS)

    assert item.expected == 4
    assert item.summary == "3 of 4 met"
    assert item.said == "3 met, 1 partly, 0 not yet, 0 needs a person, 2 not applicable"


@pytest.mark.parametrize(
    ("status", "warning"),
    [
        (FrameworkStatus.CURRENT, ""),
        (FrameworkStatus.WITHDRAWN, "Withdrawn"),
        (FrameworkStatus.NOT_YET_IN_FORCE, "Not yet in force"),
    ],
)
def test_an_edition_that_is_not_current_says_so(status, warning):
    assert covered(framework("x", status=status), Counter()).warning == warning


def test_rows_tell_the_name_the_edition_and_the_counts(model):
    index = model.index(1, 0)

    assert index.data() == "Beta standard"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Beta standard, a test"
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Beta standard, a test. Withdrawn. 0 of 0 met. 0 met, ")
    assert index.data(COVERED_ROLE).framework is BETA
    assert index.data(Qt.ItemDataRole.DecorationRole) is None


def test_new_counts_repaint_only_their_row(qtbot, model):
    with qtbot.waitSignal(model.dataChanged) as changed, qtbot.assertNotEmitted(model.modelReset):
        model.show_frameworks((covered(ALPHA, COUNTS), covered(BETA, COUNTS)))

    assert changed.args[0].row() == 1


def test_another_framework_makes_the_rows_anew(qtbot, model):
    with qtbot.waitSignal(model.modelReset):
        model.show_frameworks((covered(BETA, COUNTS),))

    assert model.row_of("beta") == 0
    assert model.row_of("alpha") == -1


@pytest.mark.parametrize("row", [-1, 2])
def test_there_is_nothing_beyond_the_rows(model, row):
    assert model.covered(row) is None
    assert model.data(model.createIndex(row, 0)) is None


def test_rows_have_no_rows_below_them(model):
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.rowCount(QModelIndex()) == 2
