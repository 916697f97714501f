"""Chips for those who listen: in the text each is one character, which says nothing."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor

from ui.widgets.banner import announce
from ui.widgets.prose.chips import chip_of, chip_text
from ui.widgets.prose.editor import ProseEdit


class ChipSpeaker(QObject):
    """Says what a chip stands for when the cursor goes over it, as the arrow keys do."""

    said = Signal(str)
    """Carries what a screen reader was told."""

    def __init__(self, editor: ProseEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._at = editor.textCursor().position()
        editor.cursorPositionChanged.connect(self._on_moved)

    @Slot()
    def _on_moved(self) -> None:
        before, self._at = self._at, self._editor.textCursor().position()
        if abs(before - self._at) != 1 or not self._editor.hasFocus():
            return
        passed = QTextCursor(self._editor.document())
        passed.setPosition(max(before, self._at))
        inline = chip_of(passed.charFormat())
        if inline is None:
            return
        text, settled = chip_text(inline, self._editor.chips.wording)
        told = text if settled else self.tr("Open: {0}").format(text)
        announce(self._editor, told)
        self.said.emit(told)
