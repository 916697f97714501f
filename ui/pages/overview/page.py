"""The overview page: progress, dates, next steps and coverage of the open plan."""

from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.errors import IrplanError
from app.domain.judgement.findings import Finding
from app.services.clock import today
from app.services.editing import Change
from ui.bridge.desk import Desk
from ui.bridge.notices import notice_of
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted, day
from ui.pages.findings.actions import FindingActions
from ui.pages.findings.done_notice import DoneNotice
from ui.pages.overview.coverage_card import CoverageCard
from ui.pages.overview.due_card import DueCard
from ui.pages.overview.due_words import DueNotice, due_notice
from ui.pages.overview.figure_card import FigureCard
from ui.pages.overview.freshness import ReviewState, contact_state, review_state
from ui.pages.overview.interview_card import InterviewCard
from ui.pages.overview.next_steps import NextSteps
from ui.pages.overview.progress_card import ProgressCard
from ui.pages.page import Page
from ui.widgets.banner import NoticeBanner
from ui.widgets.chips import Tone
from ui.widgets.labels import Role, label
from ui.widgets.panes import focus_into
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

WIDE_FROM_PX = 820
"""Below this width the cards stand one under the other."""

NOON, EVENING = 12, 18
"""Hours from which one wishes a good afternoon and a good evening."""

REVIEWS = "reviews"
CONTACTS_SECTION = "contacts"


