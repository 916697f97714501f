"""The card of the chosen point: its state, what restoring it would take back, and the button."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.bridge.notices import notice_of
from ui.bridge.words import counted
from ui.pages.backups.point_words import facts_of, look_of, reason_of, state_of, title_of
from ui.pages.backups.points import Looked, Point, can_be_read
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.changes import ChangeList
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class PointCard(Card):
    """Shows one point; until it was looked at, it says so."""

    restoring = Signal()
    """The plan is to be made as it was."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent)
        self.setObjectName("backup_card")
        self.setAccessibleName(self.tr("Chosen copy or version"))
        self._read_only = read_only
        self._build()
        self._lay_out()

    def show_looking(self, point: Point) -> None:
        """Show `point`, which is being compared with the plan."""
        picture, tone = look_of(point)
        self._picture.show_picture(picture, tone)
        self._picture.setAccessibleName(state_of(point))
        self._title.setText(title_of(point))
        self._facts.setText(f"{state_of(point)} \u00b7 {facts_of(point)}")
        reason = reason_of(point)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.changes.hide()
        self._note.hide()
        self._restore.setEnabled(False)
        usable = can_be_read(point)
        self._restore.setVisible(usable and not self._read_only)
        self._sum.setText(
            self.tr("Comparing it with the plan\u2026")
            if usable
            else self.tr("It cannot be restored. Choose another.")
        )

    def show_looked(self, looked: Looked) -> None:
        """Show what restoring it would do."""
        preview, changes = looked.preview, looked.changes
        if preview is None or changes is None:
            failure = looked.failure
            self._sum.setText("" if failure is None else notice_of(failure).text)
            self.changes.hide()
            self._note.hide()
            return
        count = len(preview.changed.records)
        self._sum.setText(self._sum_of(count))
        self.changes.show_compared(changes)
        self.changes.setVisible(count > 0)
        self._restore.setEnabled(count > 0)
        self._note.setText(self._note_of(preview.kept))
        self._note.setVisible(preview.kept > 0)

    def _sum_of(self, count: int) -> str:
        if not count:
            return self.tr("The plan says the same now; there is nothing to restore.")
        return counted(
            count,
            self.tr("1 record changed since then. Restoring takes that back."),
            self.tr("{n} records changed since then. Restoring takes all of that back."),
        )

    def _note_of(self, kept: int) -> str:
        return counted(
            kept,
            self.tr("1 record of versions, approvals, actions or comments stays as it is."),
            self.tr("{n} records of versions, approvals, actions and comments stay as they are."),
        )

    def _build(self) -> None:
        self._picture = Picture(self)
        self._title = label(self, "", Role.H2, wrap=True)
        self._title.setObjectName("backup_title")
        self._facts = label(self, "", Role.HINT, wrap=True)
        self._facts.setObjectName("backup_facts")
        self._reason = label(self, "", Role.BODY, wrap=True)
        self._reason.setObjectName("backup_reason")
        self._sum = label(self, "", Role.BODY, wrap=True)
        self._sum.setObjectName("backup_sum")
        self.changes = ChangeList(self)
        self._note = label(self, "", Role.HINT, wrap=True)
        self._note.setObjectName("backup_note")
        self._restore = button(
            self, "backup_restore", self.tr("Restore\u2026"), Look.PRIMARY, "history"
        )
        self._restore.clicked.connect(self.restoring)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.body.addLayout(head)
        for part in (self._facts, self._reason, self._sum):
            self.body.addWidget(part)
        self.body.addWidget(self.changes, 1)
        self.body.addWidget(self._note)
        self.body.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(0)
