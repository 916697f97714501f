"""Records an exercise as held, step by step."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.domain.plan.dates import date_text, parse_date
from app.domain.plan.ids import id_from_name
from app.domain.plan.kinds import Kind
from app.domain.plan.practice import is_held, part_key
from app.domain.plan.programme import Exercise
from app.services.learning.attaching import MeasuredFile, attached
from app.services.learning.faults import Fault
from app.services.learning.found import from_source
from app.services.learning.holding import Held, faults
from ui.models.record_options import Option
from ui.pages.exercises.recording.files_step import FilesStep
from ui.pages.exercises.recording.findings_step import FindingsStep
from ui.pages.exercises.recording.parts_step import PartsStep
from ui.pages.exercises.recording.people_step import PeopleStep
from ui.pages.exercises.recording.steps_dialog import StepsDialog
from ui.pages.exercises.recording.texts import LineField, TextField
from ui.pages.exercises.recording.tick_list import TickList
from ui.pages.notifications.sources import Sources
from ui.widgets.fields import Field

WHEN, WHO, WHAT, PARTS, FOUND, FILES = range(6)


@dataclass(frozen=True, slots=True)
class HeldGiven:
    """What the dialog was given; `inside` asks to keep the files themselves."""

    exercise: Exercise
    held: Held
    files: tuple[tuple[Path, MeasuredFile], ...]
    inside: bool


class HeldDialog(StepsDialog):
    """Over `exercise`, or over one that nobody planned when it has no id."""

    given = Signal(object)
    """Carries a `HeldGiven`."""

    def __init__(self, parent: QWidget, sources: Sources, exercise: Exercise) -> None:
        translate = QCoreApplication.translate
        title = translate("HeldDialog", "Record of the exercise")
        keep = (
            translate("HeldDialog", "Keep")
            if is_held(exercise)
            else translate("HeldDialog", "Record as held")
        )
        super().__init__(parent, title, keep, read_only=sources.bridge.read_only)
        self.setObjectName("held_dialog")
        self._sources, self._exercise = sources, exercise
        self._build()
        self.go(WHEN)

    def _build(self) -> None:
        plan, exercise = self._sources.bridge.plan, self._exercise
        source = part_key(Kind.EXERCISE, exercise.id)
        self._name = LineField(self, "held_name", self.tr("Name"), required=True)
        self._name.line.setText(exercise.name)
        self._kind = LineField(
            self, "held_kind", self.tr("Kind"), self.tr("Such as tabletop, call-out or technical.")
        )
        self._kind.line.setText(exercise.kind)
        self._on = LineField(
            self,
            "held_on",
            self.tr("Held on"),
            self.tr("Such as 30 November 2026."),
            required=True,
        )
        self._on.line.setText(date_text(self._day()))
        self.add_step(self.tr("When"), self._name, self._kind, self._on, QWidget(self))
        self._people = PeopleStep(self, plan, exercise.attendees)
        self.add_step(self.tr("Who attended"), self._people)
        self._objectives = self._objective_list()
        self._results = TextField(
            self,
            "held_results",
            self.tr("Results"),
            self.tr("What went well and what did not, in a few sentences."),
        )
        self._results.area.setPlainText(exercise.results)
        reached = Field(
            self, self.tr("Objectives reached"), self._objectives.list, box=self._objectives
        )
        self.add_step(self.tr("What came of it"), reached, self._results, growing=0)
        self._parts = PartsStep(self, plan, exercise.exercised)
        self.add_step(self.tr("Parts tried out"), self._parts)
        self._findings = FindingsStep(self, plan, from_source(plan, source))
        self.add_step(self.tr("Findings"), self._findings)
        files = attached(plan, source)
        self.files = FilesStep(self, self._sources.bridge, self._sources.desk, files)
        self.add_step(self.tr("Files"), self.files)

    def _objective_list(self) -> TickList:
        exercise = self._exercise
        made = TickList(
            self,
            "objectives_list",
            self.tr("Objectives reached"),
            empty=self.tr("No objectives were set; say in the results what the exercise was for."),
        )
        known = tuple(dict.fromkeys((*exercise.objectives, *exercise.reached)))
        made.show_entries([Option(text, text) for text in known], set(exercise.reached))
        return made

    def _day(self) -> date:
        planned, today = self._exercise.on, self._sources.today
        return today if planned is None or planned > today else planned

    @override
    def _on_keep(self) -> None:
        held = Held(
            parse_date(self._on.text),
            self._people.names,
            self._objectives.ticked,
            self._parts.chosen,
            self._results.text,
            tuple(self._findings.found),
        )
        if not self._name.text:
            self.refuse(WHEN, self._name, self.tr("Give the exercise a name."))
            return
        wrong = faults(held, self._sources.today)
        if wrong:
            self._refuse(wrong)
            return
        exercise = replace(self._exercise, name=self._name.text, kind=self._kind.text)
        if not exercise.id:
            taken = frozenset(self._sources.bridge.plan.exercises)
            exercise = replace(exercise, id=id_from_name(exercise.name, taken))
        self.given.emit(HeldGiven(exercise, held, tuple(self.files.files), self.files.inside))
        self.accept()

    def _refuse(self, wrong: dict[str, Fault]) -> None:
        if wrong.get("on") is Fault.AHEAD:
            said = self.tr("The day lies ahead; an exercise is recorded once it was held.")
            self.refuse(WHEN, self._on, said)
        elif "on" in wrong:
            said = self.tr("Enter a date, such as 2026-11-30 or 30 November 2026.")
            self.refuse(WHEN, self._on, said)
        else:
            said = self.tr("Tick or write who was there.")
            self.refuse(WHO, self._people.field, said)