class OverviewPage(Page):
    """Refreshes after every change; each card decides what of it has to be redrawn."""

    title = str(QT_TRANSLATE_NOOP("Page", "Overview"))
    icon = "layout-dashboard"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName("overview_page")
        self._desk = desk
        self._stale = False
        self._actions = FindingActions(bridge, desk, self)
        self._build()
        self._lay_out()
        self.refresh()
        self._connect()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._stale = False
        self._show_greeting()
        self._interview.show_progress(self.bridge)
        self._progress.show_progress(self.bridge)
        self._steps.show_steps(self.bridge)
        self._coverage.show_coverage(self.bridge)
        watch = self._desk.workshop.watch(self.bridge.plan)
        self._due.show_watch(watch)
        self._show_review(review_state(self.bridge.plan, self._today))
        self._show_notice(due_notice(watch))
        self._show_contacts()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._interview.show_progress(self.bridge)  # where one was is no change of the plan

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= px(WIDE_FROM_PX)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._top, self._middle):
            row.setDirection(across if wide else down)

    @property
    def _today(self) -> date:
        return today(self._desk.workshop.clock)

    def _build(self) -> None:
        self.banner = NoticeBanner(self, "review_banner")
        self._notice = DoneNotice(self.bridge, self)
        self._scroll = ScrollBody(self, "overview_scroll")
        self._scroll.keep_to_cards()
        body = self._scroll.body
        self._greeting = label(body, "", Role.H1, wrap=True)
        self._greeting.setObjectName("greeting")
        self._subtitle = label(body, "", Role.BODY, wrap=True)
        self._interview = InterviewCard(body, self._desk.workshop.interviews)
        self._progress = ProgressCard(body)
        self._review = FigureCard(body, "review_card", self.tr("Next review"))
        self._contacts = FigureCard(body, "contacts_card", self.tr("Contacts verified"))
        self._steps = NextSteps(body)
        self._coverage = CoverageCard(body)
        self._due = DueCard(body)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self._notice)
        column.addWidget(self._scroll, 1)
        figures = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        figures.setSpacing(px(16))
        figures.addWidget(self._review, 1)
        figures.addWidget(self._contacts, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(px(16))
        self._top.addWidget(self._progress, 1)
        self._top.addLayout(figures, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(px(16))
        self._middle.addWidget(self._steps, 3)
        self._middle.addWidget(self._coverage, 2)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._greeting)
        words.addWidget(self._subtitle)
        content = self._scroll.content
        content.addLayout(words)
        content.addWidget(self._interview)
        content.addLayout(self._top)
        content.addLayout(self._middle)
        content.addWidget(self._due)
        content.addStretch(1)

    def _connect(self) -> None:
        self.bridge.changed.connect(self._on_changed)
        self._desk.settings_changed.connect(self._on_settings)
        self._interview.navigate.connect(self.navigate)
        self._progress.navigate.connect(self.navigate)
        self._steps.navigate.connect(self.navigate)
        self._steps.mended.connect(self._on_mend)
        self._steps.accepting.connect(self._on_accept)
        self._actions.done.connect(self._on_done)
        self._review.acted.connect(self._on_review)
        self._contacts.acted.connect(self._on_contacts)
        self._due.navigate.connect(self.navigate)
        self._due.calendar_wanted.connect(self._on_calendar)
        self._due.settings_wanted.connect(self._on_reminder_settings)
        self.banner.acted.connect(self._on_banner)

    def _show_greeting(self) -> None:
        name = self._desk.settings.person.split()
        hello = self._hello(self._desk.workshop.clock.now().astimezone())
        self._greeting.setText(f"{hello}, {name[0]}" if name else hello)
        profile = self.bridge.plan.profile
        whose = profile.short_name or profile.legal_name or self.tr("Your organisation")
        self._subtitle.setText(self.tr("{0} incident response plan").format(whose))

    def _hello(self, now: datetime) -> str:
        if now.hour < NOON:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if now.hour < EVENING else self.tr("Good evening")

    def _show_review(self, review: ReviewState) -> None:
        if review.due is None:
            hint = self.tr("Counted from the first issued version")
            if review.interval is None:
                hint = self.tr("State how often the plan is reviewed")
            self._review.show_figure(self.tr("Not set"), hint, self.tr("Go to reviews"))
            return
        tone = "danger" if review.overdue else "warning" if review.soon else ""
        when = self._when(review)
        self._review.show_figure(day(review.due), when, self.tr("Go to reviews"), tone)

    def _show_notice(self, notice: DueNotice | None) -> None:
        if notice is None:
            self.banner.hide()
            return
        action, text = "due", self.tr("Show what is due")
        if notice.review:
            action, text = "review", self.tr("Start the review")
        self.banner.show_notice(notice.text, notice.tone, action=action, action_text=text)

    def _when(self, review: ReviewState) -> str:
        if review.overdue:
            late = self.tr("{n} days overdue")
            return counted(-review.days, self.tr("1 day overdue"), late)
        if review.days == 0:
            return self.tr("today")
        return counted(review.days, self.tr("in 1 day"), self.tr("in {n} days"))

    def _show_contacts(self) -> None:
        state = contact_state(self.bridge.plan, self._today)
        if not state.people:
            self._contacts.show_figure(
                self.tr("None yet"), self.tr("The plan names nobody"), self.tr("Go to contacts")
            )
            return
        hints = []
        if state.old:
            hints.append(self.tr("{0} older than {1} days").format(state.old, state.every))
        if state.never:
            hints.append(self.tr("{0} never verified").format(state.never))
        figure = f"{state.verified} / {state.people}"
        hint = ", ".join(hints) or self.tr("All within {0} days").format(state.every)
        self._contacts.show_figure(figure, hint, self.tr("Go to contacts"))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        """A page nobody sees waits until it is shown."""
        del change
        self._stale = True
        if self.isVisible():
            self.refresh()

    @Slot(object)
    def _on_settings(self, settings: object) -> None:
        del settings
        self._show_greeting()

    @Slot(object)
    def _on_mend(self, finding: Finding) -> None:
        self._actions.mend((finding,))

    @Slot(object)
    def _on_accept(self, finding: Finding) -> None:
        self._actions.ask_to_accept((finding,))

    @Slot(str)
    def _on_done(self, text: str) -> None:
        """The row that was pressed is gone; the keyboard goes on among the next steps."""
        self._notice.tell(text)
        focus_into(self._steps)

    @Slot()
    def _on_contacts(self) -> None:
        self.navigate.emit(f"section:{CONTACTS_SECTION}")

    @Slot(str)
    def _on_banner(self, action: str) -> None:
        if action == "review":
            self.navigate.emit(REVIEWS)
        elif action == "due":
            self._scroll.ensureWidgetVisible(self._due)
            focus_into(self._due)

    @Slot()
    def _on_review(self) -> None:
        self.navigate.emit(REVIEWS)

    @Slot()
    def _on_reminder_settings(self) -> None:
        from ui.dialogs.settings_reminders import ReminderSettingsDialog

        dialog = ReminderSettingsDialog(self._desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_calendar(self) -> None:
        dialog = QFileDialog(self, self.tr("Save the reminders"))
        dialog.setObjectName("calendar_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Calendar files (*.ics)"))
        dialog.setDefaultSuffix("ics")
        dialog.selectFile("incident-response-plan.ics")
        dialog.fileSelected.connect(self.save_calendar)
        dialog.open()

    @Slot(str)
    def save_calendar(self, file: str) -> None:
        """Write the plan's reminders to `file` and say so."""
        try:
            self._desk.workshop.write_calendar(self.bridge.open_plan, Path(file))
        except IrplanError as error:
            self.banner.show_notice(notice_of(error).text, Tone.DANGER)
            return
        text = self.tr("Saved {0}. Open it to put the reminders into your calendar.")
        self.banner.show_notice(text.format(Path(file).name), Tone.SUCCESS)
