"""What every input for a field of a record does."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.labels import repolish


class NotUsable(ValueError):
    """What stands in an input is no value for its field; says what is expected."""


class Entry(QWidget):
    """An input that shows a value and gives one back."""

    edited = Signal()
    """A person has changed something in it."""

    def show_value(self, value: Any) -> None:  # noqa: ANN401 - each shape has its own type
        """Put `value` into the input."""
        raise NotImplementedError

    def value(self) -> Any:  # noqa: ANN401 - each shape has its own type
        """What stands in the input; blank text, None or an empty tuple when nothing does.

        Raises:
            NotUsable: it is no value; the input keeps it.
        """
        raise NotImplementedError

    @property
    def input(self) -> QWidget:
        """The widget that takes the focus and the name, and is marked when it does not fit."""
        raise NotImplementedError

    def name_as(self, key: str, said: str, hint: str = "") -> None:
        """Name the input: `key` for the program, `said` and `hint` for screen readers."""
        self.input.setObjectName(key)
        self.input.setAccessibleName(said)
        self.input.setAccessibleDescription(hint)

    def mark(self, *, invalid: bool) -> None:
        """Show whether what stands in the input fits."""
        target = self.input
        state = "true" if invalid else "false"
        if target.property("invalid") != state:
            target.setProperty("invalid", state)
            repolish(target)

    def refresh(self) -> None:
        """Look again at what can be chosen, after another input has changed."""
