"""Tabs of a page: a row of names over what each shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget


def page_tabs(parent: QWidget, name: str, said: str) -> QTabWidget:
    """Tabs without any yet; `said` is their accessible name. None is cut off or stretched."""
    made = QTabWidget(parent)
    made.setObjectName(name)
    made.setAccessibleName(said)
    made.setDocumentMode(True)
    bar = made.tabBar()
    bar.setUsesScrollButtons(False)
    bar.setElideMode(Qt.TextElideMode.ElideNone)
    bar.setExpanding(False)
    return made
