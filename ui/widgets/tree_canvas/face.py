"""What a card of the canvas shows, and where it stands."""

from dataclasses import dataclass
from typing import Final

AVATARS: Final = ("#5B6FD8", "#1F8A70", "#8A4DBF", "#B9621B", "#3A7CA5", "#B4495F", "#5F7A2E")
"""Grounds of the discs with initials; white letters on them reach a contrast of 4:1 and more."""


@dataclass(frozen=True, slots=True)
class Face:
    """The words of a card, blank where there is nothing to say.

    `mark` is the step of a severity from 1 to 4, 0 for none, and `mark_text` its word. `warning`
    tells all that is wrong, a line for each. `ground` chooses the colour of the disc.
    """

    title: str
    lines: tuple[str, ...] = ()
    initials: str = ""
    ground: int = 0
    mark: int = 0
    mark_text: str = ""
    warning: str = ""
    edge: str = ""
    """How and how soon whoever is on the card is called."""


@dataclass(frozen=True, slots=True)
class CanvasCard:
    """A card by its key, the card it hangs under, and its upper left corner in layout units."""

    key: str
    parent: str | None
    face: Face
    x: float
    y: float
    stacked: bool = False
    moved: bool = False
    """Whether somebody put it where it stands."""


def initials_of(name: str) -> str:
    """Up to two letters for `name`: of its first and last word."""
    words = [word for word in name.split() if word[0].isalnum()]
    picked = words if len(words) < 2 else [words[0], words[-1]]
    return "".join(word[0] for word in picked).upper()


def ground_of(name: str) -> int:
    """The same ground for the same name, on every computer."""
    return sum(at * ord(char) for at, char in enumerate(name, start=1)) % len(AVATARS)
