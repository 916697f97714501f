"""What rendering a document yields."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    """A heading as printed; `number` is blank for headings outside the count."""

    level: int
    number: str
    text: str
    anchor: str
    page: int


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A captioned table; `page` is where it begins and `rows` leaves the column heads out."""

    caption: str
    heads: tuple[str, ...]
    rows: int
    anchor: str
    page: int


@dataclass(frozen=True, slots=True)
class PdfResult:
    """A finished file. Pages count from 1, the cover being page 1.

    `anchors` maps every anchor of the document to its page. `missing_glyphs`
    holds the characters no bundled typeface has; U+FFFD stands in their place. `remarks` say
    where they stand, and where text runs from right to left, which is set the other way round.
    """

    data: bytes = field(repr=False)
    pages: int
    headings: tuple[PlacedHeading, ...]
    tables: tuple[PlacedTable, ...]
    anchors: dict[str, int]
    missing_glyphs: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
