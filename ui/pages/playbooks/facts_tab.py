"""What a playbook is for and when it is over: all that is said of it besides its steps."""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from ui.bridge.session import PlanBridge
from ui.pages.playbooks.found_box import FoundBox
from ui.pages.playbooks.record_form import RecordForm
from ui.widgets.labels import MEASURE_PX
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

_WHEN: Final = ("name", "trigger", "category", "floor", "closure", "techniques")
_WHAT: Final = ("questions", "recovery_criteria", "duties", "metrics")
_TECHNIQUE: Final = re.compile(r"T\d{4}(?:\.\d{3})?")
BESIDE_FROM_PX = 720


class FactsTab(QWidget):
    """Two forms, beside each other where there is room."""

    given = Signal(object, str, object)
    """Carries the id of the playbook, a field, and what was entered there."""
    mended = Signal(object)
    """Carries a `Finding` whose quick-fix is wanted."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._scroll = ScrollBody(self, "playbook_facts")
        self._scroll.content.setContentsMargins(0, px(10), px(8), px(10))
        body = self._scroll.body
        self.found = FoundBox(bridge, body)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(14))
        self.forms = tuple(
            RecordForm(bridge, Kind.PLAYBOOK, names, body) for names in (_WHEN, _WHAT)
        )
        for form in self.forms:
            self._row.addWidget(self._framed(form), 1, Qt.AlignmentFlag.AlignTop)
            form.given.connect(self._on_given)
        self._row.addStretch(0)
        self._scroll.content.addWidget(self.found)
        self._scroll.content.addLayout(self._row)
        self._scroll.content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.found.mended.connect(self.mended)

    def refresh(self, playbook: RecordId | None, findings: Sequence[Finding]) -> None:
        """Show what is said of `playbook` now, and what is found in it as a whole."""
        self.found.show_findings(findings)
        for form in self.forms:
            form.show_record(playbook)
        self._check_techniques()

    def focus(self, field: str) -> bool:
        """Put the cursor into a field; False when there is none of that name."""
        return any(form.focus(field) for form in self.forms)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= px(BESIDE_FROM_PX) else down)

    def _framed(self, form: RecordForm) -> QFrame:
        made = QFrame(self._scroll.body)
        made.setProperty("card", "true")
        inner = QVBoxLayout(made)
        inner.setContentsMargins(px(18), px(16), px(18), px(16))
        made.setMaximumWidth(px(MEASURE_PX + 36))
        inner.addWidget(form)
        return made

    def _on_given(self, key: RecordId, field: str, value: object) -> None:
        self.given.emit(key, field, value)
        self._check_techniques()

    def _check_techniques(self) -> None:
        """An odd id is kept, for there are other catalogues; but it is told."""
        form = self.forms[0]
        playbook = self._bridge.plan.playbooks.get(form.key) if form.key is not None else None
        if playbook is None:
            return
        odd = next((one for one in playbook.techniques if not _TECHNIQUE.fullmatch(one)), "")
        said = self.tr(
            "\u201c{0}\u201d is not written like an id of ATT&CK, such as T1486 or T1059.001."
        )
        form.warn("techniques", said.format(odd) if odd else "")
