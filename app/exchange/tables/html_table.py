"""The text of the first table in HTML, as spreadsheets put it on the clipboard; no markup."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Final

from typing_extensions import override

from app.exchange.tables.making import Numbered
from app.exchange.tables.refusals import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from app.services.importing.tables import Tell, quiet

PIECE: Final = 300_000
"""Characters that are read between two reports of progress."""

_CELLS: Final = frozenset({"td", "th"})
_UNREAD: Final = frozenset({"script", "style", "template", "noscript"})
_BREAKS: Final = frozenset({"br", "p", "div", "li"})
_MOST_CELLS: Final = (MOST_ROWS + 2) * MOST_COLUMNS


def html_rows(text: str, tell: Tell = quiet) -> tuple[Numbered, ...]:
    """The rows of the first table in `text`, with their places from 1; none where there is none."""
    reader = _TableReader()
    for at in range(0, len(text), PIECE):
        tell(at / len(text), "Reading the cells")
        reader.feed(text[at : at + PIECE])
    reader.close()
    return tuple(_tidy(reader.rows))


def _tidy(rows: list[list[str]]) -> Iterator[Numbered]:
    """White space in HTML is a space; line breaks were put in as form feeds."""
    for number, cells in enumerate(rows, start=1):
        lines = ([" ".join(part.split()) for part in cell.split("\f")] for cell in cells)
        yield number, ["\n".join(line).strip() for line in lines]


class _TableReader(HTMLParser):
    """Collects the cells of the outermost first table; one inside a cell is text of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._depth = 0
        self._done = False
        self._unread = 0
        self._cell: list[str] | None = None
        self._length = 0
        self._count = 0
        self._span = 1

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "table":
            self._depth += 1
        elif self._depth == 1 and not self._done:
            self._open(tag, dict(attrs))
        if tag in _BREAKS:
            self._add("\f")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._close_cell()
                self._done = bool(self.rows)
        elif tag in _CELLS and self._depth == 1:
            self._close_cell()

    @override
    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._add(data)

    @override
    def close(self) -> None:
        super().close()
        self._close_cell()

    def _open(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "tr":
            self._close_cell()
            if len(self.rows) <= MOST_ROWS + 1:
                self.rows.append([])
        elif tag in _CELLS and self.rows:
            self._close_cell()
            self._cell, self._length = [], 0
            self._span = _span(attributes.get("colspan"))

    def _close_cell(self) -> None:
        if self._cell is None or self._count > _MOST_CELLS:
            return
        self.rows[-1] += ["".join(self._cell), *[""] * (self._span - 1)]
        self._count += self._span
        self._cell = None

    def _add(self, text: str) -> None:
        if self._cell is not None and self._length <= LONGEST_CELL:
            self._cell.append(text)
            self._length += len(text)


def _span(stated: str | None) -> int:
    """How many columns a cell reaches over."""
    stated = stated or ""
    known = stated.isdecimal() and len(stated) <= len(str(MOST_COLUMNS))
    return min(max(int(stated), 1), MOST_COLUMNS) if known else 1
