"""Records the use of the plan in an incident, step by step."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId, id_from_name
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Activation
from app.domain.plan.practice import part_key
from app.domain.plan.texts import cleaned
from app.services.learning.attaching import MeasuredFile, attached
from app.services.learning.faults import Fault
from app.services.learning.found import Found, from_source
from app.services.learning.using import faults
from ui.models.record_moments import moment_typed, typed_moment, zone_of
from ui.models.record_names import record_name
from ui.pages.exercises.recording.files_step import FilesStep
from ui.pages.exercises.recording.findings_step import FindingsStep
from ui.pages.exercises.recording.name_box import name_box
from ui.pages.exercises.recording.parts_step import PartsStep
from ui.pages.exercises.recording.people_step import PeopleStep
from ui.pages.exercises.recording.steps_dialog import StepsDialog
from ui.pages.exercises.recording.texts import LineField, TextField
from ui.pages.notifications.sources import Sources
from ui.widgets.fields import Field

WHEN, COURSE, WHO, PARTS, FOUND, FILES = range(6)


@dataclass(frozen=True, slots=True)
class UsedGiven:
    """What the dialog was given; `inside` asks to keep the files themselves."""

    activation: Activation
    found: tuple[Found, ...]
    files: tuple[tuple[Path, MeasuredFile], ...]
    inside: bool


class UsedDialog(StepsDialog):
    """Over `activation`, or over a new one when it has no id."""

    given = Signal(object)
    """Carries a `UsedGiven`."""

    def __init__(self, parent: QWidget, sources: Sources, activation: Activation) -> None:
        translate = QCoreApplication.translate
        title = translate("UsedDialog", "Use of the plan in an incident")
        keep = (
            translate("UsedDialog", "Keep") if activation.id else translate("UsedDialog", "Record")
        )
        super().__init__(parent, title, keep, read_only=sources.bridge.read_only)
        self.setObjectName("used_dialog")
        self._sources, self._activation = sources, activation
        self._zone = zone_of(sources.bridge.plan.profile)
        self._build_facts()
        self._build_course()
        self._build_rest()
        self.go(WHEN)

    def _build_facts(self) -> None:
        plan, item = self._sources.bridge.plan, self._activation
        hint = self.tr("The number or name of the incident in your register.")
        self._name = LineField(self, "used_name", self.tr("Incident"), hint, required=True)
        self._name.line.setText(item.name)
        shape = self.tr("Such as 2026-11-20 16:40; read as {0} unless an offset is given.")
        said = shape.format(self._zone)
        began = self.tr("Plan activated at")
        self._began = LineField(self, "used_began", began, said, required=True)
        self._began.line.setText(typed_moment(item.started_at, self._zone))
        ended = self.tr("Blank while it goes on.")
        self._ended = LineField(self, "used_ended", self.tr("Stood down at"), ended)
        self._ended.line.setText(typed_moment(item.ended_at, self._zone))
        self._category = self._choice("used_category", Kind.CATEGORY, item.category)
        self._severity = self._choice("used_severity", Kind.SEVERITY, item.severity)
        self._owner = name_box(self, "used_owner", plan)
        self._owner.setEditText(item.owner)
        self.add_step(
            self.tr("What and when"),
            self._name,
            self._began,
            self._ended,
            Field(self, self.tr("Category"), self._category),
            Field(self, self.tr("Severity"), self._severity),
            Field(self, self.tr("Who led the response"), self._owner),
            QWidget(self),
        )

    def _build_course(self) -> None:
        item = self._activation
        self._summary = TextField(self, "used_summary", self.tr("What happened"), height=130)
        self._summary.area.setPlainText(item.summary)
        hint = self.tr("What was done otherwise than the plan says, and why. Blank: nowhere.")
        departed = self.tr("Where the response departed from the plan")
        self._followed = TextField(self, "used_followed", departed, hint, height=130)
        self._followed.area.setPlainText(item.followed)
        self.add_step(self.tr("Course"), self._summary, self._followed, QWidget(self))

    def _build_rest(self) -> None:
        plan, item = self._sources.bridge.plan, self._activation
        source = part_key(Kind.ACTIVATION, item.id)
        self._people = PeopleStep(self, plan, item.attendees)
        self.add_step(self.tr("Who took part"), self._people)
        self._parts = PartsStep(self, plan, item.exercised)
        self.add_step(self.tr("Parts used"), self._parts)
        self._findings = FindingsStep(self, plan, from_source(plan, source))
        self.add_step(self.tr("Findings"), self._findings)
        files = attached(plan, source)
        self.files = FilesStep(self, self._sources.bridge, self._sources.desk, files)
        self.add_step(self.tr("Files"), self.files)

    def _choice(self, name: str, kind: Kind, chosen: RecordId | None) -> QComboBox:
        plan = self._sources.bridge.plan
        entry = QComboBox(self)
        entry.setObjectName(name)
        entry.addItem(self.tr("Not stated"), "")
        for key, record in plan.table(kind).items():
            entry.addItem(record_name(plan, kind, record), str(key))
        entry.setCurrentIndex(max(entry.findData(str(chosen or "")), 0))
        return entry

    @override
    def _on_keep(self) -> None:
        times = []
        for field in (self._began, self._ended):
            try:
                times.append(moment_typed(field.text, self._zone))
            except IrplanError as error:
                self.refuse(WHEN, field, error.message)
                return
            if field.text and times[-1] is None:
                self.refuse(WHEN, field, self.tr("Enter a day and a time: 2026-11-20 16:40."))
                return
        activation = replace(
            self._activation,
            name=self._name.text,
            started_at=times[0],
            ended_at=times[1],
            category=RecordId(self._category.currentData()) or None,
            severity=RecordId(self._severity.currentData()) or None,
            summary=self._summary.text,
            followed=self._followed.text,
            attendees=self._people.names,
            exercised=self._parts.chosen,
            owner=cleaned(self._owner.currentText()).strip(),
        )
        wrong = faults(activation, self._sources.now)
        if wrong:
            self._refuse(wrong)
            return
        self._give(activation)

    def _give(self, activation: Activation) -> None:
        if not activation.id:
            taken = frozenset(self._sources.bridge.plan.activations)
            activation = replace(activation, id=id_from_name(activation.name, taken))
        found, files = tuple(self._findings.found), tuple(self.files.files)
        self.given.emit(UsedGiven(activation, found, files, self.files.inside))
        self.accept()

    def _refuse(self, wrong: dict[str, Fault]) -> None:
        name, fault = next(iter(wrong.items()))
        fields = {"name": self._name, "started_at": self._began, "ended_at": self._ended}
        sentences = {
            ("name", Fault.BLANK): self.tr("Name the incident."),
            ("started_at", Fault.BLANK): self.tr("Say when the plan was activated."),
            ("started_at", Fault.AHEAD): self.tr("This lies ahead; enter when it was activated."),
            ("ended_at", Fault.AHEAD): self.tr("This lies ahead; leave it blank until it is over."),
            ("ended_at", Fault.BACKWARDS): self.tr("It cannot end before it began."),
        }
        self.refuse(WHEN, fields[name], sentences[name, fault])
