"""How far the interview is, and the way back into it; hidden where nobody waits for it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.services.interviewing.memory import InterviewMemory
from app.services.interviewing.topics import TopicState, topics_of
from app.services.interviewing.walk import SETTLED, beginning, finished
from ui.bridge.session import PlanBridge
from ui.models.interview_rows import headline
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.picture import Picture
from ui.widgets.tokens import px


class InterviewCard(Card):
    """One line of progress and one button; a plan made of a file of answers needs none."""

    navigate = Signal(str)
    """Carries `interview`."""

    def __init__(self, parent: QWidget, memory: InterviewMemory) -> None:
        super().__init__(parent)
        self.setObjectName("interview_card")
        self.setAccessibleName(self.tr("Guided start"))
        self._memory = memory
        self._count = label(self, "", Role.BODY, wrap=True)
        self._count.setObjectName("interview_card_count")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Topics done"))
        self._go_on = button(self, "interview_continue", "", Look.PLAIN)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(label(self, self.tr("Guided start"), Role.H3))
        words.addWidget(self._count)
        words.addWidget(self._bar)
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(Picture(self, "sparkles", "accent_text"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)
        self._go_on.clicked.connect(self._on_go_on)

    def show_progress(self, bridge: PlanBridge) -> None:
        """Show how far the interview is now."""
        remembered = self._memory.load(bridge.plan.id)
        progress = topics_of(bridge.template, bridge.plan, remembered.skipped)
        untouched = any(item.state is TopicState.UNTOUCHED for item in progress)
        wanted = bool(remembered.left_at) or untouched
        self.setVisible(wanted and not finished(progress) and not bridge.read_only)
        here = beginning(progress, remembered.left_at)
        title = next((item.topic.title for item in progress if item.topic.id == here), "")
        text = headline(progress)
        if title:
            text = self.tr("{0}. Next: {1}").format(text, title)
        self._count.setText(text)
        self._bar.setRange(0, max(len(progress), 1))
        self._bar.setValue(sum(item.state in SETTLED for item in progress))
        self._bar.setAccessibleDescription(text)
        again, first = self.tr("Continue where you left off"), self.tr("Start the questions")
        set_button_text(self._go_on, again if remembered.left_at else first)

    @Slot()
    def _on_go_on(self) -> None:
        self.navigate.emit("interview")
