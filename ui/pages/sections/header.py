"""The head of a section: number, title, state, and what can be done with the whole of it."""

from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.completeness import SectionStatus
from app.domain.plan.sections import Section, SectionState
from ui.bridge.words import counted
from ui.widgets.buttons import icon_button
from ui.widgets.chips import Chip, Tone
from ui.widgets.labels import Role, label
from ui.widgets.ring import percent
from ui.widgets.tokens import px

BESIDE_FROM_PX = 420


class SectionHeader(QWidget):
    """Title and chips; the menu at the end asks for changes of state."""

    review_wanted = Signal(bool)
    """Carries whether the section is to be marked reviewed."""
    exempt_wanted = Signal(bool)
    """Carries whether the section is to be marked not applicable."""
    comments_wanted = Signal()
    """What is said about the section is to be shown."""
    panel_wanted = Signal()
    """The side panel is to be shown or hidden."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reviewed = False
        self._exempt = False
        self._over = label(self, "", Role.OVERLINE)
        self._over.setObjectName("section_number")
        self._title = label(self, "", Role.H1, wrap=True)
        self._title.setObjectName("section_title")
        self._progress = Chip(self)
        self._progress.setObjectName("section_progress")
        self._state = Chip(self)
        self._state.setObjectName("section_state")
        self.comments = icon_button(self, "section_comments", "message-square", "")
        self.comments.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.menu_button = icon_button(
            self, "section_menu", "ellipsis", self.tr("More about this section")
        )
        self.panel_button = icon_button(
            self, "side_toggle", "panel-right", self.tr("Guidance, requirements and findings")
        )
        self._purpose = label(self, "", Role.BODY, wrap=True)
        self._lay_out()
        self.menu_button.clicked.connect(self._open_menu)
        self.panel_button.clicked.connect(self.panel_wanted)
        self.comments.clicked.connect(self.comments_wanted)

    def show_section(self, section: Section, part: str, number: str, purpose: str) -> None:
        """Show the head of `section`, which stands in `part`."""
        self._over.setText(self.tr("{0} \u00b7 Section {1}").format(part, number))
        self._title.setText(section.title)
        self._purpose.setText(purpose)
        self._purpose.setVisible(bool(purpose))

    def show_state(self, section: Section, status: SectionStatus) -> None:
        """Show how far the section is."""
        self._reviewed = section.state is SectionState.REVIEWED
        self._exempt = bool(section.not_applicable.strip())
        self._progress.setVisible(not self._exempt)
        text = self.tr("{0}% complete").format(percent(status.share))
        if status.complete:
            self._progress.show_state(self.tr("Complete"), Tone.SUCCESS)
        else:
            self._progress.show_state(text, Tone.ACCENT)
        if self._exempt:
            self._state.show_state(self.tr("Not applicable"), Tone.NEUTRAL)
        elif self._reviewed:
            self._state.show_state(self.tr("Reviewed"), Tone.SUCCESS)
        else:
            self._state.show_state(self.tr("Draft"), Tone.NEUTRAL)

    def show_comments(self, count: int) -> None:
        """Show how many comments on the section are open."""
        said = self.tr("Comment on this section")
        if count:
            one, more = (
                self.tr("1 comment on this section"),
                self.tr("{n} comments on this section"),
            )
            said = counted(count, one, more)
        self.comments.setText(str(count) if count else "")
        self.comments.setToolTip(self.tr("{0} (Ctrl+Shift+M)").format(said))
        self.comments.setAccessibleName(said)

    def set_read_only(self, read_only: bool) -> None:
        """Take away what would change the section."""
        self.menu_button.setVisible(not read_only)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if self.width() >= px(BESIDE_FROM_PX) else down)

    def _lay_out(self) -> None:
        states = QHBoxLayout()
        states.setSpacing(px(8))
        tools = (self.comments, self.menu_button, self.panel_button)
        for part in (self._progress, self._state, *tools):
            states.addWidget(part)
        states.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(px(8))
        self._row.addWidget(self._title, 1)
        self._row.addLayout(states)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self._over)
        column.addLayout(self._row)
        column.addWidget(self._purpose)

    @Slot()
    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("section_actions")
        review = self.tr("Back to draft") if self._reviewed else self.tr("Mark section reviewed")
        exempt = self.tr("Applies after all") if self._exempt else self.tr("Not applicable\u2026")
        if not self._exempt:
            made = menu.addAction(review)
            made.triggered.connect(partial(self.review_wanted.emit, not self._reviewed))
        menu.addAction(exempt).triggered.connect(partial(self.exempt_wanted.emit, not self._exempt))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
