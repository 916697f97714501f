"""Tables from elsewhere, read, checked and remembered."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap.wiring import Wiring
from app.services.importing.tables import quiet

if TYPE_CHECKING:
    from app.domain.plan.kinds import Kind
    from app.domain.plan.plan import Plan
    from app.exchange.tables.remembered import RememberedColumns
    from app.services.importing.checking import Preview
    from app.services.importing.columns import Columns
    from app.services.importing.drafts import ImportOptions
    from app.services.importing.phones import Phones
    from app.services.importing.tables import Table, Tell


class Importing(Wiring):
    """Everything between a file and the preview of what it would add."""

    @cached_property
    def phones(self) -> Phones:
        """Who knows the telephone numbers of the world."""
        from app.exchange.phones import WorldPhones

        return WorldPhones()

    def read_table(self, path: Path, tell: Tell = quiet) -> Table:
        """The table in a CSV or vCard file.

        Raises:
            IrplanError: why it is not taken.
        """
        from app.exchange.tables.reading import read_table

        return read_table(path, tell)

    def pasted_table(self, text: str, html: str = "", tell: Tell = quiet) -> Table:
        """The table somebody copied, as text and, from a spreadsheet, as HTML.

        Raises:
            IrplanError: why it is not taken.
        """
        from app.exchange.tables.reading import pasted_table

        return pasted_table(text, html, tell)

    def columns_of(self, table: Table, kind: Kind) -> Columns:
        """Where the columns of a table lead to: as the last time, else as is proposed."""
        from app.services.importing.columns import propose

        return self._remembered.of(table, kind) or propose(table, kind)

    def remember_columns(self, table: Table, kind: Kind, columns: Columns) -> None:
        """Keep that for the next table with the same heads."""
        self._remembered.keep(table, kind, columns)

    def import_options(self, plan: Plan) -> ImportOptions:
        """How cells are read unless somebody says otherwise."""
        from app.services.importing.drafts import ImportOptions
        from app.services.importing.phones import region_of

        return ImportOptions(region_of(plan.profile, self.phones.regions()))

    def import_preview(
        self,
        plan: Plan,
        kind: Kind,
        table: Table,
        columns: Columns,
        options: ImportOptions,
        tell: Tell = quiet,
    ) -> Preview:
        """What taking the table into `plan` would do, row by row."""
        from zoneinfo import available_timezones

        from app.services.importing.checking import check
        from app.services.importing.rows import RowReader

        zones = available_timezones()
        reader = RowReader(kind, table, columns, options, self.phones, zones)
        return check(plan, kind, table, reader, tell)

    @cached_property
    def _remembered(self) -> RememberedColumns:
        from app.exchange.tables.remembered import RememberedColumns

        return RememberedColumns(self.paths.config / "import-columns.json")
