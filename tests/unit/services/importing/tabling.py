"""Small tables, and somebody who knows the numbers of two countries."""

from typing_extensions import override

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.services.importing.checking import Preview, check
from app.services.importing.columns import Columns, propose
from app.services.importing.drafts import ImportOptions
from app.services.importing.phones import PhoneReading, Phones
from app.services.importing.rows import RowReader
from app.services.importing.tables import Table, TableRow

CODES = {"GB": "+44", "DE": "+49"}
BRITISH = ImportOptions("GB")
"""Numbers without a code are British."""
ZONES = frozenset({"Europe/London", "Europe/Berlin", "UTC"})


class FewPhones(Phones):
    """Numbers have 9 to 11 digits behind the code of a country; those with 000 are not given."""

    @override
    def regions(self):
        return tuple(CODES)

    @override
    def read(self, text, region):
        if any(char.isalpha() for char in text):
            return PhoneReading("", "is no telephone number")
        digits = "".join(char for char in text if char.isdecimal())
        if text.startswith("+"):
            return self._judged(digits)
        if region not in CODES:
            return PhoneReading("", "has no country code")
        return self._judged(CODES[region][1:] + digits.removeprefix("0"))

    def _judged(self, digits):
        if not 9 <= len(digits) <= 13:
            return PhoneReading("", "is too short for a telephone number there")
        shown = f"+{digits[:2]} {digits[2:]}"
        return PhoneReading(shown, "is not given out; call it once" if "000" in digits else "")


def table(text, name="people.csv", headed=True):
    """A table of lines whose cells are parted by bars; the first line holds the heads."""
    lines = [tuple(cell.strip() for cell in line.split("|")) for line in text.strip().split("\n")]
    rows = tuple(TableRow(at, cells) for at, cells in enumerate(lines, start=1))
    if headed:
        return Table(name, lines[0], rows[1:], head_row=rows[0])
    heads = tuple(f"Column {at}" for at in range(1, len(lines[0]) + 1))
    return Table(name, heads, rows)


def reader(made: Table, kind: Kind, options=BRITISH, columns: Columns | None = None):
    columns = propose(made, kind) if columns is None else columns
    return RowReader(kind, made, columns, options, FewPhones(), ZONES)


def drafts(text, kind=Kind.PERSON, options=BRITISH):
    made = table(text)
    reading = reader(made, kind, options)
    return [reading.read(row) for row in made.rows]


def plan_of(*records, kind=Kind.PERSON):
    return Plan(RecordId("plan")).with_table(kind, Records(records))


def preview(text, plan=None, kind=Kind.PERSON, options=BRITISH) -> Preview:
    made = table(text)
    return check(plan or Plan(RecordId("plan")), kind, made, reader(made, kind, options))


def kinds(problems):
    return [problem.kind.value for problem in problems]
