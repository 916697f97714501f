"""The reachability tab over a small plan."""

import csv
import json
import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QToolButton,
)

from app.domain.judgement.reachability import repeated
from app.domain.judgement.reachability.simulating import simulate
from app.domain.plan.changes import put, remove
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel
from app.domain.plan.trees import CommunicationTree, NodeTarget
from tests.builders import plan_with, rid, role
from tests.ui.fakes import MemoryStore, open_plan
from tests.unit.domain.judgement.reachability.trees import (
    EMAIL,
    MOBILE,
    PHONE,
    TREE,
    call,
    minutes,
    reachable,
)
from ui.bridge.session import PlanBridge
from ui.pages.trees.reach import tab as tab_module
from ui.pages.trees.reach.tab import ReachTab

LEVEL = SeverityLevel(rid("s1"), "S1 Critical", 1, escalate_out_of_hours=minutes(6))
BOARD = CommunicationTree(rid("board"), "Executive tree", starts_at=rid("s1"))
ADA = reachable(
    "ada", name="Ada Byron", channels=(Channel(MOBILE, "1", True), Channel(EMAIL, "a@b"))
)


def small():
    return plan_with(
        ADA,
        reachable("ben", PHONE, name="Ben Hur"),
        role("lead", "Incident lead", holder=rid("ada")),
        LEVEL,
        TREE,
        BOARD,
        call("top", "lead"),
        call("leaf", "ben", "top", target=NodeTarget.PERSON),
        replace(call("chair", "ada", target=NodeTarget.PERSON), tree=BOARD.id),
    )


@pytest.fixture
def bridge(host):
    return PlanBridge(open_plan(MemoryStore(small())), host)


@pytest.fixture
def tab(qtbot, host, bridge, desk):
    made = ReachTab(bridge, desk, host)
    host.resize(1100, 760)
    made.resize(1100, 760)
    host.show()
    qtbot.waitExposed(host)
    return made


def find(tab, kind, name):
    found = tab.findChild(kind, name)
    assert found is not None, name
    return found


def tick(tab, name):
    find(tab, QCheckBox, f"down_{name}").click()


def away(tab, at):
    fold = find(tab, QPushButton, "reach_away_fold")
    if not fold.isChecked():
        fold.click()
    find(tab, QListWidget, "reach_away").item(at).setCheckState(Qt.CheckState.Checked)


def settled(qtbot, tab, before):
    qtbot.waitUntil(lambda: tab.result is not before)
    return tab.result


def nodes(tab):
    return [row.node for row in tab.pane.table.rows]


def said(tab):
    return tab.pane.headline


def test_the_tree_is_tried_as_soon_as_it_is_seen(tab):
    assert said(tab) == "All 3 are reached within 15 min."
    assert nodes(tab) == ["top", "leaf", "chair"]
    assert find(tab, QComboBox, "reach_preset").currentText() == "Monday 03:00"
    assert "Monday 03:00" in tab.pane.findChild(type(tab.pane._below), "reach_below").text()


def test_what_is_ticked_as_down_is_tried_at_once(qtbot, tab):
    before = tab.result

    tick(tab, "phone")
    settled(qtbot, tab, before)

    assert said(tab) == "2 of 3 reached within 5 min; Ben Hur is never reached."
    assert find(tab, QComboBox, "reach_preset").currentText() == "A case of your own"


def test_a_preset_sets_its_conditions_and_is_recognised_again(qtbot, tab):
    presets = find(tab, QComboBox, "reach_preset")
    before = tab.result

    presets.setCurrentIndex(3)
    presets.activated.emit(3)
    result = settled(qtbot, tab, before)

    assert result.scenario.outages.in_band
    assert result.scenario.at.hour == 23
    tick(tab, "in_band")
    assert presets.currentText() == "A case of your own"
    tick(tab, "in_band")
    assert presets.currentText() == "Ransomware: only out of band"
    presets.activated.emit(4)
    assert tab.conditions.outages().in_band


