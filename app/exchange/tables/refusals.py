"""Why a file or the clipboard is not taken as a table; each sentence names it."""

from typing import ClassVar, Final

from app.domain.errors import IrplanError

MOST_BYTES: Final = 20_000_000
"""Of a file or the clipboard; the people of a large company fill a tenth of it."""
MOST_ROWS: Final = 10_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 10_000
"""Characters; a longer one comes from a quotation mark that is not closed, or is no field."""


class TableUnreadable(IrplanError):
    """The file is missing, a folder, or may not be read."""

    code: ClassVar[str] = "import.unreadable"


class TableTooLarge(IrplanError):
    """There are more bytes than a table has."""

    code: ClassVar[str] = "import.too-large"

    def __init__(self, name: str, size: int) -> None:
        super().__init__(
            f"{name} has {size / 1_000_000:.0f} MB, and {MOST_BYTES // 1_000_000} MB is the most: "
            "leave out rows, columns and pictures the plan does not need.",
            file=name,
        )


class TooManyRows(IrplanError):
    """There are more rows than a plan can make use of."""

    code: ClassVar[str] = "import.too-many-rows"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} has more than {MOST_ROWS:,} rows: keep those of people and things the plan "
            "relies on, and import these.",
            file=name,
        )


class TooManyColumns(IrplanError):
    """A row has more cells than a table has columns."""

    code: ClassVar[str] = "import.too-many-columns"

    def __init__(self, name: str, row: int) -> None:
        super().__init__(
            f"{name} has more than {MOST_COLUMNS} columns in row {row}: see whether it is the "
            "table you mean, and leave out columns.",
            file=name,
            row=str(row),
        )


class CellTooLong(IrplanError):
    """A cell holds a whole document, or all that follows a quotation mark."""

    code: ClassVar[str] = "import.cell-too-long"

    def __init__(self, name: str, row: int) -> None:
        super().__init__(
            f"{name} has a cell of more than {LONGEST_CELL:,} characters in row {row}: shorten "
            "it, or close the quotation mark that opens there.",
            file=name,
            row=str(row),
        )


class Spreadsheet(IrplanError):
    """A workbook, which holds more than one table."""

    code: ClassVar[str] = "import.spreadsheet"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is a spreadsheet: in your spreadsheet program choose Save As, then CSV "
            "(UTF-8), and import that file; or copy the cells and paste them.",
            file=name,
        )


class NotATable(IrplanError):
    """The file holds no text."""

    code: ClassVar[str] = "import.not-a-table"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} holds no table: import a CSV file, a vCard file (.vcf), or cells copied from "
            "a spreadsheet.",
            file=name,
        )


class NothingInTable(IrplanError):
    """There is no row with anything in it."""

    code: ClassVar[str] = "import.empty"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} has no rows with anything in them: see whether it is the right one.",
            file=name,
        )
