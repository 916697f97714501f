"""Bulleted and numbered lists, nested as deep as they come."""

from collections.abc import Iterator
from typing import Final

from app.domain.document.tree import ListBlock
from app.export.pdf.pagination import Flow
from app.export.pdf.text_block import Bullet
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import AFTER_LIST, LIST_INDENT, LIST_ITEM, Typography

_SIGNS: Final = ("•", "–", "▪")  # noqa: RUF001  # typographic on purpose
_SIGN_INSET: Final = 5.0
_DEEPEST: Final = 8
"""Levels beyond this are indented no further."""


def list_flows(
    block: ListBlock,
    setter: Typesetter,
    width: float,
    parent: Element,
    look: Typography = LIST_ITEM,
) -> Iterator[Flow]:
    """Set all entries of a list; neither the first nor the last stands alone on a page."""
    flows = list(_flows(block, setter, width, parent, look, 0))
    last = len(flows) - 1
    for at, flow in enumerate(flows):
        together = at in {0, last - 1} and at != last
        yield flow._replace(after=AFTER_LIST if at == last else flow.after, keeps_next=together)


def _flows(
    block: ListBlock,
    setter: Typesetter,
    width: float,
    parent: Element,
    look: Typography,
    depth: int,
) -> Iterator[Flow]:
    element = parent.add("L")
    element.list_numbering = "Decimal" if block.ordered else "Disc"
    for number, item in enumerate(block.items, 1):
        entry = element.add("LI")
        sign = f"{number}." if block.ordered else _SIGNS[depth % len(_SIGNS)]
        x = _SIGN_INSET + min(depth, _DEEPEST) * LIST_INDENT
        bullet = Bullet(setter.line(sign, look), x, entry.add("Lbl"))
        body = entry.add("LBody")
        words = body.add("P") if item.nested else body  # drawn later, it must yet come first
        text = setter.indented(item.content, look, width, words, bullet)
        yield Flow(text, after=look.after)
        for nested in item.nested:
            yield from _flows(nested, setter, width, body, look, depth + 1)
