"""The JSON Schema of a plan's data, made from the records themselves."""

import inspect
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, Final, Union, get_args, get_origin

from app.domain.plan.codec import FORMAT, field_specs
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import RECORD_TYPES

DIALECT: Final = "http://json-schema.org/draft-07/schema#"

Schema = dict[str, Any]


def plan_schema() -> Schema:
    """What every plan's data satisfies: known fields of known types, and no others."""
    known: dict[str, Schema] = dict(_BASICS)
    tables = {
        kind.value: {"type": "array", "items": _of(record, known)}
        for kind, record in RECORD_TYPES.items()
    }
    fixed: Schema = {"format": {"const": FORMAT}, "id": {"type": "string"}}
    return {
        "$schema": DIALECT,
        "title": "The data of an incident response plan",
        "description": (
            f"The format {FORMAT}. Fields that stand at their default are left out, and so are "
            "empty tables."
        ),
        **_object(fixed | tables, ["format", "id"]),
        "definitions": dict(sorted(known.items())),
    }


_BASICS: Final[Mapping[str, Schema]] = {
    "date": {
        "type": "object",
        "properties": {"date": {"type": "string", "format": "date"}},
        "required": ["date"],
        "additionalProperties": False,
    },
    "time": {
        "type": "object",
        "properties": {"time": {"type": "string", "format": "date-time"}},
        "required": ["time"],
        "additionalProperties": False,
    },
    "duration": {
        "type": "object",
        "properties": {
            "amount": {"type": "integer", "minimum": 0},
            "unit": {"enum": [unit.value for unit in TimeUnit]},
        },
        "required": ["amount", "unit"],
        "additionalProperties": False,
    },
}
_SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    RecordId: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    types.NoneType: {"type": "null"},
    date: {"$ref": "#/definitions/date"},
    datetime: {"$ref": "#/definitions/time"},
    Duration: {"$ref": "#/definitions/duration"},
}


def _of(wanted: Any, known: dict[str, Schema]) -> Schema:  # noqa: ANN401 - any type of a field
    """The schema of one type; those with a name of their own are added to `known`."""
    if wanted in _SIMPLE:
        return dict(_SIMPLE[wanted])
    if get_origin(wanted) is tuple:
        return {"type": "array", "items": _of(get_args(wanted)[0], known)}
    if get_origin(wanted) in (Union, types.UnionType):
        return {"anyOf": [_of(option, known) for option in get_args(wanted)]}
    name = wanted.__name__
    if name not in known:
        known[name] = {}  # a type that holds itself finds its name
        known[name] = _choice(wanted) if issubclass(wanted, Enum) else _record(wanted, known)
    return {"$ref": f"#/definitions/{name}"}


def _choice(wanted: type[Enum]) -> Schema:
    return _described(wanted) | {"enum": [item.value for item in wanted]}


def _record(wanted: type[Any], known: dict[str, Schema]) -> Schema:
    specs = field_specs(wanted)
    fields = {spec.name: _of(spec.type, known) for spec in specs}
    return _described(wanted) | _object(fields, [spec.name for spec in specs if spec.required])


def _object(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _described(wanted: type[Any]) -> Schema:
    return {"description": inspect.cleandoc(wanted.__doc__ or "")}
