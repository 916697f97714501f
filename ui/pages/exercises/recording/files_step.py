"""Files of an exercise or an incident: those recorded, those to be, each with its SHA-256."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.acts import KeptFile
from app.services.cancelling import Cancelled
from app.services.learning.attaching import MOST_INSIDE, MeasuredFile, matching
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.bridge.words import day
from ui.pages.exercises.recording.kept_copy import KeptCopy
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label, set_tone
from ui.widgets.tokens import px

MEGABYTE = 1024 * 1024


class FilesStep(QWidget):
    """Files are read on a worker's thread; `files` are those that are new, once read."""

    measured = Signal()
    """A file was read, or could not be."""

    def __init__(
        self, parent: QWidget, bridge: PlanBridge, desk: Desk, known: Sequence[KeptFile]
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(not bridge.read_only)
        self._bridge, self._desk = bridge, desk
        self._known = tuple(known)
        self.files: list[tuple[Path, MeasuredFile]] = []
        self._build()
        self._lay_out()
        self._copy = KeptCopy(self, bridge, desk)
        self._copy.told.connect(self._say)
        self._choose.clicked.connect(self._on_choose)
        self._check.clicked.connect(self._on_check)
        self._save.clicked.connect(self._on_save)
        self._remove.clicked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._show_state)
        self._refill()

    @property
    def inside(self) -> bool:
        """Whether the files themselves are to be kept in the plan."""
        return self._inside.isChecked()

    def add(self, paths: Sequence[Path]) -> None:
        """Read files, and list them when that is done."""
        self._read(paths, self._on_read)

    def check(self, path: Path) -> None:
        """Read a file, and say whether the plan has recorded it."""
        self._read([path], self._on_checked)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        self.add([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])
        event.acceptProposedAction()

    def _build(self) -> None:
        self.list = QListWidget(self)
        self.list.setObjectName("files_list")
        self.list.setAccessibleName(self.tr("Files"))
        self.list.setWordWrap(True)
        self._choose = button(
            self, "files_choose", self.tr("Choose files\u2026"), Look.PLAIN, "paperclip"
        )
        self._check = button(self, "files_check", self.tr("Check a file\u2026"))
        self._save = button(
            self, "files_save", self.tr("Save a copy\u2026"), Look.PLAIN, "file-down"
        )
        self._remove = button(self, "files_remove", self.tr("Remove"), Look.PLAIN, "trash-2")
        keep = self.tr("Keep the files themselves in the plan, up to {0} MB each")
        self._inside = QCheckBox(keep.format(MOST_INSIDE // MEGABYTE), self)
        self._inside.setObjectName("files_inside")
        self._said = label(self, "", Role.BODY, wrap=True)
        self._said.setObjectName("files_said")
        for shown in (self._choose, self._remove, self._inside):
            shown.setVisible(not self._bridge.read_only)

    def _lay_out(self) -> None:
        words = self.tr(
            "Minutes, attendance lists, recordings. The plan records the SHA-256 of each file, "
            "so that anybody can tell later whether it is the same. What is recorded stays: it "
            "cannot be undone. Drop files here, or choose them."
        )
        tools = QHBoxLayout()
        tools.setSpacing(px(8))
        tools.addWidget(self._choose)
        tools.addWidget(self._check)
        tools.addWidget(self._save)
        tools.addStretch(1)
        tools.addWidget(self._remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(10))
        column.addWidget(label(self, words, Role.BODY, wrap=True))
        column.addLayout(tools)
        column.addWidget(self._said)
        column.addWidget(self.list, 1)
        column.addWidget(self._inside)
        column.addStretch(0)

    def _refill(self) -> None:
        self.list.clear()
        for kept in self._known:
            where = self.tr("kept in the plan") if kept.inside else self.tr("hash only")
            text = self.tr("{0}\nRecorded {1}, {2}. SHA-256 {3}")
            QListWidgetItem(text.format(kept.name, day(kept.at), where, kept.id), self.list)
        for _, file in self.files:
            text = self.tr("{0}\nNew, {1} bytes. SHA-256 {2}")
            QListWidgetItem(text.format(file.name, file.size, file.sha256), self.list)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        self.list.setVisible(self.list.count() > 0)
        self._remove.setEnabled(self.list.currentRow() >= len(self._known))
        self._save.setVisible(any(kept.inside for kept in self._known))
        self._save.setEnabled(self._chosen is not None)
        self._inside.setEnabled(bool(self.files))
        self._said.setVisible(bool(self._said.text()))

    @property
    def _chosen(self) -> KeptFile | None:
        """The chosen file, if the plan keeps its bytes."""
        at = self.list.currentRow()
        kept = self._known[at] if 0 <= at < len(self._known) else None
        return kept if kept is not None and kept.inside else None

    def _read(self, paths: Sequence[Path], then: object) -> None:
        measure = self._desk.workshop.measure

        def work(tell: Tell) -> list[tuple[Path, MeasuredFile]]:
            found = []
            for at, path in enumerate(paths):
                tell(at / len(paths), path.name)
                found.append((path, measure(path)))
            return found

        job = Job(work, self)
        job.finished.connect(then)
        job.failed.connect(self._on_unread)
        self._say(self.tr("Reading\u2026"), "neutral")
        job.start()

    @Slot(object)
    def _on_read(self, found: list[tuple[Path, MeasuredFile]]) -> None:
        have = {*(str(kept.id) for kept in self._known), *(file.sha256 for _, file in self.files)}
        new = [item for item in found if item[1].sha256 not in have]
        self.files += {item[1].sha256: item for item in new}.values()
        same = self.tr("That file is listed already.")
        self._say("" if len(new) == len(found) else same, "neutral")
        self._refill()
        self.measured.emit()

    @Slot(object)
    def _on_checked(self, found: list[tuple[Path, MeasuredFile]]) -> None:
        ((path, file),) = found
        kept = matching(self._bridge.plan, file)
        if kept is None:
            none = self.tr("{0} is none of the recorded files, or was changed since.")
            self._say(none.format(path.name), "danger")
        else:
            known = self.tr("{0} is, byte for byte, the file recorded as {1} on {2}.")
            self._say(known.format(path.name, kept.name, day(kept.at)), "success")
        self.measured.emit()

    @Slot(object)
    def _on_unread(self, error: IrplanError) -> None:
        self._say("" if isinstance(error, Cancelled) else notice_of(error).text, "danger")
        self.measured.emit()

    @Slot(str, str)
    def _say(self, text: str, tone: str) -> None:
        self._said.setText(text)
        set_tone(self._said, tone)
        self._said.setVisible(bool(text))
        if text:
            announce(self._said, text)

    @Slot()
    def _on_choose(self) -> None:
        dialog = self._chooser(self.tr("Attach files"), QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._on_chosen)
        dialog.open()

    @Slot()
    def _on_check(self) -> None:
        dialog = self._chooser(self.tr("Check a file"), QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_to_check)
        dialog.open()

    @Slot()
    def _on_save(self) -> None:
        if self._chosen is not None:
            self._copy.ask(self._chosen)

    def _chooser(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title)
        dialog.setObjectName("files_dialog")
        dialog.setFileMode(mode)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    @Slot(list)
    def _on_chosen(self, files: list[str]) -> None:
        self.add([Path(file) for file in files])

    @Slot(str)
    def _on_to_check(self, file: str) -> None:
        self.check(Path(file))

    @Slot()
    def _on_remove(self) -> None:
        at = self.list.currentRow() - len(self._known)
        if 0 <= at < len(self.files):
            del self.files[at]
            self._refill()
