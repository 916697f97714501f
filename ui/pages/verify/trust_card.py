"""The certificates that a reader trusts; a verdict is green only against them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button, icon_button
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px


class TrustCard(Card):
    """Also says whether the file is compared with the plan that is open."""

    changed = Signal()
    """What a file is judged by is not what it was."""

    def __init__(self, parent: QWidget, *, plan: bool) -> None:
        super().__init__(parent, parent.tr("What it is judged by"))
        self.setObjectName("verify_trust")
        self._files: tuple[Path, ...] = ()
        words = self.tr(
            "Certificates of signers, or of those who issued theirs. Ask for the fingerprint by "
            "telephone or in person before you trust one."
        )
        self.add(label(self, words, Role.HINT, wrap=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(px(4))
        self.body.addLayout(self._list)
        words = self.tr("Trust a certificate\u2026")
        self.more = button(self, "verify_trust_add", words, Look.PLAIN, "plus")
        row = QHBoxLayout()
        row.addWidget(self.more)
        row.addStretch(1)
        self.body.addLayout(row)
        self.compare = QCheckBox(self.tr("Compare with the plan that is open"), self)
        self.compare.setObjectName("verify_compare")
        self.compare.setChecked(plan)
        self.compare.setVisible(plan)
        self.add(self.compare)
        self.more.clicked.connect(self._browse)
        self.compare.toggled.connect(self.changed)
        self._show_files()

    @property
    def files(self) -> tuple[Path, ...]:
        """The certificates, PEM or DER."""
        return self._files

    def trust(self, files: Sequence[Path]) -> None:
        """Trust further certificates."""
        self._files = tuple(dict.fromkeys((*self._files, *files)))
        self._show_files()
        self.changed.emit()

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self, self.tr("Trust certificates"))
        dialog.setObjectName("verify_trust_dialog")
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
        self._show_files()
        self.changed.emit()
        self.more.setFocus()

    def _show_files(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            shown = item.widget()
            if shown is not None:
                shown.hide()
                shown.deleteLater()
        for at, file in enumerate(self._files):
            self._list.addWidget(self._row(file, at))
        if not self._files:
            nothing = self.tr("None yet: who signed cannot be proved, only what was signed.")
            self._list.addWidget(label(self, nothing, Role.PLAIN, wrap=True))

    def _row(self, file: Path, at: int) -> QWidget:
        holder = QWidget(self)
        name = label(holder, file.name, wrap=True)
        name.setToolTip(plain_tip(str(file)))
        said = self.tr("Trust {0} no more").format(file.name)
        away = icon_button(holder, f"verify_trust_remove_{at}", "x", said)
        away.clicked.connect(partial(self._forget, file))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(Picture(holder, "key-round", "text2", 16))
        row.addWidget(name, 1)
        row.addWidget(away)
        return holder
