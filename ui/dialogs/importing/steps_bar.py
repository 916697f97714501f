"""Where somebody is among the steps of a dialog."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px


class StepsBar(QWidget):
    """The names of the steps in order; the present one stands out, and is said."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setObjectName("import_steps")
        self._names = tuple(names)
        self._labels: list[QLabel] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        for at, name in enumerate(names, start=1):
            if at > 1:
                row.addWidget(label(self, "\u203a", Role.HINT))
            shown = label(self, f"{at}  {name}", Role.HINT)
            self._labels.append(shown)
            row.addWidget(shown)
        row.addStretch(1)

    def show_step(self, at: int) -> None:
        """The step `at`, from 0, is worked on."""
        for place, shown in enumerate(self._labels):
            role = Role.STRONG if place == at else Role.HINT
            shown.setProperty("role", role.value)
            repolish(shown)
        said = self.tr("Step {0} of {1}: {2}")
        self.setAccessibleName(said.format(at + 1, len(self._names), self._names[at]))
