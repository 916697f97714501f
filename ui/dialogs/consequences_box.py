"""What answers would change elsewhere, to be ticked one by one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from app.domain.plan.plan import Plan
from app.services.answering.bundles import Bundle
from ui.models.consequence_words import details_of, title_of
from ui.widgets.tokens import px


class ConsequencesBox(QWidget):
    """What nobody has edited is ticked; what people have changed waits for their tick."""

    ticked = Signal()
    """Another choice was made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._bundles: tuple[Bundle, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("consequences_list")
        self.list.setAccessibleName(self.tr("What would change"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("consequences_details")
        self.details.setAccessibleName(self.tr("Now and then"))
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(14))
        row.addWidget(self.list, 1)
        row.addWidget(self.details, 1)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.itemChanged.connect(self.ticked)

    @property
    def count(self) -> int:
        """How many there are to tick."""
        return len(self._bundles)

    @property
    def chosen(self) -> tuple[Bundle, ...]:
        """Those that are ticked."""
        return tuple(
            bundle
            for at, bundle in enumerate(self._bundles)
            if self.list.item(at).checkState() is Qt.CheckState.Checked
        )

    def show_bundles(self, plan: Plan, bundles: Sequence[Bundle]) -> None:
        """List `bundles`, which were worked out for `plan`; ticks made before stay."""
        left = {_key(item) for item in self._bundles} - {_key(item) for item in self.chosen}
        taken = {_key(item) for item in self.chosen}
        self._plan, self._bundles = plan, tuple(bundles)
        self.list.blockSignals(True)
        self.list.clear()
        for bundle in self._bundles:
            ticked = _key(bundle) in taken or (not bundle.edited and _key(bundle) not in left)
            self._add(plan, bundle, ticked=ticked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0 if self._bundles else -1)
        self._on_row(self.list.currentRow())
        self.ticked.emit()

    def _add(self, plan: Plan, bundle: Bundle, *, ticked: bool) -> None:
        text = title_of(plan, bundle)
        if bundle.edited:
            text = self.tr("{0} (edited by you)").format(text)
        item = QListWidgetItem(text, self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    @Slot(int)
    def _on_row(self, row: int) -> None:
        known = self._plan is not None and 0 <= row < len(self._bundles)
        text = details_of(self._plan, self._bundles[row]) if known and self._plan else ""
        self.details.setPlainText(text)


def _key(bundle: Bundle) -> tuple[str, str]:
    return bundle.kind.value, str(bundle.id)
