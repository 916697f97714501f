"""Smoothness of a communication tree of 500 calls: `python -m benchmarks.trees`.

A frame is drawn by software into a window of 1440 x 900 px that nobody sees, which is slower than
most screens are. Times are those of the processor, which other programs do not lengthen. `to goal`
is the time of 95 of 100 frames as a share of the goal.
"""

import json
import os
import random
import statistics
import time
from collections.abc import Callable
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.roles import Role
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.settings import Appearance
from app.services.trees.arranging import arranged
from app.services.trees.forest import forest_of
from ui.bridge.theme import apply_theme
from ui.pages.trees.shown import shown_tree
from ui.widgets.tree_canvas import TreeCanvas

NODES = 500
FRAMES = 120
LAYOUT_GOAL_MS = 20.0
FRAME_GOAL_MS = 16.0
SHOWN_GOAL_MS = 50.0
"""After each edit; nobody feels it as a delay."""
TREE = RecordId("tree")


def main() -> None:
    """Print the times of the layout, and of frames while one pans, drags and zooms."""
    app = QApplication([])
    apply_theme(app, Appearance.LIGHT, 100)
    plan = grown(NODES)
    canvas = TreeCanvas(None, "canvas")  # type: ignore[arg-type]
    canvas.resize(1440, 900)
    canvas.show_cards(shown_tree(plan, TREE, {}).cards, editable=True)
    canvas.show()
    canvas.open_up()
    QTest.qWaitForWindowExposed(canvas)
    report = {
        "nodes": NODES,
        "layout": _spent(lambda _: arranged(forest_of(plan, TREE)), LAYOUT_GOAL_MS),
        "everything shown": _spent(lambda _: shown_tree(plan, TREE, {}), SHOWN_GOAL_MS),
        "pan": _spent(lambda at: _pan(canvas, at), FRAME_GOAL_MS),
        "drag a leaf": _spent(lambda at: _drag(canvas, _leaf(canvas), at), FRAME_GOAL_MS),
        "drag the root": _spent(lambda at: _drag(canvas, "n0", at), FRAME_GOAL_MS),
        "zoom": _spent(lambda at: _zoom(canvas, at), FRAME_GOAL_MS),
        "whole tree": _spent(lambda at: _whole(canvas, at), FRAME_GOAL_MS),
    }
    print(json.dumps(report, indent=2))  # noqa: T201


def grown(nodes: int) -> Plan:
    """A plan with one tree of so many calls, each to a role, the same every time."""
    chance = random.Random(5)  # noqa: S311 - the same tree every time
    calls = []
    for at in range(nodes):
        parent = RecordId(f"n{chance.randrange(max(0, at // 6), at)}") if at else None
        way = (ChannelKind.MOBILE, ChannelKind.EMAIL)
        key = RecordId(f"n{at}")
        calls.append(TreeNode(key, TREE, parent, NodeTarget.ROLE, f"role-{at % 60}", "", way))
    roles = [Role(RecordId(f"role-{at}"), f"Role number {at}") for at in range(60)]
    plan = Plan(RecordId("plan"))
    plan = plan.with_table(Kind.TREE, Records([CommunicationTree(TREE, "Activation")]))
    plan = plan.with_table(Kind.ROLE, Records(roles))
    return plan.with_table(Kind.TREE_NODE, Records(calls))


def _pan(canvas: TreeCanvas, at: int) -> None:
    way = 9 if at % 40 < 20 else -9
    for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
        bar.setValue(bar.value() + way)
    canvas.viewport().repaint()


def _drag(canvas: TreeCanvas, key: str, at: int) -> None:
    branch = canvas.board.branch(key)
    canvas.board.shift(branch, QPointF(at % 30, at % 20))
    canvas.viewport().repaint()


def _leaf(canvas: TreeCanvas) -> str:
    """A card in sight."""
    seen = canvas.mapToScene(canvas.viewport().rect()).boundingRect()
    keys = [card.key for card in canvas.board.cards]
    return next(
        key
        for key in reversed(keys)
        if (item := canvas.board.item(key)) is not None and seen.contains(item.box)
    )


def _zoom(canvas: TreeCanvas, at: int) -> None:
    canvas.zoom_by(1.05 if at % 10 < 5 else 1 / 1.05)
    canvas.viewport().repaint()


def _whole(canvas: TreeCanvas, at: int) -> None:
    if not at:
        canvas.fit()
    canvas.board.choose(f"n{at}")
    canvas.viewport().repaint()


def _spent(do: Callable[[int], Any], goal_ms: float) -> dict[str, float]:
    times = []
    for at in range(FRAMES):
        begun = time.process_time()
        do(at)
        times.append((time.process_time() - begun) * 1000)
    most = statistics.quantiles(times, n=20)[-1]
    return {
        "p50 ms": round(statistics.median(times), 1),
        "p95 ms": round(most, 1),
        "worst ms": round(max(times), 1),
        "to goal": round(most / goal_ms, 2),
    }


if __name__ == "__main__":
    main()
