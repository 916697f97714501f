"""A great many records at once, brought into the real window over a real file."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.trees import NodeTarget, TreeNode
from ui.bridge.session import MANY_CHANGES
from ui.dialogs.importing.dialog import MANY_ROWS
from ui.pages.people.page import PeoplePage
from ui.pages.trees.page import TreesPage

PEOPLE = MANY_ROWS + 200
CALLS = 3_000


@pytest.fixture
def opened(window, desk):
    """The window with the sample's plan."""
    desk.open_sample()
    return window


def on_page(window, area, page):
    window.navigate(area)
    found = window.findChild(page)
    assert found is not None
    return found


def press(dialog, name):
    button = dialog.findChild(QPushButton, name)
    assert button.isEnabled(), name
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def table(folder):
    rows = (f"Zoë {at},Analyst,+44 20 794{at:05},z{at}@example.org" for at in range(PEOPLE))
    path = folder / "people.csv"
    path.write_text("\n".join(("Name,Job title,Mobile,E-mail", *rows)), encoding="utf-8")
    return path


@pytest.fixture
def dialog(qtbot, opened, tmp_path):
    """The import of many people, all checked and ready to be taken."""
    page = on_page(opened, "people", PeoplePage)
    page.take(table(tmp_path))
    made = page.dialog
    qtbot.waitUntil(lambda: not made.busy)
    press(made, "import_next")
    qtbot.waitUntil(lambda: not made.busy)
    return made


def saved(qtbot, desk):
    """The plan as it is in the file once all is saved."""
    assert desk.bridge.dirty
    qtbot.waitUntil(lambda: not desk.bridge.dirty, timeout=20_000)
    return desk.bridge.open_plan.store.load()


def test_many_people_come_in_one_step_that_is_undone_redone_and_saved(qtbot, desk, dialog):
    bridge, before = desk.bridge, desk.bridge.plan

    press(dialog, "import_next")
    qtbot.waitUntil(lambda: bridge.plan is not before)

    assert bridge.undo_label == f"Import {PEOPLE} people"
    there = bridge.plan
    assert len(there.people) == len(before.people) + PEOPLE
    assert saved(qtbot, desk) == there
    assert bridge.undo()
    assert bridge.plan == before
    assert saved(qtbot, desk) == before
    assert bridge.redo()
    assert bridge.plan == there
    assert saved(qtbot, desk) == there


def test_an_import_of_many_that_is_cancelled_brings_nobody(qtbot, desk, dialog):
    before = desk.bridge.plan

    press(dialog, "import_next")
    assert dialog.busy
    press(dialog, "import_cancel")
    qtbot.wait(1)

    assert desk.bridge.plan is before
    assert not desk.bridge.dirty


def test_what_is_typed_while_many_are_saved_is_there_after_opening_again(qtbot, opened, desk):
    bridge, path = desk.bridge, desk.path
    channels = (Channel(ChannelKind.EMAIL, "a@example.org"),)
    crowd = [
        Person(RecordId(f"n-{at}"), f"N {at}", channels=channels) for at in range(MANY_CHANGES)
    ]
    bridge.apply(tuple(put(bridge.plan, one) for one in crowd), "Import")
    qtbot.waitUntil(lambda: bridge._writing is not None)
    bridge.apply((put(bridge.plan, Person(RecordId("late"), "Late Comer")),), "Add")
    there = bridge.plan

    assert desk.close()
    assert desk.open(path)

    assert desk.bridge.plan == there
    assert desk.bridge.plan.people[RecordId("late")].name == "Late Comer"


@pytest.mark.parametrize("shape", ["wide", "chain", "circle"])
def test_a_tree_of_thousands_is_shown_judged_undone_and_redone(qtbot, opened, desk, shape):
    page, bridge = on_page(opened, "trees", TreesPage), desk.bridge
    tree = next(iter(bridge.plan.trees))
    before = bridge.plan
    nodes = [call(tree, at, PARENTS[shape](at)) for at in range(CALLS)]

    bridge.apply(tuple(put(before, node) for node in nodes), "Bring in", "trees")
    page.show_tree(tree)

    there = bridge.plan
    found = [one for one in bridge.judgement.findings() if one.code == "tree.cut-off"]
    assert len(found) == (CALLS if shape == "circle" else 0)
    of_tree = [node.id for node in there.tree_nodes.values() if node.tree == tree]
    assert sorted(card.key for card in page.canvas.canvas._board.cards) == sorted(of_tree)
    page.tabs.setCurrentIndex(1)
    assert bridge.undo()
    assert bridge.plan == before
    assert bridge.redo()
    assert bridge.plan == there
    assert page.outline.rows.place_of(nodes[-1].id).isValid()


PARENTS = {
    "wide": lambda at: (at - 1) // 10 if at else None,
    "chain": lambda at: at - 1 if at else None,
    "circle": lambda at: (at + 1) % CALLS,
}


def call(tree, at, above):
    parent = None if above is None else RecordId(f"call-{above}")
    key, way = RecordId(f"call-{at}"), (ChannelKind.MOBILE,)
    return TreeNode(key, tree, parent, NodeTarget.GROUP, "", f"Team {at}", way)


def test_a_paste_of_ten_thousand_names_is_refused_in_a_sentence(opened, desk):
    page, before = on_page(opened, "trees", TreesPage), desk.bridge.plan
    QApplication.clipboard().setText("\n".join(f"Team {at}" for at in range(10_000)))

    page.deeds.paste()

    assert "10,000 lines" in page.banner.text
    assert "paste it in parts" in page.banner.text
    assert desk.bridge.plan is before
