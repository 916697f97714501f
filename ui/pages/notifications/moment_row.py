"""One moment of an incident: a day, a time, a button for now, and how it was understood."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.services.notifying.reading import moment_read
from app.services.notifying.sheet import moment_words
from ui.widgets.buttons import icon_button
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px

LEAST_CAPTION_PX, DAY_PX, CLOCK_PX, NOW_PX = 110, 120, 110, 32


class MomentRow(QWidget):
    """`name` is what object names are made from; both fields blank mean not given."""

    changed = Signal()
    """A day or time was typed."""
    now_wanted = Signal()
    """The present moment is to be filled in."""

    def __init__(self, parent: QWidget, name: str, caption: str, hint: str) -> None:
        super().__init__(parent)
        self._zone = ""
        self._title = caption
        self.day = self._field(f"moment_day_{name}", self.tr("Day: {0}"), "2026-11-20", DAY_PX)
        clock = self.tr("Time: {0}")
        self.clock = self._field(f"moment_time_{name}", clock, "16:40", CLOCK_PX)
        said = self.tr("Now: {0}").format(caption)
        self.now = icon_button(self, f"moment_now_{name}", "clock", said)
        self.now.setFixedSize(px(NOW_PX), px(NOW_PX))
        self._read = label(self, "", Role.HINT, wrap=True)
        self._read.setObjectName(f"moment_read_{name}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        self._read.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self._words(hint), 4)
        for part in (self.day, self.clock, self.now):
            row.addWidget(part)
        row.addWidget(self._read, 5)
        self.now.clicked.connect(self.now_wanted)
        for field in (self.day, self.clock):
            field.textEdited.connect(self._on_edited)

    @property
    def problem(self) -> str:
        """What is wrong with what was typed; blank when nothing is."""
        return self._read.text() if self._read.property("role") == Role.ERROR.value else ""

    def show_moment(self, moment: datetime, zone: str) -> None:
        """Fill in `moment` as clocks in `zone` show it."""
        local = moment.astimezone(ZoneInfo(zone))
        self.day.setText(f"{local:%Y-%m-%d}")
        twice = local.utcoffset() != local.replace(fold=1 - local.fold).utcoffset()
        self.clock.setText(f"{local:%H:%M}{local.isoformat()[-6:] if twice else ''}")
        self._on_edited()

    def moment(self, zone: str) -> datetime | None:
        """The moment, times being those of `zone`; None when none is given or can be read."""
        day, clock = self.day.text().strip(), self.clock.text().strip()
        if not (day or clock):
            self._say("", problem=False)
            return None
        if not (day and clock):
            self._say(self.tr("Give the day and the time."), problem=True)
            return None
        try:
            found = moment_read(day, clock, zone)
        except IrplanError as error:
            self._say(str(error), problem=True)
            return None
        self._say(moment_words(found), problem=False)
        return found

    def _words(self, hint: str) -> QWidget:
        """The caption over the duties that wait for the moment."""
        made = QWidget(self)
        made.setMinimumWidth(px(LEAST_CAPTION_PX))
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(label(made, self._title, Role.STRONG, wrap=True))
        column.addWidget(ElidedLabel(made, hint, Role.HINT))
        return made

    def _say(self, text: str, *, problem: bool) -> None:
        self._read.setText(text)
        self._read.setProperty("role", Role.ERROR.value if problem else Role.HINT.value)
        repolish(self._read)
        for field in (self.day, self.clock):
            field.setProperty("invalid", "true" if problem else "false")
            field.setAccessibleDescription(text)
            repolish(field)

    def _field(self, name: str, said: str, example: str, width: int) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(name)
        made.setAccessibleName(said.format(self._title))
        made.setPlaceholderText(example)
        made.setFixedWidth(px(width))
        return made

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()
