"""Runs of text inside a paragraph, shared by the prose and the document tree."""

from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """How a run is set apart from its neighbours."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    STRIKE = "strike"


@dataclass(frozen=True, slots=True)
class Text:
    """Literal characters; nothing in them is ever read as markup."""

    text: str
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced new line inside one paragraph."""


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to `url`; only https and mailto addresses become clickable."""

    url: str
    content: tuple[Text, ...]


def plain(text: str, *marks: Mark) -> tuple[Text, ...]:
    """One run of `text`, or nothing when it is empty."""
    return (Text(text, frozenset(marks)),) if text else ()
