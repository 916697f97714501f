"""Records as plain data and back: the one spelling of a plan in files and hashes."""

import hashlib
import json
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from app.domain.plan.durations import Duration, TimeUnit, parse_duration
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES, Kind, Plan, Record
from app.domain.plan.profile import PROFILE_ID
from app.domain.plan.records import Records
from app.domain.plan.sections import Answer, AnswerValue

FORMAT = "irplan/1"
"""Names the shape of `plan_data`; a newer shape gets another number."""


class NotPlanData(ValueError):
    """Data that no record can be made from; `problems` name each place and what is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


def record_data(record: Record) -> dict[str, Any]:
    """The record as JSON data; fields at their default are left out."""
    return _object_data(record)


def field_data(record: Record, field: str) -> Any:
    """One field of the record as JSON data, at its default too."""
    return _plain(getattr(record, field))


def record_from(kind: Kind, data: object) -> Record:
    """The record of `kind` that `data` spells.

    Raises:
        NotPlanData: with every problem found, each with its path.
    """
    problems: list[str] = []
    value = _read(RECORD_TYPES[kind], data, kind.value, problems)
    if problems:
        raise NotPlanData(tuple(problems))
    record: Record = value
    return record


def plan_data(plan: Plan) -> dict[str, Any]:
    """The whole plan as JSON data; empty tables are left out."""
    tables = {
        kind.value: [record_data(record) for record in plan.table(kind).values()]
        for kind in Kind
        if plan.table(kind)
    }
    return {"format": FORMAT, "id": plan.id, **tables}


def plan_from(data: object) -> Plan:
    """The plan that `data` spells.

    Raises:
        NotPlanData: with every problem found, each with its path.
    """
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise NotPlanData((f"format: is not {FORMAT}",))
    problems = [f"{name}: is not a known table" for name in data if name not in _PARTS]
    plan = Plan(RecordId(_read_text(data.get("id"), "id", problems)))
    for kind in Kind:
        rows = data.get(kind.value, [])
        records = _read_tuple(RECORD_TYPES[kind], rows, kind.value, problems)
        if not problems and records:
            plan = plan.with_table(kind, _table(kind, records, problems))
    if problems:
        raise NotPlanData(tuple(problems))
    return plan


_PARTS = frozenset({"format", "id", *(kind.value for kind in Kind)})


def _table(kind: Kind, records: tuple[Record, ...], problems: list[str]) -> Records[Any]:
    table: Records[Any] = Records(records)
    if len(table) != len(records):
        problems.append(f"{kind.value}: two records have the same id")
    if kind is Kind.PROFILE and PROFILE_ID not in table:
        problems.append(f"{kind.value}: has no record {PROFILE_ID}")
    return table


def canonical(data: object) -> bytes:
    """`data` as UTF-8 JSON with sorted keys and no spaces: equal data, equal bytes."""
    return _CANONICAL.encode(data).encode()


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
"""Made once: a plan is spelled record by record."""


def content_hash(plan: Plan) -> str:
    """SHA-256 of the plan's canonical data, 64 hexadecimal digits."""
    return hashlib.sha256(canonical(plan_data(plan))).hexdigest()


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field of a record: its name, type and whether data must hold it."""

    name: str
    type: Any
    required: bool
    default: Any


def field_specs(record_type: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of a record or of a part of one, in order."""
    if record_type not in _KNOWN:
        _KNOWN[record_type] = tuple(_specs(record_type))
    return _KNOWN[record_type]


_KNOWN: dict[type[Any], tuple[FieldSpec, ...]] = {}
"""Looking a class over is slow, and there are only a few dozen."""


def _specs(record_type: type[Any]) -> Iterator[FieldSpec]:
    hints = get_type_hints(record_type)
    for item in fields(record_type):
        required = item.default is MISSING and item.default_factory is MISSING
        yield FieldSpec(item.name, hints[item.name], required, item.default)


def _object_data(value: Any) -> dict[str, Any]:
    return {
        spec.name: _plain(getattr(value, spec.name))
        for spec in field_specs(type(value))
        if spec.required or getattr(value, spec.name) != spec.default
    }


def _plain(value: Any) -> Any:
    match value:
        case None | bool() | int() | str():
            return value
        case Enum():
            return value.value
        case Duration():
            return {"amount": value.amount, "unit": value.unit.value}
        case datetime():
            return {"time": value.isoformat()}
        case date():
            return {"date": value.isoformat()}
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return _object_data(value)


def _read(wanted: Any, data: object, path: str, problems: list[str]) -> Any:
    if wanted is Answer:
        return _read_object(Answer, data, path, problems, value=_read_answer)
    if wanted in _SCALARS:
        return _SCALARS[wanted](data, path, problems)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _read_enum(wanted, data, path, problems)
    if get_origin(wanted) is tuple:
        return _read_row(get_args(wanted), data, path, problems)
    if get_origin(wanted) in (Union, types.UnionType):
        return _read_optional(get_args(wanted), data, path, problems)
    return _read_object(wanted, data, path, problems)


