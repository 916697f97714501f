"""Documents of so many pages and no more: what is left out to get there, and that it says so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Document, Paragraph, Voice
from app.export.compose.clipping import clipped
from app.export.compose.scribe import Scribe

Item = TypeVar("Item")

Extent = Callable[[Document], float]
"""How many pages a document fills once it is laid out, such as 1.5."""


@dataclass(frozen=True, slots=True)
class Room:
    """How much a document may say: the most rows of a table, the most characters of a text.

    In a `strict` one even what is important has no more room than that.
    """

    rows: int
    characters: int
    strict: bool = False


ROOMS: Final = (
    Room(14, 600),
    Room(14, 225),
    Room(12, 150),
    Room(12, 110),
    Room(12, 72),
    Room(10, 72),
    Room(8, 72),
    Room(7, 72),
    Room(6, 72),
    Room(5, 72),
    Room(4, 66),
    Room(4, 50),
    Room(3, 38),
    Room(2, 30),
    Room(1, 22, strict=True),
    Room(1, 4, strict=True),
)
"""Tried one after the other until the document fits; the last fits whatever a plan says."""

ONE_LINE: Final = 68
"""Characters of a fact that fit one line."""

TWO_LINES: Final = 140
"""Characters of a fact that fit two lines."""

SPARE: Final = 0.06
"""Share of a page left free, since word processors set text wider where fonts are missing."""


Page = Callable[[Room], Sequence[Block]]
"""What stands on one page, for a room."""


def fitted(
    document: Callable[[Sequence[Block]], Document], pages: Sequence[Page], extent: Extent
) -> Document:
    """The document of these pages, each with the most to say that fits it; see `ROOMS`.

    Each page but the first begins with a block that starts one.
    """
    body: list[Block] = []
    for number, page in enumerate(pages, start=1):
        *others, least = ROOMS
        for room in others:
            blocks = page(room)
            if extent(document([*body, *blocks])) <= number - SPARE:
                break
        else:
            blocks = page(least)
        body += blocks
    return document(body)


class Trimmer:
    """Leaves out what a document has no room for, and remembers that it did."""

    def __init__(self, scribe: Scribe, room: Room) -> None:
        self._scribe = scribe
        self._room = room
        self._is_cut = False

    def text(self, text: str, most: int = 1_000_000, least: int = 1) -> str:
        """`text` on one line, cut after a word where it is longer than the room or `most`.

        The first `least` characters are so important that there is always room.
        """
        most = min(most, max(self._room.characters, self._kept(least)))
        line = " ".join(text.split())
        self._is_cut = self._is_cut or len(line) > most
        return clipped(line, most)

    def first(
        self, items: Iterable[Item], most: int = 1_000_000, least: int = 1
    ) -> tuple[list[Item], int]:
        """The first items, as many as there is room for, and how many follow.

        At most `most`; `least` of them are so important that there is always room.
        """
        every = list(items)
        most = min(most, max(self._room.rows, self._kept(least)))
        return every[:most], max(len(every) - most, 0)

    def texts(self, items: Sequence[str], most: int = 1_000_000) -> list[str]:
        """The first items that say something, each cut; a last one says how many follow."""
        kept, left_out = self.first((item for item in items if item.strip()), most)
        told = [self.text(item) for item in kept]
        return [*told, self._scribe.say("edition.more", n=left_out)] if left_out else told

    def _kept(self, least: int) -> int:
        return 1 if self._room.strict else least

    def remark(self, left_out: int) -> Iterator[Block]:
        """Says that there is more in the plan; nothing when there is not."""
        if left_out:
            yield Paragraph(plain(self._scribe.say("edition.more", n=left_out)), Voice.NOTE)

    @property
    def remarks(self) -> tuple[str, ...]:
        """Says what an ellipsis means, where there is one."""
        return (self._scribe.say("edition.shortened"),) if self._is_cut else ()
