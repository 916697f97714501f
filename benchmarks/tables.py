"""Frames of a table of 5,000 people, scrolled and filtered: `python -m benchmarks.tables`.

Goal: no turn of the event loop, painting included, takes longer than 50 ms. What is counted is the
time of the processor on the thread of the window, painting without a screen; waiting for others is
left out, so that a busy computer gives the same figures.
"""

import json
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count
from pathlib import Path
from time import thread_time
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import SystemClock, workshop
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind, Person
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.paths import AppPaths
from app.persistence.db.files import PlanFiles
from app.services.settings import Appearance
from ui.bridge.session import PlanBridge
from ui.bridge.theme import apply_theme
from ui.pages.tables.record_grid import RecordGrid

PEOPLE = 5_000
GOAL_MS = 50
WIDTH, HEIGHT = 1180, 760
STEPS = 120
"""Turns of the wheel from the first row to the last."""
WORDS = ("zoë 49", "analyst", "mobile 0117 499", "nobody of that name")


def main() -> None:
    """Print the slowest and the middle turn of each kind, in milliseconds."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError(app)
    apply_theme(app, Appearance.LIGHT)
    with tempfile.TemporaryDirectory() as folder:
        bridge = PlanBridge(workshop(AppPaths.below(Path(folder))).open(_file(Path(folder))), app)
        host = QWidget()
        host.resize(WIDTH, HEIGHT)
        begun = thread_time()
        grid = RecordGrid(bridge, Kind.PERSON, host)
        grid.resize(WIDTH, HEIGHT)
        host.show()
        app.processEvents()
        report: dict[str, Any] = {
            "rows": grid.model.rowCount(),
            "goal ms": GOAL_MS,
            "built and shown ms": round((thread_time() - begun) * 1_000, 1),
            "scroll": _of(list(_scrolled(app, grid))),
            "filter": _of(list(_filtered(app, grid))),
            "sort": _of(list(_sorted(app, grid))),
            "edit a cell": _of(list(_edited(app, grid))),
        }
        host.hide()
        bridge.let_go()
    print(json.dumps(report, indent=2))  # noqa: T201


def _file(folder: Path) -> Path:
    """A plan of many people and nothing else."""
    path = folder / "people.irplan"
    people = Records(_person(at) for at in range(PEOPLE))
    plan = Plan(RecordId("plan-benchmark")).with_table(Kind.PERSON, people)
    PlanFiles(folder / "backups", SystemClock(), "Benchmark").create(path, plan)
    return path


def _person(at: int) -> Person:
    return Person(
        RecordId(f"person-{at}"),
        f"{('Zoë', 'Ada', 'Björn', 'Chloe')[at % 4]} {at}",
        title=("Analyst", "Head of operations", "Engineer")[at % 3],
        unit="Information security",
        channels=(
            Channel(ChannelKind.MOBILE, f"+44 117 49{at:05}"),
            Channel(ChannelKind.EMAIL, f"person.{at}@example.org"),
        ),
        availability="Working hours; reachable at other times through the duty manager",
    )


def _scrolled(app: QApplication, grid: RecordGrid) -> Iterator[float]:
    bar = grid.view.verticalScrollBar()
    for step in range(STEPS + 1):
        place = bar.maximum() * step // STEPS
        yield from _turns(app, grid, partial(bar.setValue, place))


def _filtered(app: QApplication, grid: RecordGrid) -> Iterator[float]:
    """Letter by letter, as one types, and cleared again."""
    field = grid.bar.field
    for words in WORDS:
        for end in range(1, len(words) + 1):
            yield from _turns(app, grid, partial(field.setText, words[:end]))
        yield from _turns(app, grid, field.clear)


def _sorted(app: QApplication, grid: RecordGrid) -> Iterator[float]:
    head = grid.view.horizontalHeader()
    for column in range(3):
        for order in Qt.SortOrder:
            yield from _turns(app, grid, partial(head.setSortIndicator, column, order))
    yield from _turns(app, grid, lambda: head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder))


def _edited(app: QApplication, grid: RecordGrid) -> Iterator[float]:
    for at, row in zip(range(20), count(0, 97), strict=False):
        yield from _turns(app, grid, partial(grid.model.keep, row, 1, f"Analyst {at}"))


def _turns(app: QApplication, grid: RecordGrid, act: Callable[[], object]) -> Iterator[float]:
    """The milliseconds of `act`, then of each turn of the event loop until all is done."""
    yield _milliseconds(act)
    yield _milliseconds(app.processEvents)
    while grid.model.sifting:
        yield _milliseconds(app.processEvents)


def _of(times: list[float]) -> dict[str, float]:
    slow = max(times)
    return {"slowest ms": round(slow, 1), "middle ms": round(statistics.median(times), 2)}


def _milliseconds(act: Callable[[], object]) -> float:
    begun = thread_time()
    act()
    return (thread_time() - begun) * 1_000


if __name__ == "__main__":
    main()
