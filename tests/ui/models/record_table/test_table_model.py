"""The table of records: rows, filter, order and changes."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QObject, Qt

from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.programme import RoadmapItem
from app.domain.plan.records import Records
from tests.ui.fakes import MemoryStore, open_plan
from tests.ui.models.record_table.conftest import programme
from ui.bridge.session import PlanBridge
from ui.models.record_table import RecordTableModel, columns_of

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(bridge, host):
    return table(bridge, host)


def test_rows_stand_in_the_order_of_the_plan(model):
    assert list(model.keys) == ["b", "a", "c", "d"]
    assert (model.rowCount(), model.columnCount(), model.total) == (4, 4, 4)
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_third_way_of_sorting_is_the_plans_own(model):
    model.sort(1, UP)
    assert list(model.keys) == ["c", "b", "d", "a"]
    model.sort(1, DOWN)
    assert list(model.keys) == ["b", "d", "c", "a"]
    assert not model.movable

    model.sort(-1, UP)

    assert list(model.keys) == ["b", "a", "c", "d"]
    assert model.movable


def test_a_filter_looks_at_every_column_without_accents(model):
    model.filter("detection 2027")
    assert list(model.keys) == ["b"]
    assert model.total == 4
    model.filter("nothing of it")
    assert list(model.keys) == []
    model.filter("")
    assert len(model.keys) == 4


def test_what_a_cell_says_and_how_it_is_read_aloud(model):
    index = model.index(0, 1)
    role = Qt.ItemDataRole

    assert index.data() == "31 Mar 2027"
    assert index.data(role.AccessibleTextRole) == "Reached by, 31 Mar 2027, row 1 of 4"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Reached by"
    assert model.headerData(2, Qt.Orientation.Vertical) == 3
    assert model.data(QModelIndex()) is None
    assert model.headerData(99, Qt.Orientation.Vertical) is None


def test_a_heading_says_how_its_rows_are_sorted(model):
    def said(at):
        return model.headerData(at, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)

    model.sort(1, UP)
    assert (said(0), said(1)) == ("Goal", "Reached by, sorted")
    model.sort(1, DOWN)
    assert said(1) == "Reached by, sorted, last first"
    model.sort(-1, UP)
    assert said(1) == "Reached by"


def test_what_is_wrong_with_a_record_is_heard_with_its_first_cell(bridge, host):
    people = RecordTableModel(bridge, Kind.PERSON, columns_of(Kind.PERSON), host)
    finding = people.finding(0)

    assert finding is not None
    assert people.wrong == 1
    said = people.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert finding.reason in said
    assert finding.fix in said


def test_an_edit_tells_of_its_row_only(qtbot, model, bridge):
    heard = watch(model, bridge)

    bridge.apply((put(bridge.plan, replace(record(bridge, "c"), goal="Other")),), "Edit")

    assert heard == [(2, 2)]
    assert model.text(2, 0) == "Other"


def test_an_edit_is_found_by_the_filter_afterwards(model, bridge):
    model.filter("other")
    watch(model, bridge)
    bridge.apply((put(bridge.plan, replace(record(bridge, "c"), goal="Other")),), "Edit")

    model.filter("other")

    assert list(model.keys) == ["c"]


def test_a_large_table_is_filtered_in_slices_between_which_the_window_paints(qtbot, host):
    goals = Records(RoadmapItem(RecordId(f"g{at}"), f"Goal {at} \u00e9") for at in range(5_000))
    bridge = PlanBridge(open_plan(MemoryStore(replace(programme(), roadmap=goals))), host)
    model = table(bridge, host)

    model.filter("4999")

    assert model.sifting
    assert model.rowCount() == 5_000
    qtbot.waitUntil(lambda: not model.sifting)
    assert list(model.keys) == ["g4999"]
    model.filter("")
    assert model.rowCount() == 5_000


def test_a_row_that_is_edited_stays_where_it_is_until_the_next_sorting(model, bridge):
    model.sort(0, UP)
    watch(model, bridge)
    before = list(model.keys)

    bridge.apply((put(bridge.plan, replace(record(bridge, "b"), goal="zzz")),), "Edit")

    assert list(model.keys) == before


def test_a_row_that_is_added_is_seen_whatever_the_filter(model, bridge):
    model.filter("step")
    watch(model, bridge)

    bridge.apply((put(bridge.plan, RoadmapItem(RecordId("new"), "Quite different")),), "Add")

    assert list(model.keys) == ["a", "c", "new"]


def test_a_row_that_is_removed_goes(model, bridge):
    watch(model, bridge)

    bridge.apply((remove(bridge.plan, Kind.ROADMAP, RecordId("a")),), "Remove")

    assert list(model.keys) == ["b", "c", "d"]
    assert model.row_of(RecordId("a")) == -1


def test_a_row_that_is_moved_moves(model, bridge):
    watch(model, bridge)

    bridge.apply((put(bridge.plan, record(bridge, "d"), 0),), "Move")

    assert list(model.keys) == ["d", "b", "a", "c"]


def test_a_record_named_here_is_called_by_its_new_name(bridge, host):
    actions = RecordTableModel(bridge, Kind.ACTION, columns_of(Kind.ACTION), host)
    watch(actions, bridge)
    about = actions.column_of("about")
    assert actions.text(0, about) == "Person: Ada Byron"
    ada = bridge.plan.people[RecordId("ada")]

    bridge.apply((put(bridge.plan, replace(ada, name="Ada Lovelace")),), "Edit")

    assert actions.text(0, about) == "Person: Ada Lovelace"


def test_an_edit_of_a_cell_is_one_step_and_no_edit_is_none(model, bridge):
    assert model.keep(0, 0, "Detect by night")
    assert bridge.undo_label == "Detect by night: Goal"
    assert not model.keep(0, 0, "Detect by night")
    assert model.keep(0, 0, "Detect at all")

    bridge.undo()

    assert record(bridge, "b").goal == "Detect by night"


def test_nothing_can_be_edited_that_cannot_be_saved(host):
    bridge = PlanBridge(open_plan(MemoryStore(programme(), read_only=True)), host)
    model = table(bridge, host)

    assert not model.keep(0, 0, "x")
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not model.movable


def test_levels_are_shown_worst_first_after_a_rank_has_changed(host, sample_plan):
    bridge = PlanBridge(open_plan(MemoryStore(sample_plan)), host)
    model = RecordTableModel(bridge, Kind.SEVERITY, columns_of(Kind.SEVERITY), host)
    watch(model, bridge)
    one, two = (bridge.plan.severities[key] for key in model.keys[:2])

    changed = (replace(one, rank=two.rank), replace(two, rank=one.rank))
    bridge.apply(tuple(put(bridge.plan, level) for level in changed), "Swap")

    assert list(model.keys[:2]) == [two.id, one.id]


EDITS = st.one_of(
    st.tuples(st.just("goal"), st.text(max_size=6)),
    st.tuples(st.just("by"), st.none() | st.dates()),
    st.tuples(st.just("sort"), st.integers(-1, 3)),
    st.tuples(st.just("filter"), st.sampled_from(["", "step", "2027", "zzz", "é"])),
    st.tuples(st.sampled_from(["add", "remove", "move"]), st.integers(0, 9)),
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(EDITS, max_size=10))
def test_random_edits_lose_no_row_and_undone_are_as_before(host, edits):
    owner = QObject(host)
    bridge = PlanBridge(open_plan(MemoryStore(programme())), owner)
    model, start = table(bridge, owner), bridge.plan
    watch(model, bridge)
    for at, (what, value) in enumerate(edits):
        do(model, bridge, what, value, at)
        assert len(set(model.keys)) == len(model.keys)
        assert set(model.keys) <= set(bridge.plan.roadmap)

    while bridge.undo():
        pass

    assert bridge.plan == start
    model.filter("")
    model.sort(-1, UP)
    assert list(model.keys) == list(start.roadmap)
    assert [model.text(row, 0) for row in range(4)] == [g.goal for g in start.roadmap.values()]
    bridge.open_plan.store.close()
    owner.deleteLater()


def do(model, bridge, what, value, at):
    rows = model.rowCount()
    match what:
        case "sort":
            model.sort(value, DOWN if at % 2 else UP)
        case "filter":
            model.filter(value)
        case "add":
            key = RecordId(f"n{at}")
            bridge.apply((put(bridge.plan, RoadmapItem(key, "New"), value % 4),), "Add")
        case "remove" if rows:
            bridge.apply((remove(bridge.plan, Kind.ROADMAP, model.keys[value % rows]),), "Remove")
        case "move" if rows:
            bridge.apply((put(bridge.plan, model.record(value % rows), value % 3),), "Move")
        case "goal" | "by" if rows:
            model.keep(at % rows, model.column_of(what), value)


def table(bridge, parent):
    return RecordTableModel(bridge, Kind.ROADMAP, columns_of(Kind.ROADMAP), parent)


def record(bridge, key):
    return bridge.plan.roadmap[RecordId(key)]


def watch(model, bridge):
    """Let the model take every change, as a grid that is seen does; the rows it tells of."""
    heard = []
    bridge.changed.connect(model.take)
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    return heard
