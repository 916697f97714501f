"""A dialog whose form scrolls where the window is low, and that works in the background."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Work
from ui.bridge.notices import notice_of
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.fields import Field
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

WIDTH_PX = 640
SPARE_PX = 24
"""So much of the window stays seen around it."""


class TallDialog(QDialog):
    """Fields one under the other in `form`; `keep` does it, and a subclass says what."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, title: str, text: str = "") -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fields: dict[str, Field] = {}
        self.banner = NoticeBanner(self, f"{name}_banner")
        self.title: QLabel = label(self, title, Role.H2, wrap=True)
        self._text = label(self, text, Role.BODY, wrap=True)
        self._text.setVisible(bool(text))
        self._scroll = ScrollBody(self, f"{name}_scroll")
        self._scroll.content.setContentsMargins(0, 0, px(10), 0)
        self.body = self._scroll.body
        self.form = self._scroll.content
        self.form.setSpacing(px(14))
        self._bar = QProgressBar(self)
        self._bar.setObjectName(f"{name}_progress")
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.cancel = button(self, f"{name}_cancel", self.tr("Cancel"))
        self.keep = button(self, f"{name}_keep", title, Look.PRIMARY)
        self.keep.setDefault(True)
        self._job: Job | None = None
        self._lay_out()
        self._connect_foot()
        self.refit()

    @property
    def busy(self) -> bool:
        """Whether something is worked on."""
        return self._job is not None

    @override
    def reject(self) -> None:
        """Close; what runs is left alone and no longer listened to."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().reject()

    @Slot()
    def on_keep(self) -> None:
        """Do it, or say what is missing."""
        raise NotImplementedError

    def add(self, name: str, field: Field) -> None:
        """Put a field below those that are there, with the name of what it states."""
        self.fields[name] = field
        self.form.addWidget(field)

    def line(self, name: str, caption: str, hint: str = "", *, required: bool = True) -> QLineEdit:
        """Add a line of text."""
        entry = QLineEdit(self.body)
        entry.setObjectName(f"{self.objectName()}_{name}")
        self.add(name, Field(self.body, caption, entry, hint, required=required))
        entry.textEdited.connect(self.forget_problems)
        return entry

    def person(self, name: str, caption: str, names: Sequence[str], hint: str = "") -> QComboBox:
        """Add a line for a person, which `names` can be taken into."""
        entry = person_box(self.body, f"{self.objectName()}_{name}", caption, names)
        self.add(name, Field(self.body, caption, entry, hint, required=True))
        entry.editTextChanged.connect(self.forget_problems)
        return entry

    def refuse(self, name: str, problem: str) -> None:
        """Say what is wrong at a field, and go there."""
        field = self.fields[name]
        field.show_problem(problem)
        field.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(field)
        announce(field, problem)

    def show_error(self, error: IrplanError) -> None:
        """Say that it did not work, and why."""
        if not isinstance(error, Cancelled):
            self.banner.show_notice(notice_of(error).text, Tone.DANGER)

    def work(self, work: Work, then: Callable[[Any], None], said: str) -> None:
        """Work in the background and go on with `then`; `said` is what is being done."""
        if self._job is not None:
            self._job.cancel()
        self._job = job = Job(work, self.desk)  # it outlives the dialog, as its thread does
        job.finished.connect(self._ended(then, job))
        job.failed.connect(self._ended(self.show_error, job))
        self._show_busy(said)
        job.start()

    def close_only(self, title: str) -> None:
        """It is done: `title` says so, and nothing is left but to close."""
        self.title.setText(title)
        self._text.hide()
        self.keep.hide()
        set_button_text(self.cancel, self.tr("Close"))
        self.cancel.setFocus()

    @Slot()
    def refit(self) -> None:
        """Fit once what was put into the form just now is shown."""
        QTimer.singleShot(0, self, self.fit)

    @Slot()
    def fit(self) -> None:
        """Be as high as the form, as far as the window allows."""
        parent = self.parentWidget()
        window = self if parent is None else parent.window()
        width = min(px(WIDTH_PX), window.width() - px(SPARE_PX))
        self.form.activate()
        inner = width - px(2 * 24 + 10)
        tall = self.form.hasHeightForWidth()
        wanted = self.form.totalHeightForWidth(inner) if tall else self.form.sizeHint().height()
        rest = self.sizeHint().height() - self._scroll.sizeHint().height()
        self.setMinimumSize(min(width, px(480)), px(240))
        self.resize(width, min(wanted + rest + px(8), window.height() - px(SPARE_PX)))

    @Slot()
    def forget_problems(self) -> None:
        """Somebody is mending what was wrong."""
        for field in self.fields.values():
            if field.problem:
                field.show_problem("")

    def _ended(self, then: Callable[[Any], None], job: Job) -> Callable[[Any], None]:
        def ended(result: object) -> None:
            job.deleteLater()
            if self._job is job and isValid(self):
                self._job = None
                self._show_busy("")
                then(result)

        return ended

    def _show_busy(self, said: str) -> None:
        self._bar.setVisible(bool(said))
        self._bar.setAccessibleName(said)
        self._bar.setToolTip(plain_tip(said))
        self.body.setEnabled(not said)
        self.keep.setEnabled(not said)

    def _connect_foot(self) -> None:
        self.keep.clicked.connect(self.on_keep)
        self.cancel.clicked.connect(self.reject)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.activated.connect(self.on_keep)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.keep)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(20), px(24), px(20))
        inner.setSpacing(px(14))
        inner.addWidget(self.title)
        inner.addWidget(self._text)
        inner.addWidget(self._scroll, 1)
        inner.addWidget(self._bar)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)


def person_box(parent: QWidget, name: str, caption: str, names: Sequence[str]) -> QComboBox:
    """A line for a person; nobody is chosen by its being there."""
    entry = QComboBox(parent)
    entry.setObjectName(name)
    line = QLineEdit(entry)
    line.setAccessibleName(caption)
    entry.setLineEdit(line)
    entry.addItems(list(dict.fromkeys(filter(None, names))))
    entry.setCompleter(QCompleter(entry))  # its own would finish a name that nobody has chosen
    entry.setCurrentIndex(-1)
    entry.setEditText("")
    return entry