def test_day_and_time_are_those_chosen(qtbot, tab):
    before = tab.result

    find(tab, QComboBox, "reach_day").setCurrentIndex(4)
    find(tab, QAbstractSpinBox, "reach_time").setTime(QTime(14, 30))
    result = settled(qtbot, tab, before)

    assert f"{result.scenario.at:%a %H:%M}" == "Fri 14:30"
    assert result.in_hours


def test_who_is_ticked_as_away_does_not_answer(qtbot, tab):
    before = tab.result

    away(tab, 0)
    result = settled(qtbot, tab, before)

    assert result.scenario.away == {"ada"}
    assert said(tab) == "None of 3 is reached."


def test_who_left_the_plan_is_away_no_more(qtbot, tab, bridge):
    away(tab, 1)
    before = tab.result

    bridge.apply(
        (
            remove(bridge.plan, Kind.TREE_NODE, rid("leaf")),
            remove(bridge.plan, Kind.PERSON, rid("ben")),
        ),
        "Remove",
    )

    assert settled(qtbot, tab, before).scenario.away == frozenset()
    assert find(tab, QListWidget, "reach_away").count() == 1


def test_a_severity_or_a_single_tree_can_be_tried(qtbot, tab):
    start = find(tab, QComboBox, "reach_start")
    assert [start.itemText(at) for at in range(start.count())] == [
        "All trees",
        "Incident: S1 Critical",
        "Only: Activation tree",
        "Only: Executive tree",
    ]
    before = tab.result

    start.setCurrentIndex(1)
    by_level = settled(qtbot, tab, before)
    tab.show_tree(rid("board"))
    alone = settled(qtbot, tab, by_level)

    assert by_level.scenario.severity == "s1"
    assert [node.node for node in by_level.nodes if node.late] == ["leaf"]
    assert [tree.tree for tree in alone.trees] == ["board"]
    tab.show_tree(rid("gone"))
    assert start.currentText() == "Only: Executive tree"


def test_rates_are_tried_by_chance_and_repeatably(qtbot, tab):
    before = tab.result

    find(tab, QSpinBox, "rate_mobile").setValue(50)
    first = settled(qtbot, tab, before)
    find(tab, QSpinBox, "reach_seed").setValue(2)
    second = settled(qtbot, tab, first)
    find(tab, QSpinBox, "reach_seed").setValue(1)
    third = settled(qtbot, tab, second)

    assert first.scenario.runs == 1000
    assert first.trees == third.trees != second.trees
    assert not tab.pane.table.isColumnHidden(4)
    assert "runs" in tab.pane._below.text()


def test_a_rate_out_of_hours_follows_until_it_is_set_apart(qtbot, tab):
    usual, out = find(tab, QSpinBox, "rate_mobile"), find(tab, QSpinBox, "out_mobile")

    usual.setValue(60)
    assert out.value() == 60
    assert tab.conditions.rates.rates().out_of_hours == {}
    out.setValue(20)
    usual.setValue(70)
    assert out.value() == 20
    rates = tab.conditions.rates.rates()
    assert (rates.usual, rates.out_of_hours) == ({MOBILE: 0.7}, {MOBILE: 0.2})
    out.setValue(70)
    usual.setValue(100)
    assert not tab.conditions.rates.rates().stated
    assert tab.conditions.rates.runs == 0


def test_many_runs_are_tried_in_the_background(qtbot, tab, monkeypatch):
    monkeypatch.setattr(tab_module, "LIVE_EFFORT", 500)
    happened: list[object] = []
    show, begin = tab.pane.show_result, tab.running.begin

    def told(result):
        happened.append(result.scenario.runs)
        show(result)

    def begun():
        begin()
        happened.append(tab.running.isVisible())

    monkeypatch.setattr(tab.pane, "show_result", told)
    monkeypatch.setattr(tab.running, "begin", begun)

    find(tab, QSpinBox, "rate_mobile").setValue(50)
    qtbot.waitUntil(lambda: len(happened) == 3)

    assert happened == [0, True, 1000]
    assert not tab.running.isVisible()


