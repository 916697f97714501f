"""The pages of a review session, and the way from one stop to the next."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.plan.sessions import Choice
from app.services.reviewing.past import Past
from ui.dialogs.session.attendance_page import AttendancePage
from ui.dialogs.session.chapter_list import ChapterList
from ui.dialogs.session.closing_page import ClosingPage
from ui.dialogs.session.contacts_page import ContactsPage
from ui.dialogs.session.decisions_page import DecisionsPage
from ui.dialogs.session.edits import SessionEdits
from ui.dialogs.session.head import SessionHead
from ui.dialogs.session.item_page import ItemPage
from ui.dialogs.session.matter import Matter
from ui.dialogs.session.stage import growth, stage_sheet
from ui.dialogs.session.stops import Stop, StopKind, chapters_of, first_open, stops_of
from ui.widgets.banner import announce
from ui.widgets.buttons import Look, button
from ui.widgets.panes import focus_next_pane
from ui.widgets.tokens import px

SIDE_PX = 220
"""The width of the list of parts at the smallest size of letters."""
ICON_PX = 16

Page = AttendancePage | ItemPage | ContactsPage | DecisionsPage | ClosingPage


class SessionWalk(QWidget):
    """Shows one stop at a time; what is done there is kept at once."""

    moved = Signal()
    """Another stop is shown."""

    def __init__(self, parent: QWidget, edits: SessionEdits, matter: Matter, past: Past) -> None:
        super().__init__(parent)
        self.setObjectName("session_walk")
        self._edits = edits
        self._times = 0.0
        self.here = Stop(StopKind.ATTENDANCE)
        self.head = SessionHead(self)
        self.chapters = ChapterList(self)
        self._stack = QStackedWidget(self)
        self.item = ItemPage(self._stack, edits, matter)
        self.contacts = ContactsPage(self._stack, edits)
        self.closing = ClosingPage(self._stack, edits, past)
        self._pages: dict[StopKind, Page] = {
            StopKind.ATTENDANCE: AttendancePage(self._stack, edits),
            StopKind.ITEM: self.item,
            StopKind.CONTACTS: self.contacts,
            StopKind.DECISIONS: DecisionsPage(self._stack, edits),
            StopKind.CLOSING: self.closing,
        }
        self._back = button(self, "session_back", self.tr("Back"), Look.PLAIN, "arrow-left")
        self._on = button(self, "session_next", self.tr("Next"), Look.PRIMARY, "arrow-right")
        self._lay_out()
        self._connect()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self._pages[self.here.kind]

    def begin(self) -> None:
        """Go where the session goes on."""
        self.go_to(first_open(self._edits.session))

    def go_to(self, stop: Stop) -> None:
        """Show another stop, and say so."""
        self.keep()
        self.here = stop
        page = self.page
        if isinstance(page, ItemPage):
            page.show_item(stop.key, self._place(stop))
        else:
            page.refresh()
        focused = self.focusWidget()
        beside = focused is not None and not self._stack.isAncestorOf(focused)
        self._stack.setCurrentWidget(page)
        self._show_frame()
        if not beside or focused in (self._back, self._on):
            self.focus()
        announce(self, page.said)
        self.moved.emit()

    @Slot()
    def step(self, by: int = 1) -> None:
        """Go to the stop that many behind this one; no further than either end."""
        stops = stops_of(self._edits.session)
        at = stops.index(self.here) if self.here in stops else 0
        self.go_to(stops[min(max(at + by, 0), len(stops) - 1)])

    def choose(self, number: int) -> None:
        """Choose the large answer of that number, where there are some."""
        page = self.page
        if isinstance(page, ItemPage | ContactsPage | ClosingPage):
            page.choose(number)

    def scroll_by(self, pages: float) -> None:
        """Scroll what the item shows."""
        if isinstance(self.page, ItemPage):
            self.page.shown.scroll_by(pages)

    def keep(self) -> None:
        """Keep what was typed last."""
        self.item.keep()
        self.contacts.keep()

    def refresh(self) -> None:
        """Show the session as it is now; an item that is gone gives way to what is open."""
        if self.here not in stops_of(self._edits.session):
            self.begin()
            return
        self.page.refresh()
        self._show_frame()

    def next_pane(self, by: int) -> None:
        """Move the keyboard to the next part of the window."""
        focus_next_pane((self.head, self.chapters, self._stack, self._foot), by)

    def focus(self) -> None:
        """Put the keyboard where the page begins, so that a number decides and types nothing."""
        self.page.start.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        times = growth(event.size().width(), event.size().height())
        if times != self._times:
            self._times = times
            self.setStyleSheet(stage_sheet(times))
            self.chapters.setFixedWidth(px(SIDE_PX * times))
            side = QSize(px(ICON_PX * times), px(ICON_PX * times))
            self.chapters.setIconSize(side)
            self.contacts.table.setIconSize(side)
            for made in self.findChildren(QAbstractButton):
                made.setIconSize(side)
            self.ensurePolished()
            self.item.fit()
            self.closing.fit()

    def restyle(self) -> None:
        """Take over the colours in force."""
        self.setStyleSheet(stage_sheet(self._times))
        self.refresh()

    def _lay_out(self) -> None:
        for page in self._pages.values():
            self._stack.addWidget(page)
        self._foot = QWidget(self)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._on)
        right = QVBoxLayout()
        right.setContentsMargins(px(28), px(20), px(28), px(16))
        right.setSpacing(px(14))
        right.addWidget(self._stack, 1)
        right.addWidget(self._foot)
        row = QHBoxLayout()
        row.setContentsMargins(px(12), px(16), 0, 0)
        row.setSpacing(0)
        row.addWidget(self.chapters)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self._on.clicked.connect(partial(self.step, 1))
        self._back.clicked.connect(partial(self.step, -1))
        self.item.entered.connect(partial(self.step, 1))
        self.item.calls_wanted.connect(partial(self.go_to, Stop(StopKind.CONTACTS)))
        self.closing.open_wanted.connect(self._on_open_wanted)
        self.chapters.went.connect(self._on_went)

    def _show_frame(self) -> None:
        session = self._edits.session
        decided = sum(item.choice is not Choice.OPEN for item in session.agenda)
        self.head.show_session(session.title, decided, len(session.agenda))
        self.chapters.show_chapters(chapters_of(session), self.here)
        stops = stops_of(session)
        self._back.setEnabled(self.here != stops[0])
        self._on.setEnabled(self.here != stops[-1])

    def _place(self, stop: Stop) -> str:
        keys = [item.key for item in self._edits.session.agenda]
        return self.tr("item {0} of {1}").format(keys.index(stop.key) + 1, len(keys))

    @Slot()
    def _on_open_wanted(self) -> None:
        agenda = self._edits.session.agenda
        found = next((item for item in agenda if item.choice is Choice.OPEN), None)
        if found is not None:
            self.go_to(Stop(StopKind.ITEM, found.key))

    @Slot(str)
    def _on_went(self, key: str) -> None:
        chapters = {chapter.key: chapter for chapter in chapters_of(self._edits.session)}
        open_keys = {i.key for i in self._edits.session.agenda if i.choice is Choice.OPEN}
        stops = chapters[key].stops
        self.go_to(next((stop for stop in stops if stop.key in open_keys), stops[0]))
