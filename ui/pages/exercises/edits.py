"""What a person can record of exercises, incidents and lessons, each one step of the history."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.domain.errors import IrplanError
from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.changes import ChangeSet, put, remove
from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Lesson
from app.domain.plan.practice import part_key
from app.services.learning.attaching import MOST_INSIDE, MeasuredFile, attach
from app.services.learning.deciding import adopt, adopt_by_hand, make_action, reject, reopen
from app.services.learning.evidencing import file_evidence
from app.services.learning.holding import hold
from app.services.learning.proposing import Edit
from app.services.learning.using import use
from ui.pages.exercises.recording.held_dialog import HeldGiven
from ui.pages.exercises.recording.used_dialog import UsedGiven
from ui.pages.notifications.sources import Sources

ORIGIN = "exercises_page"


class LearningEdits:
    """Edits of the open plan, in the name of whoever works at the desk."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._bridge = sources.bridge

    def hold(self, given: HeldGiven) -> str:
        """Record an exercise as held and attach its files; what went wrong with these, if any."""
        changes = hold(self._bridge.plan, given.exercise, given.held)
        self._apply(changes, _tr("Record of {0}"), given.exercise.name)
        about = part_key(Kind.EXERCISE, given.exercise.id)
        return self._attach(about, given.files, inside=given.inside)

    def use(self, given: UsedGiven) -> str:
        """Record the use of the plan and attach its files; what went wrong with these, if any."""
        changes = use(self._bridge.plan, given.activation, given.found)
        self._apply(changes, _tr("Record of {0}"), given.activation.name)
        about = part_key(Kind.ACTIVATION, given.activation.id)
        return self._attach(about, given.files, inside=given.inside)

    def forget(self, activation: RecordId) -> None:
        """Remove the record of an incident; its lessons stay."""
        plan = self._bridge.plan
        name = plan.activations[activation].name
        self._apply((remove(plan, Kind.ACTIVATION, activation),), _tr("Remove {0}"), name)

    def keep_lesson(self, lesson: Lesson) -> None:
        """Add a lesson, or keep another wording of it."""
        self._apply((put(self._bridge.plan, lesson),), _tr("Lesson: {0}"), lesson.text)

    def adopt(self, lesson: Lesson, edit: Edit | None, decision: str) -> None:
        """Close a lesson as adopted; with an `edit`, make that in the same step."""
        plan = self._bridge.plan
        if edit is None:
            changes = adopt_by_hand(plan, lesson, decision)
        else:
            changes = adopt(plan, lesson, edit, decision)
        self._apply(changes, _tr("Adopt: {0}"), lesson.text)

    def make_action(self, lesson: Lesson, action: Action) -> None:
        """Hand a lesson on to an action."""
        changes = make_action(self._bridge.plan, lesson, action)
        self._apply(changes, _tr("Action from: {0}"), lesson.text)

    def reject(self, lesson: Lesson, reason: str) -> None:
        """Close a lesson without a change."""
        self._apply(reject(self._bridge.plan, lesson, reason), _tr("Reject: {0}"), lesson.text)

    def reopen(self, lesson: Lesson) -> None:
        """Let a lesson wait for a decision again."""
        self._apply(reopen(self._bridge.plan, lesson), _tr("Reopen: {0}"), lesson.text)

    def file_evidence(self, record: EvidenceRecord, keys: Iterable[RecordId]) -> None:
        """File an exercise or an incident as evidence."""
        changes = file_evidence(self._bridge.plan, record, keys)
        self._apply(changes, _tr("Evidence: {0}"), record.what)

    def _attach(
        self, about: str, files: Sequence[tuple[Path, MeasuredFile]], *, inside: bool
    ) -> str:
        """Attach what can be; the sentences about what cannot."""
        failed = []
        for path, measured in files:
            try:
                self._attach_one(about, path, measured, inside=inside)
            except IrplanError as error:
                failed.append(error.message)
        return " ".join(failed)

    def _attach_one(self, about: str, path: Path, measured: MeasuredFile, *, inside: bool) -> None:
        """A file to be kept is read again, so that its bytes are those of the hash recorded."""
        if inside and measured.size <= MOST_INSIDE:
            measured = self._sources.desk.workshop.measure(path, inside=True)
        attach(self._bridge.open_plan, measured, about, self._sources.person)
        receipt = self._bridge.open_plan.last_saved
        if receipt is not None:
            self._bridge.saved.emit(receipt)

    def _apply(self, changes: ChangeSet, label: str, name: str) -> None:
        words = " ".join(name.split())
        shown = words if len(words) <= 44 else f"{words[:43].rstrip()}\u2026"
        self._bridge.apply(changes, label.format(shown), ORIGIN)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LearningEdits", text)
