"""A field that narrows a list while one types."""

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.icons import icon


def search_field(parent: QWidget, name: str, said: str) -> QLineEdit:
    """An empty search field; `said` is its placeholder and accessible name."""
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setProperty("look", "search")
    made.setPlaceholderText(said)
    made.setAccessibleName(said)
    made.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
    return made
