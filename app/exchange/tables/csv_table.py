"""CSV text as a table, whatever parts its cells."""

import csv
import io
from collections.abc import Iterator

from app.exchange.tables.decoding import Decoded
from app.exchange.tables.delimiters import found_delimiter, stated_delimiter
from app.exchange.tables.making import Numbered, made_table
from app.exchange.tables.refusals import CellTooLong
from app.services.importing.tables import Table, Tell, quiet


def csv_table(name: str, read: Decoded, tell: Tell = quiet) -> Table:
    """The table in `read`; `name` is that of the file.

    Raises:
        IrplanError: it is empty, or too large in some way.
    """
    mark, text = stated_delimiter(read.text)
    skipped = 1 if mark else 0
    mark = mark or found_delimiter(text)
    remarks = read.remarks
    if _is_left_open(text):
        said = "A quotation mark is not closed; look whether a cell has swallowed what follows."
        remarks = (*remarks, said)
    return made_table(name, _rows(name, text, mark, skipped), remarks, tell)


def _rows(name: str, text: str, mark: str, skipped: int) -> Iterator[Numbered]:
    reader = csv.reader(io.StringIO(_unified(text), newline=""), delimiter=mark)
    while True:
        line = reader.line_num + 1 + skipped
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise CellTooLong(name, line) from error
        if cells is None:
            return
        yield line, cells


def _unified(text: str) -> str:
    """Old line ends as new ones: a lone carriage return ends a line too."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_left_open(text: str) -> bool:
    return text.count('"') % 2 == 1
