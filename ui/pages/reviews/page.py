"""The page of reviews: the next one, the agenda it would have, and the sessions that were held."""

from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.services.clock import today
from app.services.reviewing.finding import closed
from app.services.reviewing.past import Past
from app.services.reviewing.preparing import Prepared, prepare
from app.services.reviewing.triggering import triggers
from app.services.reviewing.wanting import wants_version
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.pages.page import Page
from ui.pages.reviews.agenda_card import AgendaCard
from ui.pages.reviews.held_card import HeldCard
from ui.pages.reviews.next_card import NextCard
from ui.pages.reviews.past_reader import PastReader
from ui.pages.reviews.sessions import Sessions
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

BESIDE_FROM_PX = 720
"""The page's width from which two cards stand side by side."""
QUIET_MS = 500
"""Quiet time after an edit before the agenda is put together again."""


class ReviewsPage(Page):
    """A page nobody sees puts no agenda together."""

    title = str(QT_TRANSLATE_NOOP("Page", "Reviews"))
    icon = "clipboard-check"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("reviews_page")
        self._desk = desk
        self._past: Past | None = None
        self._reader = PastReader(bridge, desk, self)
        self.sessions = Sessions(bridge, desk, self)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._build()
        self._lay_out()
        self._connect()
        self._show_plan()

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.banner, self.next, self.held)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_plan()
        self._reader.start()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._quiet.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= px(BESIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pair.setDirection(across if beside else down)

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "reviews_banner")
        self._scroll = ScrollBody(self, "reviews_scroll")
        self._scroll.keep_to_cards()
        body = self._scroll.body
        self.next = NextCard(body, read_only=self.bridge.read_only)
        self.agenda = AgendaCard(body)
        self.held = HeldCard(body)

    def _lay_out(self) -> None:
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(px(16))
        self._pair.addWidget(self.next, 1)
        self._pair.addWidget(self.agenda, 1)
        content = self._scroll.content
        content.addWidget(label(self._scroll.body, self.tr("Reviews"), Role.H1))
        content.addLayout(self._pair)
        content.addWidget(self.held)
        content.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self._quiet.timeout.connect(self._prepare)
        self._reader.read.connect(self._on_past)
        self._reader.failed.connect(self._on_unread)
        self.next.starting.connect(self._on_starting)
        self.next.resuming.connect(self.sessions.resume)
        self.next.giving_up.connect(self.sessions.ask_to_give_up)
        self.held.minutes_wanted.connect(self.sessions.minutes)
        self.held.version_wanted.connect(self._on_version)
        self.sessions.busy.connect(self._on_busy)
        self.sessions.failed.connect(self._on_failed)
        self.sessions.navigate.connect(self.navigate)

    def _show_plan(self) -> None:
        self.next.show_plan(self.bridge.plan, self._today)
        wanting = None if self.bridge.read_only else wants_version(self.bridge.plan)
        self.held.show_sessions(closed(self.bridge.plan), wanting)

    @property
    def _today(self) -> date:
        return today(self._desk.workshop.clock)

    @Slot()
    def _prepare(self) -> None:
        if self._past is not None:
            self.agenda.show_prepared(prepare(self.bridge.judgement, self._past, self._today))

    @Slot(object)
    def _on_past(self, past: Past) -> None:
        self._past = past
        self._prepare()

    @Slot(object)
    def _on_unread(self, error: IrplanError) -> None:
        self.agenda.show_problem(notice_of(error).text)

    @Slot(object)
    def _on_changed(self, change: object) -> None:
        del change
        if self.isVisible():
            self._show_plan()
            self._quiet.start()

    @Slot()
    def _on_starting(self) -> None:
        """What drifted since the last version is known only once the past was read."""
        self.banner.hide()
        past, day = self._past, self._today
        prepared = Prepared() if past is None else prepare(self.bridge.judgement, past, day)
        self.sessions.ask_to_start(triggers(self.bridge.plan, prepared, day))

    @Slot()
    def _on_version(self) -> None:
        self.navigate.emit("versions")

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self.next.show_busy(busy=busy)

    @Slot(object)
    def _on_failed(self, error: IrplanError) -> None:
        self.banner.show_notice(notice_of(error).text, Tone.DANGER)
