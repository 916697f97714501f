"""Inputs one chooses with: one of several, several, yes or no."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.interview.questions import Option, Question
from app.domain.plan.sections import AnswerValue
from ui.pages.sections.fields.field import AnswerField
from ui.widgets.tokens import px

_UNSTATED, _YES, _NO = range(3)


class ChoiceField(AnswerField):
    """A list that drops down; its first entry takes the answer back."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent, question)
        self._box = _CalmComboBox(self)
        self._box.addItem(self.tr("Not stated"), None)
        for option in question.options:
            self._box.addItem(option.label, option.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        self._box.activated.connect(self._on_chosen)

    @property
    @override
    def input(self) -> QWidget:
        return self._box

    @override
    def display(self, value: AnswerValue | None) -> None:
        self._box.setCurrentIndex(max(0, self._box.findData(value)))

    @Slot()
    def _on_chosen(self) -> None:
        self.enter(self._box.currentData())


class ChoicesField(AnswerField):
    """A box to tick for each option; answers keep the order of the options.

    What is answered besides, on another page or by another template, stays behind them.
    """

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent, question)
        self._boxes: dict[str, QCheckBox] = {}
        self._others: tuple[str, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, px(2), 0, px(2))
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        for option in question.options:
            self._boxes[option.value] = self._box(option)
        self._place(1)

    def _box(self, option: Option) -> QCheckBox:
        box = QCheckBox(option.label.replace("&", "&&"), self)
        box.setObjectName(f"{self.question.id}={option.value}")
        box.setAccessibleName(option.label)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.toggled.connect(self._on_toggled)
        return box

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max((box.sizeHint().width() for box in self._boxes.values()), default=0)
        self._place(2 if 2 * widest + px(16) <= self.width() else 1)

    def _place(self, columns: int) -> None:
        """Two columns where the longest option has room in one of them."""
        if columns == self._columns:
            return
        self._columns = columns
        for at, box in enumerate(self._boxes.values()):
            self._grid.removeWidget(box)
            self._grid.addWidget(box, at // columns, at % columns)

    @property
    @override
    def input(self) -> QWidget:
        return next(iter(self._boxes.values()), self)

    @override
    def display(self, value: AnswerValue | None) -> None:
        chosen = value if isinstance(value, tuple) else ()
        self._others = tuple(name for name in chosen if name not in self._boxes)
        for name, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(name in chosen)
            box.blockSignals(False)

    @Slot()
    def _on_toggled(self) -> None:
        chosen = tuple(name for name, box in self._boxes.items() if box.isChecked())
        self.enter((*chosen, *self._others) or None)


class YesNoField(AnswerField):
    """Yes, no, or not stated."""

    def __init__(self, parent: QWidget, question: Question) -> None:
        super().__init__(parent, question)
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(6), 0, px(6))
        row.setSpacing(px(16))
        words = {_YES: self.tr("Yes"), _NO: self.tr("No"), _UNSTATED: self.tr("Not stated")}
        for number, text in words.items():
            made = QRadioButton(text, self)
            made.setObjectName(f"{question.id}={number}")
            made.setAccessibleName(f"{question.text} {text}")
            self._group.addButton(made, number)
            row.addWidget(made)
        row.addStretch(1)
        self._group.button(_UNSTATED).setChecked(True)
        self._group.idToggled.connect(self._on_toggled)

    @property
    @override
    def input(self) -> QWidget:
        return self._group.checkedButton() or self

    @override
    def display(self, value: AnswerValue | None) -> None:
        number = {True: _YES, False: _NO}[value] if isinstance(value, bool) else _UNSTATED
        self._group.blockSignals(True)
        self._group.button(number).setChecked(True)
        self._group.blockSignals(False)

    @Slot(int, bool)
    def _on_toggled(self, number: int, on: bool) -> None:
        if on:
            self.enter({_YES: True, _NO: False}.get(number))


class _CalmComboBox(QComboBox):
    """Scrolling the page with the wheel never changes an answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        e.ignore()
