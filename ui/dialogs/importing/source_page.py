"""The first step of an import: a file, or what was copied from elsewhere."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

FILTER = "*.csv *.tsv *.tab *.txt *.vcf *.vcard"
LONGEST_SHOWN = 200_000
"""Characters; what is longer is taken as it was copied, and shown in part."""


class SourcePage(QWidget):
    """Asks for a file by its chooser or a drop, or takes a table as text."""

    file_chosen = Signal(object)
    """Carries the `Path`."""
    pasted = Signal(str, str)
    """Carries the text that was pasted, and its HTML if it has some."""

    def __init__(self, parent: QWidget, folder: Path | None) -> None:
        super().__init__(parent)
        self.setObjectName("import_source")
        self.setAcceptDrops(True)
        self._folder = folder
        self.choose = button(
            self, "import_choose", self.tr("Choose a file\u2026"), Look.PRIMARY, "folder-open"
        )
        self.paste = button(
            self, "import_paste", self.tr("Paste from the clipboard"), picture="clipboard-check"
        )
        self._text = QPlainTextEdit(self)
        self._text.setObjectName("import_text")
        self._text.setTabChangesFocus(True)
        self._text.setPlaceholderText(
            self.tr("Ada Byron\tada@example.org\t+44 20 7946 0958\nBo Ek\tbo@example.org\t\u2026")
        )
        self._lay_out()
        self.choose.clicked.connect(self.browse)
        self.paste.clicked.connect(self._on_paste)

    @property
    def typed(self) -> str:
        """The table that stands in the box."""
        return self._text.toPlainText()

    @Slot()
    def browse(self) -> None:
        """Open the chooser of the system."""
        dialog = QFileDialog(self, self.tr("Import a table"))
        dialog.setObjectName("import_file_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        tables = self.tr("Tables and address cards ({0})").format(FILTER)
        dialog.setNameFilters([tables, self.tr("All files (*)")])
        if self._folder is not None and self._folder.is_dir():
            dialog.setDirectory(str(self._folder))
        dialog.fileSelected.connect(self._on_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        file = event.mimeData().urls()[0].toLocalFile()
        if file:
            event.acceptProposedAction()
            self.file_chosen.emit(Path(file))

    def _lay_out(self) -> None:
        card = Card(self, self.tr("From a file"))
        said = self.tr(
            "CSV as spreadsheets save it, or address cards (.vcf) as telephones and mail programs "
            "export them. You can also drop the file here."
        )
        card.add(label(card, said, Role.HINT, wrap=True))
        card.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeading)
        pasted = Card(self, self.tr("Or paste a table"))
        hint = self.tr(
            "Copy the cells in your spreadsheet and paste them here. Nothing in the plan changes "
            "before the last step."
        )
        caption = self.tr("Cells, one row on each line")
        pasted.add(Field(pasted, caption, self._text, hint))
        row = QHBoxLayout()
        row.addWidget(self.paste)
        row.addStretch(1)
        pasted.body.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(card)
        column.addWidget(pasted, 1)

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self.file_chosen.emit(Path(file))

    @Slot()
    def _on_paste(self) -> None:
        """The HTML of a spreadsheet keeps cells whole that hold line breaks."""
        data = QGuiApplication.clipboard().mimeData()
        text = data.text() if data is not None else ""
        self._text.setPlainText(text[:LONGEST_SHOWN])
        self.pasted.emit(text, data.html() if data is not None and data.hasHtml() else "")
