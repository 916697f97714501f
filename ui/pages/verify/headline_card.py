"""The light over the whole file, in colour and words, and what can be done next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.services.verifying import FileKind, Verdict, VerificationReport
from ui.models.verify_words import file_facts, light_look
from ui.pages.verify.facts import fact_list
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label, paragraph, set_paragraph
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

STEPS = 1000
"""The resolution of the progress bar."""


class HeadlineCard(Card):
    """Colour, icon and words say the same."""

    saving = Signal()
    """The report is to be saved."""
    copying = Signal()
    """The report is to be copied."""
    signing = Signal()
    """The file is to be signed."""
    stamping = Signal()
    """A time stamp is to be added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verify_headline_card")
        self._picture = Picture(self, "hourglass", "text2", 28)
        self._light = label(self, "", Role.FIGURE, wrap=True)
        self._light.setObjectName("verify_light")
        self._headline = paragraph(self)
        self._headline.setObjectName("verify_headline")
        self._bar = QProgressBar(self)
        self._bar.setObjectName("verify_progress")
        self._bar.setAccessibleName(self.tr("Progress of the verification"))
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        self._facts = QWidget(self)
        words = self.tr("Save the report\u2026")
        self.save = button(self, "verify_save", words, Look.PLAIN, "save")
        self.copy = button(self, "verify_copy", self.tr("Copy the report"), Look.PLAIN, "copy")
        words = self.tr("Sign this file\u2026")
        self.sign = button(self, "verify_sign", words, Look.PLAIN, "signature")
        words = self.tr("Add a time stamp\u2026")
        self.stamp = button(self, "verify_stamp", words, Look.PLAIN, "stamp")
        self._tools = QWidget(self)
        self._lay_out()
        self.save.clicked.connect(self.saving)
        self.copy.clicked.connect(self.copying)
        self.sign.clicked.connect(self.signing)
        self.stamp.clicked.connect(self.stamping)

    def show_progress(self, share: float, what: str) -> None:
        """Say what is being done, and the share done, from 0 to 1."""
        self._bar.setValue(round(share * STEPS))
        self._bar.setAccessibleDescription(what)
        self._bar.show()
        self._light.setText(what)
        self._picture.show_picture("hourglass", "text2")
        self._headline.hide()
        self._facts.hide()
        self._tools.hide()

    def show_report(self, report: VerificationReport) -> None:
        """Say what was found."""
        look = light_look(report.light)
        self._bar.hide()
        self._picture.show_picture(look.picture, look.tone.value)
        self._light.setText(look.word)
        set_paragraph(self._headline, report.headline)
        self._headline.show()
        self._refill(report)
        self._tools.show()
        readable = report.verdict is not Verdict.UNREADABLE
        open_fields = bool(report.empty_fields) and report.verdict is not Verdict.INVALID
        self.sign.setVisible(readable and open_fields)
        signed = bool(report.signatures) and report.verdict is not Verdict.INVALID
        self.stamp.setVisible(signed and report.kind is FileKind.PDF)
        announce(self, f"{look.word}. {report.headline}")

    def _refill(self, report: VerificationReport) -> None:
        fresh = fact_list(self, file_facts(report))
        self.body.replaceWidget(self._facts, fresh)
        self._facts.hide()
        self._facts.deleteLater()
        self._facts = fresh
        fresh.show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self._light)
        words.addWidget(self._headline)
        top = QHBoxLayout()
        top.setSpacing(px(14))
        top.addWidget(self._picture)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._facts)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._tools)
        row.setContentsMargins(0, px(4), 0, 0)
        row.setSpacing(px(8))
        for tool in (self.sign, self.stamp, self.copy, self.save):
            row.addWidget(tool)
        row.addStretch(1)
        self.body.addWidget(self._tools)
