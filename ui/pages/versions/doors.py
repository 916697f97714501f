"""Opens the dialogs of the page, and tells what came of them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.lifecycle.approving.names import next_number
from app.domain.plan.acts import Act, Deed
from app.services.approving.overview import Listed
from app.services.changes.since import versions_of
from app.services.history import DRAFT
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.export_dialog import VersionExportDialog
from ui.dialogs.versions.recall_dialog import RecallDialog
from ui.dialogs.versions.request_dialog import RequestDialog
from ui.dialogs.versions.say_dialog import SayDialog
from ui.dialogs.versions.submit_dialog import SubmitDialog
from ui.dialogs.versions.take_dialog import TakeDialog
from ui.pages.versions.changes_dialog import BEGINNING, VersionChangesDialog
from ui.pages.versions.outcome import outcome


class VersionDoors(QObject):
    """At most one dialog is open."""

    told = Signal(str)
    """Something was done; carries it in words."""
    navigate = Signal(str)
    """Carries a target that a dialog asks for."""

    def __init__(self, acting: Acting, page: QWidget) -> None:
        super().__init__(page)
        self._acting = acting
        self._page = page
        self.dialog: QDialog | None = None

    @property
    def acting(self) -> Acting:
        """What the dialogs act on."""
        return self._acting

    def submit(self) -> None:
        """Submit the plan."""
        dialog = SubmitDialog(self._acting, self._page)
        dialog.submitted.connect(self._on_act)
        dialog.navigate.connect(self.navigate)
        self._open(dialog)

    def say(self, deed: Deed, version: str) -> None:
        """Let a person declare something about a version."""
        dialog = SayDialog(self._acting, deed, version, self._page)
        dialog.acted.connect(self._on_act)
        dialog.hand_over.connect(self.request)
        self._open(dialog)

    def emergency(self) -> None:
        """Issue the plan as it is at once, as the next major version."""
        taken = (version.number for version in self._acting.plan.versions.values())
        self.say(Deed.ISSUED_IN_EMERGENCY, next_number(taken, material=True))

    def recall(self) -> None:
        """Take the version in review back."""
        heard = self._acting.approvals.course.open
        if heard is not None:
            dialog = RecallDialog(self._acting, heard.submission.version, self._page)
            dialog.acted.connect(self._on_act)
            self._open(dialog)

    @Slot(str)
    def request(self, person: str = "") -> None:
        """Hand a request over."""
        self._open(RequestDialog(self._acting, self._page, person))

    def take(self, file: Path | None = None) -> None:
        """Take in an answer."""
        dialog = TakeDialog(self._acting, self._page, file)
        dialog.acted.connect(self._on_act)
        self._open(dialog)

    def export(self, version: str) -> None:
        """Write the files of an issued version."""
        self._open(VersionExportDialog(self._acting, version, self._page))

    def changes(self, new: str = DRAFT) -> None:
        """Show what changed up to a version since the one before it."""
        known = versions_of(self._acting.plan)
        at = known.index(new) if new in known else len(known)
        dialog = VersionChangesDialog(
            self._acting, known[at - 1] if at else BEGINNING, new, self._page
        )
        dialog.navigate.connect(self.navigate)
        self._open(dialog)

    def afterwards(self, listed: Listed | None = None) -> None:
        """Enter the review that an emergency left due."""
        latest = self._acting.approvals.course.latest
        issue = latest if listed is None else listed.issue
        if issue is not None:
            self.say(Deed.REVIEWED_AFTERWARDS, issue.version)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(partial(self._on_finished, dialog))
        dialog.open()

    def _on_finished(self, dialog: QDialog, result: int) -> None:
        del result
        if self.dialog is dialog:
            self.dialog = None

    def _on_act(self, act: Act, note: str = "") -> None:
        self.told.emit(" ".join(filter(None, (outcome(act, self._acting.approvals.course), note))))
