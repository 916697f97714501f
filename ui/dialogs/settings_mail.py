"""How reminders are sent by mail; the password goes to the keyring and nowhere else."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.services.reminding.mail_settings import (
    PORTS,
    MailSettings,
    Security,
    addresses,
    mail_problem,
)
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell
from ui.widgets.buttons import button
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

LAST_PORT = 65535
NEVER = -1
"""Stands for no weekday."""


class MailTab(QWidget):
    """Says itself what is wrong with its fields; the dialog keeps them."""

    told = Signal(str, object)
    """Carries a sentence and its `Tone`."""
    failed = Signal(object)
    """Carries the `IrplanError` of a test letter."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("mail_tab")
        self._desk = desk
        self._job: Job | None = None
        self._build()
        self._fill(desk.settings.mail)
        self._lay_out()
        self._security.activated.connect(self._on_security)
        self._test.clicked.connect(self._on_test)

    def settings(self) -> MailSettings:
        """What was entered."""
        weekday: int = self._digest.currentData()
        return MailSettings(
            host=self._host.text().strip(),
            port=self._port.value(),
            security=Security(self._security.currentData()),
            user=self._user.text().strip(),
            sender=self._sender.text().strip(),
            to=addresses(self._to.text()),
            digest_on=None if weekday == NEVER else weekday,
        )

    def check(self, *, wanted: bool = False) -> bool:
        """Whether what was entered can be kept: all of it or, unless `wanted`, no server at all."""
        settings = self.settings()
        problem = mail_problem(settings) if settings.host or wanted else ""
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        return not problem

    def keep_password(self) -> None:
        """Keep a password that was entered.

        Raises:
            IrplanError: there is no keyring to keep it in.
        """
        password = self._password.text()
        if password:
            account = self.settings().account
            self._desk.workshop.reminder_office.passwords.keep(account, password)

    def _build(self) -> None:
        self._host = self._line("mail_host")
        self._port = QSpinBox(self)
        self._port.setObjectName("mail_port")
        self._port.setRange(1, LAST_PORT)
        self._port.lineEdit().setTextMargins(px(8), 0, 0, 0)  # the style leaves none there
        self._security = QComboBox(self)
        self._security.setObjectName("mail_security")
        self._security.addItem(self.tr("STARTTLS"), Security.STARTTLS.value)
        self._security.addItem(self.tr("TLS from the start"), Security.TLS.value)
        self._security.addItem(self.tr("None (this computer only)"), Security.NONE.value)
        self._user = self._line("mail_user")
        self._password = self._line("mail_password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setPlaceholderText(self.tr("Type to replace"))
        self._sender = self._line("mail_sender")
        self._to = self._line("mail_to")
        self._digest = QComboBox(self)
        self._digest.setObjectName("mail_digest")
        self._digest.addItem(self.tr("When something is due"), NEVER)
        for at, day in enumerate(self._weekdays()):
            self._digest.addItem(self.tr("Once a week: {0}").format(day), at)
        self._problem = label(self, "", Role.ERROR, wrap=True)
        self._problem.setObjectName("mail_problem")
        self._problem.hide()
        self._test = button(self, "mail_test", self.tr("Send a test letter"), picture="mail")

    def _line(self, name: str) -> QLineEdit:
        made = QLineEdit(self)
        made.setObjectName(name)
        return made

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("Monday"),
            self.tr("Tuesday"),
            self.tr("Wednesday"),
            self.tr("Thursday"),
            self.tr("Friday"),
            self.tr("Saturday"),
            self.tr("Sunday"),
        )

    def _fill(self, mail: MailSettings) -> None:
        self._host.setText(mail.host)
        self._port.setValue(mail.port)
        self._security.setCurrentIndex(self._security.findData(mail.security.value))
        self._user.setText(mail.user)
        self._sender.setText(mail.sender)
        self._to.setText(", ".join(mail.to))
        weekday = NEVER if mail.digest_on is None else mail.digest_on
        self._digest.setCurrentIndex(self._digest.findData(weekday))

    def _lay_out(self) -> None:
        kept = self.tr("Kept in the keyring of this computer only.")
        blank = self.tr("Blank if no password is asked for.")
        several = self.tr("Several with commas between them.")
        fields = (
            Field(self, self.tr("Mail server"), self._host, self.tr("Such as mail.example.org.")),
            Field(self, self.tr("Encryption"), self._security),
            Field(self, self.tr("User"), self._user, blank),
            Field(self, self.tr("Password"), self._password, kept),
            Field(self, self.tr("Sender"), self._sender, self.tr("One address.")),
            Field(self, self.tr("Recipients"), self._to, several),
            Field(self, self.tr("Port"), self._port),
            Field(self, self.tr("How often"), self._digest),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(12))
        for at, field in enumerate(fields):
            grid.addWidget(field, at // 2, at % 2, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at % 2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(12))
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addWidget(self._test, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)

    @Slot()
    def _on_security(self) -> None:
        """A port that was usual becomes the usual one of the other kind."""
        if self._port.value() in PORTS.values():
            self._port.setValue(PORTS[Security(self._security.currentData())])

    @Slot()
    def _on_test(self) -> None:
        """The letter goes out with what is on screen; a password typed there is kept first."""
        if self._job is not None or not self.check(wanted=True):
            return
        settings, office = self.settings(), self._desk.workshop.reminder_office
        password = self._password.text()

        def work(tell: Tell) -> tuple[str, ...]:
            tell(0.0, "")
            if password:
                office.passwords.keep(settings.account, password)
            return office.send_test(settings)

        self._test.setEnabled(False)
        self._job = Job(work, self)
        self._job.finished.connect(self._on_sent)
        self._job.failed.connect(self._on_not_sent)
        self._job.start()

    @Slot(object)
    def _on_sent(self, recipients: tuple[str, ...]) -> None:
        self._end()
        text = self.tr("Sent to {0}. Look whether it arrived.").format(", ".join(recipients))
        self.told.emit(text, Tone.SUCCESS)

    @Slot(object)
    def _on_not_sent(self, error: object) -> None:
        self._end()
        self.failed.emit(error)

    def _end(self) -> None:
        self._job = None
        self._test.setEnabled(True)
