"""Expected failures on the banner of the window, with what can be done about each."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.bootstrap import Workshop
from app.domain.errors import IrplanError
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell
from ui.bridge.links import open_folder
from ui.bridge.notice_texts import Action
from ui.bridge.notices import notice_of
from ui.dialogs.doors import Doors
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.chips import Tone

SAVE_COPY = "save-copy"
"""Writes everything, saved or not, into another file."""

FORGET = "forget-recent"
"""Takes a plan that is gone off the list of recent ones."""


class Troubles(QObject):
    """Shows one failure at a time, the last."""

    navigate = Signal(str)
    """Carries a target that leads out of the trouble."""

    def __init__(self, desk: Desk, doors: Doors) -> None:
        super().__init__(doors)
        self._desk = desk
        self._doors = doors
        self._banner: NoticeBanner | None = None
        self._path: Path | None = None
        self._saving = False
        self._does = {
            Action.RETRY.value: self._retry,
            Action.REOPEN.value: self._desk.reopen,
            Action.OPEN_OTHER.value: self._doors.open_plan,
            Action.OPEN_READ_ONLY.value: self._open_read_only,
            Action.SHOW_BACKUPS.value: self._show_backups,
            Action.OPEN_COPY.value: self._open_copy,
            Action.CHOOSE_NAME.value: self._doors.new_plan,
            Action.SHOW_FINDINGS.value: self._show_findings,
            FORGET: self._forget,
            SAVE_COPY: self._doors.save_copy,
        }
        desk.failed.connect(self._on_failed)
        desk.copied.connect(self._on_copied)

    def use(self, banner: NoticeBanner) -> None:
        """Show failures on `banner` from now on."""
        self._banner = banner
        banner.acted.connect(self._on_acted)

    def show_missing(self, path: Path) -> None:
        """Say that a recent plan is gone."""
        self._path = path
        if self._banner is not None:
            text = self.tr("{0} is not in {1} any more. Open it where it is now.")
            self._banner.show_notice(
                text.format(path.name, path.parent),
                Tone.WARNING,
                action=FORGET,
                action_text=self.tr("Remove from the list"),
            )

    @Slot(object)
    def on_save_failed(self, error: IrplanError) -> None:
        """Say that the edits are not saved, and why; each reason is said once, not at each try."""
        self._saving = True
        if self._banner is None:
            return
        text = self.tr("Not saved. Your edits are kept and tried again. {0}")
        said = text.format(notice_of(error).text)
        if self._banner.isVisible() and self._banner.text == said:
            return
        self._banner.show_notice(
            said,
            Tone.DANGER,
            action=SAVE_COPY,
            action_text=self.tr("Save a copy\u2026"),
            closable=False,
        )

    @Slot(object)
    def on_saved(self, receipt: object) -> None:
        """Take the failure to save back."""
        del receipt
        if self._saving and self._banner is not None:
            self._banner.hide()
            announce(self._banner, self.tr("Saved again."))
        self._saving = False

    @Slot(object)
    def _on_copied(self, path: Path) -> None:
        if self._banner is not None:
            text = self.tr("A copy of everything is in {0}.")
            self._banner.show_notice(text.format(path), Tone.SUCCESS)

    @Slot(object, object)
    def _on_failed(self, error: IrplanError, path: Path | None) -> None:
        self._path = path
        self._saving = False
        if self._doors.dialog("new") is None:
            self._show(error, "{0}")

    def _show(self, error: IrplanError, sentence: str) -> None:
        if self._banner is None:
            return
        notice = notice_of(error)
        can = notice.action.value in self._does
        self._banner.show_notice(
            sentence.format(notice.text),
            Tone.DANGER,
            action=notice.action.value,
            action_text=notice.action_text if can else "",
            closable=not self._saving,
        )

    @Slot(str)
    def _on_acted(self, action: str) -> None:
        do = self._does.get(action)
        if do is not None:
            if not self._saving and self._banner is not None:
                self._banner.hide()
            do()

    def _retry(self) -> None:
        if self._saving and self._desk.bridge is not None:
            self._desk.bridge.flush()
        elif self._path is not None:
            self._desk.open(self._path)

    def _open_read_only(self) -> None:
        if self._path is not None:
            self._desk.open(self._path, read_only=True)

    def _show_backups(self) -> None:
        folder = self._desk.workshop.paths.data / "backups"
        folder.mkdir(parents=True, exist_ok=True)
        open_folder(folder)

    def _open_copy(self) -> None:
        """The damaged file stays as it is; the copy gets a file next to it."""
        if self._path is None:
            self._show_backups()
            return
        job = Job(partial(_rescued, self._desk.workshop, self._path), self)
        job.finished.connect(self._on_rescued)
        job.failed.connect(self._on_not_rescued)
        job.start()

    @Slot(object)
    def _on_rescued(self, copy: Path) -> None:
        damaged = self._path
        if self._desk.open(copy) and self._banner is not None and damaged is not None:
            text = self.tr("This is the newest good copy. The damaged file stays where it is: {0}.")
            self._banner.show_notice(text.format(damaged), Tone.WARNING)

    @Slot(object)
    def _on_not_rescued(self, error: IrplanError) -> None:
        self._on_failed(error, self._path)

    def _show_findings(self) -> None:
        self.navigate.emit("findings")

    def _forget(self) -> None:
        if self._path is not None:
            self._desk.forget_recent(self._path)


def _rescued(workshop: Workshop, path: Path, tell: Tell) -> Path:
    """Runs on a worker's thread."""
    del tell
    return workshop.rescue(path)
