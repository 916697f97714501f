"""What a prose mentions: the values it is filled from and the records it leads to."""

from collections.abc import Iterator

from app.domain.document.prose.nodes import Inline, Prose, Reference, Variable
from app.domain.document.prose.walk import lines


def variables(prose: Prose) -> tuple[str, ...]:
    """The name of each variable once, in the order of their first mention."""
    return tuple(dict.fromkeys(one.name for one in _inlines(prose) if isinstance(one, Variable)))


def references(prose: Prose) -> tuple[Reference, ...]:
    """Every reference, in reading order, as often as it is made."""
    return tuple(one for one in _inlines(prose) if isinstance(one, Reference))


def _inlines(prose: Prose) -> Iterator[Inline]:
    for line in lines(prose):
        for content in line:
            yield from content
