"""One version: what was done with it, the files kept of it, and what can be done now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.lifecycle.approving.course import Stage
from app.services.approving.exporting import kept_files
from app.services.approving.overview import Listed
from ui.models.version_rows import act_headings, act_rows, file_headings, file_rows
from ui.models.version_words import stage_text, stage_tone
from ui.pages.tables.cell_table import CellTable
from ui.pages.versions.reading import Seen
from ui.widgets.buttons import Look, button
from ui.widgets.cards import Card
from ui.widgets.chips import Chip
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

ACT_WEIGHTS, FILE_WEIGHTS = (17, 27, 20, 36), (40, 25, 35)


class ChosenCard(Card):
    """Hidden while no version is chosen."""

    wanted = Signal(str)
    """Carries what is to be done with the version."""

    def __init__(self, parent: QWidget, *, read_only: bool) -> None:
        super().__init__(parent, " ")
        self.setObjectName("chosen_version")
        self.listed: Listed | None = None
        self._read_only = read_only
        self._state = Chip(self)
        self._content = label(self, "", Role.HINT, wrap=True)
        self._content.setObjectName("version_content")
        columns = list(zip(act_headings(), ACT_WEIGHTS, strict=True))
        said = self.tr("What was done with this version")
        self.acts = CellTable(self, "version_acts", said, columns, whole=True)
        self._no_acts = label(self, "", Role.BODY, wrap=True)
        self._no_acts.setText(
            self.tr(
                "The plan only states this version. No submission, review or approval of it is "
                "recorded in this file."
            )
        )
        columns = list(zip(file_headings(), FILE_WEIGHTS, strict=True))
        said = self.tr("Files kept of this version")
        self.files = CellTable(self, "version_files", said, columns, whole=True)
        self._files_title = label(self, said, Role.H3)
        self.export = self._button("export", self.tr("Export this version\u2026"), "download")
        self.difference = self._button("compare", self.tr("Show what changed\u2026"), "git-compare")
        self.restore = self._button("restore", self.tr("Restore\u2026"), "history")
        self.withdraw = self._button("withdraw", self.tr("Withdraw\u2026"), "file-x")
        self.afterwards = self._button("afterwards", self.tr("Enter the review afterwards\u2026"))
        self._lay_out()

    def show_version(self, seen: Seen, listed: Listed) -> None:
        """Show one version."""
        self.listed = listed
        issue = listed.issue
        self.set_title(self.tr("Version {0}").format(listed.version))
        self._state.show_state(stage_text(listed.stage), stage_tone(listed.stage))
        content = issue.act.content if issue is not None else ""
        self._content.setText(self.tr("SHA-256 of the content: {0}").format(content))
        self._content.setVisible(bool(content))
        done = seen.of_version(listed.version)
        self.acts.show_rows(act_rows(done, seen.certificates))
        self.acts.setVisible(bool(done))
        self._no_acts.setVisible(not done)
        kept = kept_files(seen.plan, issue) if issue is not None else ()
        self.files.show_rows(file_rows(kept))
        self.files.setVisible(bool(kept))
        self._files_title.setVisible(bool(kept))
        words = (
            self.tr("Save the files again\u2026") if kept else self.tr("Export this version\u2026")
        )
        self.export.setText(f" {words}")
        self.export.setAccessibleName(words)
        self._show_buttons(listed, kept=bool(kept))

    def _show_buttons(self, listed: Listed, *, kept: bool) -> None:
        issue = listed.issue
        may = not self._read_only
        listed_in_plan = issue is not None or listed.stage is None
        self.export.setVisible(issue is not None and (may or kept))
        self.difference.setVisible(listed_in_plan)
        self.restore.setVisible(may and listed_in_plan)
        self.withdraw.setVisible(may and issue is not None and listed.stage is not Stage.WITHDRAWN)
        self.afterwards.setVisible(may and issue is not None and issue.review_owed)

    def _button(self, name: str, text: str, picture: str = "") -> QPushButton:
        made = button(self, f"version_{name}", text, Look.PLAIN, picture)
        made.clicked.connect(lambda: self.wanted.emit(name))
        return made

    def _lay_out(self) -> None:
        self.add_action(self._state)
        self.body.addWidget(self._content)
        self.body.addWidget(self._no_acts)
        self.body.addWidget(self.acts)
        self.body.addSpacing(px(6))
        self.body.addWidget(self._files_title)
        self.body.addWidget(self.files)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for part in (
            *(self.export, self.difference, self.afterwards),
            *(self.restore, self.withdraw),
        ):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addSpacing(px(6))
        self.body.addLayout(row)
