"""Short spellings for what stands in cells and needs no words of the document's own."""

from app.domain.document.inline import plain
from app.domain.document.tree import Cell


def optional(text: str) -> Cell:
    """One paragraph a line of `text`; blank stays blank: nothing has to be stated here."""
    return Cell(tuple(plain(line) for line in text.splitlines() if line.strip()))


def stacked(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part.strip())
