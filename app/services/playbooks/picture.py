"""The flow of a playbook as it is shown on a screen."""

from dataclasses import dataclass

from app.domain.document.drawing import Drawing
from app.domain.plan.ids import RecordId


@dataclass(frozen=True, slots=True)
class FlowCard:
    """Where the card of a step stands in the drawing, in its units."""

    step: RecordId
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the place (`x`, `y`) lies on the card."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """A drawing of all steps, the cards in it, and `told`: the same in words."""

    drawing: Drawing
    cards: tuple[FlowCard, ...] = ()
    told: str = ""

    def card_at(self, x: float, y: float) -> FlowCard | None:
        """The card at a place of the drawing."""
        return next((card for card in self.cards if card.holds(x, y)), None)
