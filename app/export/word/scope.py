"""What the parts of one document share while it is written: targets, pages and counters."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from app.domain.document.anchors import anchors
from app.domain.document.tree import Block, Heading, Wording

UNKNOWN_PAGE = "…"
"""Printed for a page nobody has counted yet; Word replaces it when fields are updated."""


@dataclass(frozen=True, slots=True)
class Media:
    """Relationship ids of one picture: pixels for every reader, vectors for newer ones."""

    png: str
    svg: str


def _unremarked(missing: str, spot: str, place: str) -> None:
    """Final documents bear no comments."""


@dataclass(frozen=True, slots=True)
class Registrar:
    """How content asks its part for relationships and comments."""

    link: Callable[[str], str]
    picture: Callable[[bytes, bytes], Media]
    remark: Callable[[str, str, str], int | None] = _unremarked
    """Told what is missing, at which spot and under which heading; answers with the comment."""
    image: Callable[[bytes], str] | None = None
    """Takes a picture as PNG alone, for a signature line; None where nobody can sign."""


@dataclass(slots=True)
class Scope:
    """One document being written, from its first block to its last."""

    wording: Wording
    registrar: Registrar
    bookmarks: Mapping[str, str]
    pages: Mapping[str, int]
    title: str = ""
    """The heading that what is being written stands under."""
    spot: str = ""
    """The row, column or label it stands at."""
    _placed: set[str] = field(default_factory=set)
    _counts: dict[str, int] = field(default_factory=dict)
    _list_levels: list[int] = field(default_factory=list)

    def count(self, kind: str) -> int:
        """The next number of its kind, beginning with 1."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return self._counts[kind]

    def page(self, anchor: str) -> str:
        """The page of `anchor` in the PDF, as text."""
        return str(self.pages[anchor]) if anchor in self.pages else UNKNOWN_PAGE

    def place(self, anchor: str) -> str:
        """The bookmark to set here, or blank when there is none or it is set already."""
        name = self.bookmarks.get(anchor, "")
        if not name or name in self._placed:
            return ""
        self._placed.add(name)
        return name

    def remark(self, missing: str) -> int | None:
        """The number of a comment on something missing here; None where there are none."""
        return self.registrar.remark(missing, self.spot, self.title)

    def begin_list(self, level: int) -> int:
        """The ordinal of a new ordered list nested `level` deep; each counts from 1 again."""
        self._list_levels.append(level)
        return len(self._list_levels)

    @property
    def list_levels(self) -> tuple[int, ...]:
        """How deep each ordered list begun so far is nested."""
        return tuple(self._list_levels)


def bookmark_names(body: Iterable[Block]) -> dict[str, str]:
    """A bookmark name for every anchor: anchors are free text, names are not (40 letters)."""
    names: dict[str, str] = {}
    for block in body:
        kind = "Toc" if isinstance(block, Heading) else "Ref"
        for anchor in anchors([block]):
            names.setdefault(anchor, f"_{kind}{len(names) + 1:06d}")
    return names
