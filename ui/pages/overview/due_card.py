"""The next things the plan reminds of, each with its day and the way to deal with it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.lifecycle.reminding.reminder import Reminder, Stage
from app.services.reminding.watching import Watch
from ui.bridge.words import counted, day
from ui.pages.overview.due_words import TONES, stage_text, target_of
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.elided_button import ElidedButton
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

MOST_SHOWN = 6
"""More is a calendar, which one click makes."""
DAY_PX = 78
"""Room for any day, so that they stand below each other."""


class DueCard(Card):
    """Rebuilt only when what it shows changed."""

    navigate = Signal(str)
    """Carries the target of a reminder."""
    calendar_wanted = Signal()
    """A calendar file is asked for."""
    settings_wanted = Signal()
    """The settings of reminders are asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("due_card")
        self.set_title(self.tr("Due and coming up"))
        self._shown: Watch | None = None
        self._rows: list[QWidget] = []
        self._calendar = button(self, "due_calendar", self.tr("Calendar file\u2026"), Look.LINK)
        settings = button(self, "due_settings", self.tr("Reminders\u2026"), Look.LINK)
        self.add_action(self._calendar)
        self.add_action(settings)
        self._nothing = label(self, self.tr("Nothing is ahead."), Role.BODY, wrap=True)
        self._more = label(self, "", Role.HINT, wrap=True)
        self._more.setObjectName("due_more")
        self._calendar.clicked.connect(self.calendar_wanted)
        settings.clicked.connect(self.settings_wanted)
        self.body.setSpacing(px(4))
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._more)
        self.body.addStretch(1)

    def show_watch(self, watch: Watch) -> None:
        """Show what is ahead now."""
        if watch == self._shown:
            return
        self._shown = watch
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(watch, one) for one in watch.shown[:MOST_SHOWN]]
        for at, row in enumerate(self._rows):
            self.body.insertWidget(at, row)
        left = len(watch.shown) - len(self._rows)
        self._more.setText(counted(left, self.tr("and 1 later"), self.tr("and {n} later")))
        self._more.setVisible(left > 0)
        self._nothing.setVisible(not self._rows)
        self._calendar.setVisible(bool(self._rows))

    def _row(self, watch: Watch, reminder: Reminder) -> QWidget:
        made = QWidget(self)
        stage = watch.stage(reminder)
        title = ElidedButton(made, f"due_{reminder.key}", Look.LINK)
        title.button.ensurePolished()  # its letters are measured before it is shown
        title.show_text(reminder.title)
        said = self.tr("{0}, {1}, {2}").format(reminder.title, day(reminder.on), stage_text(stage))
        title.button.setAccessibleName(said)
        target = target_of(reminder)
        title.button.setEnabled(bool(target))
        title.button.clicked.connect(partial(self.navigate.emit, target))
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(title)
        row.addStretch(1)
        if stage is not Stage.AHEAD:
            row.addWidget(Chip(made, stage_text(stage), TONES[stage]))
        when = label(made, day(reminder.on), Role.HINT)
        when.setMinimumWidth(px(DAY_PX))
        when.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(when)
        return made
