"""Opens the dialogs of the window, each at most once at a time and none of them blocking."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.domain.errors import IrplanError
from ui.bridge.desk import ENDING, REQUEST, Desk
from ui.bridge.jobs import Job, Tell
from ui.bridge.session import PlanBridge
from ui.dialogs.guide_file import guide_file
from ui.models.targets import Place

if TYPE_CHECKING:
    from app.services.approving.asking import ApprovalRequest


class Doors(QObject):
    """Every dialog is imported when it is first opened."""

    navigate = Signal(str)
    """Carries a target some dialog asks for."""

    started = Signal()
    """A new plan was made and is open."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._open: dict[str, QDialog] = {}

    def dialog(self, name: str) -> QDialog | None:
        """The dialog called `name`, while it is open."""
        return self._open.get(name)

    def new_plan(self, template: str = "") -> None:
        """Ask for what a new plan needs."""
        from ui.dialogs.new_plan import NewPlanDialog

        def make() -> QDialog:
            dialog = NewPlanDialog(self._desk, template, self._window)
            dialog.created.connect(self.started)
            return dialog

        self.show("new", make)

    @Slot()
    def open_plan(self) -> None:
        """Ask for a plan file."""
        self.show("open", self._file_dialog)

    @Slot()
    def save_copy(self) -> None:
        """Ask where to write a copy of the open plan."""
        if self._desk.bridge is not None:
            self.show("copy", self._copy_dialog)

    @Slot()
    def settings(self) -> None:
        """Show the person's settings."""
        from ui.dialogs.settings import SettingsDialog

        self.show("settings", lambda: SettingsDialog(self._desk, self._window))

    @Slot()
    def about(self) -> None:
        """Show version and licences."""
        from ui.dialogs.about import AboutDialog

        self.show("about", lambda: AboutDialog(self._window))

    def guide(self, chapter: str = "") -> None:
        """Show the user guide, if one is installed, at the chapter of that heading."""
        from ui.dialogs.guide import GuideDialog

        file = guide_file()
        if file is not None:
            self.show("guide", lambda: GuideDialog(file, self._window, chapter))

    def comments(self, place: Place | None = None, comment: str = "") -> None:
        """Show what is said about the record at `place`, or anything; `comment` is chosen."""
        from app.domain.plan.ids import RecordId
        from ui.dialogs.comments.dialog import Asked, CommentsDialog

        bridge = self._desk.bridge
        if bridge is None:
            return
        known = place is not None and bridge.plan.find(place.kind, place.record) is not None
        about = (place.kind, place.record) if place is not None and known else None
        asked = Asked(about, RecordId(comment) if comment else None)

        def make() -> QDialog:
            dialog = CommentsDialog(bridge, self._desk, self._window, asked)
            dialog.navigate.connect(self.navigate)
            return dialog

        self.show("comments", make)

    def export(self, bridge: PlanBridge) -> None:
        """Ask how to export the plan."""
        from ui.dialogs.export import ExportDialog

        def make() -> QDialog:
            dialog = ExportDialog(bridge, self._desk, self._window)
            dialog.navigate.connect(self.navigate)
            return dialog

        self.show("export", make)

    @Slot()
    def evidence(self) -> None:
        """Ask what to pack for an auditor."""
        from ui.dialogs.evidence.dialog import EvidenceDialog

        bridge = self._desk.bridge
        if bridge is not None:
            self.show("evidence", lambda: EvidenceDialog(bridge, self._desk, self._window))

    def import_people(self, path: Path | None = None) -> None:
        """Show what a table or address cards hold, before they go into the open plan."""
        from app.domain.plan.kinds import Kind
        from ui.dialogs.importing import ImportDialog

        bridge = self._desk.bridge
        if bridge is not None:
            make = partial(ImportDialog, bridge, self._desk, Kind.PERSON, self._window, path)
            self.show("import", make)

    @Slot()
    def open_request(self) -> None:
        """Ask for a file by which somebody asks for a review or an approval."""
        self.show("request", self._request_dialog)

    def open_file(self, path: Path) -> None:
        """Open a plan, or show what a request asks."""
        if path.suffix == REQUEST:
            self.answer(path)
        else:
            self._desk.open(path)

    def answer(self, path: Path) -> None:
        """Show what is asked in the file `path`; it is read in the background."""

        def read(tell: Tell) -> "ApprovalRequest":
            del tell
            return self._desk.workshop.read_request(path)

        def fail(error: IrplanError) -> None:
            self._desk.failed.emit(error, path)

        job = Job(read, self)
        job.finished.connect(partial(self._on_request, path))
        job.failed.connect(fail)
        job.start()

    def _on_request(self, path: Path, request: "ApprovalRequest") -> None:
        from ui.dialogs.versions.asked_dialog import AskedDialog

        self.show("asked", lambda: AskedDialog(self._desk, request, path, self._window))

    def show(self, name: str, make: Callable[[], QDialog]) -> None:
        """Open the dialog that `make` makes, or bring the one called `name` to the front."""
        if name in self._open:
            self._open[name].raise_()
            self._open[name].activateWindow()
            return
        dialog = make()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._open[name] = dialog
        dialog.finished.connect(partial(self._forget, name))
        dialog.open()

    def _forget(self, name: str, result: int) -> None:
        del result
        self._open.pop(name, None)

    def _file_dialog(self) -> QDialog:
        dialog = QFileDialog(self._window, self.tr("Open a plan"))
        dialog.setObjectName("open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Plans (*{0})").format(ENDING), self.tr("All files (*)")])
        recent = self._desk.settings.recent
        if recent and recent[0].parent.is_dir():
            dialog.setDirectory(str(recent[0].parent))
        dialog.fileSelected.connect(self._on_file)
        return dialog

    def _request_dialog(self) -> QDialog:
        dialog = QFileDialog(self._window, self.tr("Open a request"))
        dialog.setObjectName("request_open_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Requests (*{0})").format(REQUEST)])
        dialog.fileSelected.connect(self._on_request_file)
        return dialog

    def _copy_dialog(self) -> QDialog:
        dialog = QFileDialog(self._window, self.tr("Save a copy"))
        dialog.setObjectName("copy_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever overwritten
        dialog.setDefaultSuffix(ENDING.removeprefix("."))
        dialog.setNameFilters([self.tr("Plans (*{0})").format(ENDING)])
        path = self._desk.path
        if path is not None:
            dialog.selectFile(self.tr("{0} copy").format(path.stem) + ENDING)
        dialog.fileSelected.connect(self._on_copy)
        return dialog

    @Slot(str)
    def _on_copy(self, file: str) -> None:
        self._desk.copy_to(Path(file))

    @Slot(str)
    def _on_request_file(self, file: str) -> None:
        self.answer(Path(file))

    @Slot(str)
    def _on_file(self, file: str) -> None:
        self._desk.open(Path(file))
