"""The flow of the chosen playbook, drawn from its steps as it is printed."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from app.domain.document.drawing import Drawing
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.playbooks.picture import FlowPicture
from ui.bridge.desk import Desk
from ui.widgets.buttons import icon_button
from ui.widgets.drawing_view import DrawingView
from ui.widgets.labels import Role, label
from ui.widgets.tokens import px

READABLE: Final = 1.6
"""The zoom at which the smallest letters of a flow are large enough."""
LEAST_WIDTH, MOST_WIDTH, WIDTH_STEP = 380, 640, 20
"""Widths in units, between which a drawing follows its window."""
QUIET_MS: Final = 120
"""A window that is being resized is drawn for once it rests."""
EMPTY = FlowPicture(Drawing(0.0, 0.0, ()))


class FlowTab(QWidget):
    """Pressing a card chooses its step; the list of steps tells the same to a keyboard."""

    chosen = Signal(object)
    """Carries the `RecordId` of the step whose card was pressed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drawn: tuple[object, ...] = ()
        self._shown: tuple[Plan, RecordId | None, RecordId | None] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._draw_again)
        self.picture = EMPTY
        self.view = DrawingView(self, "playbook_flow")
        self.view.setAccessibleName(self.tr("Flow of the playbook"))
        self._hint = label(self, "", Role.HINT, wrap=True)
        self._lay_out()
        self.view.pressed.connect(self._on_pressed)

    def refresh(self, plan: Plan, playbook: RecordId | None, step: RecordId | None) -> None:
        """Draw what the steps are now, with a ring around `step`."""
        found = plan.playbooks.get(playbook) if playbook is not None else None
        width = flow_width(self.view)
        drawn = (found, plan.steps, plan.roles, plan.profile.language, width)
        self._shown = (plan, playbook, step)
        if drawn != self._drawn:
            self._drawn = drawn
            workshop = self._desk.workshop
            self.picture = EMPTY if found is None else workshop.playbook_flow(plan, found, width)
            self.view.show_drawing(self.picture.drawing, self.picture.told)
        self._say()
        self.show_step(step)

    def show_step(self, step: RecordId | None) -> None:
        """Put the ring around the card of a step."""
        card = next((card for card in self.picture.cards if card.step == step), None)
        self.view.mark(None if card is None else (card.x, card.y, card.width, card.height))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._quiet.start()

    @Slot()
    def _draw_again(self) -> None:
        if self._shown is not None and self.isVisible():
            self.refresh(*self._shown)

    def _say(self) -> None:
        drawn = self.tr("Press a card to choose its step. PDF and Word show the same figure.")
        empty = self.tr("There is nothing to draw until the playbook has steps.")
        self._hint.setText(drawn if self.picture.cards else empty)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(px(4))
        bar.addWidget(self._hint, 1)
        for name, picture, said, do in (
            ("flow_smaller", "zoom-out", self.tr("Smaller"), self.view.zoom_out),
            ("flow_larger", "zoom-in", self.tr("Larger"), self.view.zoom_in),
            ("flow_fit", "maximize", self.tr("Fit the width"), self.view.fit),
        ):
            made = icon_button(self, name, picture, said)
            made.clicked.connect(do)
            bar.addWidget(made)
        framed = QFrame(self)
        framed.setProperty("card", "true")
        inner = QVBoxLayout(framed)
        inner.setContentsMargins(px(10), px(10), px(10), px(10))
        inner.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(px(8))
        column.addLayout(bar)
        column.addWidget(framed, 1)

    @Slot(float, float)
    def _on_pressed(self, x: float, y: float) -> None:
        card = self.picture.card_at(x, y)
        if card is not None:
            self.show_step(card.step)
            self.chosen.emit(card.step)


def flow_width(view: DrawingView) -> float:
    """How many units wide a drawing is made, so that it fills `view` and can still be read."""
    room = view.width() * 100 / px(100) / READABLE
    steps = round(min(max(room, LEAST_WIDTH), MOST_WIDTH) / WIDTH_STEP)
    return float(steps * WIDTH_STEP)
