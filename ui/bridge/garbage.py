"""Cycles of objects are collected on the GUI thread alone.

Python collects on whatever thread happens to allocate. A widget in a cycle would then be destroyed
on a worker's thread, which Qt forbids: the program crashes or stands still.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 1_000
"""How often is looked; each generation is collected when its own threshold is passed."""


class GarbageCollection(QObject):
    """Takes over from Python's automatic collection until `stop`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(EVERY_MS)
        timer.timeout.connect(self.collect)
        timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        due = [
            generation
            for generation, (count, threshold) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > threshold
        ]
        if due:
            gc.collect(due[-1])

    @Slot()
    def settle(self) -> None:
        """Look no more at what is there now: the library stays until the end."""
        gc.freeze()

    def stop(self) -> None:
        """Leave it to Python again."""
        gc.unfreeze()
        gc.enable()
