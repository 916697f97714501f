"""The calls of a simulation as rows."""

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.judgement.reachability.scenario import Outages, Rates
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.records import Records
from app.domain.plan.trees import CommunicationTree, NodeTarget
from tests.builders import plan_with, rid
from tests.unit.domain.judgement.reachability.trees import (
    MOBILE,
    TREE,
    call,
    case,
    minutes,
    reachable,
    two_floors,
)
from ui.models.cells import CELL_ROLE
from ui.models.reach_rows import (
    BAR_ROLE,
    DEPTH_ROLE,
    Bar,
    Column,
    ReachModel,
    percent,
    reach_rows,
)


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def model(owner):
    made = ReachModel(owner)
    made.show_rows(reach_rows(simulate(two_floors(), case())))
    return made


def rows(plan=None, **fields):
    return reach_rows(simulate(plan or two_floors(), case(**fields)))


def limited(allowed):
    level = SeverityLevel(rid("s1"), "S1", 1, escalate_in_hours=minutes(allowed))
    return two_floors().with_table(Kind.SEVERITY, Records((level,)))


def texts(row):
    return [cell.text for cell in row.cells]


def test_a_row_says_who_when_how_and_how_likely(qapp):
    top, leaf = rows()

    assert texts(top) == ["Lead", "5 min", "Ada by mobile", "Called from 0 min to 5 min", "100 %"]
    assert top.cells[Column.WHEN.value].below == "Tue 10:05"
    assert (leaf.depth, leaf.bar) == (1, Bar(5 / 9, 1.0, reached=True, late=False, limit=None))


def test_who_is_never_reached_has_the_reason_in_words(qapp):
    _, leaf = rows(outages=Outages(frozenset({MOBILE})))

    assert texts(leaf)[1:3] == ["Never", "All ways to call are down"]
    assert leaf.cells[0].picture == "circle-x"
    assert not leaf.bar.reached


def test_who_is_never_called_has_no_bar(qapp):
    _, leaf = rows(away=frozenset({rid("ada")}))

    assert texts(leaf)[3:] == ["Never called", "0 %"]
    assert leaf.bar.begins is None


def test_who_is_late_is_told_by_word_and_picture_and_the_limit_stands_on_the_line(qapp):
    top, leaf = rows(limited(6), severity=rid("s1"))

    assert leaf.cells[Column.WHEN.value].below == "Late; Tue 10:09"
    assert (leaf.cells[0].picture, top.cells[0].picture) == ("clock", "circle-check")
    assert (leaf.bar.late, leaf.bar.limit) == (True, 6 / 9)


def test_a_limit_far_beyond_everything_is_left_out(qapp):
    assert [row.bar.limit for row in rows(limited(500), severity=rid("s1"))] == [None, None]
    assert [row.bar.limit for row in rows(limited(12), severity=rid("s1"))] == [1.0, 1.0]


def test_the_tree_is_named_when_there_are_several(qapp):
    other = CommunicationTree(rid("other"), "Executive tree")
    plan = plan_with(reachable("ada"), TREE, other, call("a", "ada", target=NodeTarget.PERSON))

    assert rows(plan)[0].cells[0].below == "Activation tree"
    assert rows()[0].cells[0].below == ""


def test_odds_are_told_below_the_chance_and_with_the_timeline(qapp):
    _, leaf = rows(rates=Rates({MOBILE: 0.8}), runs=3)
    (top, _) = rows(rates=Rates({MOBILE: 0.8}), runs=3)

    assert (leaf.cells[4].text, leaf.cells[4].below) == ("80 %", "Runs: 20 to 93 %")
    assert leaf.cells[3].below == "Half of the runs within 9 min"
    assert top.cells[3].below == "Half of the runs within 5 min, 9 of 10 within 5 min"
    never = rows(rates=Rates({MOBILE: 0.0}), runs=3)[1]
    assert (never.cells[3].below, never.cells[4].text) == ("", "0 %")


@pytest.mark.parametrize(
    ("share", "said"), [(0, "0 %"), (0.001, "under 1 %"), (0.999, "99 %"), (1, "100 %")]
)
def test_only_certainty_has_0_or_100_percent(qapp, share, said):
    assert percent(share) == said


def test_the_rows_can_be_read(model):
    place = model.index(1, Column.TIMELINE.value)

    assert (model.rowCount(), model.columnCount()) == (2, 5)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Call"
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.index(1, 0).data() == "Ben"
    assert model.index(1, 0).data(CELL_ROLE) == model.rows[1].cells[0]
    assert place.data(BAR_ROLE) == model.rows[1].bar
    assert model.index(1, 0).data(BAR_ROLE) is None
    assert "Called from 5 min" in place.data(Qt.ItemDataRole.AccessibleTextRole)
    assert model.index(1, 0).data(DEPTH_ROLE) == 1
    assert model.index(1, 0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0


def test_a_tip_shows_a_name_letter_by_letter(owner):
    evil = plan_with(
        reachable("ada", name="<img src=x>"), TREE, call("a", "ada", target=NodeTarget.PERSON)
    )
    made = ReachModel(owner)
    made.show_rows(rows(evil))

    assert "&lt;img" in made.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_rows_are_sorted_by_any_column_and_back_into_the_tree(model):
    down = Qt.SortOrder.DescendingOrder

    for column in Column:
        model.sort(column.value, down)
        assert len(model.rows) == 2
    model.sort(Column.WHEN.value, down)
    assert [row.node for row in model.rows] == ["leaf", "top"]
    assert model.index(0, 0).data(DEPTH_ROLE) == 0
    model.sort(-1)
    assert [row.node for row in model.rows] == ["top", "leaf"]


def test_the_never_reached_come_last_by_time(owner):
    made = ReachModel(owner)
    made.sort(Column.WHEN.value)
    made.show_rows(rows(limited(6), away=frozenset({rid("ada")})))

    assert [row.node for row in made.rows] == ["top", "leaf"]
    made.show_rows(rows(outages=Outages(frozenset({MOBILE}))))
    assert [row.node for row in made.rows] == ["top", "leaf"]


def test_other_words_in_the_same_rows_keep_the_view(qtbot, model):
    away = rows(away=frozenset({rid("ada")}))

    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(away)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(away)
    with qtbot.waitSignal(model.modelReset):
        model.show_rows(())
