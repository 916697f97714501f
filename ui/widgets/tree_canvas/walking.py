"""Where the arrow keys lead from a card: along the tree, as it is seen."""

from collections.abc import Sequence
from enum import Enum

from ui.widgets.tree_canvas.face import CanvasCard


class Way(Enum):
    """A direction on the canvas."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"


def step_from(cards: Sequence[CanvasCard], key: str, way: Way) -> str:
    """The card one comes to from `key`; `key` itself at the end, the first card from none.

    Up leads to the card it hangs under, down to the first below it, left and right to those
    beside it. Among cards stacked under each other up and down lead through the stack.
    """
    known = {card.key: card for card in cards}
    here = known.get(key)
    if here is None:
        return cards[0].key if cards else ""
    beside = [card.key for card in cards if card.parent == here.parent]
    below = [card.key for card in cards if card.parent == key]
    if here.stacked:
        return _in_stack(here, beside, below, way)
    match way:
        case Way.UP:
            return here.parent or key
        case Way.DOWN:
            return below[0] if below else key
        case Way.LEFT:
            return _stepped(beside, key, -1)
        case Way.RIGHT:
            return _stepped(beside, key, 1)


def _in_stack(here: CanvasCard, beside: list[str], below: list[str], way: Way) -> str:
    match way:
        case Way.UP:
            return (
                here.parent or here.key if here.key == beside[0] else _stepped(beside, here.key, -1)
            )
        case Way.DOWN:
            return _stepped(beside, here.key, 1)
        case Way.LEFT:
            return here.parent or here.key
        case Way.RIGHT:
            return below[0] if below else here.key


def _stepped(keys: list[str], key: str, step: int) -> str:
    at = keys.index(key) + step
    return keys[at] if 0 <= at < len(keys) else key
