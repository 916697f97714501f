"""The last stop of the interview: what the answers produce, the draft, and what is open in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.answering.bundles import Bundle
from app.services.interviewing.topics import TopicProgress
from ui.bridge.session import PlanBridge
from ui.dialogs.consequences_box import ConsequencesBox
from ui.models.interview_rows import headline
from ui.pages.interview.open_card import OpenCard
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.scroll import ScrollBody
from ui.widgets.tokens import px

TEXT_WIDTH_PX = 800
BOX_PX = 280


class ResultScreen(ScrollBody):
    """Nothing is done to the plan here unless somebody agrees to it."""

    agreed = Signal(object)
    """Carries the chosen bundles, perhaps none; the others are left as they are."""
    question_wanted = Signal(str)
    """Carries the id of a question to go to."""
    navigate = Signal(str)
    """Carries a target."""

    def __init__(self, bridge: PlanBridge, parent: QWidget) -> None:
        super().__init__(parent, "interview_result")
        self.setAccessibleName(self.tr("What your answers produce"))
        self._bridge = bridge
        self._bundles: tuple[Bundle, ...] = ()
        body = self.body
        self._title = label(body, self.accessibleName(), Role.H1, wrap=True)
        self._title.setObjectName("result_title")
        self._state = label(body, "", Role.BODY, wrap=True)
        self._state.setObjectName("result_state")
        self._card = Card(body, self.tr("Changes that wait for you"))
        self._card.setObjectName("interview_changes")
        self._told = label(self._card, "", Role.BODY, wrap=True)
        self.box = ConsequencesBox(self._card)
        self.box.setFixedHeight(px(BOX_PX))
        self.do = button(self._card, "interview_do", "", Look.PRIMARY)
        self.open_card = OpenCard(body)
        self._lay_out()
        self.do.clicked.connect(self._on_do)
        self.box.ticked.connect(self._count)
        self.open_card.question_wanted.connect(self.question_wanted)
        self.open_card.navigate.connect(self.navigate)

    def show_result(self, progress: Sequence[TopicProgress], bundles: tuple[Bundle, ...]) -> None:
        """Show the draft as it is now."""
        answered = sum(len(item.answered) for item in progress)
        asked = sum(len(item.asked) for item in progress)
        text = self.tr("{0}; {1} of {2} questions answered. The draft is ready to be worked on.")
        self._state.setText(text.format(headline(progress), answered, asked))
        if bundles != self._bundles:
            self._bundles = bundles
            self.box.show_bundles(self._bridge.plan, bundles)
        self._show_waiting()
        self.open_card.show_open(self._bridge, progress)

    def take_focus(self) -> None:
        """Put the keyboard where there is something to decide."""
        if self._bundles:
            self.box.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_waiting(self) -> None:
        text = self.tr(
            "Text nobody has touched has followed your answers already. Tick what else is to"
            " follow; what you leave stays as it is."
        )
        if not self._bundles:
            text = self.tr("Nothing waits: the plan says what your answers ask for.")
        if self._bridge.read_only:
            text = self.tr("This plan is open for reading only, so nothing can follow.")
        self._told.setText(text)
        self.box.setVisible(bool(self._bundles))
        self.do.setVisible(bool(self._bundles))

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(self._title)
        head.addWidget(self._state)
        self.content.addLayout(head)
        self._card.add(self._told)
        self._card.add(self.box)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.do)
        self._card.body.addLayout(foot)
        for part in (self._title, self._state, self._card, self.open_card):
            part.setMaximumWidth(px(TEXT_WIDTH_PX))
        self.content.addWidget(self._card)
        self.content.addWidget(self.open_card)
        self.content.addStretch(1)

    @Slot()
    def _count(self) -> None:
        chosen = len(self.box.chosen)
        words = self.tr("Change the plan ({0} of {1})").format(chosen, self.box.count)
        set_button_text(self.do, words if chosen else self.tr("Leave all as it is"))

    @Slot()
    def _on_do(self) -> None:
        self.agreed.emit(self.box.chosen)
