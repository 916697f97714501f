"""Fields of records as files name them: `tier`, or `channels.address` for the parts of a list."""

from collections.abc import Iterator
from dataclasses import is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin

from app.domain.judgement.elements.element import FieldValue
from app.domain.plan.codec import field_specs
from app.domain.plan.plan import RECORD_TYPES, Kind


class NotAField(ValueError):
    """A path or a value that records of a kind never have; its text says why."""


@cache
def types_at(kind: Kind, path: str) -> frozenset[Any]:
    """The types of what stands at `path` in records of `kind`, those in a list instead of it.

    Raises:
        NotAField: There is no such field.
    """
    owner: type[Any] = RECORD_TYPES[kind]
    name, *deeper = path.split(".")
    found = _field_types(owner, name, kind.value)
    for inner in deeper:
        parts = [item for item in found if isinstance(item, type) and is_dataclass(item)]
        if len(parts) != 1 or not _is_list(owner, name):
            raise NotAField(f"'{name}' of {kind.value} has no parts")
        owner, name = parts[0], inner
        found = _field_types(owner, name, f"{kind.value}.{path.rpartition('.')[0]}")
    return found


def value_at(kind: Kind, path: str, value: str | bool | int) -> FieldValue:
    """`value` as it stands at `path` in records of `kind`: an enumeration's member for its value.

    Raises:
        NotAField: There is no such field, or it never has that value.
    """
    found = types_at(kind, path)
    choices = [item for kind_of in found if _is_enum(kind_of) for item in kind_of]
    for choice in choices:
        if choice.value == value:
            member: Enum = choice
            return member
    if choices:
        allowed = ", ".join(str(choice.value) for choice in choices)
        raise NotAField(f"{value!r} is none of {allowed}")
    if type(value) not in {_plain(item) for item in found}:
        raise NotAField(f"'{path}' of {kind.value} never is {value!r}")
    return value


def _field_types(owner: type[Any], name: str, called: str) -> frozenset[Any]:
    for spec in field_specs(owner):
        if spec.name == name:
            return frozenset(_leaves(spec.type))
    known = ", ".join(spec.name for spec in field_specs(owner))
    raise NotAField(f"{called} has no field '{name}'; it has {known}")


def _is_list(owner: type[Any], name: str) -> bool:
    return any(spec.name == name and get_origin(spec.type) is tuple for spec in field_specs(owner))


def _leaves(wanted: Any) -> Iterator[Any]:  # noqa: ANN401 - a type, or what stands for one
    if get_origin(wanted) in (Union, UnionType, tuple):
        for part in get_args(wanted):
            yield from _leaves(part)
    elif wanted not in (type(None), Ellipsis):
        yield wanted


def _is_enum(found: Any) -> bool:  # noqa: ANN401 - a type, or what stands for one
    return isinstance(found, type) and issubclass(found, Enum)


def _plain(found: Any) -> Any:  # noqa: ANN401 - a type, or what stands for one
    return getattr(found, "__supertype__", found)
