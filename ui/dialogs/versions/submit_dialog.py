"""Submitting the plan for review: what changed, how much it weighs, and who is asked."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from typing_extensions import override

from app.bootstrap import Workshop
from app.domain.errors import IrplanError
from app.domain.judgement.findings import Weight
from app.domain.plan.plan import Plan
from app.domain.plan.texts import cleaned
from app.services.approving.approvals import Submission
from app.services.approving.proposing import Proposal, proposal
from ui.bridge.jobs import Tell, Work
from ui.bridge.words import counted
from ui.dialogs.export_blockers import Blockers
from ui.dialogs.statement import text_in
from ui.dialogs.versions.acting import Acting
from ui.dialogs.versions.route_box import RouteBox
from ui.dialogs.versions.tall import TallDialog
from ui.dialogs.versions.weight_box import WeightBox
from ui.widgets.fields import Field
from ui.widgets.tokens import px

SUMMARY_PX = 72


class SubmitDialog(TallDialog):
    """Compares in the background first; nothing is proposed for the summary."""

    submitted = Signal(object)
    """Carries the `Act`."""
    navigate = Signal(str)
    """Carries a target, such as a finding that blocks; the dialog is closed by then."""

    def __init__(self, acting: Acting, parent: QWidget) -> None:
        super().__init__(
            acting.desk,
            parent,
            "submit_dialog",
            QCoreApplication.translate("SubmitDialog", "Submit for review"),
            QCoreApplication.translate(
                "SubmitDialog",
                "The plan is put before those who review and approve it, as it is now. Editing it "
                "before it is approved takes it back.",
            ),
        )
        self._acting = acting
        self._proposed: Proposal | None = None
        self._show_blocking()
        self._build()
        self._compare()

    def _show_blocking(self) -> None:
        found = self._acting.bridge.judgement.findings()
        self._blocking = [one for one in found if one.weight is Weight.BLOCKS]
        if self._blocking:
            text = counted(
                len(self._blocking),
                self.tr("1 finding blocks an approval. Mend it first."),
                self.tr("{n} findings block an approval. Mend them first."),
            )
            blockers = Blockers(self.body, self._blocking, text)
            blockers.wanted.connect(self._on_wanted)
            self.form.addWidget(blockers)

    def _build(self) -> None:
        self._summary = QPlainTextEdit(self.body)
        self._summary.setObjectName("submit_summary")
        self._summary.setTabChangesFocus(True)
        self._summary.setFixedHeight(px(SUMMARY_PX))
        hint = self.tr("In a sentence or two; it stands in the history of the document for good.")
        caption = self.tr("What changed, and why")
        self.add("summary", Field(self.body, caption, self._summary, hint, required=True))
        self.weight = WeightBox(self.body)
        self.form.addWidget(self.weight)
        names = (self._acting.person, *self._acting.people)
        self._by = self.person("by", self.tr("Who submits it"), names)
        self._by.setEditText(self._acting.person)
        self.route = RouteBox(self.body, self._acting.people)
        self.form.addWidget(self.route)
        self.form.addStretch(1)
        self._summary.textChanged.connect(self.forget_problems)
        for part in (self.weight.changed, self.route.changed):
            part.connect(self.fit, Qt.ConnectionType.QueuedConnection)
        self._summary.setFocus()

    def _compare(self) -> None:
        """Compare with the version before, once everything is saved."""
        path = self.desk.path
        try:
            self._acting.save()
        except IrplanError as error:
            self.show_error(error)
            return
        if path is not None:
            work = proposing(self.desk.workshop, path, self._acting.plan)
            said = self.tr("Comparing with the version before")
            self.work(work, self._show_proposal, said)

    def _show_proposal(self, proposed: Proposal) -> None:
        self._proposed = proposed
        self.weight.show_proposal(proposed)
        self.route.show_route(proposed.route, self._acting.approvals.authors())
        self.keep.setEnabled(not self._blocking)
        self.refit()
        if not self._blocking:
            self._summary.setFocus()

    @override
    def on_keep(self) -> None:
        if self.busy or self._proposed is None or self._blocking or not self._complete():
            return
        said = Submission(
            by=text_in(self._by),
            reason=self._reason(),
            route=self.route.route,
            number=self.weight.number,
            material=self.weight.material,
            proposed=self._proposed.material,
            overruled=self.weight.overruled,
            role=self._acting.role_of(text_in(self._by)),
        )
        try:
            act = self._acting.do(lambda approvals: approvals.submit(said))
        except IrplanError as error:
            self.show_error(error)
            return
        self.accept()
        self.submitted.emit(act)

    def _reason(self) -> str:
        return cleaned(self._summary.toPlainText()).strip()

    def _complete(self) -> bool:
        if not self._reason():
            self.refuse("summary", self.tr("Say what changed; one sentence is enough."))
            return False
        if not text_in(self._by):
            self.refuse("by", self.tr("Enter who submits it."))
            return False
        return self.weight.complete() and self.route.complete(text_in(self._by))

    @Slot(str)
    def _on_wanted(self, target: str) -> None:
        self.reject()
        self.navigate.emit(target)


def proposing(workshop: Workshop, path: Path, plan: Plan) -> Work:
    """A job that compares `plan` with the version before."""

    def work(tell: Tell) -> Proposal:
        del tell
        return proposal(plan, workshop.history(path))

    return work
