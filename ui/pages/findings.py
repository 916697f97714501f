"""All findings of the plan, to be filtered and mended one by one."""

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Slot,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.judgement.findings import Finding, Weight
from app.services.editing import Change
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.models.findings import (
    FINDING_ROLE,
    PLACE_ROLE,
    WEIGHT_LOOKS,
    FindingsModel,
    weight_text,
)
from ui.pages.page import Page
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

ROW_PX = 54


class FindingsPage(Page):
    """A filter over a list; Enter or a click goes to the place where a finding is mended."""

    title = str(QT_TRANSLATE_NOOP("Page", "Findings"))
    icon = "list-checks"

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("findings_page")
        self._weight: Weight | None = None
        self._model = FindingsModel(bridge, self)
        self._build()
        self._lay_out()
        self._show_counts()
        self._filters.idClicked.connect(self._on_weight)
        self._words.textChanged.connect(self._on_filtered)
        self._model.modelReset.connect(self._show_counts)
        bridge.changed.connect(self._on_changed)
        self.list.clicked.connect(self._on_taken)
        self.list.activated.connect(self._on_taken)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._model.refresh()

    def _build(self) -> None:
        self._summary = label(self, "", Role.BODY, wrap=True)
        self._filters = QButtonGroup(self)
        self._buttons = [self._filter_button(at) for at in range(len(_WEIGHTS))]
        self._words = QLineEdit(self)
        self._words.setObjectName("findings_filter")
        self._words.setAccessibleName(self.tr("Filter the findings"))
        self._words.setPlaceholderText(self.tr("Filter by words"))
        self._words.setClearButtonEnabled(True)
        self.list = QListView(self)
        self.list.setObjectName("findings_list")
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_FindingDelegate(self.list, ROW_PX, strong=True))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._nothing = label(self, "", Role.BODY, wrap=True)
        self._nothing.setObjectName("findings_nothing")

    def _filter_button(self, at: int) -> QPushButton:
        made = button(self, f"findings_filter_{at}", "", Look.QUIET)
        made.setCheckable(True)
        made.setChecked(at == 0)
        self._filters.addButton(made, at)
        return made

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(px(6))
        for made in self._buttons:
            filters.addWidget(made)
        filters.addStretch(1)
        filters.addWidget(self._words, 4)
        self._words.setMinimumWidth(px(80))
        self._words.setMaximumWidth(px(240))
        card = Card(self)
        card.body.addLayout(filters)
        card.body.addWidget(self._nothing)
        card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(32), px(26), px(32), px(26))
        column.setSpacing(px(4))
        column.addWidget(label(self, self.tr("Findings"), Role.H1))
        column.addWidget(self._summary)
        column.addSpacing(px(12))
        column.addWidget(card, 1)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """A page nobody sees waits until it is shown."""
        del change
        if self.isVisible():
            self._model.refresh()

    @Slot()
    def _show_counts(self) -> None:
        counts = [self._model.total, *(self._model.count(item) for item in Weight)]
        words = (self.tr("All"), self.tr("Blocking"), self.tr("Warnings"), self.tr("Hints"))
        for made, word, count in zip(self._buttons, words, counts, strict=True):
            set_button_text(made, f"{word} {count}")
        self._summary.setText(
            counted(
                self._model.total,
                self.tr("1 thing somebody would object to. Choose it to go where it is mended."),
                self.tr(
                    "{n} things an auditor, a lawyer or a responder would object to. "
                    "Choose one to go where it is mended."
                ),
            )
        )
        empty = self._model.rowCount() == 0
        self.list.setVisible(not empty)
        self._nothing.setVisible(empty)
        done = self.tr("Nothing left to mend.")
        none = self.tr("No finding matches. Choose All, or clear the words.")
        self._nothing.setText(none if self._model.total else done)

    @Slot(int)
    def _on_weight(self, at: int) -> None:
        self._weight = _WEIGHTS[at]
        self._on_filtered()

    @Slot()
    def _on_filtered(self) -> None:
        self._model.show_only(self._weight, self._words.text())

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        finding = self._model.finding(index.row())
        if finding is not None:
            self.navigate.emit(f"finding:{finding.key}")


_WEIGHTS = (None, *Weight)


class _FindingDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        finding = index.data(FINDING_ROLE)
        if not isinstance(finding, Finding):
            return Row("")
        picture, tone = WEIGHT_LOOKS[finding.weight]
        weight = weight_text(finding.weight)
        below = f"{weight[0].upper()}{weight[1:]}. {finding.fix}"
        return Row(finding.reason, below, str(index.data(PLACE_ROLE)), picture, tone)
