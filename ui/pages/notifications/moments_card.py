"""What happened when: the moments that start the clocks of the adopted duties."""

from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.domain.judgement.deadlines.case import zone_named
from app.domain.judgement.deadlines.moments import Moments
from app.domain.judgement.deadlines.wording import START_WORDS
from app.domain.judgement.regimes import ClockStart, EntityKind
from app.services.notifying.clocks import DEFAULT_ZONE, Notice, Wanted
from ui.models.regime_words import kind_text
from ui.pages.notifications.moment_row import MomentRow
from ui.pages.notifications.sent_box import SentBox
from ui.pages.notifications.sources import Sources
from ui.pages.notifications.zone_box import ZoneBox
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

_K = TypeVar("_K")
KIND_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Given:
    """What was filled in; `problems` counts the rows that cannot be read."""

    moments: Moments
    zone: str
    kinds: frozenset[EntityKind] | None
    problems: int


class MomentsCard(Card):
    """A row for each moment that some clock waits for; rows come and go with the duties."""

    changed = Signal()
    """Something was filled in."""

    def __init__(self, sources: Sources, parent: QWidget) -> None:
        super().__init__(parent, "")
        self.setObjectName("moments_card")
        self.set_title(self.tr("What happened when"))
        self._sources = sources
        self._wanted: Wanted | None = None
        self._starts: dict[ClockStart, MomentRow] = {}
        self._notices: dict[tuple[str, str], MomentRow] = {}
        self._kinds: dict[EntityKind, QCheckBox] = {}
        self._build()

    @property
    def incident(self) -> str:
        """The reference of the incident."""
        return self._incident.text().strip()

    def show_wanted(self, wanted: Wanted) -> None:
        """Ask for what the clocks need; what is filled in stays as long as it is asked for."""
        if wanted == self._wanted:
            return
        self._wanted = wanted
        self._starts = self._rows(
            self._starts,
            {
                start: (start.value, _capital(START_WORDS[start]), ", ".join(names))
                for start, names in wanted.starts.items()
            },
            self._start_rows,
        )
        self._notices = self._rows(
            self._notices,
            {_key(item): self._asked(item) for item in wanted.notices},
            self._sent_box.rows,
        )
        self._sent_box.setVisible(bool(wanted.notices))
        self._show_kinds(wanted.kinds)

    def given(self) -> Given:
        """What is filled in now."""
        zone = self._checked_zone()
        starts = {start: row.moment(zone) for start, row in self._starts.items()}
        sent = {key: row.moment(zone) for key, row in self._notices.items()}
        moments = Moments(
            {start: at for start, at in starts.items() if at is not None},
            {key: at for key, at in sent.items() if at is not None},
        )
        rows = (*self._starts.values(), *self._notices.values())
        ticked = frozenset(kind for kind, box in self._kinds.items() if box.isChecked())
        return Given(moments, zone, ticked or None, sum(bool(row.problem) for row in rows))

    def _build(self) -> None:
        self._incident = QLineEdit(self)
        self._incident.setObjectName("clock_incident")
        self._incident.setPlaceholderText(self.tr("e.g. INC-2026-014"))
        zone = self._sources.bridge.plan.profile.time_zone or DEFAULT_ZONE
        self._zone = ZoneBox(self, zone)
        self._zone_field = Field(
            self,
            self.tr("Times below are in"),
            self._zone,
            self.tr("An offset behind a time goes first, such as 16:40 +01:00."),
        )
        incident = Field(self, self.tr("Incident"), self._incident, self.tr("Your own reference."))
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(incident, 1)
        head.addWidget(self._zone_field, 2)
        self._start_rows = _column()
        self._sent_box = SentBox(self)
        self._kinds_box = QWidget(self)
        self.body.setSpacing(px(12))
        self.body.addLayout(head)
        self.body.addLayout(self._start_rows)
        self.body.addWidget(self._sent_box)
        self.body.addWidget(self._kinds_box)
        self._zone.currentTextChanged.connect(self.changed)
        self._incident.textEdited.connect(self.changed)

    def _checked_zone(self) -> str:
        try:
            zone_named(self._zone.zone)
        except IrplanError as error:
            self._zone_field.show_problem(str(error))
            return self._sources.bridge.plan.profile.time_zone or DEFAULT_ZONE
        if self._zone_field.problem:
            self._zone_field.show_problem("")
        return self._zone.zone

    def _asked(self, item: Notice) -> tuple[str, str, str]:
        return f"{item.duty}_{item.step}", self.tr("Sent: {0}").format(item.name), item.duty_name

    def _rows(
        self,
        known: dict[_K, MomentRow],
        asked: dict[_K, tuple[str, str, str]],
        column: QVBoxLayout,
    ) -> dict[_K, MomentRow]:
        """A row for each moment in `asked`, those of `known` among them; the rest go."""
        for key in known.keys() - asked.keys():
            known[key].hide()
            known[key].deleteLater()
        rows = {key: known.get(key) or self._row(*words) for key, words in asked.items()}
        for row in rows.values():
            column.removeWidget(row)
            column.addWidget(row)
        return rows

    def _row(self, name: str, caption: str, hint: str) -> MomentRow:
        row = MomentRow(self, name, caption, hint)
        row.changed.connect(self.changed)
        row.now_wanted.connect(partial(self._on_now, row))
        return row

    def _on_now(self, row: MomentRow) -> None:
        row.show_moment(self._sources.now, self._checked_zone())

    def _show_kinds(self, kinds: tuple[EntityKind, ...]) -> None:
        """Boxes to tick, where the kind of organisation decides on a relief."""
        old, self._kinds_box = self._kinds_box, QWidget(self)
        self.body.replaceWidget(old, self._kinds_box)
        old.hide()
        old.deleteLater()
        column = QVBoxLayout(self._kinds_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._kinds = {}
        self._kinds_box.setVisible(bool(kinds))
        if not kinds:
            return
        title = self.tr("Your organisation is (decides whether a day off moves a limit)")
        column.addWidget(label(self._kinds_box, title, Role.H3, wrap=True))
        grid = QGridLayout()
        grid.setVerticalSpacing(px(6))
        for at, kind in enumerate((*kinds, EntityKind.OTHER)):
            self._kinds[kind] = self._tick(kind)
            grid.addWidget(self._kinds[kind], at // KIND_COLUMNS, at % KIND_COLUMNS)
        column.addLayout(grid)

    def _tick(self, kind: EntityKind) -> QCheckBox:
        box = QCheckBox(kind_text(kind), self._kinds_box)
        box.setObjectName(f"kind_{kind.value}")
        box.toggled.connect(self.changed)
        return box


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(10))
    return column


def _key(item: Notice) -> tuple[str, str]:
    return item.duty, item.step


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
