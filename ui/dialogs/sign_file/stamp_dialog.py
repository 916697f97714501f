"""Adding a time stamp to a file that was signed without one."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.services.exporting import ExportResult
from ui.bridge.desk import Desk
from ui.dialogs.settings_time import TimeServerBox
from ui.dialogs.sign_file.changing_dialog import ChangingDialog
from ui.dialogs.sign_file.jobs import stamping
from ui.dialogs.sign_file.target import unless_it_stands
from ui.widgets.labels import Role, label


class StampDialog(ChangingDialog):
    """The server that is asked is the one of the settings."""

    def __init__(self, desk: Desk, file: Path, parent: QWidget) -> None:
        title = QCoreApplication.translate("StampFile", "Add a time stamp")
        super().__init__(desk, file, parent, "stamp_file", title)
        words = self.tr(
            "A time-stamp server vouches that the file with its signatures existed at this "
            "moment, even when certificates have expired since. It is sent a checksum only."
        )
        self._said = label(self.body, words, Role.BODY, wrap=True)
        self.form.addWidget(self._said)
        self.server = TimeServerBox(desk, self.body)
        self.server.field.show_hint(self.tr("The one of the settings; another is kept there."))
        self.form.addWidget(self.server)
        self.add_target("stamped")
        self.form.addStretch(1)
        self.server.resized.connect(self.refit)

    @override
    def on_keep(self) -> None:
        if self.busy or self.keep.isHidden():
            return
        if not self.server.entry.text().strip():
            self.server.refuse(self.tr("Enter the address of a time-stamp server."))
            return
        out = self.target() if self.server.keep() else None
        if out is not None:
            unless_it_stands(out, self, partial(self._stamp, out))

    def _stamp(self, out: Path) -> None:
        self.banner.hide()
        authority = self.desk.settings.time_authority
        work = stamping(self.desk.workshop, self.file, authority, out)
        self.work(work, self._on_stamped, self.tr("Asking the server"))

    def _on_stamped(self, result: ExportResult) -> None:
        self.show_result(result, self.tr("The time stamp is added"), self.server, self._said)
