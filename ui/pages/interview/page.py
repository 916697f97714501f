"""The page Guided start: topics at the left, questions, and what they produce at the right."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.judgement.context import all_answers
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.services.answering.bundles import Bundle
from app.services.editing import Change
from app.services.interviewing.topics import TopicProgress
from ui.bridge.desk import Desk
from ui.bridge.session import PlanBridge
from ui.bridge.theme import theme
from ui.pages.interview.course import InterviewCourse, questions_in
from ui.pages.interview.footer import InterviewFooter
from ui.pages.interview.preview_panel import WIDTH_PX, PreviewPanel
from ui.pages.interview.result_screen import ResultScreen
from ui.pages.interview.topic_list import TopicList
from ui.pages.interview.topic_screen import TopicScreen
from ui.pages.page import Page
from ui.pages.sections.answer_edits import AnswerEdits
from ui.widgets.banner import announce
from ui.widgets.tokens import px

ORIGIN = "interview_page"
SEEN_MS = 20
"""What waits is looked at once the page has been painted."""
WITH_PANEL_FROM_PX = 1060
"""The page's width below which the panel at the right folds away (window of 1300 px)."""


class InterviewPage(Page):
    """Refreshes what is seen; a page nobody sees waits until it is shown."""

    title = str(QT_TRANSLATE_NOOP("Page", "Guided start"))
    icon = "sparkles"

    def __init__(self, bridge: PlanBridge, desk: Desk, parent: QWidget) -> None:
        super().__init__(bridge, parent)
        self.setObjectName(ORIGIN)
        self._edits = AnswerEdits(bridge, ORIGIN)
        self._panel_wanted: bool | None = None
        self._stale = False
        self._once_seen = QTimer(self)
        self._once_seen.setSingleShot(True)
        self._once_seen.setInterval(SEEN_MS)
        self.course = InterviewCourse(bridge, desk, self)
        self.topics = TopicList(self)
        self._stack = QStackedWidget(self)
        self._screens: dict[str, TopicScreen] = {}
        self.result = ResultScreen(bridge, self._stack)
        self.footer = InterviewFooter(self)
        self.preview = PreviewPanel(self)
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._show_stop()
        self._show_produced()

    @property
    def asking(self) -> TopicScreen | None:
        """The questions of the present topic; None at the last stop."""
        topic = self.course.topic
        return None if topic is None else self._screen_of(topic)

    @override
    def panes(self) -> tuple[QWidget, ...]:
        return (self.topics, self._stack, self.footer, self.preview)

    @override
    def reveal(self, kind: Kind, record: RecordId, field: str = "") -> None:
        """Go to the question of an answer."""
        if kind in {Kind.ANSWER, Kind.PROFILE}:
            self.show_question(field or str(record))

    @override
    def begin(self) -> None:
        self._focus()

    @Slot(str)
    def show_question(self, name: str) -> None:
        """Go to the topic of a question, and put the keyboard into it."""
        asked = self.bridge.template.questions.get(name)
        if asked is not None and asked.topic:
            self.course.go_to(asked.topic)
            screen = self.asking
            if screen is not None:
                screen.take_focus(name)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fold()
        if self._stale:
            self._stale = False
            self.course.follow()
        self._once_seen.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next question, and behind the last one to the next topic."""
        screen = self.asking
        if screen is None or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not screen.step(self.focusWidget()):
            self._on_step(1)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.result)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.topics)
        row.addLayout(middle, 1)
        row.addWidget(self.preview)

    def _connect(self) -> None:
        self._once_seen.timeout.connect(self.course.look_at_pending)
        self.bridge.changed.connect(self._on_changed)
        self.course.moved.connect(self._on_moved)
        self.course.progressed.connect(self._show_stop)
        self.course.produced.connect(self._show_produced)
        self.topics.went.connect(self.course.go_to)
        self.result.agreed.connect(self._on_agreed)
        self.result.question_wanted.connect(self.show_question)
        self.result.navigate.connect(self.navigate)
        self.preview.went.connect(self.course.go_to)
        self.preview.navigate.connect(self.navigate)
        self.footer.step_wanted.connect(self._on_step)
        self.footer.skip_wanted.connect(self._on_skip)
        self.footer.panel_wanted.connect(self._on_panel)
        self.footer.finish_wanted.connect(self._on_finish)
        theme().changed.connect(self._on_theme)

    def _bind_keys(self) -> None:
        for keys, by in (("Ctrl+Return", 1), ("Ctrl+Enter", 1), ("Alt+Right", 1), ("Alt+Left", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._on_step, by))

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self.course.note(change)
        if not self.isVisible():
            self._stale = True
            return
        self.course.follow()
        if not change.origin:
            self._bring_into_view(change)

    def _bring_into_view(self, change: Change) -> None:
        """After an undo, show the question whose answer came back."""
        asked = self.bridge.template.questions
        named = [name for name in sorted(questions_in(change)) if name in asked]
        found = next((name for name in named if asked[name].topic), "")
        if found:
            self.show_question(found)

    @Slot()
    def _on_moved(self) -> None:
        beside = self._in_list()
        self._show_stop()
        self._show_produced()
        if not beside:
            self._focus()
        topic = self.course.topic
        announce(self, self.result.accessibleName() if topic is None else topic.topic.title)

    @Slot()
    def _show_stop(self) -> None:
        """Show the stop one is at as the plan is now."""
        course, topic = self.course, self.course.topic
        self.topics.show_stops(course.progress, course.here)
        if topic is None:
            self.result.show_result(course.progress, course.bundles)
            self._stack.setCurrentWidget(self.result)
        else:
            place = self.tr("Topic {0} of {1}").format(course.at + 1, len(course.progress))
            screen = self._screen_of(topic)
            screen.show_topic(topic, place, all_answers(self.bridge.plan))
            self._stack.setCurrentWidget(screen)
        following = course.title(1) or self.result.accessibleName()
        self.footer.show_stop(
            first=course.at == 0,
            following="" if topic is None else following,
            may_skip=topic is not None and bool(topic.open) and not self.bridge.read_only,
        )

    def _screen_of(self, item: TopicProgress) -> TopicScreen:
        """The screen of a topic, made when one first comes there and kept."""
        key = item.topic.id
        if key not in self._screens:
            made = TopicScreen(self.bridge, item.topic, self._stack)
            made.answered.connect(self._edits.answer)
            made.proposal_used.connect(self._edits.use_proposal)
            made.found_out_by.connect(self._edits.find_out)
            self._screens[key] = made
            self._stack.addWidget(made)
        return self._screens[key]

    @Slot()
    def _show_produced(self) -> None:
        course = self.course
        shown = course.outcome
        if course.topic is None:
            shown = replace(shown, waiting=0)  # it stands beside the panel already
        self.preview.show_outcome(course.passages, shown, more=course.more_passages)
        if course.topic is None:
            self.result.show_result(course.progress, course.bundles)

    def _in_list(self) -> bool:
        """Whether one goes through the list of topics, where the keyboard stays then."""
        focused = self.focusWidget()
        return focused is not None and self.topics.isAncestorOf(focused)

    def _focus(self) -> None:
        screen = self.asking
        if screen is None:
            self.result.take_focus()
        else:
            screen.take_focus()

    @Slot(int)
    def _on_step(self, by: int) -> None:
        self.course.go_by(by)
        self._focus()

    @Slot()
    def _on_skip(self) -> None:
        self.course.skip()
        self._focus()

    @Slot(object)
    def _on_agreed(self, bundles: tuple[Bundle, ...]) -> None:
        self.course.agree(bundles, self.tr("Follow the answers"))

    @Slot()
    def _on_finish(self) -> None:
        self.navigate.emit("sections")

    @Slot()
    def _on_panel(self) -> None:
        self._panel_wanted = not self.preview.isVisible()
        self._fold()

    def _fold(self) -> None:
        """A narrow page shows the topics or what the answers produce, not both."""
        wide = self.width() >= px(WITH_PANEL_FROM_PX)
        self.preview.setFixedWidth(min(px(WIDTH_PX), self.width() * 3 // 8))
        wanted = wide if self._panel_wanted is None else self._panel_wanted
        self.preview.setVisible(wanted)
        self.topics.setVisible(wide or not wanted)

    @Slot()
    def _on_theme(self) -> None:
        """Marked words keep the colours they were made with."""
        self.preview.forget()
        self._show_produced()
