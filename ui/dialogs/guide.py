"""The user guide that came with the program."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QImage, QShowEvent, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget
from typing_extensions import override

from ui.bridge.links import open_page
from ui.widgets.buttons import Look, button
from ui.widgets.tokens import px

_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a picture in the text of a document."""

WIDEST_PICTURE_PX = 740


class GuideDialog(QDialog):
    """Reads offline."""

    def __init__(self, file: Path, parent: QWidget, chapter: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("guide_dialog")
        self.setWindowTitle(self.tr("User guide"))
        self.resize(px(820), px(640))
        self.text = GuideText(file, self)
        self._chapter = chapter
        close = button(self, "close_button", self.tr("Close"), Look.PRIMARY)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(28), px(20), px(24), px(20))
        column.setSpacing(px(16))
        column.addWidget(self.text, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addLayout(foot)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """A chapter has its place only once the text has its width."""
        super().showEvent(event)
        self.text.setFocus()
        QTimer.singleShot(0, self, self._show_chapter)

    @Slot()
    def _show_chapter(self) -> None:
        self.text.show_chapter(self._chapter)


class GuideText(QTextBrowser):
    """Shows a guide and the files beside it; links to the web open in the browser."""

    def __init__(self, file: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("guide_text")
        self.setAccessibleName(self.tr("User guide"))
        self.setOpenLinks(False)
        self.setProperty("bare", "true")
        self._folder = file.parent
        self._show(file)
        self.anchorClicked.connect(self.follow)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Pictures come from the guide's own folder and are no wider than the window."""
        file = self._beside(QUrl(name))
        if type != QTextDocument.ResourceType.ImageResource.value:
            return None
        if file is None:
            return _nothing()
        picture = QImage(str(file))
        width = min(picture.width(), px(WIDEST_PICTURE_PX))
        return picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)

    def show_chapter(self, heading: str) -> bool:
        """Bring the chapter of that heading to the top; False, at the start, without one."""
        block = self.document().begin()
        while block.isValid():
            is_heading = block.blockFormat().headingLevel() > 0
            if is_heading and block.text().strip().casefold() == heading.casefold():
                self.setTextCursor(QTextCursor(block))
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(round(top))
                return True
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return False

    @Slot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Go where a link leads."""
        file = self._beside(url)
        if url.scheme():
            open_page(url.toString())
        elif file is not None and file.suffix == ".md":
            self._show(file)
        elif url.hasFragment():
            self.scrollToAnchor(url.fragment())

    def _show(self, file: Path) -> None:
        self.setMarkdown(file.read_text("utf-8"))
        cursor = QTextCursor(self.document())
        while not cursor.atEnd():
            shape = cursor.blockFormat()
            shape.setTopMargin(px(18 if shape.headingLevel() else 2))
            shape.setBottomMargin(px(6))
            height = 100 if _PICTURE in cursor.block().text() else 140
            shape.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
            if not cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
                break
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _beside(self, url: QUrl) -> Path | None:
        """The file in the guide's folder that `url` names; None when there is none."""
        if url.scheme() or not url.path():
            return None
        file = (self._folder / url.path()).resolve()
        inside = file.is_relative_to(self._folder.resolve())
        return file if inside and file.is_file() else None


def _nothing() -> QImage:
    """Stands in for a picture that was not shipped."""
    made = QImage(1, 1, QImage.Format.Format_ARGB32)
    made.fill(Qt.GlobalColor.transparent)
    return made
