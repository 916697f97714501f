"""What was set before and stays as it is while the pages it prints do."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from app.export.pdf.typesetter import Typesetter

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A thing, and what it was told of pages while it was made: anchors and what was printed."""

    made: T
    asked: tuple[tuple[str, str], ...]


def kept(last: Kept[T] | None, setter: Typesetter, make: Callable[[], T]) -> Kept[T]:
    """Return `last`, if it would be made the same with `setter`, or make it."""
    asked = setter.memory.asked
    if last is not None and all(setter.page_of(anchor) == page for anchor, page in last.asked):
        asked.extend(last.asked)
        return last
    start = len(asked)
    made = make()
    return Kept(made, tuple(asked[start:]))
