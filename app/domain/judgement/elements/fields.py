"""Fields of records as the tests of elements see them: values, and whether they say something."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from app.domain.plan.ids import RecordId
from app.domain.plan.links import CALLED, LINKS
from app.domain.plan.plan import Kind, Plan, Record
from app.domain.plan.trees import TreeNode


def values(record: Record, path: str) -> tuple[Any, ...]:
    """What stands in the field `path`: each entry of a list; a dot leads into its parts."""
    outer, inner = _parts(path)
    value: Any = getattr(record, outer)
    entries = value if isinstance(value, tuple) else (value,)
    return tuple(getattr(entry, inner) for entry in entries) if inner else entries


def texts(record: Record, path: str) -> Iterator[str]:
    """The words in the field `path`."""
    return (value for value in values(record, path) if isinstance(value, str))


def filled(plan: Plan, kind: Kind, record: Record, path: str) -> bool:
    """Whether the field `path` of `record`, one of `kind`, says something that holds.

    One that names other records does only when the plan has one of them; False and 0 are said.
    """
    target = _target(kind, record, path)
    if target is None:
        return any(map(_says_something, values(record, path)))
    table = plan.table(target)
    return any(RecordId(value) in table for value in filter(_says_something, values(record, path)))


@cache
def _parts(path: str) -> tuple[str, str]:
    outer, _, inner = path.partition(".")
    return outer, inner


def _target(kind: Kind, record: Record, path: str) -> Kind | None:
    """The table that the field names records of; None when it names none."""
    if isinstance(record, TreeNode) and path == "target_id":
        return CALLED.get(record.target)
    return LINKS.get(kind, {}).get(path)


def _says_something(value: object) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None
