"""How a register is laid out: its tools, what to do while it is empty, its table."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.cards import Card
from ui.widgets.tokens import px


def lay_out_register(
    tab: QWidget, tools: Sequence[QWidget], add: QWidget, remarks: Sequence[QWidget], table: QWidget
) -> None:
    """Fill `tab` with a card: tools at left and `add` at right, remarks, then the table."""
    card = Card(tab)
    row = QHBoxLayout()
    row.setSpacing(px(8))
    for tool in tools:
        row.addWidget(tool)
    row.addStretch(1)
    row.addWidget(add)
    card.body.addLayout(row)
    *words, link = remarks
    for remark in words:
        card.body.addWidget(remark)
    card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    card.body.addWidget(table, 1)
    card.body.addStretch(0)
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, px(14), 0, 0)
    column.addWidget(card, 1)