def test_a_huge_plan_is_tried_in_the_background_alone(qtbot, tab, monkeypatch):
    monkeypatch.setattr(tab_module, "LIVE_EFFORT", 1)
    threads: list[threading.Thread] = []

    def told(*given):
        threads.append(threading.current_thread())
        return simulate(*given)

    monkeypatch.setattr(tab_module, "simulate", told)
    before = tab.result

    tick(tab, "phone")
    found = settled(qtbot, tab, before)

    assert found.scenario.outages.kinds == {PHONE}
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


def test_too_many_runs_for_the_plan_are_refused_in_a_sentence(qtbot, tab, monkeypatch):
    monkeypatch.setattr(repeated, "MOST_CALLS", 100)
    monkeypatch.setattr(tab_module, "LIVE_EFFORT", 500)
    before = tab.result

    find(tab, QSpinBox, "rate_mobile").setValue(50)
    settled(qtbot, tab, before)
    qtbot.waitUntil(lambda: not tab.running.isVisible())

    assert tab.pane._note.text().startswith("1000 runs of 3 calls take too long")
    assert not tab.result.scenario.runs


def test_runs_can_be_stopped(qtbot, tab, monkeypatch):
    monkeypatch.setattr(tab_module, "LIVE_EFFORT", 500)
    before = tab.result
    find(tab, QSpinBox, "reach_runs").setValue(20_000)
    find(tab, QSpinBox, "rate_mobile").setValue(50)
    without = settled(qtbot, tab, before)

    find(tab, QPushButton, "reach_stop").click()

    assert not tab.running.isVisible()
    assert tab.pane._note.text().startswith("Stopped.")
    tick(tab, "phone")
    other = settled(qtbot, tab, without)
    assert other.scenario.outages.kinds == {PHONE}


def test_a_change_of_the_plan_is_tried_while_the_tab_is_seen(qtbot, tab, bridge):
    before = tab.result

    bridge.apply((remove(bridge.plan, Kind.TREE_NODE, rid("leaf")),), "Remove")
    assert tab.result is not before
    assert nodes(tab) == ["top", "chair"]

    after = tab.result
    renamed = replace(bridge.plan.severities[rid("s1")], name="S1 Disaster")
    bridge.apply((put(bridge.plan, renamed),), "Rename")
    assert tab.result is not after
    assert find(tab, QComboBox, "reach_start").itemText(1) == "Incident: S1 Disaster"


def test_what_does_not_concern_it_is_not_tried(tab, bridge):
    from app.domain.plan.programme import Metric

    before = tab.result

    bridge.apply((put(bridge.plan, Metric(rid("m"), "Time to call")),), "Add")

    assert tab.result is before


def test_while_hidden_nothing_is_tried(qtbot, tab, bridge, host):
    before = tab.result
    tab.hide()

    bridge.apply((remove(bridge.plan, Kind.TREE_NODE, rid("leaf")),), "Remove")
    tick(tab, "pager")
    qtbot.wait(tab_module.WAIT_MS * 3)
    assert tab.result is before

    tab.show()
    assert nodes(tab) == ["top", "chair"]


def test_a_row_that_is_chosen_tells_its_call(qtbot, tab):
    with qtbot.waitSignal(tab.chosen) as told:
        tab.pane.table.selectRow(1)

    assert told.args == [rid("tree"), rid("leaf")]
    with qtbot.waitSignal(tab.chosen):
        qtbot.keyClick(tab.pane.table, Qt.Key.Key_Return)


def test_the_chosen_row_stays_and_does_not_tell_again_when_conditions_change(qtbot, tab):
    tab.pane.table.selectRow(1)
    before = tab.result

    with qtbot.assertNotEmitted(tab.chosen):
        tick(tab, "phone")
        settled(qtbot, tab, before)
        tab.pane.table.sortByColumn(0, Qt.SortOrder.DescendingOrder)

    assert tab.pane.table.key == ("tree", "leaf")


def test_the_keyboard_comes_into_the_table_at_its_first_row(qtbot, tab):
    with qtbot.assertNotEmitted(tab.chosen):
        tab.pane.table.setFocus(Qt.FocusReason.TabFocusReason)

    assert tab.pane.table.key == ("tree", "top")
    qtbot.keyClick(tab.pane.table, Qt.Key.Key_Down)
    assert tab.pane.table.key == ("tree", "leaf")


