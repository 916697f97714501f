"""A few large answers of which one is chosen, by click or by its number."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from ui.dialogs.session.stage import set_type
from ui.widgets.tokens import px


@dataclass(frozen=True, slots=True)
class Answer:
    """`key` tells it apart, `text` stands on it, `hint` says what it means."""

    key: str
    text: str
    hint: str = ""


class BigChoices(QWidget):
    """Side by side where there is room, else in two columns; none is chosen at first."""

    chosen = Signal(str)
    """Carries the key of the answer somebody chose."""

    def __init__(self, parent: QWidget, name: str, said: str, answers: Sequence[Answer]) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(said)
        self._group = QButtonGroup(self)
        self._buttons = {
            answer.key: self._button(at, answer) for at, answer in enumerate(answers, 1)
        }
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(10))
        self._arrange(len(answers))

    @property
    def current(self) -> str:
        """The key of what is chosen; blank while nothing is."""
        return next((key for key, made in self._buttons.items() if made.isChecked()), "")

    def show_choice(self, key: str) -> None:
        """Show what is chosen; blank for nothing."""
        self._group.setExclusive(False)
        for one, made in self._buttons.items():
            blocked = made.blockSignals(True)
            made.setChecked(one == key)
            made.blockSignals(blocked)
        self._group.setExclusive(True)

    def choose(self, number: int) -> bool:
        """Choose the answer of that number, counted from 1; False when there is none."""
        keys = list(self._buttons)
        if not self.isEnabled() or not 1 <= number <= len(keys):
            return False
        made = self._buttons[keys[number - 1]]
        if made.isChecked():
            self.chosen.emit(keys[number - 1])
        else:
            made.click()
        return True

    def start(self) -> QPushButton:
        """Where the keyboard begins: what is chosen, else the first."""
        found = [made for made in self._buttons.values() if made.isChecked()]
        return found[0] if found else next(iter(self._buttons.values()))

    def button(self, key: str) -> QPushButton:
        """The button of an answer."""
        return self._buttons[key]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        count = len(self._buttons)
        widths = sum(made.sizeHint().width() for made in self._buttons.values())
        needed = widths + (count - 1) * self._grid.spacing()
        self._arrange(count if event.size().width() >= needed else 2)

    def _button(self, number: int, answer: Answer) -> QPushButton:
        made = QPushButton(f"{number}   {answer.text}".replace("&", "&&"), self)
        made.setObjectName(f"{self.objectName()}_{answer.key}")
        made.setAccessibleName(answer.text)
        made.setAccessibleDescription(answer.hint)
        made.setToolTip(answer.hint)
        made.setCheckable(True)
        made.setAutoExclusive(True)  # what a screen reader calls a radio button
        made.setAutoDefault(False)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_type(made, "choice")
        self._group.addButton(made)
        made.toggled.connect(partial(self._on_toggled, answer.key))
        return made

    def _on_toggled(self, key: str, on: bool) -> None:
        if on:
            self.chosen.emit(key)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, made in enumerate(self._buttons.values()):
            self._grid.addWidget(made, at // columns, at % columns)
