"""Inputs one chooses with: from a list, a box to tick, a number to step."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from ui.dialogs.record.entries.entry import Entry
from ui.models.record_options import Option


class CalmComboBox(QComboBox):
    """Scrolling the form with the wheel never changes a choice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()


class ChoiceEntry(Entry):
    """A list that drops down; `none` is the words for no choice, blank where one is always made.

    `options` is asked whenever the list may have changed.
    """

    def __init__(
        self, parent: QWidget, options: Callable[[], Sequence[Option]], none: str, nothing: object
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._none = Option(none, nothing) if none else None
        self.lost = self.tr("No longer in the plan")
        self._shown: tuple[Option, ...] = ()
        self.box = CalmComboBox(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self._fill(())
        self.box.activated.connect(self.edited)

    @property
    @override
    def input(self) -> QWidget:
        return self.box

    @override
    def show_value(self, value: Any) -> None:
        known = [at for at, option in enumerate(self._shown) if option.value == value]
        if not known:
            self._fill((Option(self.lost, value),))
            known = [len(self._shown) - 1]
        self.box.setCurrentIndex(known[0])

    @override
    def value(self) -> Any:
        at = self.box.currentIndex()
        return self._shown[at].value if 0 <= at < len(self._shown) else None

    @override
    def refresh(self) -> None:
        before = self.value()
        self._fill(())
        still = [at for at, option in enumerate(self._shown) if option.value == before]
        self.box.setCurrentIndex(still[0] if still else 0)

    def _fill(self, more: tuple[Option, ...]) -> None:
        first = () if self._none is None else (self._none,)
        self._shown = (*first, *self._options(), *more)
        self.box.clear()
        self.box.addItems([option.text for option in self._shown])


class FlagEntry(Entry):
    """A box to tick, with its own words beside it; none in a column that has a head."""

    def __init__(self, parent: QWidget, words: str = "") -> None:
        super().__init__(parent)
        self._box = QCheckBox(words.replace("&", "&&"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addStretch(1)
        self._box.toggled.connect(self.edited)

    @property
    @override
    def input(self) -> QWidget:
        return self._box

    @override
    def show_value(self, value: Any) -> None:
        self._box.setChecked(bool(value))

    @override
    def value(self) -> Any:
        return self._box.isChecked()
