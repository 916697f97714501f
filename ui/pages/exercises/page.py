"""The exercises page: exercises, incidents, lessons and what was tried out, in four tabs."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.assurance import EvidenceRecord
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation
from app.domain.plan.practice import part_key, part_of
from app.domain.plan.programme import Exercise
from app.services.editing import Change
from app.services.learning.deciding import open_lessons
from app.services.learning.evidencing import asking, evidence_for
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.dialogs.question import QuestionDialog
from ui.pages.exercises.edits import LearningEdits
from ui.pages.exercises.evidence_dialog import EvidenceDialog
from ui.pages.exercises.heat_tab import HeatTab
from ui.pages.exercises.incidents_tab import IncidentsTab
from ui.pages.exercises.lessons_tab import LessonsTab
from ui.pages.exercises.programme_tab import ProgrammeTab
from ui.pages.exercises.recording.held_dialog import HeldDialog, HeldGiven
from ui.pages.exercises.recording.used_dialog import UsedDialog, UsedGiven
from ui.pages.notifications.sources import Sources
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.tabs import LateTab, page_tabs
from ui.widgets.tokens import px

_Register = LateTab[ProgrammeTab] | LateTab[IncidentsTab] | LateTab[LessonsTab]


class ExercisesPage(Page):
    """A change of the plan refreshes the tab that is seen; the others when they are turned to."""

    title = str(QT_TRANSLATE_NOOP("Page", "Exercises"))
    icon = "graduation-cap"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("exercises_page")
        self._sources = Sources(bridge, desk)
        self._edits = LearningEdits(self._sources)
        self.dialog: QDialog | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._refresh_counts()

    @property
    def programme(self) -> ProgrammeTab:
        """Exercises planned and held."""
        return self._programme.content()

    @property
    def incidents(self) -> IncidentsTab:
        """The use of the plan in incidents."""
        return self._incidents.content()

    @property
    def lessons(self) -> LessonsTab:
        """What exercises and incidents taught."""
        return self._lessons.content()

    @property
    def heat(self) -> HeatTab:
        """What was tried out."""
        return self._heat.content()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.banner, self.tabs.tabBar(), self.tabs.currentWidget())

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        known = self._by_kind.get(kind)
        if known is not None:
            tab = known.content()
            self.tabs.setCurrentWidget(tab)
            tab.refresh()
            tab.table.choose(record)

    @override
    def chosen_record(self) -> tuple[Kind, RecordId] | None:
        shown = self.tabs.currentWidget()
        for kind, tab in self._by_kind.items():
            if tab.made and tab.content() is shown and tab.content().table.key:
                return kind, RecordId(tab.content().table.key)
        return None

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "exercises_banner")
        self.tabs = page_tabs(self, "exercise_tabs", self.tr("Exercises"))
        self._programme = self.tabs.add_late(self._make_programme)
        self._incidents = self.tabs.add_late(self._make_incidents)
        self._lessons = self.tabs.add_late(self._make_lessons)
        self._heat = self.tabs.add_late(self._make_heat)
        self._by_kind: dict[Kind, _Register] = {
            Kind.EXERCISE: self._programme,
            Kind.ACTIVATION: self._incidents,
            Kind.LESSON: self._lessons,
        }

    def _make_programme(self, parent: QWidget) -> ProgrammeTab:
        made = ProgrammeTab(self._sources, parent)
        made.record_wanted.connect(self._on_record)
        made.evidence_wanted.connect(self._on_exercise_evidence)
        return made

    def _make_incidents(self, parent: QWidget) -> IncidentsTab:
        made = IncidentsTab(self._sources, parent)
        made.record_wanted.connect(self._on_use)
        made.evidence_wanted.connect(self._on_incident_evidence)
        made.removal_wanted.connect(self._on_removal)
        return made

    def _make_lessons(self, parent: QWidget) -> LessonsTab:
        return LessonsTab(self._sources, self._edits, parent)

    def _make_heat(self, parent: QWidget) -> HeatTab:
        made = HeatTab(self._sources, parent)
        made.opened.connect(self._on_part)
        return made

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(px(32), px(22), px(32), px(22))
        inner.setSpacing(px(4))
        inner.addWidget(label(self, self.tr("Exercises"), Role.H1))
        said = self.tr(
            "How the plan was tried out, in exercises and in earnest, and what that taught."
        )
        inner.addWidget(label(self, said, Role.BODY, wrap=True))
        inner.addSpacing(px(6))
        inner.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self.tabs.currentChanged.connect(self._refresh)
        self.banner.acted.connect(self._on_offer)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        del change
        if self.isVisible():
            self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if self.isVisible():
            tabs = (self._programme, self._incidents, self._lessons, self._heat)
            tabs[self.tabs.currentIndex()].content().refresh()
            self._refresh_counts()

    def _refresh_counts(self) -> None:
        plan = self.bridge.plan
        words = (
            (self.tr("Exercises"), len(plan.exercises)),
            (self.tr("Incidents"), len(plan.activations)),
            (self.tr("Lessons"), len(open_lessons(plan))),
            (self.tr("What was tried out"), 0),
        )
        for at, (title, count) in enumerate(words):
            self.tabs.setTabText(at, f"{title} {count}" if count else title)

    # --- recording --------------------------------------------------------------------------------

    @Slot(object)
    def _on_record(self, exercise: Exercise) -> None:
        dialog = HeldDialog(self, self._sources, exercise)
        dialog.given.connect(self._on_held)
        self._open(dialog)

    @Slot(object)
    def _on_held(self, given: HeldGiven) -> None:
        failed = self._edits.hold(given)
        self.programme.table.choose(given.exercise.id)
        self._offer(part_key(Kind.EXERCISE, given.exercise.id), failed)

    @Slot(object)
    def _on_use(self, activation: Activation) -> None:
        dialog = UsedDialog(self, self._sources, activation)
        dialog.given.connect(self._on_used)
        self._open(dialog)

    @Slot(object)
    def _on_used(self, given: UsedGiven) -> None:
        failed = self._edits.use(given)
        self.incidents.table.choose(given.activation.id)
        self._offer(part_key(Kind.ACTIVATION, given.activation.id), failed)

    @Slot(object)
    def _on_removal(self, activation: Activation) -> None:
        question = QuestionDialog(
            self,
            self.tr("Remove the record of {0}?").format(activation.name),
            self.tr("Its lessons and attached files stay. This can be undone."),
            (("keep", self.tr("Cancel")), (activation.id, self.tr("Remove"))),
        )
        question.answered.connect(self._on_remove)
        self._open(question)

    @Slot(str)
    def _on_remove(self, answer: str) -> None:
        if answer in self.bridge.plan.activations:
            self._edits.forget(RecordId(answer))

    # --- evidence ---------------------------------------------------------------------------------

    def _offer(self, source: str, failed: str) -> None:
        """Say that it is recorded, and what it may be evidence of; `failed` comes first."""
        if failed:
            self.banner.show_notice(failed, Tone.DANGER)
            return
        open_now = [item for item in asking(self.bridge.judgement) if not item.evidenced]
        if not open_now:
            self.banner.show_notice(self.tr("Recorded."), Tone.SUCCESS)
            return
        one = self.tr("Recorded. 1 requirement asks for exercises and has no evidence on file.")
        many = self.tr("Recorded. {n} requirements ask for exercises and have no evidence on file.")
        self.banner.show_notice(
            counted(len(open_now), one, many),
            Tone.SUCCESS,
            action=source,
            action_text=self.tr("File as evidence\u2026"),
        )

    @Slot(str)
    def _on_offer(self, source: str) -> None:
        self.banner.hide()
        self._ask_for_evidence(source)

    @Slot(object)
    def _on_exercise_evidence(self, exercise: Exercise) -> None:
        self._ask_for_evidence(part_key(Kind.EXERCISE, exercise.id))

    @Slot(object)
    def _on_incident_evidence(self, activation: Activation) -> None:
        self._ask_for_evidence(part_key(Kind.ACTIVATION, activation.id))

    def _ask_for_evidence(self, source: str) -> None:
        record = evidence_for(self.bridge.plan, source, self._sources.person)
        found = asking(self.bridge.judgement)
        if record is None or not found:
            undated = self.tr("State first on which day it took place.")
            unasked = self.tr("No requirement of the chosen frameworks asks for exercises.")
            self.banner.show_notice(undated if record is None else unasked, Tone.ACCENT)
            return
        dialog = EvidenceDialog(self, self.bridge.plan, record, found)
        dialog.given.connect(self._on_evidence)
        self._open(dialog)

    @Slot(object, object)
    def _on_evidence(self, record: EvidenceRecord, keys: tuple[RecordId, ...]) -> None:
        self._edits.file_evidence(record, keys)
        one, many = (
            self.tr("Filed as evidence of 1 requirement."),
            self.tr("Filed as evidence of {n} requirements."),
        )
        self.banner.show_notice(counted(len(keys), one, many), Tone.SUCCESS)

    # --- moving about -----------------------------------------------------------------------------

    @Slot(str)
    def _on_part(self, key: str) -> None:
        named = part_of(key)
        if named is not None:
            kind, record = named
            section = kind is Kind.SECTION
            self.navigate.emit(f"section:{record}" if section else f"record:{kind.value}:{record}")

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._on_finished)
        dialog.open()

    @Slot()
    def _on_finished(self) -> None:
        self.dialog = None
