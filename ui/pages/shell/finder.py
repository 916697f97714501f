"""Find in page: the bar of the window over the texts of the page that is shown."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.models.find_spots import Spot, bring, settle, spots
from ui.models.find_text import Hit, hits
from ui.widgets.banner import announce
from ui.widgets.find_bar import FindBar
from ui.widgets.find_mark import FindMark

LONGEST_SELECTION = 60
"""A longer selection is not what one looks for."""
_TYPED_IN = (QTextEdit, QPlainTextEdit, QLineEdit)


class Finder(QObject):
    """Reads the page anew for every step, since an edit may have changed what it shows."""

    def __init__(self, bar: FindBar, page: Callable[[], QWidget | None]) -> None:
        super().__init__(bar)
        self.bar = bar
        self._page = page
        self._at = 0
        self._mark: FindMark | None = None
        self._from: QWidget | None = None
        bar.searched.connect(self._on_searched)
        bar.stepped.connect(self.step)
        bar.closed.connect(self.close)

    def open(self) -> None:
        """Show the bar, with what is selected on the page as what to look for."""
        selected = _selected()
        if not self.bar.isVisible():
            self._from = QApplication.focusWidget()
        self.bar.show()
        if selected and selected != self.bar.wanted:
            self.bar.field.setText(selected)
        else:
            self._on_searched()
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    @Slot(int)
    def step(self, by: int) -> None:
        """To the next place (1) or the one before (-1), and round at the end."""
        if not self.bar.isVisible():
            self.open()
            return
        self._at += by
        self._show()

    @Slot()
    def close(self) -> None:
        """Hide the bar, and leave the person at what was found."""
        found = self._found()
        self.dismiss()
        if found is not None:
            settle(found[0])
        elif self._from is not None and shiboken6.isValid(self._from) and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Hide the bar and leave the keyboard where it is, as when another page is gone to."""
        self._unmark()
        self.bar.hide()

    @Slot()
    def _on_searched(self) -> None:
        """Begin in the text the person was in, if it is there too, else at the top."""
        places, texts = self._places()
        was = self._from if isinstance(self._from, _TYPED_IN) else None
        near = (at for at, hit in enumerate(places) if texts[hit.text].widget is was)
        self._at = next(near, 0)
        self._show()

    def _show(self) -> None:
        self._unmark()
        places, texts = self._places()
        self._at = self._at % len(places) if places else 0
        said = self.bar.show_count(self._at, len(places))
        if places:
            hit = places[self._at]
            self._mark = bring(texts[hit.text], hit.start, hit.length)
            announce(self.bar, f"{said}: {_around(texts[hit.text], hit)}")
        elif said:
            announce(self.bar, said)

    def _places(self) -> tuple[tuple[Hit, ...], tuple[Spot, ...]]:
        page = self._page()
        texts = () if page is None or not self.bar.wanted.strip() else spots(page)
        found = hits([one.text for one in texts], self.bar.wanted, case=self.bar.case.isChecked())
        return found, texts

    def _found(self) -> tuple[Spot, Hit] | None:
        places, texts = self._places()
        if not places:
            return None
        hit = places[min(self._at, len(places) - 1)]
        return texts[hit.text], hit

    def _unmark(self) -> None:
        if self._mark is not None and shiboken6.isValid(self._mark):
            self._mark.hide()
            self._mark.deleteLater()
        self._mark = None


def _around(spot: Spot, hit: Hit) -> str:
    """The line the place is in, shortened."""
    before = spot.text.rfind("\n", 0, hit.start) + 1
    after = spot.text.find("\n", hit.start)
    line = spot.text[before : after if after >= 0 else len(spot.text)]
    return line if len(line) <= 2 * LONGEST_SELECTION else spot.text[hit.start : hit.start + 60]


def _selected() -> str:
    focused = QApplication.focusWidget()
    text = ""
    if isinstance(focused, (QTextEdit, QPlainTextEdit)):
        text = focused.textCursor().selectedText()
    elif isinstance(focused, QLineEdit):
        text = focused.selectedText()
    return text if len(text) <= LONGEST_SELECTION and "\u2029" not in text else ""
