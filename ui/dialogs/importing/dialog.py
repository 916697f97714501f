"""The import of a table in three steps; the plan changes with the last one, and in one step."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.plan.kinds import Kind
from app.services.cancelling import Cancelled
from app.services.importing.checking import Preview
from app.services.importing.tables import Table
from app.services.importing.taking import Taken, take
from ui.bridge.desk import Desk
from ui.bridge.jobs import Job, Tell, Work
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.dialogs.fitting import fit_room
from ui.dialogs.importing.check_page import CheckPage
from ui.dialogs.importing.columns_page import ColumnsPage
from ui.dialogs.importing.source_page import SourcePage
from ui.dialogs.importing.steps_bar import StepsBar
from ui.dialogs.importing.words import title_of
from ui.widgets.banner import NoticeBanner, announce
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.tips import plain_tip
from ui.widgets.tokens import px

WIDTH_PX, HEIGHT_PX = 960, 760
BAR_STEPS = 1000
"""The resolution of the progress bar."""
MANY_ROWS = 1_000
"""So many rows are put together in the background, where this can be stopped."""
SOURCE, COLUMNS, CHECK = range(3)

Source = Path | str | None
"""A file, what was pasted, or None to ask for one of them."""


class ImportDialog(QDialog):
    """Reads and checks in the background; nothing changes before the last button."""

    imported = Signal(object)
    """Carries the `Taken` that was applied."""

    def __init__(
        self, bridge: PlanBridge, desk: Desk, kind: Kind, parent: QWidget, source: Source = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("import_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title_of(kind))
        self._bridge = bridge
        self._desk = desk
        self._kind = kind
        self._preview: Preview | None = None
        self._checked = bridge.plan
        self._job: Job | None = None
        self._build()
        self._lay_out()
        self._connect()
        fit_room(self, WIDTH_PX, HEIGHT_PX)
        self._show_step(SOURCE)
        if isinstance(source, Path):
            self.read_file(source)
        elif source is not None:
            self.read_pasted(source)

    @property
    def busy(self) -> bool:
        """Whether something is read or checked."""
        return self._job is not None

    @Slot(object)
    def read_file(self, path: Path) -> None:
        """Read the table in a file, and go on to its columns."""

        def read(tell: Tell) -> Table:
            return self._desk.workshop.read_table(path, tell)

        self._work(read, self._on_table, self.tr("Reading {0}").format(path.name))

    @Slot(str, str)
    def read_pasted(self, text: str, html: str = "") -> None:
        """Read a table that was copied elsewhere, and go on to its columns."""

        def read(tell: Tell) -> Table:
            return self._desk.workshop.pasted_table(text, html, tell)

        self._work(read, self._on_table, self.tr("Reading what was pasted"))

    @override
    def reject(self) -> None:
        """Close; what runs is stopped, and nothing has changed."""
        self._stop()
        super().reject()

    # --- building ---------------------------------------------------------------------------------

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "import_banner")
        self._title = label(self, title_of(self._kind), Role.H2)
        names = (self.tr("Table"), self.tr("Columns"), self.tr("Check and import"))
        self._steps = StepsBar(self, names)
        self._stack = QStackedWidget(self)
        path = self._desk.path
        self.source = SourcePage(self._stack, None if path is None else path.parent)
        options = self._desk.workshop.import_options(self._bridge.plan)
        self.columns = ColumnsPage(self._stack, self._desk.workshop, self._kind, options)
        self.check = CheckPage(self._stack)
        for page in (self.source, self.columns, self.check):
            self._stack.addWidget(page)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("import_progress")
        self._bar.setTextVisible(False)
        self._bar.setRange(0, BAR_STEPS)
        self._back = button(self, "import_back", self.tr("Back"), Look.PLAIN, "arrow-left")
        self._cancel = button(self, "import_cancel", self.tr("Cancel"))
        self._next = button(self, "import_next", self.tr("Continue"), Look.PRIMARY)
        self._next.setDefault(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._steps)
        foot = QHBoxLayout()
        foot.setSpacing(px(8))
        foot.addWidget(self._back)
        foot.addWidget(self._bar, 1)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._next)
        inner = QVBoxLayout()
        inner.setContentsMargins(px(24), px(18), px(24), px(18))
        inner.setSpacing(px(14))
        inner.addLayout(head)
        inner.addWidget(self._stack, 1)
        inner.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addLayout(inner, 1)

    def _connect(self) -> None:
        self.source.file_chosen.connect(self.read_file)
        self.source.pasted.connect(self.read_pasted)
        self.columns.changed.connect(self._show_foot)
        self.check.decided.connect(self._show_foot)
        self._back.clicked.connect(self._on_back)
        self._cancel.clicked.connect(self.reject)
        self._next.clicked.connect(self._on_next)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_next)

    # --- going on ---------------------------------------------------------------------------------

    @Slot()
    def _on_next(self) -> None:
        step = self._stack.currentIndex()
        if self.busy or not self._next.isEnabled():
            return
        if step == SOURCE:
            self.read_pasted(self.source.typed)
        elif step == COLUMNS:
            self._check()
        else:
            self._import()

    @Slot()
    def _on_back(self) -> None:
        """While something runs this stops it; what was chosen stays."""
        if self.busy:
            self._stop()
        else:
            self._show_step(max(self._stack.currentIndex() - 1, SOURCE))

    def _on_table(self, table: Table) -> None:
        self.columns.show_table(table)
        self._show_step(COLUMNS)

    def _check(self) -> None:
        table, columns, options = self.columns.table, self.columns.columns, self.columns.options
        plan, kind, workshop = self._bridge.plan, self._kind, self._desk.workshop
        if table is None:
            return

        def work(tell: Tell) -> Preview:
            return workshop.import_preview(plan, kind, table, columns, options, tell)

        self._checked = plan
        workshop.remember_columns(table, kind, columns)
        self._work(work, self._on_preview, self.tr("Checking the rows"))

    def _on_preview(self, preview: Preview) -> None:
        self._preview = preview
        self.check.show_preview(preview)
        self._show_step(CHECK)

    def _import(self) -> None:
        if self._preview is None:
            return
        plan, preview, chosen = self._checked, self._preview, dict(self.check.chosen)
        if len(preview.candidates) < MANY_ROWS:
            self._apply(take(plan, preview, chosen))
            return

        def work(tell: Tell) -> Taken:
            tell(0.0, "")
            return take(plan, preview, chosen)

        self._work(work, self._apply, self.tr("Putting the rows together"))

    def _apply(self, taken: Taken) -> None:
        """All rows are one step; until then nothing has changed."""
        if self._bridge.plan is not self._checked:  # edited in another window meanwhile
            self._check()
            said = self.tr("The plan has changed meanwhile: the rows were checked again.")
            self.banner.show_notice(said, Tone.ACCENT)
            return
        self._bridge.apply(taken.changes, taken.label)
        said = self.tr("{0} added, {1} updated, {2} left out.")
        parent = self.parentWidget()
        if parent is not None:
            left = taken.skipped + taken.same
            announce(parent, said.format(taken.added, taken.updated, left))
        self.imported.emit(taken)
        self.accept()

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._steps.show_step(step)
        self._show_foot()
        first = (self.source.choose, self.columns.rows, self.check.table)[step]
        first.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._steps.accessibleName())

    @Slot()
    def _show_foot(self) -> None:
        step = self._stack.currentIndex()
        words = self.tr("Continue")
        if step == CHECK:
            words = self.tr("Import {0}").format(self.check.work)
        set_button_text(self._next, words)
        ready = (True, self.columns.complete, self.check.work > 0)[step]
        writable = step != CHECK or not self._bridge.read_only
        self._next.setEnabled(ready and writable and not self.busy)
        self._back.setVisible(step > SOURCE or self.busy)
        set_button_text(self._back, self.tr("Stop") if self.busy else self.tr("Back"))
        self._bar.setVisible(self.busy)
        self._stack.setEnabled(not self.busy)

    # --- working in the background ----------------------------------------------------------------

    def _work(self, work: Work, then: Callable[[Any], None], said: str) -> None:
        self._stop()
        self.banner.hide()
        self._job = job = Job(work, self._desk)  # it outlives the dialog, as its thread does
        job.progress.connect(self._on_progress)
        job.finished.connect(self._ended(then, job))
        job.failed.connect(self._ended(self._show_error, job))
        self._bar.setValue(0)
        self._bar.setAccessibleName(said)
        self._bar.setToolTip(plain_tip(said))
        self._show_foot()
        job.start()

    def _ended(self, then: Callable[[Any], None], job: Job) -> Callable[[Any], None]:
        def ended(result: object) -> None:
            job.deleteLater()
            if isValid(self) and self._job is job:
                self._job = None
                self._show_foot()
                then(result)

        return ended

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self._show_foot()

    @Slot(float, str)
    def _on_progress(self, share: float, what: str) -> None:
        self._bar.setValue(round(share * BAR_STEPS))
        self._bar.setAccessibleDescription(what)

    def _show_error(self, error: IrplanError) -> None:
        if not isinstance(error, Cancelled):
            self.banner.show_notice(notice_of(error).text, Tone.DANGER)
