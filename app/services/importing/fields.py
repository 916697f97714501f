"""What the columns of a table can be taken into, for each kind of record."""

import types
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin

from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration
from app.domain.plan.people import ChannelKind
from app.domain.plan.plan import RECORD_TYPES, Kind

IMPORTED: Final = (
    Kind.PERSON,
    Kind.PARTY,
    Kind.METRIC,
    Kind.TRAINING,
    Kind.EXERCISE,
    Kind.ROADMAP,
    Kind.RESOURCE,
    Kind.DOCUMENT,
    Kind.LOG_SOURCE,
    Kind.DISTRIBUTION,
    Kind.TERM,
    Kind.ACTION,
)
"""The kinds of records a table can be taken into."""

WITH_CHANNELS: Final = frozenset({Kind.PERSON, Kind.PARTY})
"""Those that can be reached."""

OUT_OF_BAND: Final = "out_of_band"
"""A number or address that works when the organisation's own network is down, or a yes or no."""

FIRST_NAME, LAST_NAME = "first_name", "last_name"

_UNTOUCHED: Final = frozenset({"id", "exercised", "about"})
"""Fields of texts that name other records, or the record itself."""


class Reads(Enum):
    """How the cells of a column are read."""

    TEXT = "text"
    LINES = "lines"
    DAY = "day"
    SPAN = "span"
    FLAG = "flag"
    ZONE = "zone"
    CHOICE = "choice"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class ImportField:
    """A place for a column; `key` names it, `several` whether more than one may lead there.

    `options` are the members of a choice, `channel` the way a number or address is for.
    """

    key: str
    reads: Reads
    several: bool = False
    options: type[Enum] | None = None
    channel: ChannelKind | None = None


@cache
def import_fields(kind: Kind) -> tuple[ImportField, ...]:
    """The places for columns in records of `kind`, in the order they are offered."""
    fields = list(_own_fields(RECORD_TYPES[kind]))
    if kind is Kind.PERSON:
        fields[1:1] = [ImportField(FIRST_NAME, Reads.TEXT), ImportField(LAST_NAME, Reads.TEXT)]
    if kind not in WITH_CHANNELS:
        return tuple(fields)
    at = next(place for place, field in enumerate(fields) if field.key == "availability")
    return (*fields[:at], *_channels(), *fields[at:])


def field_named(kind: Kind, key: str) -> ImportField | None:
    """The place called `key`; None when records of `kind` have none."""
    return next((field for field in import_fields(kind) if field.key == key), None)


def _channels() -> Iterator[ImportField]:
    reads = {
        ChannelKind.MOBILE: Reads.PHONE,
        ChannelKind.PHONE: Reads.PHONE,
        ChannelKind.EMAIL: Reads.EMAIL,
        ChannelKind.MESSENGER: Reads.ADDRESS,
        ChannelKind.PAGER: Reads.ADDRESS,
        ChannelKind.OTHER: Reads.ADDRESS,
    }
    for channel in ChannelKind:
        yield ImportField(channel.value, reads[channel], several=True, channel=channel)
    yield ImportField(OUT_OF_BAND, Reads.REACHED, several=True)


def _own_fields(record_type: type[Any]) -> Iterator[ImportField]:
    """Fields of a type that no single cell can state are left out."""
    for spec in field_specs(record_type):
        plain = _plain(spec.type)
        if spec.name in _UNTOUCHED:
            continue
        if isinstance(plain, type) and issubclass(plain, Enum):
            yield ImportField(spec.name, Reads.CHOICE, options=plain)
        elif plain in _READS:
            yield ImportField(spec.name, _OWN_READS.get(spec.name) or _READS[plain])


_READS: Final[dict[Any, Reads]] = {
    str: Reads.TEXT,
    bool: Reads.FLAG,
    date: Reads.DAY,
    Duration: Reads.SPAN,
    tuple[str, ...]: Reads.LINES,
}
_OWN_READS: Final = {"time_zone": Reads.ZONE}
"""Texts of which only some make sense."""


def _plain(hint: Any) -> Any:  # noqa: ANN401 - any type hint
    if get_origin(hint) in (Union, types.UnionType):
        return next(item for item in get_args(hint) if item is not types.NoneType)
    return hint
