"""One field of the form: words, input, hint, and room for what is wrong or odd with it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs.record.entries import Entry, NotUsable
from ui.models.record_form import FieldForm
from ui.models.record_shapes import CalledShape, FlagShape
from ui.widgets.labels import Role, label, repolish, set_tone
from ui.widgets.tokens import px


class RecordField(QWidget):
    """Wraps `entry`; a box to tick carries its words itself."""

    edited = Signal(str)
    """Carries the name of the field."""

    def __init__(self, parent: QWidget, form: FieldForm, entry: Entry) -> None:
        super().__init__(parent)
        self.form = form
        self.entry = entry
        entry.setParent(self)
        shown = f"{form.label} *" if form.required else form.label
        self._caption = label(self, shown.replace("&", "&&"), Role.H3, wrap=True)
        self._caption.setVisible(not isinstance(form.shape, FlagShape))
        self._below = label(self, form.hint, Role.HINT, wrap=True)
        self._below.setObjectName(f"below_{form.name}")
        self._below.setVisible(bool(form.hint))
        said = self.tr("{0} (required)").format(form.label) if form.required else form.label
        entry.name_as(f"record_{form.name}", said, form.hint)
        self._caption.setBuddy(entry.input)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self._caption, entry, self._below):
            column.addWidget(part)
        column.addStretch(1)
        entry.edited.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """What is wrong; blank when nothing is."""
        return self._below.text() if self._below.property("role") == Role.ERROR.value else ""

    def show_from(self, values: dict[str, Any]) -> None:
        """Show what `values` hold for the fields this input fills, if they hold any."""
        found = [values[name] for name in (self.form.name, *self.form.also) if name in values]
        if len(found) == 1 + len(self.form.also):
            self.entry.show_value(tuple(found) if self.form.also else found[0])

    def read(self) -> dict[str, Any]:
        """The fields this input fills.

        Raises:
            NotUsable: it holds no value for them, or none where one is required.
        """
        value = self.entry.value()
        if self.form.required and value in ("", None):
            raise NotUsable(self.tr("Fill this in; it is required."))
        if isinstance(self.form.shape, CalledShape):
            return dict(zip((self.form.name, *self.form.also), value, strict=True))
        return {self.form.name: value}

    def show_problem(self, problem: str) -> None:
        """Say what is wrong in place of the hint; blank takes it back."""
        self.entry.mark(invalid=bool(problem))
        self._say(problem or self.form.hint, Role.ERROR if problem else Role.HINT, "")

    def show_warning(self, warning: str) -> None:
        """Say what is odd about what stands here; it can be kept all the same."""
        self._say(warning or self.form.hint, Role.HINT, "warning" if warning else "")

    def _say(self, text: str, role: Role, tone: str) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self._below.setProperty("role", role.value)
        set_tone(self._below, tone)
        repolish(self._below)
        self.entry.input.setAccessibleDescription(text)

    def _on_edited(self) -> None:
        if self.problem:
            self.show_problem("")
        self.edited.emit(self.form.name)
