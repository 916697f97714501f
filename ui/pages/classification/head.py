"""The head of the page: what the levels drive, and the way to another scheme."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.plan.axes import SCHEME
from ui.bridge.session import PlanBridge
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ClassificationHead(QWidget):
    """Offers another scheme where the template has more than one."""

    switching = Signal()
    """Another scheme is wanted."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._said = label(self, "", Role.BODY, wrap=True)
        another = self.tr("Use another scheme")
        self._switch = button(self, "use_another_scheme", another, Look.QUIET, "refresh-cw")
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(label(self, self.tr("Classification"), Role.H1))
        words.addWidget(self._said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self._switch)
        self._switch.clicked.connect(self.switching)
        self.refresh()

    def refresh(self) -> None:
        """Say how many levels there are now."""
        count = len(self._bridge.plan.severities)
        if count == 1:
            said = self.tr("One severity level drives response times, trees and playbooks.")
        elif count:
            said = self.tr("{0} severity levels drive response times, trees and playbooks.").format(
                count
            )
        else:
            said = self.tr("Severity levels drive response times, trees and playbooks.")
        self._said.setText(said)
        schemes = self._bridge.template.questions.get(SCHEME)
        offered = schemes is not None and len(schemes.options) > 1
        self._switch.setVisible(offered and not self._bridge.read_only)
