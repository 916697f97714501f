"""The conditions of a simulation: what starts it, when, what is down, who is away, the rates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from PySide6.QtCore import QSignalBlocker, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from app.domain.judgement.reachability.moment import WEEKDAYS, moment_on
from app.domain.judgement.reachability.scenario import Outages, Scenario
from app.domain.judgement.reachability.wording import RULES
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import Plan
from app.services.notifying.clocks import DEFAULT_ZONE
from app.services.reaching.presets import PRESETS, Preset
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.models.record_options import Option
from ui.models.record_words import choice_text
from ui.pages.exercises.recording.tick_list import TickList
from ui.pages.trees.reach.calm import CalmTimeEdit
from ui.pages.trees.reach.fold import Fold
from ui.pages.trees.reach.rates_box import RatesBox
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

AWAY_HEIGHT_PX = 170
KIND_COLUMNS = 2
OWN = "own"
"""The key of a case that is none of the presets."""


@dataclass(frozen=True, slots=True)
class _Start:
    """What starts trees: a severity, or one tree; neither: all."""

    severity: RecordId | None = None
    tree: RecordId | None = None


class Conditions(QWidget):
    """Nothing of this is kept in the plan."""

    changed = Signal()
    """Some condition is another."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reach_conditions")
        self._people: tuple[Option, ...] = ()
        self._filled = False
        self._starts: tuple[_Start, ...] = ()
        self._build()
        self._lay_out()
        self._connect()
        self._take(PRESETS["night"])

    def scenario(self, plan: Plan, today: date) -> Scenario:
        """The case as it is set; the weekday is the next one from `today` on."""
        zone = zone_of(plan)
        start = self._starts[self._start.currentIndex()] if self._starts else _Start()
        clock = self._time.time()
        moment = moment_on(
            self._day.currentIndex(), time(clock.hour(), clock.minute()), zone, today
        )
        return Scenario(
            moment,
            zone,
            start.severity,
            start.tree,
            self.outages(),
            frozenset(RecordId(key) for key in self._away.ticked),
            self.rates.rates(),
            self.rates.runs,
            self.rates.seed,
        )

    def outages(self) -> Outages:
        """What is ticked as down."""
        kinds = frozenset(kind for kind, box in self._kinds.items() if box.isChecked())
        return Outages(kinds, self._sign_on.isChecked(), self._in_band.isChecked())

    def show_plan(self, plan: Plan) -> None:
        """Offer the trees, severities and people that `plan` has; what was chosen stays so."""
        self._zone_said.setText(self.tr("By the clock in {0}.").format(zone_of(plan)))
        self._show_starts(plan)
        people = tuple(Option(person.name, person.id) for person in plan.people.values())
        if people != self._people:
            self._people = people
            self._filled = False
        self._fill()

    def choose_tree(self, tree: RecordId) -> None:
        """Try this one tree."""
        wanted = _Start(tree=tree)
        if wanted in self._starts:
            self._start.setCurrentIndex(self._starts.index(wanted))

    @Slot()
    def _fill(self) -> None:
        """List the people, once that is wanted: there may be thousands."""
        if self._away_fold.open and not self._filled:
            self._filled = True
            self._away.show_entries(self._people, self._away.ticked)

    def _build(self) -> None:
        self._preset = self._box("reach_preset", [one.name for one in PRESETS.values()])
        self._preset.addItem(self.tr("A case of your own"), OWN)
        self._start = self._box("reach_start", [])
        self._day = self._box("reach_day", WEEKDAYS)
        self._time = CalmTimeEdit(self, "reach_time")
        self._time.setFixedWidth(px(84))
        self._zone_said = label(self, "", Role.HINT, wrap=True)
        self._sign_on = self._tick(
            "sign_on",
            self.tr("Single sign-on"),
            self.tr("E-mail and messengers then work only where they are marked as out of band."),
        )
        self._in_band = self._tick(
            "in_band",
            self.tr("Everything but out of band"),
            self.tr("Only addresses that are marked as out of band work."),
        )
        self._kinds = {kind: self._tick(kind.value, choice_text(kind), "") for kind in ChannelKind}
        self._away = TickList(
            self,
            "reach_away",
            self.tr("Who is away"),
            search=self.tr("Find a person"),
            empty=self.tr("The plan has no people yet."),
        )
        self._away.list.setFixedHeight(px(AWAY_HEIGHT_PX))
        self._away_fold = Fold(self, "reach_away_fold", self.tr("Who is away"))
        self._away_fold.body.addWidget(self._away)
        self.rates = RatesBox(self)
        self._rules = Fold(self, "reach_rules", self.tr("How this is counted"))
        for rule in RULES:
            self._rules.body.addWidget(label(self, rule, Role.HINT, wrap=True))

    def _lay_out(self) -> None:
        day = Field(self, self.tr("Day"), self._day)
        clock = Field(self, self.tr("Time"), self._time)
        when = QHBoxLayout()
        when.setSpacing(px(8))
        when.addWidget(day, 1, Qt.AlignmentFlag.AlignTop)
        when.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        down = QGridLayout()
        down.setVerticalSpacing(px(6))
        down.setHorizontalSpacing(px(8))
        for at, box in enumerate(self._kinds.values()):
            down.addWidget(box, at // KIND_COLUMNS, at % KIND_COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(Field(self, self.tr("Case"), self._preset))
        column.addWidget(Field(self, self.tr("What starts"), self._start))
        column.addLayout(when)
        column.addWidget(self._zone_said)
        column.addWidget(label(self, self.tr("What is down"), Role.H3))
        for box in (self._sign_on, self._in_band):
            column.addWidget(box)
        column.addLayout(down)
        for fold in (self._away_fold, self.rates, self._rules):
            column.addWidget(fold)
        column.addStretch(1)

    def _connect(self) -> None:
        self._preset.activated.connect(self._on_preset)
        self._start.currentIndexChanged.connect(self.changed)
        self._day.currentIndexChanged.connect(self._on_own)
        self._time.timeChanged.connect(self._on_own)
        for box in (self._sign_on, self._in_band, *self._kinds.values()):
            box.toggled.connect(self._on_own)
        self._away.changed.connect(self.changed)
        self._away_fold.toggled.connect(self._fill)
        self.rates.changed.connect(self.changed)

    def _box(self, name: str, texts: Sequence[str]) -> CalmComboBox:
        made = CalmComboBox(self)
        made.setObjectName(name)
        made.addItems(list(texts))
        return made

    def _tick(self, name: str, text: str, told: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(f"down_{name}")
        made.setAccessibleName(self.tr("{0} is down").format(text))
        made.setToolTip(told)
        made.setAccessibleDescription(told)
        return made

    def _show_starts(self, plan: Plan) -> None:
        before = self._starts[self._start.currentIndex()] if self._starts else _Start()
        levels, trees = plan.table(Kind.SEVERITY), plan.table(Kind.TREE)
        texts = [self.tr("All trees")]
        texts += [self.tr("Incident: {0}").format(level.name) for level in levels.values()]
        texts += [self.tr("Only: {0}").format(tree.name) for tree in trees.values()]
        starts = (
            _Start(),
            *(_Start(severity=key) for key in levels),
            *(_Start(tree=key) for key in trees),
        )
        shown = [self._start.itemText(at) for at in range(self._start.count())]
        if (starts, texts) == (self._starts, shown):
            return
        with QSignalBlocker(self._start):
            self._starts = starts
            self._start.clear()
            self._start.addItems(texts)
            self._start.setCurrentIndex(starts.index(before) if before in starts else 0)

    def _take(self, preset: Preset) -> None:
        boxes: list[QWidget] = [self._day, self._time, self._sign_on, self._in_band]
        blockers = [QSignalBlocker(box) for box in (*boxes, *self._kinds.values())]
        self._day.setCurrentIndex(preset.weekday)
        self._time.setTime(QTime(preset.clock.hour, preset.clock.minute))
        self._sign_on.setChecked(preset.outages.sign_on)
        self._in_band.setChecked(preset.outages.in_band)
        for kind, box in self._kinds.items():
            box.setChecked(kind in preset.outages.kinds)
        for blocker in blockers:
            blocker.unblock()
        self._name_case()

    def _name_case(self) -> None:
        """Show which preset this is, if it is one."""
        clock = self._time.time()
        here = (self._day.currentIndex(), time(clock.hour(), clock.minute()), self.outages())
        cases = [(one.weekday, one.clock, one.outages) for one in PRESETS.values()]
        at = cases.index(here) if here in cases else len(cases)
        self._preset.setCurrentIndex(at)

    @Slot(int)
    def _on_preset(self, at: int) -> None:
        presets = tuple(PRESETS.values())
        if at < len(presets):
            self._take(presets[at])
            self.changed.emit()

    @Slot()
    def _on_own(self) -> None:
        self._name_case()
        self.changed.emit()


def zone_of(plan: Plan) -> str:
    """The organisation's time zone; UTC where it names none that there is."""
    zone = plan.profile.time_zone or DEFAULT_ZONE
    try:
        zone_named(zone)
    except ZoneUnknown:
        return DEFAULT_ZONE
    return zone
