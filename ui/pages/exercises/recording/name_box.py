"""A line for a person's name, which the people of the plan can be taken into."""

from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from app.domain.plan.plan import Plan


def name_box(parent: QWidget, name: str, plan: Plan) -> QComboBox:
    """An empty line called `name`, with the names of the plan to choose from."""
    entry = QComboBox(parent)
    entry.setObjectName(name)
    entry.setLineEdit(QLineEdit(entry))
    entry.addItems(list(dict.fromkeys(person.name for person in plan.people.values())))
    entry.setCompleter(QCompleter(entry))  # its own would finish a name that nobody has chosen
    entry.setEditText("")
    return entry
