"""Does what a person chose to do about findings, and asks for what that needs."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies import Remedy
from app.services.accepting import Acceptance
from app.services.clock import today
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.pages.findings.edits import FindingEdits


class FindingActions(QObject):
    """Shared by every page that lists findings."""

    done = Signal(str)
    """Carries a sentence that says what was done."""

    def __init__(self, bridge: PlanBridge, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._bridge = bridge
        self._desk = desk
        self._page = page
        self._edits = FindingEdits(bridge)

    def remedies(self, findings: Sequence[Finding]) -> tuple[Remedy, ...]:
        """The quick-fixes there are for `findings`."""
        return self._edits.remedies(findings)

    def mend(self, findings: Sequence[Finding]) -> None:
        """Apply the quick-fixes of `findings`."""
        self.done.emit(self._edits.mend(findings))

    def ask_to_accept(self, findings: Sequence[Finding]) -> None:
        """Ask for the reason, and accept `findings` once it is given."""
        from ui.pages.findings.accept_dialog import AcceptDialog

        plan, desk = self._bridge.plan, self._desk
        names = [person.name for person in plan.people.values()]
        day = today(desk.workshop.clock)
        dialog = AcceptDialog(self._page, findings, desk.settings.person, day, names)
        dialog.given.connect(partial(self._on_given, tuple(findings)))
        dialog.open()

    def take_back(self, findings: Sequence[Finding]) -> None:
        """Let accepted findings be open again."""
        self.done.emit(self._edits.take_back(findings))

    def _on_given(self, findings: tuple[Finding, ...], acceptance: Acceptance) -> None:
        self.done.emit(self._edits.accept(findings, acceptance))
