"""Where the signed file goes: beside the one that was read, and over another only when asked."""

from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.dialogs.question import QuestionDialog


def free_name(file: Path, word: str) -> Path:
    """`plan-signed.pdf` beside `plan.pdf`, then `plan-signed-2.pdf`: a name no file has."""
    stem = file.stem.removesuffix(f"-{word}")
    numbers = ("" if number == 1 else f"-{number}" for number in count(1))
    names = (file.with_name(f"{stem}-{word}{number}{file.suffix}") for number in numbers)
    return next(name for name in names if not name.exists())


def unless_it_stands(path: Path, parent: QWidget, then: Callable[[], object]) -> None:
    """Go on with `then`, at once where no file has that name, else when somebody says so."""
    if not path.exists():
        then()
        return
    tr = QCoreApplication.translate
    question = QuestionDialog(
        parent,
        tr("Target", "Replace the file {0}?").format(path.name),
        tr("Target", "A file of this name is there. What it holds now is lost."),
        (("keep", tr("Target", "Keep it")), ("replace", tr("Target", "Replace it"))),
    )
    question.answered.connect(partial(_answered, then))
    question.open()


def _answered(then: Callable[[], object], answer: str) -> None:
    if answer == "replace":
        then()
