"""Records made of drafts, or of records and what a draft adds to them."""

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import Any

from app.domain.plan.codec import field_specs
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, Party, PartyKind, Person
from app.domain.plan.plan import RECORD_TYPES, Record
from app.services.importing.addresses import AddressReader
from app.services.importing.drafts import Draft, StatedChannel


def new_record(kind: Kind, draft: Draft, key: RecordId) -> Record:
    """The record a draft makes; what it has to state and the draft does not is blank."""
    record_type: type[Any] = RECORD_TYPES[kind]
    blank = {spec.name: _blank(spec.type) for spec in field_specs(record_type) if spec.required}
    values = {**blank, **dict(draft.values), "id": key}
    if draft.channels:
        values["channels"] = tuple(one.channel for one in draft.channels)
    record: Record = record_type(**values)
    return record


def merged(record: Record, draft: Draft, reader: AddressReader) -> Record:
    """`record` with all that the draft states; no way to reach anybody is taken away."""
    values: dict[str, Any] = dict(draft.values)
    if isinstance(record, Person | Party) and draft.channels:
        values["channels"] = _channels(record.channels, draft.channels, reader)
    changed: Record = replace(record, **values)
    return changed


def _channels(
    known: Iterable[Channel], stated: tuple[StatedChannel, ...], reader: AddressReader
) -> tuple[Channel, ...]:
    wanted = {one.key: one.channel for one in stated}
    made = []
    for channel in known:
        again = wanted.pop(reader.key(channel), None)
        works = channel.out_of_band or (again is not None and again.out_of_band)
        made.append(replace(channel, out_of_band=works))
    return (*made, *wanted.values())


def _blank(hint: Any) -> object:  # noqa: ANN401 - any type hint
    if isinstance(hint, type) and issubclass(hint, Enum):
        return PartyKind.OTHER if hint is PartyKind else next(iter(hint))
    return ""
