"""The filter over the findings: by weight or accepted, by section, by words."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)
from typing_extensions import override

from app.domain.judgement.findings import Weight
from ui.models.findings import FindingFilter, FindingsModel
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

_KINDS: Final = (
    FindingFilter(),
    *(FindingFilter(weight) for weight in Weight),
    FindingFilter(accepted=True),
)

NARROWING_PX = 380
"""The room that the section and the words need."""


class FilterBar(QWidget):
    """Keeps what is chosen while the counts and the sections change."""

    changed = Signal(object)
    """Carries the `FindingFilter`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons = [self._kind_button(at) for at in range(len(_KINDS))]
        self._section = QComboBox(self)
        self._section.setObjectName("findings_section")
        self._section.setAccessibleName(self.tr("Section"))
        self._section.addItem(self.tr("Every section"), "")
        self._section.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._section.setMinimumContentsLength(14)
        self._words = QLineEdit(self)
        self._words.setObjectName("findings_filter")
        self._words.setAccessibleName(self.tr("Filter the findings"))
        self._words.setPlaceholderText(self.tr("Filter by words"))
        clearable(self._words)
        self._words.setMinimumWidth(px(120))
        self._lay_out()
        self._group.idClicked.connect(self._on_changed)
        self._section.currentIndexChanged.connect(self._on_changed)
        self._words.textChanged.connect(self._on_changed)

    @property
    def filter(self) -> FindingFilter:
        """What is to be shown."""
        kind = _KINDS[max(self._group.checkedId(), 0)]
        section = str(self._section.currentData() or "")
        return FindingFilter(kind.weight, section, self._words.text(), kind.accepted)

    def show_counts(self, model: FindingsModel, titles: Sequence[tuple[str, str]]) -> None:
        """Show how many there are, and offer sections given as key and title."""
        counts = (model.total, *(model.count(item) for item in Weight), model.accepted)
        words = (
            self.tr("All"),
            self.tr("Blocking"),
            self.tr("Warnings"),
            self.tr("Hints"),
            self.tr("Accepted"),
        )
        for made, word, count in zip(self._buttons, words, counts, strict=True):
            set_button_text(made, f"{word} {count}")
        self._offer(titles)

    def _offer(self, titles: Sequence[tuple[str, str]]) -> None:
        box = self._section
        known = [(str(box.itemData(at)), box.itemText(at)) for at in range(1, box.count())]
        if known == list(titles):
            return
        chosen = str(box.currentData() or "")
        blocked = box.blockSignals(True)
        while box.count() > 1:
            box.removeItem(1)
        for key, title in titles:
            box.addItem(title, key)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(blocked)
        if str(box.currentData() or "") != chosen:
            self._on_changed()

    def _kind_button(self, at: int) -> QPushButton:
        made = button(self, f"findings_filter_{at}", "", Look.QUIET)
        made.setCheckable(True)
        made.setChecked(at == 0)
        self._group.addButton(made, at)
        return made

    def _lay_out(self) -> None:
        kinds = QHBoxLayout()
        kinds.setSpacing(px(4))
        for made in self._buttons:
            kinds.addWidget(made)
        kinds.addStretch(1)
        narrowing = QHBoxLayout()
        narrowing.setSpacing(px(8))
        narrowing.addWidget(self._section, 1)
        narrowing.addWidget(self._words, 1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(8))
        self._row.addLayout(kinds, 1)
        self._row.addLayout(narrowing, 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room in one row, the second half stands below the first."""
        super().resizeEvent(event)
        needed = sum(made.sizeHint().width() + px(4) for made in self._buttons)
        wide = self.width() >= needed + px(NARROWING_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if wide else down)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.filter)
