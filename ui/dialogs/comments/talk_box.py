"""One conversation, and the field in which it goes on."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.services.commenting.threads import Thread
from ui.dialogs.versions.tall import person_box
from ui.models.comment_rows import said_by
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

SAY_PX = 84


class TalkBox(QWidget):
    """Asks for what its buttons say; the dialog does it."""

    asked = Signal(str)
    """Carries `new`, `answer`, `reword`, `resolve` or `show`."""

    def __init__(self, parent: QWidget, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setObjectName("talk_box")
        tr = self.tr
        self.about = label(self, "", Role.STRONG, wrap=True)
        self.talk = QPlainTextEdit(self)
        self.talk.setObjectName("comment_talk")
        self.talk.setReadOnly(True)
        self.talk.setTabChangesFocus(True)
        self.talk.setAccessibleName(tr("Conversation"))
        self.talk.setPlaceholderText(tr("Nothing has been said here yet."))
        self.text = QPlainTextEdit(self)
        self.text.setObjectName("comment_text")
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(px(SAY_PX))
        self.says = Field(self, tr("What you say"), self.text)
        self.by = person_box(self, "comment_author", tr("Who says it"), names)
        self.author = Field(self, tr("Who says it"), self.by)
        self.buttons = {
            "new": button(self, "comment_new", tr("Add comment"), Look.PRIMARY),
            "answer": button(self, "comment_answer", tr("Answer")),
            "reword": button(self, "comment_reword", tr("Put otherwise")),
            "resolve": button(self, "comment_resolve", tr("Resolve"), picture="check"),
            "show": button(self, "comment_show", tr("Show it")),
        }
        tips = (
            ("reword", tr("Replaces the last thing said by what you say here")),
            ("resolve", tr("Takes the conversation out of the plan; Undo brings it back")),
            ("show", tr("Go to what the conversation is about")),
        )
        for name, tip in tips:
            self.buttons[name].setToolTip(tip)
        for made in self.buttons.values():
            made.clicked.connect(self._on_clicked)
        self.text.textChanged.connect(self._forget)
        self._lay_out()

    def show_thread(self, thread: Thread | None, about: str) -> None:
        """Show what was said, the oldest first; `about` names what it is about."""
        self.about.setText(about)
        self.about.setVisible(bool(about))
        said = () if thread is None else thread.comments
        self.talk.setPlainText("\n\n".join(f"{said_by(one)}\n{one.text}" for one in said))

    def refuse(self, field: str, problem: str) -> None:
        """Say what is wanting, and go there."""
        box = self.says if field == "text" else self.author
        box.show_problem(problem)
        box.entry.setFocus()
        announce(box, problem)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for name in ("new", "answer", "reword"):
            row.addWidget(self.buttons[name])
        row.addStretch(1)
        for name in ("show", "resolve"):
            row.addWidget(self.buttons[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(self.about)
        column.addWidget(self.talk, 1)
        column.addWidget(self.says)
        column.addWidget(self.author)
        column.addLayout(row)

    @Slot()
    def _on_clicked(self) -> None:
        for name, made in self.buttons.items():
            if made is self.sender():
                self.asked.emit(name)

    @Slot()
    def _forget(self) -> None:
        self.says.show_problem("")
