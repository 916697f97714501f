"""The settings of reminders: what the plan agrees, how letters are sent, what runs every day."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.domain.plan.changes import put
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.dialogs.settings_daily import DailyTab
from ui.dialogs.settings_mail import MailTab
from ui.dialogs.settings_policy import PolicyTab
from ui.widgets.banner import NoticeBanner
from ui.widgets.buttons import Look, button
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px


class ReminderSettingsDialog(QDialog):
    """Nothing is kept before it is saved, but for the daily task, which is at once."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reminder_settings")
        self.setWindowTitle(self.tr("Reminders"))
        self.setMinimumWidth(px(620))
        self._desk = desk
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self._banner = NoticeBanner(self, "reminders_banner")
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("reminder_tabs")
        self._tabs.setAccessibleName(self.tr("Reminders"))
        bridge = self._desk.bridge
        knows = self._desk.workshop.holidays.knows
        self._policy = None if bridge is None else PolicyTab(bridge, knows, self._tabs)
        self._mail = MailTab(self._desk, self._tabs)
        self._daily = DailyTab(self._desk, self._tabs)
        if self._policy is not None:
            self._tabs.addTab(self._policy, self.tr("This plan"))
        self._tabs.addTab(self._mail, self.tr("E-mail"))
        self._tabs.addTab(self._daily, self.tr("This computer"))
        self._cancel = button(self, "reminders_cancel", self.tr("Cancel"))
        self._save = button(self, "reminders_save", self.tr("Save"), Look.PRIMARY)
        self._save.setDefault(True)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(12))
        inner.addWidget(label(self, self.tr("Reminders"), Role.H1))
        inner.addWidget(self._tabs, 1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._banner)
        column.addLayout(inner)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self.reject)
        self._save.clicked.connect(self._on_save)
        self._mail.told.connect(self._banner.show_notice)
        self._mail.failed.connect(self._on_failed)
        self._daily.told.connect(self._banner.show_notice)
        self._daily.failed.connect(self._on_failed)

    @Slot()
    def _on_save(self) -> None:
        """The plan's part is one step that can be undone."""
        if not self._mail.check():
            self._tabs.setCurrentWidget(self._mail)
            return
        try:
            self._mail.keep_password()
        except IrplanError as error:
            self._on_failed(error)
            return
        self._keep_policy()
        settings = self._desk.settings
        chosen = replace(settings, mail=self._mail.settings(), tray=self._daily.tray)
        self._desk.change_settings(chosen)
        self.accept()

    def _keep_policy(self) -> None:
        """A plan that says nothing of its own goes on doing so while nothing differs."""
        bridge = self._desk.bridge
        if bridge is None or self._policy is None or bridge.read_only:
            return
        upkeep = self._policy.upkeep()
        if upkeep != bridge.plan.kept:
            bridge.apply((put(bridge.plan, upkeep),), self.tr("Reminders"))

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._banner.show_notice(notice_of(error).text, Tone.DANGER)
