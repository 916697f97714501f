"""The small dialog that asks where a link leads."""

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.widgets.buttons import Look, button
from ui.widgets.labels import Role, label, repolish
from ui.widgets.tokens import px


class LinkPanel(QDialog):
    """Asks for an address, and for words where none are selected."""

    accepted_link = Signal(str, str)
    """Carries the address and the words."""
    removed = Signal()

    def __init__(self, parent: QWidget, url: str, *, asks_words: bool) -> None:
        super().__init__(parent)
        self.setObjectName("link_panel")
        self.setWindowTitle(self.tr("Link"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(px(420))
        box = QVBoxLayout(self)
        box.setContentsMargins(px(20), px(18), px(20), px(18))
        box.setSpacing(px(6))
        self._words = self._field(box, "link_words", self.tr("Words"), shown=asks_words)
        self._address = self._field(box, "link_address", self.tr("Web or e-mail address"))
        self._address.setText(url)
        self._address.setPlaceholderText("https://intranet.example/report")
        self._error = label(self, "", Role.ERROR, wrap=True)
        self._error.hide()
        box.addWidget(self._error)
        box.addLayout(self._buttons(removable=bool(url)))
        self._address.textChanged.connect(self._forgive)

    def _field(self, box: QVBoxLayout, name: str, text: str, *, shown: bool = True) -> QLineEdit:
        title = label(self, text, Role.H3)
        made = QLineEdit(self)
        made.setObjectName(name)
        made.setAccessibleName(text)
        title.setBuddy(made)
        for widget in (title, made):
            widget.setVisible(shown)
            box.addWidget(widget)
        return made

    def _buttons(self, *, removable: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, px(12), 0, 0)
        remove = button(self, "link_remove", self.tr("Remove link"), Look.QUIET)
        remove.setVisible(removable)
        cancel = button(self, "link_cancel", self.tr("Cancel"))
        apply = button(self, "link_apply", self.tr("Set link"), Look.PRIMARY)
        apply.setDefault(True)
        row.addWidget(remove)
        row.addStretch(1)
        row.addWidget(cancel)
        row.addWidget(apply)
        remove.clicked.connect(self._remove)
        cancel.clicked.connect(self.reject)
        apply.clicked.connect(self._apply)
        return row

    @Slot()
    def _apply(self) -> None:
        url = address(self._address.text())
        if url is None:
            self._error.setText(self.tr("Enter a web address or an e-mail address."))
            self._error.show()
            self._address.setProperty("invalid", "true")
            repolish(self._address)
            return
        self.accepted_link.emit(url, self._words.text().strip())
        self.accept()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit()
        self.accept()

    @Slot()
    def _forgive(self) -> None:
        if self._error.isVisible():
            self._error.hide()
            self._address.setProperty("invalid", "false")
            repolish(self._address)


def address(typed: str) -> str | None:
    """What was typed as a full https or mailto address; None when it is neither."""
    text = typed.strip()
    if not text or any(char.isspace() for char in text):
        return None
    if "://" not in text and not text.lower().startswith("mailto:"):
        text = f"mailto:{text}" if "@" in text else f"https://{text}"
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid():
        return None
    if url.scheme() == "mailto":
        return text if "@" in url.path() else None
    return text if url.scheme() == "https" and "." in url.host() else None
