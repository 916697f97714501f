"""Process start to first window, against a bare PySide6 window: `python -m benchmarks.starting`."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 7
"""Pairs of starts; the medians are compared."""

GOAL = 2.5
"""Our window may take this many times as long as a bare one."""

_BARE = """
import os
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
QTimer.singleShot(0, lambda: os._exit(0))
app.exec()
"""

_OURS = """
import os
from PySide6.QtCore import QTimer
from ui.main import main
from ui.main_window import MainWindow
show = MainWindow.showEvent
def shown(window, event):
    show(window, event)
    QTimer.singleShot(0, lambda: os._exit(0))
MainWindow.showEvent = shown
main([])
"""


def main() -> None:
    """Print both medians and their ratio."""
    with tempfile.TemporaryDirectory() as home:
        bare, ours = [], []
        for run in range(RUNS + 1):
            times = [_timed([sys.executable, "-c", code], home) for code in (_BARE, _OURS)]
            if run:  # the first start compiles the modules, as the first one after installing does
                bare.append(times[0])
                ours.append(times[1])
    report = {
        "bare window, median s": round(statistics.median(bare), 3),
        "our window, median s": round(statistics.median(ours), 3),
        "ratio": round(statistics.median(ours) / statistics.median(bare), 2),
        "goal": GOAL,
    }
    print(json.dumps(report, indent=2))  # noqa: T201


def _timed(command: list[str], home: str) -> float:
    environment = {**os.environ, "IRPLAN_HOME": home}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = home
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)  # noqa: S603
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
