"""What an export made: each file with its size and checksum, and what to know about them."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.services.exporting import ExportedFile, ExportResult
from ui.bridge.words import counted
from ui.widgets.banner import announce
from ui.widgets.buttons import icon_button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip, Tone
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px

KILO = 1024


class ExportResultView(QWidget):
    """One card a file, then the result of comparing the formats."""

    def __init__(self, parent: QWidget, result: ExportResult) -> None:
        super().__init__(parent)
        self.setObjectName("export_result")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for at, file in enumerate(result.files):
            column.addWidget(self._file(file, at))
        for picture, tone, text in _remarks(result):
            column.addLayout(self._remark(picture, tone, text))

    def _file(self, file: ExportedFile, at: int) -> Card:
        card = Card(self, file.path.name)
        card.setObjectName(f"export_file_{at}")
        card.heading.setTextFormat(Qt.TextFormat.PlainText)
        signed = (
            (self.tr("Signed"), Tone.SUCCESS)
            if file.signed
            else (self.tr("Unsigned"), Tone.NEUTRAL)
        )
        card.add_action(Chip(card, *signed))
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
        copy = icon_button(card, f"export_copy_{at}", "copy", self.tr("Copy the checksum"))
        copy.clicked.connect(partial(self._copy, file.sha256))
        grid.addWidget(copy, 1, 2)
        card.body.addLayout(grid)
        return card

    def _remark(self, picture: str, tone: str, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Picture(self, picture, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(self, text, Role.PLAIN, wrap=True), 1)
        return row

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))


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
    return found


def _extent(file: ExportedFile) -> str:
    size = f"{file.size / KILO:,.0f} KB" if file.size >= KILO else f"{file.size} B"
    if file.pages is None:
        return size
    tr = QCoreApplication.translate
    pages = counted(file.pages, tr("ExportResult", "1 page"), tr("ExportResult", "{n} pages"))
    return f"{pages}, {size}"
