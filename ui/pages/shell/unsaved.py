"""The question before edits are lost that could not be saved."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.question import QuestionDialog


def ask_about_unsaved(window: QWidget, discard: Callable[[], None]) -> None:
    """Call `discard` if the person would rather lose the edits than keep the plan open."""
    question = QuestionDialog(
        window,
        _tr("Your last edits are not saved"),
        _tr("The reason stands at the top of the window. Closing now loses these edits."),
        (("keep", _tr("Keep it open")), ("discard", _tr("Close without saving"))),
    )
    question.answered.connect(partial(_on_answer, discard))
    question.open()


def _on_answer(discard: Callable[[], None], answer: str) -> None:
    if answer == "discard":
        discard()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unsaved", text)
