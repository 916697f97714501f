"""The row of buttons, lists and words that chooses which regimes are shown."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.services.notifying.proposals import Candidate, Standing
from ui.models.regime_list import RegimeFilter, jurisdictions, sectors
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

_STANDINGS = (Standing.PROPOSED, Standing.REFUSED, None)
LEAST_CHOICE_PX, MOST_CHOICE_PX = 130, 190
ONE_ROW_FROM_PX = 680


class RegimeFilterBar(QWidget):
    """Begins with what is proposed; `All` is the whole library."""

    changed = Signal(object)
    """Carries the `RegimeFilter`."""

    def __init__(self, parent: QWidget, sector_name: Callable[[str], str]) -> None:
        super().__init__(parent)
        self._sector_name = sector_name
        self._group = QButtonGroup(self)
        self._buttons = [self._standing_button(at) for at in range(len(_STANDINGS))]
        self._jurisdiction = self._choice("regime_jurisdiction", self.tr("Jurisdiction"))
        self._sector = self._choice("regime_sector", self.tr("Sector"))
        self._words = QLineEdit(self)
        self._words.setObjectName("regime_words")
        self._words.setAccessibleName(self.tr("Filter the regimes by words"))
        self._words.setPlaceholderText(self.tr("Filter by words"))
        clearable(self._words)
        self._lay_out()
        self._group.idClicked.connect(self._on_changed)
        self._words.textChanged.connect(self._on_changed)
        for box in (self._jurisdiction, self._sector):
            box.currentIndexChanged.connect(self._on_changed)

    @property
    def wanted(self) -> RegimeFilter:
        """What is chosen."""
        return RegimeFilter(
            standing=_STANDINGS[self._group.checkedId()],
            jurisdiction=self._jurisdiction.currentData() or "",
            sector=self._sector.currentData() or "",
            words=self._words.text(),
        )

    def show_all(self) -> None:
        """Leave no regime out."""
        for box in (self._jurisdiction, self._sector):
            box.setCurrentIndex(0)
        self._words.clear()
        self._buttons[-1].click()

    def show_counts(self, candidates: Sequence[Candidate]) -> None:
        """Say how many there are of each, and offer the places and sectors there are."""
        words = (self.tr("Proposed"), self.tr("Not binding"), self.tr("All"))
        for made, word, standing in zip(self._buttons, words, _STANDINGS, strict=True):
            count = sum(standing in (None, item.standing) for item in candidates)
            set_button_text(made, f"{word} {count}")
        if self._jurisdiction.count() == 1:
            self._offer(self._jurisdiction, [(name, name) for name in jurisdictions(candidates)])
            named = [(self._sector_name(key), key) for key in sectors(candidates)]
            self._offer(self._sector, named)

    def _standing_button(self, at: int) -> QPushButton:
        made = button(self, f"regimes_{at}", "", Look.QUIET)
        made.setCheckable(True)
        made.setChecked(at == 0)
        self._group.addButton(made, at)
        return made

    def _choice(self, name: str, said: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(said)
        box.addItem(self.tr("{0}: any").format(said), "")
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setMinimumWidth(px(LEAST_CHOICE_PX))
        box.setMaximumWidth(px(MOST_CHOICE_PX))
        return box

    def _offer(self, box: QComboBox, entries: Sequence[tuple[str, str]]) -> None:
        box.blockSignals(True)
        for text, key in entries:
            box.addItem(text, key)
        box.blockSignals(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._above = QHBoxLayout()
        self._row = row = QHBoxLayout()
        for part in (self._above, row):
            part.setSpacing(px(6))
            column.addLayout(part)
        for made in self._buttons:
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self._jurisdiction, 2)
        row.addWidget(self._sector, 2)
        row.addWidget(self._words, 3)
        self._words.setMinimumWidth(px(90))
        self._words.setMaximumWidth(px(220))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(ONE_ROW_FROM_PX)
        if narrow is (self._above.count() > 0):
            return
        for at, made in enumerate(self._buttons):
            (self._above if narrow else self._row).insertWidget(at, made)
        if narrow:
            self._above.addStretch(1)
        else:
            self._above.takeAt(0)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit(self.wanted)
