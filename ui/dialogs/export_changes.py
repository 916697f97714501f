"""Whether an export tells what changed since an earlier version."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QWidget


class ChangesBox(QCheckBox):
    """Hidden while there is no earlier version; a final export is itself the newest."""

    def __init__(self, parent: QWidget, versions: Sequence[str]) -> None:
        super().__init__(parent)
        self.setObjectName("export_changes")
        self._versions = tuple(versions)
        self._earlier = ""
        self.show_kind(draft=True)

    @property
    def point(self) -> str:
        """The version asked for; blank when no annex is wanted."""
        return self._earlier if self.isChecked() else ""

    def show_kind(self, *, draft: bool) -> None:
        """Offer the version before a draft, or before the newest version."""
        earlier = self._versions if draft else self._versions[:-1]
        self._earlier = earlier[-1] if earlier else ""
        text = self.tr("Add an annex with the changes since {0}").format(self._earlier)
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setVisible(bool(self._earlier))
