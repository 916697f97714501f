"""What the dialogs share that add something to an exported file: where it goes, what came of it."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.exporting import ExportResult
from ui.bridge.desk import Desk
from ui.dialogs.export_paths import PathBox
from ui.dialogs.export_result import ExportResultView
from ui.dialogs.folder_showing import show_folder
from ui.dialogs.sign_file.target import free_name
from ui.dialogs.versions.tall import TallDialog
from ui.widgets.fields import Field


class ChangingDialog(TallDialog):
    """The file that was read stays as it is, unless somebody says to replace it."""

    verify_asked = Signal(object)
    """Carries the `Path` of the file that was written, which is to be verified."""

    def __init__(self, desk: Desk, file: Path, parent: QWidget, name: str, title: str) -> None:
        super().__init__(desk, parent, name, title, file.name)
        self.file = file
        self.written: ExportResultView | None = None

    def add_target(self, word: str) -> None:
        """Ask where to write; `word` ends the name that is proposed."""
        title = self.tr("Where to write it")
        kinds = f"(*{self.file.suffix})"
        name = f"{self.objectName()}_target"
        mode = QFileDialog.FileMode.AnyFile
        ending = self.file.suffix.removeprefix(".")
        self._target = PathBox(self.body, name, title, mode, kinds, suffix=ending)
        self._target.confirms = False  # asked when the file is written, however it was named
        self._target.show_path(free_name(self.file, word))
        self.add("target", Field(self.body, title, self._target.entry, box=self._target))
        self._target.changed.connect(self.forget_problems)

    def target(self) -> Path | None:
        """The file to write; None when there is none, which is then said."""
        path = self._target.path
        if path is None or path.is_dir():
            self.refuse("target", self.tr("Choose the file to write."))
            return None
        ending = self.file.suffix
        return path if path.suffix.lower() == ending.lower() else path.with_name(path.name + ending)

    def show_result(self, result: ExportResult, title: str, *parts: QWidget) -> None:
        """Show what was written in place of `parts`."""
        for part in (*parts, *self.fields.values()):
            part.hide()
        self.banner.hide()
        self.written = ExportResultView(self.body, result)
        self.written.verify_asked.connect(self._on_verify)
        self.written.folder_asked.connect(self._on_folder)
        self.form.insertWidget(0, self.written)
        self.close_only(title)
        self.refit()

    @Slot(object)
    def _on_verify(self, path: Path) -> None:
        self.accept()
        self.verify_asked.emit(path)

    @Slot(object)
    def _on_folder(self, path: Path) -> None:
        show_folder(path.parent, self.banner)
