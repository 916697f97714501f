"""A person or a party outside, to be read and edited beside the table."""

from typing import Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.people import Party, PartyKind, Person
from app.domain.plan.plan import Kind
from app.services.people.standing import standing
from ui.dialogs.record.entries.choices import CalmComboBox
from ui.dialogs.verification.channel_list import ChannelList
from ui.models.people_words import local_time
from ui.models.record_words import choice_text, words_for
from ui.pages.people.inspector import Inspector
from ui.pages.people.verified_box import VerifiedBox
from ui.pages.people.zone_edit import ZoneEdit
from ui.widgets.fields import Field
from ui.widgets.tokens import px

PARTY_KINDS = tuple(PartyKind)


class ContactInspector(Inspector):
    """What people and parties share: their ways, and when they were checked."""

    @override
    def build(self) -> None:
        column = QVBoxLayout(self.body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        self.verified = VerifiedBox(self.body, read_only=self.read_only)
        column.addWidget(self.verified)
        column.addLayout(self.first_fields())
        self.channels = ChannelList(self.body)
        self.channels.set_read_only(self.read_only)
        column.addWidget(self.channels)
        column.addLayout(self.last_fields())
        self.channels.edited.connect(self._on_channels)
        self.channels.left.connect(self.edits.bridge.end_merge)
        self.verified.verified.connect(self._on_verified)

    @override
    def fill(self, record: Any, *, anew: bool) -> None:
        self.channels.show_channels(record.channels, anew=anew)
        plan, today = self.edits.plan, self.edits.today
        found = standing(plan, record, today)
        self.verified.show_standing(found, record, plan.kept.verify_every)

    @override
    def focus_field(self, name: str) -> None:
        if name == "channels":
            self.channels.focus_add()
        else:
            super().focus_field(name)

    def first_fields(self) -> QGridLayout:
        """What stands above the ways."""
        raise NotImplementedError

    def last_fields(self) -> QGridLayout:
        """What stands below them."""
        raise NotImplementedError

    @Slot(object)
    def _on_channels(self, channels: object) -> None:
        self.set_field("channels", channels)

    @Slot()
    def _on_verified(self) -> None:
        if self.key is not None:
            self.edits.verify(self.KIND, self.key)


class PersonInspector(ContactInspector):
    """A person."""

    KIND: ClassVar[Kind] = Kind.PERSON

    @override
    def first_fields(self) -> QGridLayout:
        words = words_for(Person)["external"]
        self._external = QCheckBox(words.label, self.body)
        self._external.setObjectName("people_external")
        self._external.setToolTip(words.hint)
        self._external.setEnabled(not self.read_only)
        self._external.toggled.connect(self._on_external)
        grid = _grid()
        grid.addWidget(self.text("name"), 0, 0, 1, 2)
        grid.addWidget(self.text("title"), 1, 0)
        grid.addWidget(self.text("unit"), 1, 1)
        grid.addWidget(self._external, 2, 0, 1, 2)
        return grid

    @override
    def last_fields(self) -> QGridLayout:
        self.zone = ZoneEdit(self.body, "people_time_zone")
        self.zone.setEnabled(not self.read_only)
        self._zone_field = Field(self.body, words_for(Person)["time_zone"].label, self.zone)
        self.zone.line.setAccessibleName(self.zone.accessibleName())
        self.zone.edited.connect(self._on_zone)
        grid = _grid()
        grid.addWidget(self.text("availability"), 0, 0, 1, 2)
        grid.addWidget(self._zone_field, 1, 0, 1, 2)
        return grid

    @override
    def fill(self, record: Any, *, anew: bool) -> None:
        super().fill(record, anew=anew)
        blocked = self._external.blockSignals(True)
        self._external.setChecked(record.external)
        self._external.blockSignals(blocked)
        typed = self.zone.line.text().strip()
        if anew or not self._zone_field.problem:
            self.zone.show_zone(record.time_zone)
            self._say_time(record.time_zone)
        elif typed == record.time_zone:
            self._say_time(typed)

    def _say_time(self, zone: str) -> None:
        time = local_time(zone, self.edits.now)
        if zone and not time:
            self._zone_field.show_problem(_unknown(self, zone))
            return
        said = self.tr("It is {0} there now.").format(time) if time else ""
        self._zone_field.show_hint(said)

    @Slot(str)
    def _on_zone(self, typed: str) -> None:
        zone = typed.strip()
        self._say_time(zone)
        if not self._zone_field.problem:
            self.set_field("time_zone", zone)

    @Slot(bool)
    def _on_external(self, external: bool) -> None:
        self.set_field("external", external)


class PartyInspector(ContactInspector):
    """A party outside."""

    KIND: ClassVar[Kind] = Kind.PARTY

    @override
    def first_fields(self) -> QGridLayout:
        self._kind = CalmComboBox(self.body)
        self._kind.setObjectName("parties_kind")
        self._kind.addItems([choice_text(kind) for kind in PARTY_KINDS])
        self._kind.setEnabled(not self.read_only)
        self._kind.activated.connect(self._on_kind)
        grid = _grid()
        grid.addWidget(self.text("name"), 0, 0)
        grid.addWidget(Field(self.body, words_for(Party)["kind"].label, self._kind), 1, 0)
        grid.addWidget(self.long_text("purpose"), 2, 0)
        grid.addWidget(self.text("reference"), 3, 0)
        return grid

    @override
    def last_fields(self) -> QGridLayout:
        grid = _grid()
        grid.addWidget(self.text("availability"), 0, 0)
        return grid

    @override
    def fill(self, record: Any, *, anew: bool) -> None:
        super().fill(record, anew=anew)
        self._kind.setCurrentIndex(PARTY_KINDS.index(record.kind))

    @Slot(int)
    def _on_kind(self, at: int) -> None:
        self.set_field("kind", PARTY_KINDS[at])


def _grid() -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(12))
    return grid


def _unknown(widget: QWidget, zone: str) -> str:
    said = widget.tr("There is no time zone {0}; choose one such as Europe/London.")
    return said.format(zone)
