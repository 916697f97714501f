"""How long ten thousand records at once hold the window: `python -m benchmarks.bulk`.

Goal: no turn of the event loop takes longer than 200 ms while 10,000 people are imported, 10,000
calls are brought into a tree in one step (a paste takes fewer), removed, put into a circle, and all
of that is undone, redone and saved. What is counted is the time of
the processor on the thread of the window; waiting for others is left out, so that a busy computer
gives nearly the same figures. Every page has been seen before, so that each listens.
"""

import gc
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic, sleep, thread_time
from typing import cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind
from app.domain.plan.trees import NodeTarget, TreeNode
from app.services.trees.outline_text import MOST_LINES
from benchmarks.in_window import shown_window
from ui.bridge import jobs
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.main_window import MainWindow
from ui.models.areas import AREAS
from ui.pages.people.page import PeoplePage
from ui.pages.trees.edits import TreeEdits
from ui.pages.trees.page import TreesPage

RECORDS = 10_000
GOAL_MS = 200
QUIET_S = 0.6
"""Nothing is left to do after so long without a turn worth counting; saving waits 0.3 s."""
TURN_S, PAUSE_S = 0.002, 0.005

Act = Callable[[], object]


def main() -> None:
    """Print the longest turn of each act, and of them all, in milliseconds."""
    with shown_window() as (app, desk, window, folder):
        path = folder / "sample.irplan"
        desk.workshop.create_sample(path).close()
        if not desk.open(path):
            raise ValueError(path)
        for area in AREAS:
            window.navigate(area)
            _rest(app)
        report = {name: _longest(app, act) for name, act in _acts(window, desk, folder)}
    longest = max(figures["longest ms"] for figures in report.values())
    print(  # noqa: T201
        json.dumps({"goal ms": GOAL_MS, "longest ms": longest, "acts": report}, indent=2)
    )


def people(number: int) -> str:
    """A table of so many people, as another program writes it."""
    rows = ("Name,Job title,Mobile,E-mail", *(_row(at) for at in range(number)))
    return "\n".join(rows)


def _row(at: int) -> str:
    name = ("Zoë", "Ada", "Björn", "Chloe")[at % 4]
    return f"{name} {at},Analyst,+44 20 794{at:05},person.{at}@example.org"


def _acts(window: MainWindow, desk: Desk, folder: Path) -> Iterator[tuple[str, Act]]:
    """What is done, each in the state that the one before it left."""
    yield from _with_people(window, cast("PlanBridge", desk.bridge), folder)
    yield "trees: turn to the page", lambda: window.navigate("trees")
    page = cast("TreesPage", window.findChild(TreesPage))
    yield from _with_tree(page, cast("PlanBridge", desk.bridge))
    yield from _with_circle(cast("PlanBridge", desk.bridge))


def _with_people(window: MainWindow, bridge: PlanBridge, folder: Path) -> Iterator[tuple[str, Act]]:
    table = folder / "people.csv"
    table.write_text(people(RECORDS), encoding="utf-8")
    yield "people: turn to the page", lambda: window.navigate("people")
    page = cast("PeoplePage", window.findChild(PeoplePage))
    yield "people: read", lambda: page.take(table)
    go_on = cast("QPushButton", cast("QWidget", page.dialog).findChild(QPushButton, "import_next"))
    yield "people: check", go_on.click
    before = len(bridge.plan.people)
    yield "people: import", go_on.click
    if len(bridge.plan.people) != before + RECORDS:
        raise ValueError(len(bridge.plan.people))
    yield "people: undo", bridge.undo
    yield "people: redo", bridge.redo
    yield "people: another page", lambda: window.navigate("overview")
    yield "people: undo elsewhere", bridge.undo


def _with_tree(page: TreesPage, bridge: PlanBridge) -> Iterator[tuple[str, Act]]:
    tree = next(iter(bridge.plan.trees))
    names = "\n".join("\t" * (at % 10) + f"Team {at}" for at in range(MOST_LINES))
    QApplication.clipboard().setText(names)
    yield f"trees: paste {MOST_LINES:,}", page.deeds.paste
    yield f"trees: undo {MOST_LINES:,}", bridge.undo
    made = tuple(put(bridge.plan, node) for node in _nodes(tree, RECORDS))
    yield "trees: bring in", lambda: bridge.apply(made, "Bring in", "trees")
    yield "trees: undo", bridge.undo
    yield "trees: redo", bridge.redo
    yield "trees: outline", lambda: page.tabs.setCurrentIndex(1)
    yield "trees: undo in the outline", bridge.undo
    yield "trees: redo in the outline", bridge.redo
    page.show_tree(tree, made[0].id)
    edits = TreeEdits(bridge, page)
    yield "trees: remove the branch", lambda: edits.cut_off(made[0].id)
    yield "trees: undo it", bridge.undo


def _with_circle(bridge: PlanBridge) -> Iterator[tuple[str, Act]]:
    """In the outline; the calls that are there come to wait for each other."""
    tree = next(iter(bridge.plan.trees))
    ring = tuple(put(bridge.plan, node) for node in _ring(tree, RECORDS))
    yield "circle: bring in", lambda: bridge.apply(ring, "Bring in", "trees")
    yield "circle: undo", bridge.undo


def _nodes(tree: RecordId, number: int) -> Iterator[TreeNode]:
    """So many calls, ten under each."""
    for at in range(number):
        above = RecordId(f"bulk-{(at - 1) // 10}") if at else None
        yield _call(tree, at, above)


def _ring(tree: RecordId, number: int) -> Iterator[TreeNode]:
    """So many calls that all wait for each other."""
    for at in range(number):
        yield _call(tree, at, RecordId(f"bulk-{(at + 1) % number}"))


def _call(tree: RecordId, at: int, above: RecordId | None) -> TreeNode:
    key, way = RecordId(f"bulk-{at}"), (ChannelKind.MOBILE,)
    return TreeNode(key, tree, above, NodeTarget.GROUP, "", f"Team {at}", way)


def _longest(app: QApplication, act: Act) -> dict[str, float]:
    """The longest turn, all of them together, and how long it took by the clock."""
    begun = monotonic()
    turns = [_spent(act), *_turns(app)]
    clock = monotonic() - begun - QUIET_S
    figures = {"longest ms": max(turns), "all ms": sum(turns), "clock ms": clock * 1_000}
    gc.collect()
    return {name: round(value, 1) for name, value in figures.items()}


def _rest(app: QApplication) -> None:
    for _ in _turns(app):
        pass


def _turns(app: QApplication) -> Iterator[float]:
    """The milliseconds of each turn of the event loop, until nothing is left to do."""
    last = monotonic()
    while monotonic() - last < QUIET_S or jobs._RUNNING:  # noqa: SLF001 - a save or an import is still at work
        spent = _spent(lambda: _turn(app))
        if spent > TURN_S * 1_000:
            last = monotonic()
            yield spent
        else:
            sleep(PAUSE_S)


def _turn(app: QApplication) -> None:
    app.processEvents()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _spent(act: Act) -> float:
    begun = thread_time()
    act()
    return (thread_time() - begun) * 1_000


if __name__ == "__main__":
    main()
