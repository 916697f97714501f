"""Asks for what a decision on a requirement needs, and makes it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.bridge.words import day
from ui.dialogs.question import QuestionDialog
from ui.models.requirement_view import RequirementView
from ui.pages.coverage.attest_dialog import AttestDialog
from ui.pages.coverage.detail_card import DetailCard
from ui.pages.coverage.edits import CoverageEdits
from ui.pages.coverage.evidence_dialog import EvidenceDialog
from ui.pages.notifications.reason_dialog import ReasonDialog

TAKE_BACK = "take_back"


class Decisions(QObject):
    """Serves the buttons of the card; asks first where words would be lost."""

    def __init__(
        self, bridge: PlanBridge, edits: CoverageEdits, card: DetailCard, window: QWidget
    ) -> None:
        super().__init__(window)
        self._bridge = bridge
        self._edits = edits
        self._card = card
        self._window = window
        card.attested.connect(self._on_attest)
        card.withdrawn.connect(self._on_withdraw)
        card.linked.connect(self._on_link)
        card.edited.connect(self._on_edit)
        card.unlinked.connect(self._on_unlink)
        card.excluded.connect(self._on_exclude)
        card.included.connect(self._on_include)

    @property
    def _view(self) -> RequirementView:
        view = self._card.view
        assert view is not None  # noqa: S101 - without one the card has no buttons
        return view

    @Slot()
    def _on_attest(self) -> None:
        view, edits = self._view, self._edits
        names = tuple(person.name for person in self._bridge.plan.people.values())
        dialog = AttestDialog(self._window, view, edits.person, edits.today, names)
        dialog.given.connect(partial(edits.attest, view))
        dialog.open()

    @Slot()
    def _on_withdraw(self) -> None:
        view = self._view
        found = view.status.vouched.attestation
        if found is None or found.on is None:
            return
        said = self.tr("The note of {0} of {1} goes with it.").format(found.by, day(found.on))
        title = self.tr("Take the attestation back?")
        self._confirm(title, said, partial(self._edits.withdraw, view))

    @Slot()
    def _on_link(self) -> None:
        self._ask_evidence(self._view, None)

    @Slot(str)
    def _on_edit(self, record: str) -> None:
        found = self._bridge.plan.evidence.get(RecordId(record))
        if found is not None:
            self._ask_evidence(self._view, found)

    @Slot(str)
    def _on_unlink(self, record: str) -> None:
        self._edits.unlink(self._view, RecordId(record))

    @Slot()
    def _on_exclude(self) -> None:
        view = self._view
        dialog = ReasonDialog(
            self._window,
            self.tr("{0} does not apply").format(view.status.requirement.id),
            self.tr("Auditors read the reason in place of evidence."),
            self.tr("Mark not applicable"),
        )
        dialog.given.connect(partial(self._edits.exclude, view))
        dialog.open()

    @Slot()
    def _on_include(self) -> None:
        view = self._view
        found = view.status.vouched.exclusion
        if found is not None:
            said = self.tr("The reason goes with it: {0}").format(found.reason)
            title = self.tr("Let {0} apply again?").format(view.status.requirement.id)
            self._confirm(title, said, partial(self._edits.include, view))

    def _ask_evidence(self, view: RequirementView, record: EvidenceRecord | None) -> None:
        plan, edits = self._bridge.plan, self._edits
        dialog = EvidenceDialog(self._window, plan, view, edits.today, edits.person)
        if record is not None:
            dialog.edit(record)
        dialog.given.connect(partial(edits.link, view))
        dialog.open()

    def _confirm(self, title: str, text: str, do: Callable[[], None]) -> None:
        answers = (("keep", self.tr("Cancel")), (TAKE_BACK, self.tr("Take back")))
        question = QuestionDialog(self._window, title, text, answers)
        question.answered.connect(partial(_on_answer, do))
        question.open()


def _on_answer(do: Callable[[], None], answer: str) -> None:
    if answer == TAKE_BACK:
        do()
