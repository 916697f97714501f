"""Fields of the steps: a line, and a text of several lines."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.plan.texts import cleaned
from ui.widgets.fields import Field
from ui.widgets.tokens import px


class LineField(Field):
    """A line of text."""

    def __init__(
        self, parent: QWidget, name: str, caption: str, hint: str = "", *, required: bool = False
    ) -> None:
        self.line = QLineEdit(parent)
        self.line.setObjectName(name)
        super().__init__(parent, caption, self.line, hint, required=required)
        self.line.textEdited.connect(self._forget)

    @property
    def text(self) -> str:
        """What it says."""
        return cleaned(self.line.text()).strip()

    def _forget(self) -> None:
        if self.problem:
            self.show_problem("")


class TextField(Field):
    """A text of several lines, `height` pixels high."""

    def __init__(
        self, parent: QWidget, name: str, caption: str, hint: str = "", *, height: int = 84
    ) -> None:
        self.area = QPlainTextEdit(parent)
        self.area.setObjectName(name)
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(px(height))
        super().__init__(parent, caption, self.area, hint)

    @property
    def text(self) -> str:
        """What it says."""
        return cleaned(self.area.toPlainText()).strip()
