"""Which column of a table leads to which field: proposed from heads and values, then chosen."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from app.domain.plan.kinds import Kind
from app.domain.plan.naming import NAME_FIELD
from app.services.importing.fields import FIRST_NAME, LAST_NAME, field_named, import_fields
from app.services.importing.heads import meaning_of, plain_head
from app.services.importing.tables import Table

SAMPLE_ROWS: Final = 60
"""So many rows are looked at to guess what a column holds."""
ENOUGH: Final = 0.7
"""The share of cells that must look alike."""
LONGEST: Final = 200
"""Characters; what is longer is a text, and no pattern is tried on it."""
MOST_EXTENSION_DIGITS: Final = 5
MOST_DIGITS: Final = 16

Columns = tuple[str, ...]
"""For each column of a table the key of the field it leads to; blank where it is left out."""

_EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PHONE: Final = re.compile(r"\+?[\d\s()./\u2010-\u2015-]+(?:\s*(?:x|ext\.?|-)\s*\d{1,6})?")
_ZONE: Final = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_/-]+")
_NAME: Final = re.compile(r"[^\W\d_][^\d@]*\s[^\d@]*[^\W\d_]\.?")


@dataclass(frozen=True, slots=True)
class _Shape:
    """A field that values of one look belong to where no head says so."""

    key: str
    looks: Callable[[str], bool]


def propose(table: Table, kind: Kind) -> Columns:
    """The columns as their heads say, else as their values look; nothing leads to one twice.

    Only numbers and addresses may come from several columns.
    """
    proposed = _names_sorted(_by_heads(table.heads, kind), table.heads)
    return tuple(_by_values(table, kind, list(proposed)))


def problems_of(columns: Sequence[str], kind: Kind) -> tuple[str, ...]:
    """Sentences on why `columns` cannot be taken over as they are; none when they can."""
    found = []
    chosen = [key for key in columns if key]
    for key in dict.fromkeys(chosen):
        field = field_named(kind, key)
        if field is not None and not field.several and chosen.count(key) > 1:
            found.append(f"Two columns lead to the same field ({key}); leave one of them out.")
    if not names_given(columns, kind):
        found.append("Say which column holds the name; rows without one cannot be taken over.")
    return tuple(found)


def names_given(columns: Sequence[str], kind: Kind) -> bool:
    """Whether what a record of `kind` is known by comes from some column."""
    wanted = {name_key(kind)} | ({FIRST_NAME, LAST_NAME} if kind is Kind.PERSON else set())
    return not wanted.isdisjoint(columns)


def name_key(kind: Kind) -> str:
    """The field a record of `kind` is known by."""
    return NAME_FIELD.get(kind, "name")


def looks_like_phone(text: str) -> bool:
    """Whether `text` is made like a telephone number of more than an extension."""
    digits = sum(map(str.isdecimal, text))
    likely = MOST_EXTENSION_DIGITS < digits <= MOST_DIGITS and not _is_day(text)
    return likely and _matches(_PHONE, text)


def looks_like_email(text: str) -> bool:
    """Whether `text` is made like an e-mail address."""
    return _matches(_EMAIL, text)


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= LONGEST and pattern.fullmatch(text.strip()) is not None


def _by_heads(heads: Iterable[str], kind: Kind) -> list[str]:
    """Sure heads choose first, so that a likely one does not take their place."""
    meant = [meaning_of(head, kind) for head in heads]
    made = [""] * len(meant)
    order = sorted(range(len(meant)), key=lambda at: -meant[at][1])
    for at in order:
        key = meant[at][0]
        field = field_named(kind, key)
        if field is not None and (field.several or key not in made):
            made[at] = key
    return made


def _names_sorted(columns: list[str], heads: Sequence[str]) -> list[str]:
    """What is called name beside a first name is a last name, and the other way about."""
    if "name" not in columns:
        return columns
    at = columns.index("name")
    if FIRST_NAME in columns and LAST_NAME not in columns:
        columns[at] = LAST_NAME
    elif LAST_NAME in columns and FIRST_NAME not in columns:
        shown = plain_head(heads[at])
        columns[at] = FIRST_NAME if shown in {"nombre", "name", "nom"} else "name"
    return columns


def _by_values(table: Table, kind: Kind, columns: list[str]) -> list[str]:
    known = {field.key for field in import_fields(kind)}
    for at in range(len(columns)):
        if columns[at] or not _may_be_guessed(table, at):
            continue
        cells = [row.cells[at].strip() for row in table.rows[:SAMPLE_ROWS]]
        filled = [cell for cell in cells if cell]
        for shape in _SHAPES:
            if shape.key in known and _fits(shape, filled) and _free(kind, shape.key, columns):
                columns[at] = shape.key
                break
    if not names_given(columns, kind):
        _first_words(table, kind, columns)
    return columns


def _may_be_guessed(table: Table, at: int) -> bool:
    """A head that says something unknown is believed; a fax number looks like a telephone."""
    return table.head_row is None or not table.head_row.cells[at].strip()


def _first_words(table: Table, kind: Kind, columns: list[str]) -> None:
    """The first column without another meaning holds the name where there are no heads."""
    for at, key in enumerate(columns):
        if not key and _may_be_guessed(table, at) and any(table.column(at)):
            columns[at] = name_key(kind)
            return


def _free(kind: Kind, key: str, columns: Sequence[str]) -> bool:
    field = field_named(kind, key)
    return field is not None and (field.several or key not in columns)


def _fits(shape: _Shape, cells: Sequence[str]) -> bool:
    return bool(cells) and sum(map(shape.looks, cells)) >= ENOUGH * len(cells)


def _is_day(text: str) -> bool:
    parts = re.split(r"[./-]", text.strip())
    return [len(part) for part in parts] in ([4, 2, 2], [2, 2, 4], [1, 2, 4], [1, 1, 4], [2, 1, 4])


_SHAPES: Final = (
    _Shape("email", looks_like_email),
    _Shape("time_zone", partial(_matches, _ZONE)),
    _Shape("mobile", looks_like_phone),
    _Shape("name", partial(_matches, _NAME)),
)
