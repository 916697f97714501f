"""The question before a plan is restored: what will happen, and what will not."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.services.restoring import Preview
from ui.bridge.words import counted
from ui.dialogs.question import QuestionDialog
from ui.pages.backups.point_words import name_of, reason_of
from ui.pages.backups.points import Point

RESTORE: Final = "restore"
"""The answer that restores."""


def question_about(parent: QWidget, point: Point, preview: Preview) -> QuestionDialog:
    """A question that is answered with `RESTORE` or `keep`."""
    return QuestionDialog(
        parent,
        _tr("Restore {0}?").format(name_of(point)),
        " ".join(filter(None, _sentences(point, preview))),
        (("keep", _tr("Leave the plan as it is")), (RESTORE, _tr("Restore"))),
    )


def _sentences(point: Point, preview: Preview) -> tuple[str, ...]:
    flaw = reason_of(point)
    return (
        _tr("This copy is not verified. {0}").format(flaw) if flaw else "",
        counted(
            len(preview.changed.records),
            _tr("1 record becomes again what it was then."),
            _tr("{n} records become again what they were then."),
        ),
        _tr(
            "That is a new revision: the history keeps how the plan is now, and Undo brings it "
            "back. A copy of it is kept first."
        ),
        _tr("Version {0}, which is in review, is taken back by that.").format(preview.recalled)
        if preview.recalled
        else "",
        _tr("Versions, approvals, actions and comments stay as they are.") if preview.kept else "",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)
