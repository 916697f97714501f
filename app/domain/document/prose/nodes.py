"""Section text as data: what its author wrote, free of any syntax."""

from dataclasses import dataclass
from enum import Enum

from app.domain.document.inline import LineBreak, Link, Mark, Text


class ReferenceKind(Enum):
    """The sort of record a reference leads to; the value is its scheme in the stored text."""

    ROLE = "role"
    PERSON = "person"
    PARTY = "party"
    SEVERITY = "severity"
    SECTION = "section"
    PLAYBOOK = "playbook"
    TREE = "tree"
    OBLIGATION = "obligation"


@dataclass(frozen=True, slots=True)
class Variable:
    """A value of the plan, filled in when the text is shown; `name` is like `plan.owner`."""

    name: str
    marks: frozenset[Mark] = frozenset()


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of the record with the id `target`.

    `content` is the author's wording; empty means the record's own name.
    """

    kind: ReferenceKind
    target: str
    content: tuple[Text, ...] = ()


Inline = Text | LineBreak | Link | Variable | Reference
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading:
    """A title inside a section: level 2, or level 3 below it."""

    level: int
    content: Inlines


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry: its text, then the lists nested under it."""

    content: Inlines
    nested: tuple["ListBlock", ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """Bulleted or, when `ordered`, numbered entries; numbering starts at 1."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else, one or more paragraphs."""

    paragraphs: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Column heads and rows; in normal form every row is as wide as the header."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A line across the page."""


Block = Paragraph | Heading | ListBlock | Quote | Table | Rule
Prose = tuple[Block, ...]
