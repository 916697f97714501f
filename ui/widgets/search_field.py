"""A field that narrows a list while one types."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from ui.widgets.icons import icon


def search_field(parent: QWidget, name: str, said: str) -> QLineEdit:
    """An empty search field; `said` is its placeholder and accessible name."""
    made = QLineEdit(parent)
    made.setObjectName(name)
    made.setProperty("look", "search")
    made.setPlaceholderText(said)
    made.setAccessibleName(said)
    picture = made.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
    _name(made, picture, QCoreApplication.translate("SearchField", "Search"))
    return made


def clearable(field: QLineEdit) -> None:
    """Give `field` a button that empties it, with a name, which Qt leaves out."""
    field.setClearButtonEnabled(True)
    empty = field.findChild(QAction, "_q_qlineeditclearaction")
    if isinstance(empty, QAction):
        _name(field, empty, QCoreApplication.translate("SearchField", "Clear"))


def _name(field: QLineEdit, action: QAction, words: str) -> None:
    """Name the button that Qt makes of `action`."""
    action.setText(words)
    for button in field.findChildren(QToolButton):
        if button.defaultAction() is action:
            button.setAccessibleName(words)
