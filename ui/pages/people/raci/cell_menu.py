"""The menu about the cell that has the cursor: the parts of a role, or deeds with an activity."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.plan.roles import Raci
from ui.models.record_words import choice_text


class CellMenu(QMenu):
    """Is gone when it closes."""

    part_given = Signal(object, bool)
    """Carries the part for the chosen cells, None to clear, and that it takes the place of all."""
    asked = Signal(str)
    """Carries what is to be done with the activity."""

    def __init__(self, parent: QWidget, *, parts: bool, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("raci_menu")
        if parts:
            self._offer_parts(read_only=read_only)
        elif not read_only:
            self._offer_deeds()
        self.aboutToHide.connect(self.deleteLater)

    def _offer_parts(self, *, read_only: bool) -> None:
        for part in () if read_only else Raci:
            words = self.tr("{0} ({1})").format(choice_text(part), part.value)
            self.addAction(words).triggered.connect(partial(self.part_given.emit, part, False))
        if not read_only:
            clear = self.addAction(self.tr("Clear"))
            clear.triggered.connect(partial(self.part_given.emit, None, False))
            self.addSeparator()
        self.addAction(self.tr("Open role")).triggered.connect(partial(self.asked.emit, "role"))

    def _offer_deeds(self) -> None:
        for deed, words in (
            ("rename", self.tr("Rename")),
            ("copy", self.tr("Duplicate")),
            ("up", self.tr("Move up")),
            ("down", self.tr("Move down")),
            ("remove", self.tr("Remove\u2026")),
        ):
            self.addAction(words).triggered.connect(partial(self.asked.emit, deed))
