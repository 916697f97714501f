"""Files and the clipboard read as tables, whichever kind they are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.exchange.tables.csv_table import csv_table
from app.exchange.tables.decoding import Decoded, decoded
from app.exchange.tables.html_table import html_rows
from app.exchange.tables.making import made_table
from app.exchange.tables.refusals import (
    MOST_BYTES,
    NotATable,
    NothingInTable,
    Spreadsheet,
    TableTooLarge,
    TableUnreadable,
)
from app.exchange.tables.vcard.table import vcard_table
from app.services.importing.tables import Table, Tell, quiet

CLIPBOARD: Final = "The pasted table"

CARDS: Final = (".vcf", ".vcard")
TEXTS: Final = (".csv", ".tsv", ".tab", ".txt")
"""How the names of files with tables end."""

MOST_HTML: Final = 5_000_000
"""Characters; of a larger table the plain text is read."""

_SHEETS: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".numbers")
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, new and old ones."""
_FOREIGN: Final = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"MZ",
    b"\x7fELF",
    b"SQLite",
    b"{\\rtf",
)
_MOST_CONTROLS: Final = 0.05
"""The share of characters that neither show nor part lines, above which it is no text."""


def read_table(path: Path, tell: Tell = quiet) -> Table:
    """The table in the file `path`; `tell` hears of long reading, and may stop it.

    Raises:
        IrplanError: why it is not taken, in a sentence that names the file.
    """
    data = _bytes(path)
    if data.startswith(_WORKBOOKS) or path.suffix.lower() in _SHEETS:
        raise Spreadsheet(path.name)
    if data.startswith(_FOREIGN):
        raise NotATable(path.name)
    read = decoded(data)
    if _is_no_text(read.text):
        raise NotATable(path.name)
    if _holds_cards(read.text) or path.suffix.lower() in CARDS:
        return vcard_table(path.name, read, tell)
    return csv_table(path.name, read, tell)


def pasted_table(text: str, html: str = "", tell: Tell = quiet) -> Table:
    """The table somebody copied: the cells of its HTML where there are such, else its text.

    Raises:
        IrplanError: it is empty, or too large in some way.
    """
    size = len(text.encode("utf-8", errors="replace")) + len(html)
    if size > MOST_BYTES:
        raise TableTooLarge(CLIPBOARD, size)
    read = Decoded(text.replace("\0", ""))
    if _holds_cards(read.text):
        return vcard_table(CLIPBOARD, read, tell)
    rows = html_rows(html, tell) if len(html) <= MOST_HTML else ()
    if any(any(cells) for _, cells in rows):
        return made_table(CLIPBOARD, iter(rows), (), tell)
    if not read.text.strip():
        raise NothingInTable(CLIPBOARD)
    return csv_table(CLIPBOARD, read, tell)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
            size = path.stat().st_size
    except OSError as error:
        raise TableUnreadable(
            f"{path.name} cannot be read: see whether it is there, and whether you may open it.",
            file=path.name,
        ) from error
    if len(data) > MOST_BYTES:
        raise TableTooLarge(path.name, max(size, len(data)))
    return data


def _holds_cards(text: str) -> bool:
    return text.lstrip()[:40].upper().replace(" ", "").startswith("BEGIN:VCARD")


def _is_no_text(text: str) -> bool:
    start = text[:4096]
    return sum(_controls(start)) > _MOST_CONTROLS * max(len(start), 1)


def _controls(text: str) -> Iterator[bool]:
    return (char < " " and char not in "\t\r\n\f\v" for char in text)
