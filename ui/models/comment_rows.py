"""Conversations about records, as a list shows them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from typing_extensions import override

from app.domain.lifecycle.reviewing.items import short
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.commenting.threads import About, Thread
from ui.bridge.words import counted, day
from ui.models.record_names import name_of, table_words

WHO_ROLE = Qt.ItemDataRole.UserRole
"""About what it is, who began it and when."""
ANSWERS_ROLE = Qt.ItemDataRole.UserRole + 1
"""How many answers there are, as words; blank for none."""


class CommentsModel(QAbstractListModel):
    """One row a conversation; replaced as a whole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._threads: tuple[Thread, ...] = ()

    def show_threads(self, plan: Plan, threads: Sequence[Thread]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._plan, self._threads = plan, tuple(threads)
        self.endResetModel()

    def conversation(self, row: int) -> Thread | None:
        """The conversation on a row; None beyond the last."""
        return self._threads[row] if 0 <= row < len(self._threads) else None

    def row_of(self, comment: RecordId) -> int:
        """The row of the conversation that holds a comment; -1 for none."""
        rows = enumerate(self._threads)
        return next((at for at, one in rows if any(c.id == comment for c in one.comments)), -1)

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._threads)

    @override
    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        thread = self.conversation(index.row())
        if thread is None or self._plan is None:
            return None
        said = f"{about_text(self._plan, thread.about)} \u00b7 {said_by(thread.first)}"
        answers = _answers_text(thread)
        title = " ".join(thread.first.text.split())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (title, said, answers)))
            case _ if role == WHO_ROLE:
                return said
            case _ if role == ANSWERS_ROLE:
                return answers
            case _:
                return None


def moment_text(at: datetime) -> str:
    """A moment with its zone, such as `23 Nov 2026 09:00 UTC`."""
    there = at.astimezone(UTC)
    return f"{day(there.date())} {there:%H:%M} UTC"


def said_by(comment: Comment) -> str:
    """Who said it and when."""
    return f"{comment.author}, {moment_text(comment.at)}"


def about_text(plan: Plan, about: About | None) -> str:
    """What is spoken of: its name, and what kind of record it is."""
    if about is None or plan.find(*about) is None:
        return _tr("No longer in the plan")
    kind, key = about
    if kind is Kind.SECTION:
        return short(plan.sections[key].title)
    name = short(name_of(plan, kind, key))
    try:
        return f"{name} ({table_words(kind).one.lower()})"
    except KeyError:
        return name


def words_of(plan: Plan, thread: Thread) -> str:
    """What was said, by whom, and what it is about, in small letters to look for words in."""
    said = (part for one in thread.comments for part in (one.text, one.author))
    return " ".join((*said, about_text(plan, thread.about))).casefold()


def target_of(about: About | None) -> str:
    """Where the window goes to show what is spoken of; blank for nowhere."""
    if about is None:
        return ""
    kind, key = about
    names = {Kind.SECTION: "section", Kind.ANSWER: "question", Kind.ATTESTATION: "requirement"}
    return f"{names[kind]}:{key}" if kind in names else f"record:{kind.value}:{key}"


def _answers_text(thread: Thread) -> str:
    if not thread.answers:
        return ""
    return counted(len(thread.answers), _tr("1 answer"), _tr("{n} answers"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Comments", text)
