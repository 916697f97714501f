"""The dialog of comments: those on one record, or all of them, with a filter."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.plan.changes import ChangeSet
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.commenting.edits import Remark, answered, commented, flaw, resolved, reworded
from app.services.commenting.threads import About, Thread, threads
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.dialogs.comments.talk_box import TalkBox
from ui.models.comment_rows import (
    ANSWERS_ROLE,
    WHO_ROLE,
    CommentsModel,
    about_text,
    target_of,
    words_of,
)
from ui.widgets.banner import announce
from ui.widgets.labels import Role, label
from ui.widgets.rows import Row, RowDelegate
from ui.widgets.tokens import px

ORIGIN = "comments"
WIDTH_PX, HEIGHT_PX, LIST_PX, ROW_PX = 900, 600, 360, 54


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown first: the comments on a record, and one of them, where they are named."""

    about: About | None = None
    comment: RecordId | None = None


class CommentsDialog(QDialog):
    """Every button is one undo step; comments stay in the plan's file and are never printed."""

    navigate = Signal(str)
    """Carries the target of the record a conversation is about."""

    def __init__(
        self, bridge: PlanBridge, desk: Desk, parent: QWidget, asked: Asked | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("comments_dialog")
        self.setWindowTitle(self.tr("Comments"))
        self._bridge, self._desk = bridge, desk
        asked = asked or Asked()
        self.about = asked.about
        self._read: tuple[Plan, About | None, tuple[tuple[Thread, str], ...]] | None = None
        self._build()
        self._lay_out()
        self._connect()
        self._refresh()
        if asked.comment is not None:
            self._choose(asked.comment)
        room = parent.window().size()
        self.resize(min(px(WIDTH_PX), room.width() - 24), min(px(HEIGHT_PX), room.height() - 24))

    @property
    def conversation(self) -> Thread | None:
        """The conversation that is chosen."""
        return self._model.conversation(self.list.currentIndex().row())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.list if self._bridge.read_only or self.about is None else self.box.text).setFocus()

    def _build(self) -> None:
        tr, plan = self.tr, self._bridge.plan
        title = tr("All comments")
        if self.about is not None:
            title = tr("Comments on {0}").format(about_text(plan, self.about))
        self._title = label(self, title, Role.H2, wrap=True)
        note = tr(
            "Comments are never printed in the plan. They stay in its file, and go along with"
            " copies, requests and packs of evidence."
        )
        self._note = label(self, note, Role.HINT, wrap=True)
        names = (person.name for person in plan.people.values())
        self.box = TalkBox(self, (self._desk.settings.person, *names))
        self.box.by.setEditText(self._desk.settings.person)
        self._build_list()

    def _build_list(self) -> None:
        tr = self.tr
        self.filter = QLineEdit(self)
        self.filter.setObjectName("comments_filter")
        self.filter.setAccessibleName(tr("Filter comments"))
        self.filter.setPlaceholderText(tr("Filter by words, people or records"))
        self.everything = QCheckBox(tr("Comments on the whole plan"), self)
        self.everything.setObjectName("comments_all")
        self.everything.setAccessibleName(tr("Comments on the whole plan"))
        self.everything.setVisible(self.about is not None)
        self.count = label(self, "", Role.HINT)
        self._model = CommentsModel(self)
        self.list = QListView(self)
        self.list.setObjectName("comments_list")
        self.list.setAccessibleName(tr("Conversations"))
        self.list.setModel(self._model)
        self.list.setItemDelegate(_ThreadDelegate(self.list, ROW_PX, strong=True))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(px(8))
        for part in (self.filter, self.everything, self.count):
            left.addWidget(part)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addLayout(left, 2)
        row.addWidget(self.box, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(10))
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._refresh)
        self.everything.toggled.connect(self._refresh)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self._on_show)
        self.box.asked.connect(self._on_asked)

    @Slot()
    def _refresh(self) -> None:
        """Show the plan's comments as they are now; what is chosen stays chosen."""
        before = self.conversation
        plan = self._bridge.plan
        scope = None if self.everything.isChecked() else self.about
        wanted = self.filter.text().casefold().split()
        found = [one for one, said in self._threads(scope) if all(word in said for word in wanted)]
        self._model.show_threads(plan, found)
        self.count.setText(
            counted(len(found), self.tr("1 conversation"), self.tr("{n} conversations"))
        )
        row = -1 if before is None else self._model.row_of(before.first.id)
        self.list.setCurrentIndex(self._model.index(max(row, 0)))
        self._show_state()

    def _threads(self, scope: About | None) -> tuple[tuple[Thread, str], ...]:
        """With their words; read once for as long as nobody says anything."""
        plan = self._bridge.plan
        if self._read is None or self._read[0] is not plan or self._read[1] != scope:
            known = tuple((one, words_of(plan, one)) for one in threads(plan, scope))
            self._read = plan, scope, known
        return self._read[2]

    def _choose(self, comment: RecordId) -> None:
        self.list.setCurrentIndex(self._model.index(self._model.row_of(comment)))

    @Slot()
    def _on_current(self) -> None:
        self._show_state()

    def _show_state(self) -> None:
        thread, buttons = self.conversation, self.box.buttons
        several = self.about is None or self.everything.isChecked()
        named = several and thread is not None
        about = None if thread is None else thread.about
        self.box.show_thread(thread, about_text(self._bridge.plan, about) if named else "")
        closed = self._bridge.read_only
        for part in (self.box.says, self.box.author):
            part.setHidden(closed)
        for name, made in buttons.items():
            made.setHidden(name != "show" and closed)
            made.setEnabled(thread is not None)
        buttons["new"].setEnabled(self.about is not None)
        buttons["new"].setHidden(self.about is None or closed)
        known = about is not None and self._bridge.plan.find(*about) is not None
        buttons["show"].setEnabled(known)

    @Slot(str)
    def _on_asked(self, name: str) -> None:
        thread, plan = self.conversation, self._bridge.plan
        if name == "show":
            self._on_show()
        elif name == "resolve" and thread is not None:
            self._apply(resolved(plan, thread.first), self.tr("Resolve a comment"))
        elif name == "new" and self.about is not None and self._fit():
            self._apply(commented(plan, *self.about, self._remark), self.tr("Comment"))
        elif name == "answer" and thread is not None and self._fit():
            self._apply(answered(plan, thread.first, self._remark), self.tr("Answer a comment"))
        elif name == "reword" and thread is not None:
            self._reword(thread.comments[-1])

    def _reword(self, last: Comment) -> None:
        """Nobody puts other words in somebody else's mouth; without words, begin with those."""
        if not self.box.text.toPlainText().strip():
            self.box.text.setPlainText(last.text)
            self.box.text.setFocus()
            return
        if not self._fit():
            return
        if self._remark.author.strip() != last.author:
            self.box.refuse(
                "author", self.tr("Only {0} can put this otherwise.").format(last.author)
            )
            return
        changes = reworded(self._bridge.plan, last, self._remark.text)
        self._apply(changes, self.tr("Reword a comment"))

    @property
    def _remark(self) -> Remark:
        now = self._desk.workshop.clock.now()
        return Remark(self.box.by.currentText(), self.box.text.toPlainText(), now)

    def _fit(self) -> bool:
        wanting = flaw(self._remark)
        if wanting:
            sentences = {
                "text": self.tr("Say something, in at most 4000 letters."),
                "author": self.tr("Name who says it, in at most 200 letters."),
            }
            self.box.refuse(wanting, sentences[wanting])
        return not wanting

    def _apply(self, changes: ChangeSet, said: str) -> None:
        self._bridge.apply(changes, said, ORIGIN)
        if changes and changes[0].after is not None:
            self.box.text.clear()
        self._refresh()
        if changes and changes[0].after is not None:
            self._choose(changes[0].id)
        announce(self, f"{said}. {self.count.text()}")

    @Slot()
    def _on_show(self) -> None:
        thread = self.conversation
        if thread is not None and self.box.buttons["show"].isEnabled():
            self.accept()
            self.navigate.emit(target_of(thread.about))


class _ThreadDelegate(RowDelegate):
    @override
    def row_of(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        return Row(
            str(index.data(Qt.ItemDataRole.DisplayRole)),
            str(index.data(WHO_ROLE)),
            str(index.data(ANSWERS_ROLE)),
            "message-square",
        )
