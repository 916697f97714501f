"""A short form for a statement that the plan keeps; refuses what would not count."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.plan.texts import cleaned
from app.services.vouching import Flaw
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

WIDTH_PX = 540


class StatementDialog(QDialog):
    """Fields one under the other in `form`; a subclass keeps them in `_on_keep`."""

    def __init__(self, parent: QWidget, title: str, text: str, keep: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(WIDTH_PX))
        self.form = QVBoxLayout()
        self.form.setSpacing(px(14))
        self.fields: dict[str, Field] = {}
        self._keep = button(self, "statement_keep", keep, Look.PRIMARY)
        self._keep.setDefault(True)
        self._cancel = button(self, "statement_cancel", self.tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        column.addWidget(label(self, title, Role.H2, wrap=True))
        column.addWidget(label(self, text, Role.BODY, wrap=True))
        column.addLayout(self.form)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._keep)
        column.addLayout(foot)
        self._keep.clicked.connect(self._on_keep)
        self._cancel.clicked.connect(self.reject)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self._on_keep)

    def add(self, name: str, field: Field) -> None:
        """Put a field below those that are there, with the name of what it states."""
        self.fields[name] = field
        self.form.addWidget(field)

    def line(self, name: str, caption: str, hint: str = "") -> QLineEdit:
        """Add a required line of text."""
        entry = QLineEdit(self)
        entry.setObjectName(f"statement_{name}")
        self.add(name, Field(self, caption, entry, hint, required=True))
        entry.textEdited.connect(self.forget_problems)
        return entry

    def person(self, name: str, caption: str, names: Sequence[str]) -> QComboBox:
        """Add a required line for a person, which `names` can be taken into."""
        entry = QComboBox(self)
        entry.setObjectName(f"statement_{name}")
        line = QLineEdit(entry)
        line.setAccessibleName(caption)
        entry.setLineEdit(line)
        entry.addItems(list(dict.fromkeys(names)))
        entry.setCompleter(QCompleter(entry))  # its own would finish a name that nobody has chosen
        self.add(name, Field(self, caption, entry, required=True))
        entry.editTextChanged.connect(self.forget_problems)
        return entry

    def refuse(self, flaws: Mapping[str, Flaw], sentences: Mapping[str, str]) -> None:
        """Say what is wrong at each field, and go to the first; `on` may lie ahead."""
        for name, flaw in flaws.items():
            ahead = self.tr("The day lies ahead; nobody can vouch for it yet.")
            self.fields[name].show_problem(ahead if flaw is Flaw.AHEAD else sentences[name])
        first = self.fields[next(iter(flaws))]
        first.entry.setFocus(Qt.FocusReason.TabFocusReason)
        announce(first, first.problem)

    @Slot()
    def forget_problems(self) -> None:
        """Somebody is mending what was wrong."""
        for field in self.fields.values():
            if field.problem:
                field.show_problem("")

    @Slot()
    def _on_keep(self) -> None:
        """Keep what stands in the fields, or refuse it."""
        raise NotImplementedError


def text_in(entry: QLineEdit | QComboBox) -> str:
    """What a line says."""
    typed = entry.text() if isinstance(entry, QLineEdit) else entry.currentText()
    return cleaned(typed).strip()
