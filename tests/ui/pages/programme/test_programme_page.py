"""The page Programme, used as people use it."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from app.domain.plan.changes import put, remove
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.programme import Metric, RoadmapItem
from tests.ui.fakes import MemoryStore, open_plan
from tests.ui.models.record_table.conftest import programme
from ui.bridge.session import PlanBridge
from ui.dialogs.importing import ImportDialog
from ui.models.targets import place_of
from ui.pages.programme import ProgrammePage
from ui.pages.programme.tables import programme_tables

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def bridge(host) -> PlanBridge:
    return PlanBridge(open_plan(MemoryStore(programme())), host)


@pytest.fixture
def page(qtbot, bridge, desk, host) -> ProgrammePage:
    host.resize(1200, 800)
    made = ProgrammePage(bridge, desk, host)
    made.resize(1200, 800)
    with qtbot.waitActive(host):
        host.show()
    made.show()
    return made


def test_the_tables_stand_at_the_left_with_how_many_rows_they_have(page):
    texts = [row_text(page, at) for at in range(page.list.list.count())]

    assert texts[0] == "Metrics, Nothing yet"
    assert "Roadmap, 4 rows" in texts
    assert "Terms, 1 row" in texts
    assert len(texts) == len(programme_tables()) == 10


def test_a_table_is_built_when_one_first_goes_there(qtbot, page):
    assert len(page._grids) == 1

    at = list(programme_tables()).index(Kind.ROADMAP)
    page.list.list.setCurrentRow(at)

    assert page.grid.kind is Kind.ROADMAP
    assert page.grid.isVisible()
    assert text(page, "programme_title") == "Roadmap"
    assert len(page._grids) == 2


@pytest.mark.parametrize("kind", list(programme_tables()))
def test_every_table_opens_and_can_take_a_record(page, kind):
    grid = page.go(kind)

    assert grid.isVisible()
    assert text(page, "programme_purpose")
    assert grid.bar.add.isVisible()
    assert grid.findChild(QPushButton, "grid_import").accessibleName() == "Import\u2026"


def test_a_record_is_revealed_with_its_field(page):
    page.reveal(Kind.ROADMAP, RecordId("c"), "owner")

    assert page.grid.kind is Kind.ROADMAP
    assert page.grid.key == "c"
    assert page.grid.view.currentIndex().column() == page.grid.model.column_of("owner")
    assert page.grid.view.hasFocus()


def test_what_is_no_table_here_is_not_revealed(page):
    before = page.grid.kind

    page.reveal(Kind.ROLE, RecordId("incident-lead"))

    assert page.grid.kind is before


def test_undo_leads_to_the_table_it_changed(page, bridge):
    page.go(Kind.ROADMAP)
    bridge.apply((remove(bridge.plan, Kind.ROADMAP, RecordId("c")),), "Remove", "x")
    page.go(Kind.TERM)

    bridge.undo()

    assert page.grid.kind is Kind.ROADMAP
    assert page.grid.key == "c"


def test_counts_follow_the_plan(page, bridge):
    bridge.apply((put(bridge.plan, Metric(RecordId("m"), "Time")),), "Add", "x")

    assert row_text(page, 0).startswith("Metrics, 1 row")


def test_a_figure_chooses_the_rows_it_counts(qtbot, page):
    page.go(Kind.ROADMAP)
    button = page.head.findChild(QPushButton, "figure_0")
    assert button.accessibleName() == "1 without a day"

    qtbot.mouseClick(button, LEFT)

    assert page.grid.keys == ("a",)


def test_a_goal_whose_day_has_passed_is_counted(page, bridge):
    page.go(Kind.ROADMAP)
    late = RoadmapItem(RecordId("late"), "Late", date(2026, 11, 22))
    today = RoadmapItem(RecordId("today"), "Today", date(2026, 11, 23))

    bridge.apply((put(bridge.plan, late), put(bridge.plan, today)), "Add", "x")

    said = [item.accessibleName() for item in page.head.findChildren(QPushButton)]
    assert "1 past its day" in said


def test_who_asks_for_a_table_is_said_and_leads_to_coverage(
    qtbot, desk, host, sample_file, tmp_path
):
    copy = tmp_path / "copy.irplan"
    copy.write_bytes(sample_file.read_bytes())
    assert desk.open(copy)
    page = ProgrammePage(desk.bridge, desk, host)
    page.go(Kind.EXERCISE)
    said = text(page, "programme_asked")
    assert "requirements" in said

    with qtbot.waitSignal(page.navigate) as heard:
        qtbot.mouseClick(page.findChild(QPushButton, "programme_show"), LEFT)

    assert heard.args[0].startswith("requirement:")
    assert area(heard.args[0]) == "coverage"


def test_an_exercise_leads_to_the_page_that_records_it(qtbot, page, bridge, sample_plan):
    exercise = sample_plan.exercises.all()[0]
    bridge.apply((put(bridge.plan, exercise),), "Add", "x")
    page.reveal(Kind.EXERCISE, exercise.id)

    with qtbot.waitSignal(page.navigate) as heard:
        page.grid.findChild(QPushButton, "programme_record").click()

    assert heard.args == [f"record:exercises:{exercise.id}"]
    assert area(heard.args[0]) == "exercises"


def test_where_there_is_no_room_a_list_that_drops_down_leads_to_the_tables(qtbot, page):
    page.resize(640, 700)
    choice = page.findChild(QComboBox, "programme_choice")
    assert choice.isVisible()
    assert not page.list.isVisible()

    choice.activated.emit(choice.findText("Terms"))

    assert page.grid.kind is Kind.TERM


def test_the_panes_are_the_list_the_head_the_bar_and_the_rows(page):
    assert page.panes() == (page.list, page.head, page.grid.bar, page.grid.view)


def test_nothing_is_done_while_the_page_is_hidden(page, bridge):
    page.hide()
    goal = bridge.plan.roadmap[RecordId("a")]
    bridge.apply((put(bridge.plan, replace(goal, id=RecordId("new"))),), "Add", "x")
    assert "Roadmap, 4 rows" in [row_text(page, at) for at in range(10)]

    page.show()

    assert "Roadmap, 5 rows" in [row_text(page, at) for at in range(10)]


@pytest.mark.parametrize(
    "target",
    ["metrics", "training", "roadmap", "actions", "resources", "log_sources", "terms"],
)
def test_records_of_the_programme_lead_here(target):
    assert area(f"record:{target}:x") == "programme"


def area(target):
    place = place_of(target)
    return None if place is None else place.area


def test_the_window_leads_to_a_record_of_the_programme(qtbot, window, sample_file, tmp_path):
    copy = tmp_path / "copy.irplan"
    copy.write_bytes(sample_file.read_bytes())
    assert window.desk.open(copy)
    key = tuple(window.desk.bridge.plan.metrics)[3]

    window.navigate(f"record:metrics:{key}")

    page = window.findChild(ProgrammePage)
    assert page.isVisible()
    assert page.grid.key == key


def row_text(page, at):
    return page.list.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole)


def text(page, name):
    return page.findChild(QLabel, name).text()


def test_import_asks_where_the_table_is(qtbot, page):
    page.go(Kind.TERM)

    qtbot.mouseClick(page.grid.findChild(QPushButton, "grid_import"), LEFT)

    assert page.grid.findChild(ImportDialog) is not None


def test_what_is_pasted_goes_on_to_the_columns_of_the_table_it_was_pasted_on(qtbot, page):
    page.go(Kind.TERM)
    page.grid.view.setFocus()
    QGuiApplication.clipboard().setText("Term\tMeaning\nBreach\tA leak\n")

    qtbot.keyClick(page.grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    dialog = page.grid.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.busy)


def test_a_file_that_is_dropped_is_imported_into_the_table_that_is_open(qtbot, page, tmp_path):
    file = tmp_path / "terms.csv"
    file.write_text("Term,Meaning\nBreach,A leak\n", "utf-8")
    page.go(Kind.TERM)

    page.take(file)

    dialog = page.grid.findChild(ImportDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.busy)
