"""Something else in the place of what was shown."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QLayout, QWidget


@contextmanager
def replaced(old: QWidget, layout: QLayout) -> Iterator[QWidget]:
    """A widget to fill that takes the place of `old` in `layout` once it is full.

    What is put into a widget that is seen already is shown bit by bit, and all around it laid out
    anew for each.
    """
    parent = old.parentWidget()
    made = QWidget(parent)
    yield made
    layout.replaceWidget(old, made)
    old.hide()
    old.deleteLater()
    if parent is not None and parent.isVisible():
        made.show()
