"""The frameworks of the library, to choose those the plan is judged by."""

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.judgement.requirements import FrameworkStatus
from app.services.library import FrameworkSummary
from ui.bridge.notices import notice_of
from ui.bridge.words import counted
from ui.models.framework_choices import (
    CHOICE_ROLE,
    FrameworkChoice,
    FrameworkChoicesModel,
    requirements_text,
)
from ui.models.framework_shelf import FrameworkShelf
from ui.models.verdict_words import standing_text
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.scroll import ScrollBody
from ui.widgets.search_field import clearable
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX = 880, 580
ROW_PX = 50


class ChooseFrameworksDialog(QDialog):
    """A list at the left, what is known of the one gone to at the right."""

    given = Signal(object)
    """Carries the names of the frameworks to add, by id."""

    def __init__(self, parent: QWidget, shelf: FrameworkShelf, chosen: Collection[str]) -> None:
        super().__init__(parent)
        self.setObjectName("frameworks_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add frameworks"))
        self._shelf = shelf
        self._model = FrameworkChoicesModel(shelf.frameworks, chosen, self)
        self._build()
        self._lay_out()
        window = parent.window()
        self.resize(
            min(px(WIDTH_PX), window.width() - px(24)), min(px(HEIGHT_PX), window.height() - px(24))
        )
        self._connect()
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._words.setFocus()

    def _build(self) -> None:
        self._words = QLineEdit(self)
        self._words.setObjectName("frameworks_words")
        self._words.setAccessibleName(self.tr("Search the frameworks"))
        self._words.setPlaceholderText(self.tr("Search by name, publisher or kind"))
        clearable(self._words)
        self.list = QListView(self)
        self.list.setObjectName("frameworks_list")
        self.list.setAccessibleName(self.tr("Frameworks of the library"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ChoiceDelegate(self.list, ROW_PX, strong=True))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = label(self, self.tr("No framework matches."), Role.BODY, wrap=True)
        self._empty.hide()
        self._facts = ScrollBody(self, "frameworks_facts")
        self._facts.content.setContentsMargins(0, 0, px(8), 0)
        self._facts.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._facts.setAccessibleName(self.tr("About this framework"))
        self._name = label(self._facts.body, "", Role.H2, wrap=True)
        self._name.setObjectName("frameworks_name")
        self._text = paragraph(self._facts.body)
        self._text.setObjectName("frameworks_text")
        self._add = button(self, "frameworks_add", "", Look.PRIMARY)
        self._add.setDefault(True)
        self._cancel = button(self, "frameworks_cancel", self.tr("Cancel"))

    def _lay_out(self) -> None:
        left = Card(self)
        left.body.addWidget(self._words)
        left.body.addWidget(self._empty)
        left.body.addWidget(self.list, 1)
        hint = self.tr("Hold Ctrl or Shift to choose several.")
        left.body.addWidget(label(self, hint, Role.HINT))
        right = Card(self)
        self._facts.content.addWidget(self._name)
        self._facts.content.addWidget(self._text)
        self._facts.content.addStretch(1)
        right.body.addWidget(self._facts, 1)
        side = QHBoxLayout()
        side.setSpacing(px(14))
        side.addWidget(left, 6)
        side.addWidget(right, 5)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(18), px(20), px(18))
        column.setSpacing(px(14))
        column.addWidget(label(self, self.tr("Add frameworks"), Role.H1))
        column.addLayout(side, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._words.textChanged.connect(self._on_words)
        self.list.selectionModel().selectionChanged.connect(self._on_selected)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self._on_add)
        self._add.clicked.connect(self._on_add)
        self._cancel.clicked.connect(self.reject)

    @Slot(str)
    def _on_words(self, words: str) -> None:
        self._model.show_only(words)
        self._empty.setVisible(not self._model.rowCount())
        self.list.setVisible(bool(self._model.rowCount()))
        self.list.setCurrentIndex(self._model.index(0, 0))
        self._on_selected()

    @Slot()
    def _on_selected(self) -> None:
        count = len(self._wanted())
        self._add.setEnabled(bool(count))
        many = self.tr("Add {n} frameworks")
        set_button_text(self._add, counted(max(count, 1), self.tr("Add"), many))

    @Slot(QModelIndex)
    def _on_current(self, index: QModelIndex) -> None:
        found = self._model.choice(index.row())
        if found is not None:
            self._name.setText(found.summary.name)
            set_paragraph(self._text, "\n".join(self._lines(found.summary)))
            self._facts.verticalScrollBar().setValue(0)

    def _lines(self, item: FrameworkSummary) -> list[str]:
        count = requirements_text(item)
        if item.has_baselines:
            count = self.tr("{0}; you choose a baseline of it").format(count)
        lines = [
            self.tr("Published by {0}").format(item.publisher),
            self.tr("Edition: {0}").format(item.edition),
            self.tr("Status: {0}").format(standing_text(item.status).lower()),
            self.tr("Kind: {0}").format(item.kind),
            count,
        ]
        whole = self._shelf.framework(item.id)
        if whole is not None:
            return [*lines, whole.note, whole.licence]
        failure = self._shelf.failure
        return lines if failure is None else [*lines, notice_of(failure).text]

    def _wanted(self) -> dict[str, str]:
        """The names of those selected that are not in the plan yet, by id."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        found = [self._model.choice(row) for row in rows]
        return {
            item.summary.id: item.summary.name
            for item in found
            if item is not None and not item.chosen
        }

    @Slot()
    def _on_add(self) -> None:
        wanted = self._wanted()
        if wanted:
            self.given.emit(wanted)
            self.accept()


class _ChoiceDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        item = index.data(CHOICE_ROLE)
        if not isinstance(item, FrameworkChoice):
            return Row("")
        summary = item.summary
        below = summary.edition
        picture, tone = "shield", "text2"
        if summary.status is not FrameworkStatus.CURRENT:
            below = f"{standing_text(summary.status)}. {below}"
            picture, tone = "triangle-alert", "warning"
        if item.chosen:
            return Row(item.name, below, self.tr("chosen"), "circle-check", "success")
        return Row(item.name, below, requirements_text(summary), picture, tone)
