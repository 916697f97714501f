"""How long a review session has been running, pauses left out."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

TICK_MS = 1000
LONGEST_MS = 10 * TICK_MS
"""More than this between two ticks means that the computer slept, which does not count."""


class SessionTimer(QObject):
    """Counts on from `seconds` while it runs."""

    ticked = Signal(int)
    """Carries the seconds in all."""

    def __init__(self, seconds: int, parent: QObject) -> None:
        super().__init__(parent)
        self._counted_ms = seconds * 1000
        self._since = QElapsedTimer()
        self._beat = QTimer(self)
        self._beat.setInterval(TICK_MS)
        self._beat.timeout.connect(self._on_beat)

    @property
    def running(self) -> bool:
        """Whether time counts."""
        return self._beat.isActive()

    @property
    def seconds(self) -> int:
        """Whole seconds in all."""
        return self._counted_ms // 1000

    def go(self) -> None:
        """Count from now on."""
        if not self.running:
            self._since.start()
            self._beat.start()

    def pause(self) -> None:
        """Stop counting."""
        if self.running:
            self._beat.stop()
            self.add(self._since.elapsed())

    def add(self, milliseconds: int) -> None:
        """Count `milliseconds` more."""
        self._counted_ms += min(milliseconds, LONGEST_MS)
        self.ticked.emit(self.seconds)

    @Slot()
    def _on_beat(self) -> None:
        self.add(self._since.restart())
