"""How complete the plan is, and where to go on."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.judgement.completeness import SectionStatus
from app.domain.judgement.findings import Weight
from app.domain.plan.ids import RecordId
from ui.bridge.session import PlanBridge
from ui.bridge.words import counted
from ui.widgets.buttons import Look, button, set_button_text
from ui.widgets.cards import Card
from ui.widgets.labels import Role, label
from ui.widgets.ring import CompletenessRing, percent
from ui.widgets.tokens import px


class ProgressCard(Card):
    """A ring, the counts behind it and a link to the next open section."""

    navigate = Signal(str)
    """Carries the target of the next open section."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("progress_card")
        self._target = ""
        self.ring = CompletenessRing(self)
        self.ring.setObjectName("completeness_ring")
        self._heading = label(self, "", Role.H2, wrap=True)
        self._counts = label(self, "", Role.BODY, wrap=True)
        self._counts.setObjectName("progress_counts")
        self._go_on = button(self, "continue_button", "", Look.LINK)
        words = QVBoxLayout()
        words.setSpacing(px(5))
        words.addStretch(1)
        words.addWidget(self._heading)
        words.addWidget(self._counts)
        words.addWidget(self._go_on, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(px(20))
        row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._go_on.clicked.connect(self._on_go_on)

    def show_progress(self, bridge: PlanBridge) -> None:
        """Show how far the plan is now."""
        judgement = bridge.judgement
        self.ring.set_share(judgement.share)
        self._heading.setText(self.tr("Plan is {0}% complete").format(percent(judgement.share)))
        self._counts.setText(self._sentences(bridge))
        following = next_section(bridge)
        self._target = f"section:{following}" if following else ""
        self._go_on.setVisible(bool(following))
        if following:
            title = bridge.plan.sections[following].title
            set_button_text(self._go_on, self.tr("Continue with {0}").format(title))

    def _sentences(self, bridge: PlanBridge) -> str:
        statuses = bridge.judgement.sections.values()
        done = sum(status.complete for status in statuses)
        begun = sum(_begun(status) for status in statuses)
        parts = [
            counted(done, self.tr("1 section done"), self.tr("{n} sections done")),
            self.tr("{0} in progress").format(begun),
            self.tr("{0} not started").format(len(statuses) - done - begun),
        ]
        blocking = sum(item.weight is Weight.BLOCKS for item in bridge.judgement.findings())
        if not blocking:
            last = self.tr("Nothing blocks a final export.")
        else:
            last = counted(
                blocking,
                self.tr("1 finding blocks a final export."),
                self.tr("{n} findings block a final export."),
            )
        return ", ".join(parts) + ". " + last

    @Slot()
    def _on_go_on(self) -> None:
        self.navigate.emit(self._target)


def next_section(bridge: PlanBridge) -> RecordId | None:
    """The first section that is begun and not complete, else the first incomplete one."""
    statuses = bridge.judgement.sections
    waiting = [
        key for key in bridge.plan.sections if key in statuses and not statuses[key].complete
    ]
    begun = [key for key in waiting if _begun(statuses[key])]
    return next(iter(begun or waiting), None)


def _begun(status: SectionStatus) -> bool:
    return not status.complete and status.done > 0
