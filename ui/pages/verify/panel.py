"""Verifying files, one after the other: what to verify, by what, and what was found."""

import json
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job
from ui.bridge.notices import notice_of
from ui.pages.verify.drop_card import DropCard
from ui.pages.verify.headline_card import HeadlineCard
from ui.pages.verify.report_cards import report_cards
from ui.pages.verify.trust_card import TrustCard
from ui.pages.verify.verifying import Question, Verified, verifying
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.chips import Tone
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDEST_PX = 980
"""Lines longer than this are tiring."""


class VerifyPanel(QWidget):
    """Needs no plan; with one open, a file is compared with it too."""

    sign_asked = Signal(object)
    """Carries the `Path` of a file that is to be signed."""
    stamp_asked = Signal(object)
    """Carries the `Path` of a file that is to be stamped."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("verify_panel")
        self.setAcceptDrops(True)
        self._desk = desk
        self._file: Path | None = None
        self._found: Verified | None = None
        self._job: Job | None = None
        self._cards: list[QWidget] = []
        self._build()
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether a file is being verified."""
        return self._job is not None

    def panes(self) -> tuple[QWidget, ...]:
        """The parts F6 moves between."""
        return (self.banner, self.drop, self.trust, self.headline)

    def verify(self, path: Path) -> None:
        """Verify the file `path`."""
        self._file = path
        self.drop.show_file(path)
        self.check()

    @Slot()
    def check(self) -> None:
        """Verify the file that was taken last, by what it is to be judged by now."""
        if self._file is None:
            return
        if self._job is not None:
            self._job.cancel()
        beside = self.trust.compare.isChecked() and self._saved()
        question = Question(self._file, self.trust.files, self._desk.path if beside else None)
        told = self.tr("Verifying\u2026")
        self._job = Job(verifying(self._desk.workshop, question, told), self._desk)
        self._job.progress.connect(self._on_progress)
        self._job.finished.connect(self._on_found)
        self._job.failed.connect(self._on_failed)
        self.banner.hide()
        self._clear()
        self.headline.show()
        self.headline.show_progress(0.0, self.tr("Starting\u2026"))
        self._job.start()

    def _saved(self) -> bool:
        """Whether what is in the window is in its file too; else it is compared as it was."""
        bridge = self._desk.bridge
        if bridge is not None and not bridge.read_only:
            bridge.flush()
        return self._desk.path is not None

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "verify_banner")
        self._scroll = ScrollBody(self, "verify_scroll")
        body = self._scroll.body
        self._inner = QWidget(body)
        self._inner.setMaximumWidth(px(WIDEST_PX))
        self.drop = DropCard(self._inner)
        self.headline = HeadlineCard(self._inner)
        self.headline.hide()
        self.trust = TrustCard(self._inner, plan=self._desk.path is not None)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(16))
        self._column.addWidget(self.drop)
        self._column.addWidget(self.headline)
        self._column.addWidget(self.trust)
        self._column.addStretch(1)
        self._scroll.content.addWidget(self._inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.drop.chosen.connect(self.verify)
        self.trust.changed.connect(self.check)
        self.headline.saving.connect(self._save)
        self.headline.copying.connect(self._copy)
        self.headline.signing.connect(self._on_sign)
        self.headline.stamping.connect(self._on_stamp)
        self.sign_asked.connect(self._open_sign)
        self.stamp_asked.connect(self._open_stamp)

    def _clear(self) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = []

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        if self.sender() is self._job:
            self.headline.show_progress(share, what)

    @Slot(object)
    def _on_found(self, found: Verified) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._found = found
        self.headline.show_report(found.report)
        self._cards = list(report_cards(self._inner, found.report))
        before = self._column.indexOf(self.trust)
        for at, card in enumerate(self._cards):
            self._column.insertWidget(before + at, card)
        self._scroll.verticalScrollBar().setValue(0)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        if self.sender() is not self._job:
            return
        self._job = None
        self._found = None
        self.headline.hide()
        if not isinstance(error, Cancelled):
            self.banner.show_notice(notice_of(error).text)

    @Slot()
    def _on_sign(self) -> None:
        if self._file is not None:
            self.sign_asked.emit(self._file)

    @Slot()
    def _on_stamp(self) -> None:
        if self._file is not None:
            self.stamp_asked.emit(self._file)

    @Slot(object)
    def _open_sign(self, file: Path) -> None:
        from ui.dialogs.sign_file.dialog import SignFileDialog

        dialog = SignFileDialog(self._desk, file, self)
        dialog.verify_asked.connect(self.verify)
        dialog.open()

    @Slot(object)
    def _open_stamp(self, file: Path) -> None:
        from ui.dialogs.sign_file.stamp_dialog import StampDialog

        dialog = StampDialog(self._desk, file, self)
        dialog.verify_asked.connect(self.verify)
        dialog.open()

    @Slot()
    def _copy(self) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText("\n".join(self._found.report.lines()))
            announce(self, self.tr("Copied"))

    @Slot()
    def _save(self) -> None:
        """Ask where to save the report."""
        if self._found is None:
            return
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setObjectName("verify_save_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        text, data = self.tr("Text (*.txt)"), self.tr("Data for programs (*.json)")
        dialog.setNameFilters([text, data])
        dialog.selectFile(f"{self._found.question.file.stem}-verification.txt")
        dialog.fileSelected.connect(self._on_report)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _on_report(self, file: str) -> None:
        """The ending decides between text and data."""
        if self._found is None:
            return
        path, report = Path(file), self._found.report
        if path.suffix.lower() == ".json":
            text = json.dumps(report.to_json(), ensure_ascii=False, indent=2)
        else:
            text = "\n".join(report.lines())
        try:
            self._desk.workshop.write(path, f"{text}\n".encode())
        except IrplanError as error:
            self.banner.show_notice(notice_of(error).text)
            return
        self.banner.show_notice(self.tr("The report is in {0}.").format(path), Tone.SUCCESS)
