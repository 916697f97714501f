"""The outline of a template: its parts as heads, and below them the numbered sections."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from typing_extensions import override

from app.services.previewing.preview import PreviewedPart, PreviewedSection
from ui.bridge.keyboard import FOCUS_PROPERTY
from ui.widgets.row_painting import row_font, row_text
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import colour, px

ROW_PX = 32
HEAD_PX = 40
NUMBER_PX = 36

_NUMBER = Qt.ItemDataRole.UserRole
_SECTION = Qt.ItemDataRole.UserRole + 1

_ASIDE = (QTreeWidget.CursorAction.MoveLeft, QTreeWidget.CursorAction.MoveRight)
_UP = (QTreeWidget.CursorAction.MoveUp, QTreeWidget.CursorAction.MovePageUp)

_Index = QModelIndex | QPersistentModelIndex


class TemplateOutline(QTreeWidget):
    """The arrow keys go from section to section; parts are only read."""

    chosen = Signal(object)
    """Carries the `PreviewedSection` to show."""

    def __init__(self, parent: QWidget, parts: Sequence[PreviewedPart]) -> None:
        super().__init__(parent)
        self.setObjectName("template_outline")
        self.setAccessibleName(self.tr("Outline of the plan"))
        self.setProperty("plain", "true")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_OutlineDelegate(self))
        self._rows: dict[str, QTreeWidgetItem] = {}
        for part in parts:
            self._add(part)
        self.expandAll()
        self.currentItemChanged.connect(self._on_current)

    def choose(self, number: str) -> None:
        """Go to the section of that number."""
        row = self._rows.get(number)
        if row is not None:
            self.setCurrentItem(row)

    @override
    def moveCursor(
        self, cursorAction: QTreeWidget.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Step over the heads."""
        index = super().moveCursor(cursorAction, modifiers)
        if not index.isValid() or index.parent().isValid():
            return index
        if cursorAction in _ASIDE:
            return self.currentIndex()
        beyond = self.indexAbove(index) if cursorAction in _UP else self.indexBelow(index)
        return beyond if beyond.isValid() else self.currentIndex()

    def _add(self, part: PreviewedPart) -> None:
        title = part.title or self.tr("Further sections")
        head = _item(part.number, title)
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addTopLevelItem(head)
        for section in part.sections:
            row = _item(section.number, section.title)
            row.setData(0, _SECTION, section)
            row.setToolTip(0, plain_tip(f"{section.number} {section.title}"))
            head.addChild(row)
            self._rows[section.number] = row

    @Slot(QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        section = None if item is None else item.data(0, _SECTION)
        if isinstance(section, PreviewedSection):
            self.chosen.emit(section)


class _OutlineDelegate(QStyledItemDelegate):
    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(px(120), px(ROW_PX if _is_section(index) else HEAD_PX))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if _is_section(index):
            self._section(painter, option, index)
        else:
            painter.setFont(row_font(option, 11, QFont.Weight.DemiBold))
            painter.setPen(colour("text3"))
            room = option.rect.adjusted(px(10), px(12), -px(8), 0)
            title = f"{index.data(_NUMBER)}  {index.data()}"
            row_text(painter, option, room, title.upper())
        painter.restore()

    def _section(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, selected=selected)
        weight = QFont.Weight.DemiBold if selected else QFont.Weight.Normal
        painter.setFont(row_font(option, 13, weight))
        rect, left = option.rect, option.rect.left() + px(10)
        painter.setPen(colour("accent_text" if selected else "text3"))
        row_text(painter, option, QRect(left, rect.top(), px(NUMBER_PX), rect.height()),
              str(index.data(_NUMBER)))  # fmt: skip
        painter.setPen(colour("accent_text" if selected else "text"))
        room = rect.adjusted(px(10 + NUMBER_PX), 0, -px(8), 0)
        row_text(painter, option, room, str(index.data()))

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, selected: bool) -> None:
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if not selected and not hovered:
            return
        view = option.widget
        by_key = view is not None and view.hasFocus() and view.property(FOCUS_PROPERTY) == "true"
        painter.setPen(colour("accent") if selected and by_key else Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft" if selected else "hover"))
        painter.drawRoundedRect(option.rect.adjusted(1, 1, -1, -1), px(6), px(6))


def _item(number: str, title: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem([title])
    made.setData(0, _NUMBER, number)
    made.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{number} {title}")
    return made


def _is_section(index: _Index) -> bool:
    return index.parent().isValid()