def test_single_points_of_failure_are_listed_and_lead_to_whom_they_cut_off(qtbot, tab):
    points = tab.pane.points

    assert [points.item(at).text() for at in range(points.count())] == [
        "Without Ada Byron, Incident lead and Ben Hur are not reached.",
        "Without phone calls, Ben Hur is not reached.",
    ]
    with qtbot.waitSignal(tab.chosen) as told:
        points.itemActivated.emit(points.item(1))
    assert told.args[1] == "leaf"


def test_without_single_points_it_says_so(qtbot, tab, bridge):
    for key in ("top", "leaf"):
        bridge.apply((remove(bridge.plan, Kind.TREE_NODE, rid(key)),), "Remove")

    assert tab.pane._points_head.text().startswith("No single point")
    assert tab.pane.points.isHidden()


def test_an_empty_plan_has_nothing_to_try(qtbot, host, desk):
    empty = PlanBridge(open_plan(MemoryStore(plan_with())), host)
    made = ReachTab(empty, desk, host)
    made.show()
    made.refresh()

    assert made.pane.headline == "There is no call to try."
    assert not find(made, QToolButton, "reach_copy").isEnabled()
    assert made.pane._points_head.isHidden()


def test_the_result_is_copied(tab):
    find(tab, QToolButton, "reach_copy").click()

    text = QGuiApplication.clipboard().text()
    assert "All 3 are reached within 15 min." in text
    assert tab.pane._note.text() == "Copied to the clipboard."


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_the_result_is_saved(qtbot, tab, tmp_path, ending):
    find(tab, QPushButton, f"reach_{ending}").click()
    dialog = find(tab, QFileDialog, "reach_dialog")
    assert dialog.defaultSuffix() == ending
    dialog.reject()

    file = tmp_path / f"reach.{ending}"
    tab.save(str(file))

    if ending == "csv":
        with file.open(encoding="utf-8-sig", newline="") as opened:
            assert [row["Call"] for row in csv.DictReader(opened)] == [
                *("Incident lead", "Ben Hur", "Ada Byron")
            ]
    else:
        assert json.loads(file.read_text("utf-8"))["reached"] == 3
    assert tab.pane._note.text() == f"Saved reach.{ending}."


def test_a_file_that_cannot_be_written_is_told_of(tab, tmp_path):
    tab.save(str(tmp_path / "no" / "such" / "reach.csv"))

    assert tab.pane._note.property("tone") == "danger"


def test_every_control_has_a_name(tab):
    for fold in ("reach_away_fold", "reach_rates", "reach_rules"):
        find(tab, QPushButton, fold).click()
    kinds = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractItemView)
    controls = [one for kind in kinds for one in tab.findChildren(kind) if one.isVisible()]

    named = [one for one in controls if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert len(named) > 30
    assert [one.objectName() for one in named if not one.accessibleName()] == []


def test_scrolling_changes_no_condition(tab):
    find(tab, QPushButton, "reach_rates").click()
    for name in ("rate_mobile", "reach_time"):
        box = find(tab, QAbstractSpinBox, name)
        before = box.text()
        wheel = QWheelEvent(
            QPointF(5, 5),
            QPointF(box.mapToGlobal(QPoint(5, 5))),
            QPoint(),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )

        QApplication.sendEvent(box, wheel)

        assert box.text() == before


def test_a_narrow_tab_gives_the_words_the_room_of_the_timeline(qtbot, tab, host):
    assert not tab.pane.table.isColumnHidden(3)

    tab.resize(760, 500)

    qtbot.waitUntil(lambda: tab.pane.table.isColumnHidden(3))


def test_every_kind_of_row_is_drawn(qtbot, tab):
    find(tab, QComboBox, "reach_start").setCurrentIndex(1)
    before = tab.result
    away(tab, 1)
    settled(qtbot, tab, before)
    light = tab.pane.table.grab().toImage()

    tab.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = tab.pane.table.grab().toImage()

    assert light.size() == mirrored.size()
    assert light != mirrored


def test_f6_moves_between_conditions_table_and_points(tab):
    assert tab.panes() == (tab.conditions, tab.pane.table, tab.pane.points)
