"""What this computer does every day: the task that sends reminders, and the icon in the tray."""

from datetime import time

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.services.reminding.ordering import Standing
from app.services.reminding.timing import DEFAULT_AT, Installed, Task
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.tray import ReminderTray
from ui.bridge.words import counted
from ui.widgets.buttons import button
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class DailyTab(QWidget):
    """The operating system is asked in the background: it may take its time."""

    told = Signal(str, object)
    """Carries a sentence and its `Tone`."""
    failed = Signal(object)
    """Carries the `IrplanError` of what was tried."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("daily_tab")
        self._desk = desk
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._install.clicked.connect(self._on_install)
        self._remove.clicked.connect(self._on_remove)
        self._look()

    @property
    def tray(self) -> bool:
        """Whether the icon is wanted."""
        return self._tray.isChecked()

    def _build(self) -> None:
        settings = self._desk.settings
        self._state = label(self, self.tr("Looking\u2026"), Role.BODY, wrap=True)
        self._state.setObjectName("daily_state")
        self._failures = label(self, "", Role.ERROR, wrap=True)
        self._failures.setObjectName("daily_failures")
        self._failures.hide()
        self._at = QComboBox(self)
        self._at.setObjectName("daily_at")
        for half_hours in range(48):
            at = time(half_hours // 2, half_hours % 2 * 30)
            self._at.addItem(f"{at:%H:%M}", at)
        self._at.setCurrentText(f"{DEFAULT_AT:%H:%M}")
        self._notify = self._box("daily_notify", self.tr("Show notices on the desktop"))
        self._notify.setChecked(True)
        self._mail = self._box("daily_mail", self.tr("Send letters, as set up under E-mail"))
        self._mail.setChecked(bool(settings.mail.host))
        self._install = button(self, "daily_install", self.tr("Remind me of this plan every day"))
        self._install.setEnabled(self._desk.path is not None)
        self._remove = button(self, "daily_remove", self.tr("Stop"))
        self._remove.setEnabled(False)
        self._tray = self._box("daily_tray", self.tr("Show reminders in the system tray"))
        self._tray.setChecked(settings.tray)
        self._tray.setEnabled(ReminderTray.available())

    def _box(self, name: str, text: str) -> QCheckBox:
        made = QCheckBox(text, self)
        made.setObjectName(name)
        return made

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self._install)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(12))
        said = self.tr("irplan need not be open: the operating system runs it once a day.")
        column.addWidget(label(self, said, Role.BODY, wrap=True))
        column.addWidget(Field(self, self.tr("Every day at"), self._at))
        column.addWidget(self._notify)
        column.addWidget(self._mail)
        column.addLayout(buttons)
        column.addWidget(self._state)
        column.addWidget(self._failures)
        column.addSpacing(px(8))
        column.addWidget(self._tray)
        if not ReminderTray.available():
            none = self.tr("This desktop has no tray.")
            column.addWidget(label(self, none, Role.HINT, wrap=True))
        column.addStretch(1)

    def _look(self) -> None:
        office = self._desk.workshop.reminder_office

        def work(tell: Tell) -> Standing:
            tell(0.0, "")
            return office.standing()

        self._run(work, self._on_standing)

    @Slot()
    def _on_install(self) -> None:
        path = self._desk.path
        if path is None:
            return
        at: time = self._at.currentData()
        task = Task((path,), at, self._mail.isChecked(), self._notify.isChecked())
        office = self._desk.workshop.reminder_office

        def work(tell: Tell) -> Installed:
            tell(0.0, "")
            return office.install_with(task)

        self._run(work, self._on_installed)

    @Slot()
    def _on_remove(self) -> None:
        office = self._desk.workshop.reminder_office

        def work(tell: Tell) -> object:
            tell(0.0, "")
            return office.uninstall()

        self._run(work, self._on_removed)

    def _run(self, work: Work, done: object) -> None:
        if self._job is not None:
            return
        self._install.setEnabled(False)
        self._remove.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(done)
        self._job.failed.connect(self._on_failed)
        self._job.start()

    @Slot(object)
    def _on_standing(self, standing: Standing) -> None:
        self._job = None
        self._install.setEnabled(self._desk.path is not None)
        self._remove.setEnabled(standing.timer.installed)
        self._state.setText(self._words(standing))
        wrong = [
            self.tr("{0}: {1}").format(one.route.recipient or one.route.channel, one.reason)
            for one in standing.failures
        ]
        self._failures.setText("\n".join(wrong))
        self._failures.setVisible(bool(wrong))

    @Slot(object)
    def _on_installed(self, done: Installed) -> None:
        self._job = None
        said = self.tr("You are reminded every day at {0}.")
        text = said.format(self._at.currentText())
        tone = Tone.SUCCESS if done.enabled else Tone.WARNING
        self.told.emit(f"{text} {done.advice}".strip() if done.enabled else done.advice, tone)
        self._look()

    @Slot(object)
    def _on_removed(self, removed: object) -> None:
        del removed
        self._job = None
        self.told.emit(self.tr("You are no longer reminded every day."), Tone.SUCCESS)
        self._look()

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self._job = None
        self._install.setEnabled(self._desk.path is not None)
        self._state.setText("")
        self.failed.emit(error)

    def _words(self, standing: Standing) -> str:
        timer = standing.timer
        if not timer.installed:
            said = [self.tr("Nothing runs every day yet.")]
        elif not timer.enabled:
            said = [self.tr("The daily task is there, but does not run.")]
        else:
            names = ", ".join(path.name for path in standing.plans) or timer.system
            said = [self.tr("The daily task runs for {0}.").format(names)]
        if timer.next_run:
            said.append(self.tr("Next: {0}.").format(timer.next_run))
        if standing.last_run is not None:
            when = f"{standing.last_run.at.astimezone():%d %b %Y %H:%M}"
            said.append(self.tr("Last on {0}: {1}").format(when, standing.last_run.outcome))
        count = len(standing.failures)
        if count:
            many = self.tr("{n} recipients could not be told.")
            said.append(counted(count, self.tr("1 recipient could not be told."), many))
        return " ".join(said)
