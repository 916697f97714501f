"""A copy of a file that the plan keeps, byte for byte, wherever somebody wants it."""

import re
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import IrplanError
from app.domain.plan.acts import KeptFile
from app.services.learning.attaching import bytes_of
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge

_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f/\\:*?"<>|]')
"""What some system does not take in the name of a file."""


class KeptCopy(QObject):
    """Asks where to, writes the file, and tells what became of it."""

    told = Signal(str, str)
    """Carries a sentence and its tone."""

    def __init__(self, parent: QWidget, bridge: PlanBridge, desk: Desk) -> None:
        super().__init__(parent)
        self._parent, self._bridge, self._desk = parent, bridge, desk

    def ask(self, kept: KeptFile) -> None:
        """Ask where to write it, and do so unless nobody says."""
        dialog = QFileDialog(self._parent, self.tr("Save a copy"))
        dialog.setObjectName("kept_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        if self._desk.path is not None:
            dialog.setDirectory(str(self._desk.path.parent))
        dialog.selectFile(suggested(kept.name))
        dialog.fileSelected.connect(partial(self._on_selected, kept))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, kept: KeptFile, path: Path) -> None:
        """Write it as `path`, which is replaced if it is there."""
        if self._is_plan(path):
            plan = self.tr("That is the plan itself; choose another name for the copy.")
            self.told.emit(plan, "danger")
            return
        try:
            self._desk.workshop.write(path, bytes_of(self._bridge.open_plan, kept))
        except IrplanError as error:
            self.told.emit(error.message, "danger")
            return
        self.told.emit(self.tr("{0} was saved as {1}.").format(kept.name, path), "success")

    def _is_plan(self, path: Path) -> bool:
        plan = self._desk.path
        with suppress(OSError):  # one of them is not there
            return plan is not None and path.samefile(plan)
        return False

    def _on_selected(self, kept: KeptFile, file: str) -> None:
        self.save(kept, Path(file))


def suggested(name: str) -> str:
    """The name of a kept file as every system takes it."""
    return _NOT_IN_NAMES.sub("_", name).strip(" .") or "file"
