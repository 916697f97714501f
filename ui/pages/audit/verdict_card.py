"""What the audit says: a headline, what was checked, and what cannot be known."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from app.services.audit_report import AuditReport
from ui.models.audit_rows import explanation, headline, unknowable
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.picture import Picture
from ui.widgets.tokens import px
from ui.widgets.wrapping_row import WrappingRow

STEPS = 1000
"""The resolution of the progress bar."""


class VerdictCard(Card):
    """Colour, icon and words say the same."""

    checking = Signal()
    """The audit is to run again."""
    comparing = Signal()
    """An exported document is to be compared with."""
    saving = Signal()
    """The report is to be saved."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, " ")
        self.setObjectName("audit_verdict")
        self.set_title(self.tr("Audit trail"))
        self._picture = Picture(self, "hourglass", "text2", 26)
        self._headline = label(self, self.tr("Not checked yet"), Role.FIGURE, wrap=True)
        self._headline.setObjectName("audit_headline")
        self._checked: QLabel = paragraph(self)
        self._checked.setObjectName("audit_checked")
        self._unknowable: QLabel = paragraph(self)
        self._unknowable.setObjectName("audit_unknowable")
        self._head: QLabel = label(self, "", Role.HINT, wrap=True)
        self._head.setObjectName("audit_head")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("audit_progress")
        self._bar.setAccessibleName(self.tr("Progress of the audit"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._bar.hide()
        words = self.tr("Check again")
        self.check = button(self, "audit_check", words, Look.PRIMARY, "refresh-cw")
        words = self.tr("Compare with an exported PDF\u2026")
        self.compare = button(self, "audit_compare", words, Look.PLAIN, "file-search")
        self.save = button(self, "audit_save", self.tr("Save the report\u2026"), Look.PLAIN, "save")
        self._lay_out()
        self.check.clicked.connect(self.checking)
        self.compare.clicked.connect(self.comparing)
        self.save.clicked.connect(self.saving)

    def show_progress(self, share: float, what: str) -> None:
        """Say what is being done, and the share done, from 0 to 1."""
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        self._bar.show()
        self._headline.setText(what)
        self._picture.show_picture("hourglass", "text2")
        self._enable(done=False)

    def show_report(self, report: AuditReport) -> None:
        """Say what was found."""
        self._bar.hide()
        good = report.holds
        name, tone = ("circle-check", "success") if good else ("circle-x", "danger")
        self._picture.show_picture(name, tone)
        self._headline.setText(headline(report))
        set_paragraph(self._checked, explanation(report))
        set_paragraph(self._unknowable, unknowable(report))
        head = report.verdict.head
        text = "" if head is None else self._words().format(head.number, head.hash)
        self._head.setText(text)
        self._head.setVisible(bool(text))
        self._enable(done=True)
        announce(self, f"{headline(report)}. {unknowable(report)}")

    def show_failure(self) -> None:
        """It could not be audited; why stands elsewhere."""
        self._bar.hide()
        self._headline.setText(self.tr("The audit trail could not be checked"))
        self._picture.show_picture("circle-alert", "danger")
        self._enable(done=False)
        self.check.setEnabled(True)

    def _words(self) -> str:
        return self.tr("The history ends with revision {0}, whose seal is {1}.")

    def _enable(self, *, done: bool) -> None:
        for part in (self.check, self.compare, self.save):
            part.setEnabled(done)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self._picture)
        top.addWidget(self._headline, 1)
        self.body.addLayout(top)
        for part in (self._bar, self._checked, self._unknowable, self._head):
            self.body.addWidget(part)
        row = WrappingRow(spacing=px(8))
        for tool in (self.check, self.compare, self.save):
            row.addWidget(tool)
        self.body.addSpacing(px(4))
        self.body.addLayout(row)
