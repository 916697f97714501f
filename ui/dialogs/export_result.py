"""What an export made: each file with its size and checksum, and what to know about them."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.exporting import ExportedFile, ExportResult
from ui.bridge.words import counted
from ui.models.level_words import signed_word
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

KILO = 1024


class ExportResultView(QWidget):
    """One card a file, then the result of comparing the formats."""

    verify_asked = Signal(object)
    """Carries the `Path` of a file that is to be verified."""
    folder_asked = Signal(object)
    """Carries the `Path` of a file whose folder is to be shown."""

    def __init__(
        self, parent: QWidget, result: ExportResult, title: str = "", first: int = 0
    ) -> None:
        """`first` is the number of the first file, where several results stand below each other."""
        super().__init__(parent)
        self.setObjectName("export_result")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        if title:
            column.addWidget(label(self, title, Role.H2))
        for at, file in enumerate(result.files, first):
            column.addWidget(self._file(file, at))
        for picture, tone, text in _remarks(result):
            column.addLayout(self._remark(picture, tone, text))

    def _file(self, file: ExportedFile, at: int) -> Card:
        card = Card(self, file.path.name)
        card.setObjectName(f"export_file_{at}")
        card.heading.setTextFormat(Qt.TextFormat.PlainText)
        card.heading.setWordWrap(True)
        card.header.setStretch(0, 1)
        card.header.setStretch(1, 0)
        tone = Tone.SUCCESS if file.signed else Tone.NEUTRAL
        card.add_action(Chip(card, signed_word(file.level), tone))
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(card, self.tr("Size"), Role.HINT), 0, 0)
        grid.addWidget(label(card, _extent(file)), 0, 1)
        grid.addWidget(label(card, self.tr("SHA-256"), Role.HINT), 1, 0)
        digest = ElidedLabel(card, file.sha256)
        digest.setObjectName(f"export_sha256_{at}")
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(digest, 1, 1)
        words = self.tr("Copy the checksum of {0}").format(file.path.name)
        copy = icon_button(card, f"export_copy_{at}", "copy", words)
        copy.clicked.connect(partial(self._copy, file.sha256))
        grid.addWidget(copy, 1, 2)
        card.body.addLayout(grid)
        card.body.addLayout(self._doors(card, file, at))
        return card

    def _doors(self, card: Card, file: ExportedFile, at: int) -> QHBoxLayout:
        """What can be done with the file next."""
        verify = button(card, f"export_verify_{at}", self.tr("Verify"), Look.LINK, "file-search")
        verify.setAccessibleName(self.tr("Verify {0}").format(file.path.name))
        verify.clicked.connect(partial(self.verify_asked.emit, file.path))
        words = self.tr("Show in folder")
        show = button(card, f"export_show_{at}", words, Look.LINK, "folder-open")
        show.setAccessibleName(self.tr("Show {0} in its folder").format(file.path.name))
        show.clicked.connect(partial(self.folder_asked.emit, file.path))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(verify)
        row.addWidget(show)
        row.addStretch(1)
        return row

    def _remark(self, picture: str, tone: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Picture(self, picture, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(self, text, Role.PLAIN, wrap=True), 1)
        return row

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))


def verify_target(path: Path) -> str:
    """The navigation target that stands for verifying the file `path`."""
    return f"file:{path}"


def _remarks(result: ExportResult) -> list[tuple[str, str, str]]:
    """Icon, colour and words of what to know."""
    tr = QCoreApplication.translate
    found: list[tuple[str, str, str]] = []
    if len(result.files) > 1 and not result.differences:
        same = tr("ExportResult", "PDF and Word carry the same headings and tables.")
        found.append(("circle-check", "success", same))
    found += [("triangle-alert", "warning", text) for text in result.differences]
    if result.missing_glyphs:
        text = tr("ExportResult", "No bundled typeface has these characters: {0}")
        found.append(("triangle-alert", "warning", text.format(" ".join(result.missing_glyphs))))
    found += [("info", "text2", text) for text in result.remarks]
    return found


def _extent(file: ExportedFile) -> str:
    size = f"{file.size / KILO:,.0f} KB" if file.size >= KILO else f"{file.size} B"
    if file.pages is None:
        return size
    tr = QCoreApplication.translate
    pages = counted(file.pages, tr("ExportResult", "1 page"), tr("ExportResult", "{n} pages"))
    return f"{pages}, {size}"
