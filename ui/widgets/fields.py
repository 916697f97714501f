"""A field of a form: its label, its input, a hint and room for what is wrong with it."""

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px


class Field(QWidget):
    """Wraps `entry`, which keeps its own object name; `required` marks the label.

    `box` is laid out in place of `entry` when it holds more than that, such as a button.
    """

    def __init__(
        self,
        parent: QWidget,
        caption: str,
        entry: QWidget,
        hint: str = "",
        *,
        required: bool = False,
        box: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entry = entry
        self._hint = hint
        shown = f"{caption} *" if required else caption
        self._caption = label(self, shown, Role.H3, wrap=True)
        self._caption.setBuddy(entry)
        self._below: QLabel = label(self, hint, Role.HINT, wrap=True)
        self._below.setVisible(bool(hint))
        entry.setAccessibleName(caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self._caption)
        column.addWidget(box or entry)
        column.addWidget(self._below)

    @property
    def problem(self) -> str:
        """What is wrong; blank when nothing is."""
        return self._below.text() if self.entry.property("invalid") == "true" else ""

    def set_caption(self, caption: str) -> None:
        """Call the input something else."""
        self._caption.setText(caption)
        self.entry.setAccessibleName(caption)

    def show_hint(self, hint: str) -> None:
        """Say something else below the input; a problem goes with what was said before."""
        self._hint = hint
        self.show_problem("")

    def show_problem(self, problem: str) -> None:
        """Say what is wrong in place of the hint; blank takes it back."""
        self.entry.setProperty("invalid", "true" if problem else "false")
        self.entry.setAccessibleDescription(problem or self._hint)
        self._below.setText(problem or self._hint)
        self._below.setProperty("role", Role.ERROR.value if problem else Role.HINT.value)
        self._below.setVisible(bool(problem or self._hint))
        repolish(self.entry)
        repolish(self._below)