def _read_object(
    wanted: type[Any], data: object, path: str, problems: list[str], **special: Any
) -> Any:
    if not isinstance(data, Mapping):
        problems.append(f"{path}: is not a table of fields")
        return None
    specs = {spec.name: spec for spec in field_specs(wanted)}
    problems.extend(f"{path}.{name}: is not a known field" for name in data if name not in specs)
    found = len(problems)
    values = {}
    for name, spec in specs.items():
        if name in data:
            read = special.get(name)
            here = f"{path}.{name}"
            values[name] = (
                read(data[name], here, problems)
                if read
                else _read(spec.type, data[name], here, problems)
            )
        elif spec.required:
            problems.append(f"{path}.{name}: is missing")
    return wanted(**values) if len(problems) == found else None


def _read_text(data: object, path: str, problems: list[str]) -> str:
    if not isinstance(data, str):
        problems.append(f"{path}: is not text")
        return ""
    if _HALF_CHARACTER.search(data):
        problems.append(f"{path}: holds half a character, which no file can keep")
    return data


def _read_flag(data: object, path: str, problems: list[str]) -> bool:
    if isinstance(data, bool):
        return data
    problems.append(f"{path}: is neither true nor false")
    return False


def _read_number(data: object, path: str, problems: list[str]) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    problems.append(f"{path}: is not a whole number")
    return 0


def _read_date(data: object, path: str, problems: list[str]) -> date | None:
    text = data.get("date") if isinstance(data, Mapping) else data
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        problems.append(f"{path}: is not a date such as 2026-11-30")
        return None


def _read_time(data: object, path: str, problems: list[str]) -> datetime | None:
    text = data.get("time") if isinstance(data, Mapping) else data
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        problems.append(f"{path}: is not a time such as 2026-11-30T09:00:00+00:00")
    return moment


def _read_duration(data: object, path: str, problems: list[str]) -> Duration | None:
    match data:
        case str():
            span = parse_duration(data)
        case {"amount": int(amount), "unit": str(unit)} if _is_span(amount, unit):
            span = Duration(amount, TimeUnit(unit))
        case _:
            span = None
    if span is None:
        problems.append(f'{path}: is not a span of time such as "4 hours"')
    return span


def _is_span(amount: int, unit: str) -> bool:
    return unit in _UNITS and amount >= 0 and not isinstance(amount, bool)


def _read_enum(wanted: type[Enum], data: object, path: str, problems: list[str]) -> Enum | None:
    for item in wanted:
        if item.value == data:
            return item
    allowed = ", ".join(str(item.value) for item in wanted)
    problems.append(f"{path}: {data!r} is none of {allowed}")
    return None


def _read_row(
    items: tuple[Any, ...], data: object, path: str, problems: list[str]
) -> tuple[Any, ...]:
    """Any number of one type, or as many as `items` has where it does not end in `...`."""
    row = _read_tuple(items[0], data, path, problems)
    if items[-1] is not Ellipsis and isinstance(data, list | tuple) and len(row) != len(items):
        problems.append(f"{path}: does not have {len(items)} entries")
    return row


def _read_tuple(item: Any, data: object, path: str, problems: list[str]) -> tuple[Any, ...]:
    if not isinstance(data, list | tuple):
        problems.append(f"{path}: is not a list")
        return ()
    return tuple(_read(item, row, f"{path}[{at}]", problems) for at, row in enumerate(data))


def _read_optional(options: tuple[Any, ...], data: object, path: str, problems: list[str]) -> Any:
    if data is None:
        return None
    wanted = next(option for option in options if option is not type(None))
    return _read(wanted, data, path, problems)


def _read_answer(data: object, path: str, problems: list[str]) -> AnswerValue | None:
    match data:
        case str():
            return _read_text(data, path, problems)
        case bool() | int():
            return data
        case {"amount": _, "unit": _}:
            return _read_duration(data, path, problems)
        case {"date": _}:
            return _read_date(data, path, problems)
        case list():
            return _read_tuple(str, data, path, problems)
        case _:
            problems.append(f"{path}: is not an answer")
            return None


_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
"""A surrogate on its own, which JSON can spell but UTF-8 cannot."""
_UNITS = frozenset(unit.value for unit in TimeUnit)
_SCALARS: dict[Any, Any] = {
    str: _read_text,
    RecordId: _read_text,
    bool: _read_flag,
    int: _read_number,
    date: _read_date,
    datetime: _read_time,
    Duration: _read_duration,
}
