"""The server that vouches for the time of signatures, and a try whether it answers."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import IrplanError
from app.services.proving.stamps import TimeStampReport
from app.services.time_authority import authority_problem
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell
from ui.widgets.banner import announce
from ui.widgets.buttons import button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px


class TimeServerBox(QWidget):
    """Keeps an address as soon as it is one."""

    resized = Signal()
    """More or less is said."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.entry = QLineEdit(self)
        self.entry.setObjectName("time_server")
        self.entry.setPlaceholderText("https://")
        self._ask = button(self, "time_server_ask", self.tr("Ask it now"), picture="clock")
        self._ask.setToolTip(self.tr("Ask the server for a time stamp now"))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(8))
        line.addWidget(self.entry, 1)
        line.addWidget(self._ask)
        hint = self.tr(
            "Vouches for the time of a signature (RFC 3161); it is sent a checksum only. Blank: "
            "the time is this computer's clock."
        )
        self.field = Field(self, self.tr("Time-stamp server"), self.entry, hint, box=row)
        self._answer = label(self, "", Role.BODY, wrap=True)
        self._answer.setObjectName("time_server_answer")
        self._answer.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.field)
        column.addWidget(self._answer)
        self.entry.setText(desk.settings.time_authority)
        self._on_edited()
        self.entry.textChanged.connect(self._on_edited)
        self.entry.editingFinished.connect(self.keep)
        self._ask.clicked.connect(self._on_ask)

    @Slot()
    def keep(self) -> bool:
        """Keep the address, or say at the field what is wrong with it; whether it was kept."""
        address = self._address
        problem = authority_problem(address)
        if problem:
            self.refuse(problem)
            return False
        self._desk.change_settings(replace(self._desk.settings, time_authority=address))
        return True

    def refuse(self, problem: str) -> None:
        """Say at the field what is wrong."""
        if problem != self.field.problem:
            self.field.show_problem(problem)
            announce(self.field, problem)
            self.resized.emit()

    @property
    def _address(self) -> str:
        return self.entry.text().strip()

    @Slot()
    def _on_edited(self) -> None:
        """What was answered is about another address by now."""
        self._ask.setEnabled(bool(self._address) and self._job is None)
        if self.field.problem:
            self.field.show_problem("")
        self._say("")

    @Slot()
    def _on_ask(self) -> None:
        if self._job is not None or not self.keep():
            return
        workshop, address = self._desk.workshop, self._address

        def work(tell: Tell) -> TimeStampReport:
            del tell
            return workshop.time_from(address)

        self._job = job = Job(work, self._desk)  # it outlives the dialog, as its thread does
        job.finished.connect(self._on_answer)
        job.failed.connect(self._on_failed)
        self._ask.setEnabled(False)
        self._say(self.tr("Asking the server\u2026"))
        job.start()

    @Slot(object)
    def _on_answer(self, report: TimeStampReport) -> None:
        self._end(self.tr("It answered: {0}.").format(report.text), Role.BODY)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self._end(error.message, Role.ERROR)

    def _end(self, said: str, role: Role) -> None:
        if not isValid(self):
            return
        if self._job is not None:
            self._job.deleteLater()
            self._job = None
        self._ask.setEnabled(bool(self._address))
        self._say(said, role)
        announce(self._answer, said)

    def _say(self, said: str, role: Role = Role.BODY) -> None:
        if said == self._answer.text():
            return
        self._answer.setProperty("role", role.value)
        repolish(self._answer)
        self._answer.setText(said)
        self._answer.setVisible(bool(said))
        self.resized.emit()
