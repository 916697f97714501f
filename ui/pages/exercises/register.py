"""How a register of this page is laid out: its tools, what to do while it is empty, its table."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.cards import Card
from ui.widgets.tokens import px
from ui.widgets.wrapping_row import WrappingRow


def lay_out(
    tab: QWidget,
    tools: Sequence[QWidget],
    adding: Sequence[QWidget],
    empty: QWidget,
    table: QWidget,
) -> None:
    """Fill `tab` with a card: what adds, then the table, then what is done with a row of it."""
    card = Card(tab)
    head = QHBoxLayout()
    head.setSpacing(px(8))
    head.addStretch(1)
    for widget in adding:
        head.addWidget(widget)
    foot = WrappingRow(spacing=px(8))
    for tool in tools:
        foot.addWidget(tool)
    card.body.addLayout(head)
    card.body.addWidget(empty)
    card.body.addWidget(table, 1)
    card.body.addStretch(0)
    card.body.addLayout(foot)
    column = QVBoxLayout(tab)
    column.setContentsMargins(0, px(14), 0, 0)
    column.addWidget(card, 1)
