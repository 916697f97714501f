"""Lessons of exercises and incidents: what waits for a decision, and what was decided."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QWidget

from app.domain.plan.governance import Action
from app.domain.plan.ids import RecordId, new_id
from app.domain.plan.lessons import Lesson, LessonState
from app.services.learning.found import Found
from app.services.learning.proposing import Edit
from ui.models.lesson_rows import in_order, lesson_headings, lesson_row
from ui.pages.exercises.action_dialog import ActionDialog
from ui.pages.exercises.adopt_dialog import AdoptDialog
from ui.pages.exercises.edits import LearningEdits
from ui.pages.exercises.recording.finding_dialog import FindingDialog
from ui.pages.exercises.register import lay_out
from ui.pages.notifications.reason_dialog import ReasonDialog
from ui.pages.notifications.sources import Sources
from ui.pages.tables.cell_table import CellTable
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label

WEIGHTS = (38, 24, 16, 22)


class LessonsTab(QWidget):
    """Enter adopts the chosen lesson, or opens one that is closed."""

    def __init__(self, sources: Sources, edits: LearningEdits, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("lessons_tab")
        self._sources, self._edits = sources, edits
        self.dialog: QDialog | None = None
        self._build()
        self._tools = (self._adopt, self._action, self._reject, self._reopen, self._edit)
        lay_out(self, self._tools, (self._add,), self._empty, self.table)
        self._connect()

    @Slot()
    def refresh(self) -> None:
        """Show the lessons as they are now."""
        plan, today = self._sources.bridge.plan, self._sources.today
        lessons = in_order(plan)
        self.table.show_rows(tuple(lesson_row(plan, item, today) for item in lessons))
        may = not self._sources.bridge.read_only
        for tool in self._tools:
            tool.setVisible(bool(lessons) and may)
        self._add.setVisible(may)
        self.table.setVisible(bool(lessons))
        self._empty.setVisible(not lessons)
        self._on_chosen()

    @property
    def chosen(self) -> Lesson | None:
        """The lesson whose row is chosen."""
        return self._sources.bridge.plan.lessons.get(RecordId(self.table.key))

    def _build(self) -> None:
        columns = list(zip(lesson_headings(), WEIGHTS, strict=True))
        self.table = CellTable(self, "lessons_table", self.tr("Lessons"), columns)
        self._adopt = button(
            self, "lesson_adopt", self.tr("Adopt\u2026"), Look.PLAIN, "circle-check"
        )
        words = self.tr("Make an action\u2026")
        self._action = button(self, "lesson_action", words, Look.PLAIN, "list-checks")
        self._reject = button(
            self, "lesson_reject", self.tr("Reject\u2026"), Look.PLAIN, "circle-minus"
        )
        self._reopen = button(self, "lesson_reopen", self.tr("Reopen"), Look.PLAIN, "undo-2")
        self._edit = button(self, "lesson_edit", self.tr("Edit\u2026"), Look.PLAIN, "pencil")
        self._add = button(self, "lesson_add", self.tr("Add a lesson\u2026"), Look.PRIMARY, "plus")
        empty = self.tr(
            "There is no lesson yet. Every finding of an exercise or an incident becomes one, and "
            "waits here until it is adopted, made an action, or rejected with a reason."
        )
        self._empty = label(self, empty, Role.BODY, wrap=True)
        self._empty.setObjectName("lessons_empty")

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self._adopt.clicked.connect(self._on_adopt)
        self._action.clicked.connect(self._on_action)
        self._reject.clicked.connect(self._on_reject)
        self._reopen.clicked.connect(self._on_reopen)
        self._edit.clicked.connect(self._on_edit)
        self._add.clicked.connect(self._on_add)

    @Slot()
    def _on_chosen(self) -> None:
        lesson = self.chosen
        waiting = lesson is not None and lesson.state is LessonState.OPEN
        for tool in (self._adopt, self._action, self._reject, self._edit):
            tool.setEnabled(waiting)
        self._reopen.setEnabled(lesson is not None and not waiting)

    @Slot()
    def _on_opened(self) -> None:
        if self._adopt.isEnabled() and not self._sources.bridge.read_only:
            self._on_adopt()

    @Slot()
    def _on_adopt(self) -> None:
        lesson = self.chosen
        if lesson is not None:
            dialog = AdoptDialog(self, self._sources.bridge, lesson)
            dialog.given.connect(partial(self._on_adopted, lesson))
            self._open(dialog)

    def _on_adopted(self, lesson: Lesson, edit: Edit | None, decision: str) -> None:
        self._edits.adopt(lesson, edit, decision)

    @Slot()
    def _on_action(self) -> None:
        lesson = self.chosen
        if lesson is not None:
            dialog = ActionDialog(self, self._sources.bridge.plan, lesson)
            dialog.given.connect(partial(self._on_made, lesson))
            self._open(dialog)

    def _on_made(self, lesson: Lesson, action: Action) -> None:
        self._edits.make_action(lesson, action)

    @Slot()
    def _on_reject(self) -> None:
        lesson = self.chosen
        if lesson is not None:
            title, keep = self.tr("Reject this lesson"), self.tr("Reject")
            dialog = ReasonDialog(self, title, lesson.text, keep)
            dialog.given.connect(partial(self._on_rejected, lesson))
            self._open(dialog)

    def _on_rejected(self, lesson: Lesson, reason: str) -> None:
        self._edits.reject(lesson, reason)

    @Slot()
    def _on_reopen(self) -> None:
        if self.chosen is not None:
            self._edits.reopen(self.chosen)

    @Slot()
    def _on_edit(self) -> None:
        lesson = self.chosen
        if lesson is not None:
            before = Found(lesson.text, lesson.about, lesson.proposal, lesson.owner, lesson.due)
            self._ask(lesson, before)

    @Slot()
    def _on_add(self) -> None:
        self._ask(Lesson(new_id("lesson"), ""), Found(""))

    def _ask(self, lesson: Lesson, before: Found) -> None:
        dialog = FindingDialog(self, self._sources.bridge.plan, before)
        dialog.given.connect(partial(self._on_given, lesson))
        self._open(dialog)

    def _on_given(self, lesson: Lesson, found: Found) -> None:
        self._edits.keep_lesson(
            replace(
                lesson,
                text=found.text,
                about=found.about,
                proposal=found.proposal,
                owner=found.owner,
                due=found.due,
            )
        )
        self.table.choose(lesson.id)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
