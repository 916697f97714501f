"""The records of a plan as stored, and the hash of all of them in their order."""

import hashlib
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from app.domain.plan.codec import FORMAT, canonical

PLACE_BEFORE: Final = "was"
"""The field of a stored change that says where the record stood before; chained files have it."""


@dataclass(frozen=True, slots=True)
class Stored:
    """One record as it lies in the file: canonical JSON."""

    kind: str
    id: str
    body: str


def digest(records: Iterable[Stored]) -> str:
    """SHA-256 over kind, id and the hash of the body of each record, one JSON array a line.

    The records come sorted by kind; within a kind in the order in which they stand.
    """
    lines = (canonical([item.kind, item.id, _sha(item.body)]).decode() for item in records)
    return _sha("\n".join(lines))


class Unwinding(ValueError):
    """A change that does not fit what is there; the message says of which record."""


class Content:
    """The records of all kinds, led back change by change."""

    def __init__(self, records: Iterable[Stored]) -> None:
        self._tables: dict[str, list[Stored]] = {}
        for record in records:
            self._tables.setdefault(record.kind, []).append(record)

    def undo(self, change: Mapping[str, Any]) -> None:
        """Take back one stored change.

        Raises:
            Unwinding: the records are not as the change left them.
        """
        kind, key = str(change["kind"]), str(change["id"])
        table = self._tables.setdefault(kind, [])
        place = next((at for at, item in enumerate(table) if item.id == key), None)
        found = None if place is None else table[place].body
        if found != _spelled(change["after"]) or place != change["at"]:
            raise Unwinding(f"{kind} {key}")
        if place is not None:
            del table[place]
        before = _spelled(change["before"])
        if before is not None:
            table.insert(int(change[PLACE_BEFORE]), Stored(kind, key, before))

    def spelled(self, plan: str, without: Container[str] = ()) -> bytes:
        """What is there now as `canonical` spells the data of a plan, but for some tables.

        `plan` is its id; the SHA-256 of all tables is the content hash of the plan.
        """
        data = {"format": _quoted(FORMAT), "id": _quoted(plan)}
        for kind, table in self._tables.items():
            if table and kind not in without:
                data[kind] = f"[{','.join(item.body for item in table)}]"
        return f"{{{','.join(f'{_quoted(key)}:{data[key]}' for key in sorted(data))}}}".encode()

    def digest(self) -> str:
        """The hash of what is there now."""
        return digest(item for kind in sorted(self._tables) for item in self._tables[kind])


def _spelled(data: object) -> str | None:
    """`data` as it lies in a row: canonical JSON."""
    if data is None:
        return None
    return canonical(data).decode()


def _quoted(text: str) -> str:
    return canonical(text).decode()


def _sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
