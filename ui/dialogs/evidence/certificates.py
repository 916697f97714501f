"""The certificates that the signatures in a pack are judged by."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class CertificateList(QWidget):
    """Blank at first: then signatures prove what was signed, and not by whom."""

    resized = Signal()
    """There are more or fewer of them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files: tuple[Path, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(px(2))
        words = self.tr("Trust a certificate\u2026")
        self.more = button(self, "evidence_trust_add", words, Look.LINK, "plus")
        hint = self.tr("The signatures inside are judged by these, and the reports say so.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(label(self, self.tr("Certificates to trust"), Role.H3))
        column.addWidget(label(self, hint, Role.HINT, wrap=True))
        column.addLayout(self._list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.more.clicked.connect(self.browse)

    @property
    def files(self) -> tuple[Path, ...]:
        """The certificates, PEM or DER."""
        return self._files

    def trust(self, files: Sequence[Path]) -> None:
        """Trust further certificates."""
        self._files = tuple(dict.fromkeys((*self._files, *files)))
        self._show()

    @Slot()
    def browse(self) -> None:
        """Open the chooser."""
        dialog = QFileDialog(self, self.tr("Trust certificates"))
        dialog.setObjectName("evidence_trust_dialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        names = self.tr("Certificates (*.crt *.cer *.pem *.der)")
        dialog.setNameFilters([names, self.tr("All files (*)")])
        dialog.filesSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(list)
    def _on_chosen(self, files: list[str]) -> None:
        self.trust([Path(file) for file in files])

    def _forget(self, file: Path) -> None:
        self._files = tuple(one for one in self._files if one != file)
        self._show()
        self.more.setFocus()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        for at, file in enumerate(self._files):
            self._list.addWidget(self._row(file, at))
        self.resized.emit()

    def _row(self, file: Path, at: int) -> QWidget:
        holder = QWidget(self)
        name = label(holder, file.name, wrap=True)
        name.setToolTip(plain_tip(str(file)))
        said = self.tr("Trust {0} no more").format(file.name)
        away = icon_button(holder, f"evidence_trust_remove_{at}", "x", said)
        away.clicked.connect(partial(self._forget, file))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(name, 1)
        row.addWidget(away)
        return holder
