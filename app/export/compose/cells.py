"""Short spellings for what stands in cells and needs no words of the document's own."""

from app.domain.document.inline import plain
from app.domain.document.tree import Cell


def optional(text: str) -> Cell:
    """One paragraph a line of `text`; blank stays blank: nothing has to be stated here."""
    return Cell(tuple(plain(line) for line in text.splitlines() if line.strip()))


def stacked(*parts: str) -> str:
    """The parts that say something, one a line."""
    return "\n".join(part for part in parts if part.strip())


def begun(text: str) -> str:
    """`text` as it reads on a line of its own: a plain first word gets a capital letter."""
    word = text.split(maxsplit=1)[0] if text.strip() else ""
    return text[:1].upper() + text[1:] if word.islower() else text
