"""How long a page takes to be shown on ten times the sample: `python -m benchmarks.pages`.

Goal: 100 ms from the choice in the navigation until the page is laid out and painted. Told are the
first showing in the life of the program, when its code is still to be loaded, the first showing of
another plan, when the page is built anew, and later showings. What is counted is the time of the
processor on the thread of the window; what a page goes on to do afterwards is told beside it.
"""

import json
import statistics
from pathlib import Path
from time import sleep, thread_time
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.bootstrap import SystemClock
from app.domain.plan.kinds import Kind
from app.persistence.db.files import PlanFiles
from benchmarks.in_window import shown_window
from benchmarks.multiplying import multiplied
from ui.bridge.desk import Desk
from ui.main_window import MainWindow
from ui.models.areas import AREAS

TIMES = 10
"""How many times over the sample's records are."""
AGAIN = 3
"""How often is measured what can be; the median is told."""
GOAL_MS = 100
QUIET_ROUNDS, ROUND_S, PAUSE_S = 25, 0.002, 0.01
"""A page has nothing left to do after so many short turns of the event loop, with pauses."""


def main() -> None:
    """Print the milliseconds of each page, and which pages miss the goal."""
    with shown_window() as (app, desk, window, folder):
        records = _open(desk, folder)
        _rest(app)
        report: dict[str, Any] = {
            "records": records,
            "goal ms": GOAL_MS,
            "pages": _measured(app, window),
        }
    report["missed"] = [area for area, figures in report["pages"].items() if _slow(figures)]
    print(json.dumps(report, indent=2))  # noqa: T201


def _open(desk: Desk, folder: Path) -> int:
    """Open ten times the sample; how many records it has."""
    sample = folder / "sample.irplan"
    desk.workshop.create_sample(sample).close()
    opened = desk.workshop.open(sample)
    plan = multiplied(opened.plan, TIMES)
    opened.close()
    path = folder / "large.irplan"
    PlanFiles(folder / "backups", SystemClock(), "Benchmark").create(path, plan)
    if not desk.open(path):
        raise ValueError(path)
    return sum(len(plan.table(kind)) for kind in Kind)


def _measured(app: QApplication, window: MainWindow) -> dict[str, dict[str, float]]:
    """By area; one goes home in between, so that every showing is a change of page."""
    found = {}
    for area in (*AREAS[1:], AREAS[0]):
        found[area] = {"loaded ms": _shown(app, window, area), "later ms": _rest(app)}
    built: dict[str, list[float]] = {area: [] for area in AREAS}
    for _ in range(AGAIN):
        window.desk.reopen()
        _rest(app)
        for area in (*AREAS[1:], AREAS[0]):
            built[area].append(_shown(app, window, area))
            _rest(app)
    for area in AREAS:
        found[area]["built ms"] = statistics.median(built[area])
        again = [_back_and_forth(app, window, area) for _ in range(AGAIN)]
        found[area]["again ms"] = statistics.median(again)
    return found


def _back_and_forth(app: QApplication, window: MainWindow, area: str) -> float:
    _shown(app, window, AREAS[0] if area != AREAS[0] else AREAS[-1])
    _rest(app)
    spent = _shown(app, window, area)
    _rest(app)
    return spent


def _shown(app: QApplication, window: MainWindow, area: str) -> float:
    """The milliseconds until the page stands there: what is asked for paints itself too."""
    begun = thread_time()
    window.navigate(area)
    app.sendPostedEvents()
    return round((thread_time() - begun) * 1_000, 1)


def _rest(app: QApplication) -> float:
    """The milliseconds of all that follows, until nothing does."""
    begun = thread_time()
    quiet = 0
    while quiet < QUIET_ROUNDS:
        turn = thread_time()
        app.processEvents()
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # pages of a plan put away
        quiet = 0 if thread_time() - turn > ROUND_S else quiet + 1
        sleep(PAUSE_S)
    return round((thread_time() - begun) * 1_000, 1)


def _slow(figures: dict[str, float]) -> bool:
    return max(figures["built ms"], figures["again ms"]) > GOAL_MS


if __name__ == "__main__":
    main()
