"""What is in an evidence pack that was written, and what its reader should know."""

from collections import Counter
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.evidence.packing import EvidenceResult
from ui.bridge.words import counted
from ui.models.version_rows import size_text
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class EvidenceResultView(QWidget):
    """The file, its checksum, what each folder in it holds, and remarks."""

    folder_asked = Signal()
    """The folder of the pack is to be shown."""

    def __init__(self, parent: QWidget, result: EvidenceResult) -> None:
        super().__init__(parent)
        self.setObjectName("evidence_result")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self._file(result))
        column.addWidget(self._contents(result))
        for picture, tone, text in _remarks(result):
            row = QHBoxLayout()
            row.setSpacing(px(8))
            row.addWidget(Picture(self, picture, tone), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label(self, text, wrap=True), 1)
            column.addLayout(row)

    def _file(self, result: EvidenceResult) -> Card:
        card = Card(self, result.path.name)
        card.heading.setWordWrap(True)
        card.header.setStretch(0, 1)
        card.header.setStretch(1, 0)
        word = self.tr("Signed") if result.signed else self.tr("Unsigned")
        card.add_action(Chip(card, word, Tone.SUCCESS if result.signed else Tone.NEUTRAL))
        card.add(label(card, _about(result), wrap=True))
        row = QHBoxLayout()
        said = self.tr("SHA-256: {0}").format(result.sha256)
        digest = label(card, said, Role.HINT, wrap=True)
        digest.setObjectName("evidence_sha256")
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(digest, 1)
        copy = icon_button(card, "evidence_copy", "copy", self.tr("Copy the checksum"))
        copy.clicked.connect(partial(self._copy, result.sha256))
        row.addWidget(copy)
        card.body.addLayout(row)
        words = self.tr("Show in folder")
        show = button(card, "evidence_show", words, Look.LINK, "folder-open")
        show.clicked.connect(self.folder_asked)
        card.body.addWidget(show, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _contents(self, result: EvidenceResult) -> Card:
        card = Card(self, self.tr("What is in it"))
        card.setObjectName("evidence_contents")
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(14))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        numbers = Counter(name.split("/")[0] for name in result.files if "/" in name)
        rows = [(folder, words) for folder, words in _folders() if numbers[folder]]
        for at, (folder, words) in enumerate(rows):
            grid.addWidget(label(card, f"{folder}/", Role.STRONG), at, 0)
            grid.addWidget(label(card, words, wrap=True), at, 1)
            files = counted(numbers[folder], self.tr("1 file"), self.tr("{n} files"))
            grid.addWidget(label(card, files, Role.HINT), at, 2)
        card.body.addLayout(grid)
        said = self.tr("README.txt explains each file and how to check it without irplan.")
        card.add(label(card, said, Role.HINT, wrap=True))
        return card

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))


def _about(result: EvidenceResult) -> str:
    what = _tr("The plan as it is")
    if result.version:
        what = _tr("Version {0}").format(result.version)
    elif result.draft:
        what = _tr("The plan as it is, a draft")
    files = counted(len(result.files), _tr("1 file"), _tr("{n} files"))
    return f"{what}: {files}, {size_text(result.size)}"


def _folders() -> tuple[tuple[str, str], ...]:
    return (
        ("plan", _tr("the documents, the plan's data and how to read them")),
        ("judgement", _tr("coverage of the frameworks, and findings")),
        ("history", _tr("versions, declarations with their signatures, the audit trail")),
        ("verification", _tr("what the signatures in the documents are worth")),
        ("certificates", _tr("whom they belong to")),
    )


def _remarks(result: EvidenceResult) -> list[tuple[str, str, str]]:
    """Icon, colour and words of what to know."""
    if result.sound:
        said = _tr("The audit trail is whole, and no signature inside is broken.")
        first = ("circle-check", "success", said)
    else:
        said = _tr("Something inside does not hold; an auditor will see it too.")
        first = ("triangle-alert", "warning", said)
    return [first, *(("info", "text2", text) for text in result.remarks)]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Evidence", text)
