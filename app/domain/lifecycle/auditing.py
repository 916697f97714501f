"""Whether a plan file's history is whole, and what can be said about it and what cannot."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from typing import Any, Final

from app.domain.lifecycle.chain import GENESIS, Entry, Head, Link, sealed
from app.domain.lifecycle.content import PLACE_BEFORE, Content, Stored, Unwinding
from app.domain.lifecycle.lawfulness import unlawful
from app.domain.plan.kinds import Kind

SEALS: Final = ("created", "sealed")
"""What a revision holds instead of changes when it states the hash of the whole content."""


_UNREADABLE: Final = (
    *(ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError),
)
"""What reading a stored change may end in when it is none; an `Unwinding` is a `ValueError`."""


class Weight(Enum):
    """A note does not speak against the history; a breach does."""

    NOTE = "note"
    BREACH = "breach"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing found, with the revision it concerns; None when it concerns the whole."""

    code: str
    weight: Weight
    text: str
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What a plan file holds, read without trusting it.

    `kept` has the SHA-256 of the bytes of each kept file by the one under which it is kept.
    """

    plan: str
    entries: tuple[Entry, ...]
    links: tuple[Link, ...]
    records: tuple[Stored, ...]
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found; `sealed_from` is the revision whose content hash was reached again."""

    remarks: tuple[Remark, ...]
    head: Head | None
    sealed_from: int | None

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against the history."""
        return all(remark.weight is Weight.NOTE for remark in self.remarks)


def head_of(history: History) -> Head | None:
    """The end of the chain; None for a file without one."""
    if not history.links:
        return None
    last = history.links[-1]
    return Head(history.plan, last.number, last.hash, Content(history.records).digest())


def audited(history: History) -> Verdict:
    """Compute the whole chain again, and lead the present content back along it."""
    if not history.links:
        text = (
            "The file is of an earlier release: its history is not sealed. Open it once for "
            "writing; from then on it is."
        )
        return Verdict((_breach("audit.unchained", text),), None, None)
    sealed_from, content = _unwound(history)
    remarks = (
        *_order(history.entries),
        *_chain(history),
        *_sealed_later(history.entries, sealed_from),
        *content,
        *_files(history),
        *_acts(history),
    )
    return Verdict(remarks, head_of(history), sealed_from)


def anchored(history: History, head: Head) -> Remark:
    """Whether `head`, kept outside the file, is a point of this history."""
    if head.plan != history.plan:
        return _breach("audit.other-plan", "The document was exported from another plan.")
    link = next((item for item in history.links if item.number == head.number), None)
    if link is None:
        text = f"The document names revision {head.number}, which the file no longer holds."
        return _breach("audit.cut", text)
    if link.hash != head.hash:
        text = (
            f"The document names another hash for revision {head.number}: the history up to "
            "there was rewritten after the export."
        )
        return _breach("audit.rewritten", text, head.number)
    text = f"The document was exported at revision {head.number} of this very history."
    return Remark("audit.anchored", Weight.NOTE, text, head.number)


def _order(entries: Sequence[Entry]) -> Iterator[Remark]:
    for at, entry in enumerate(entries, start=1):
        if entry.number != at:
            yield _breach("audit.gap", f"Revision {at} is missing.", at)
            return
    for before, after in pairwise(entries):
        if after.at < before.at:
            text = f"Revision {after.number} bears an earlier time than the one before it."
            yield Remark("audit.clock", Weight.NOTE, text, after.number)


def _chain(history: History) -> Iterator[Remark]:
    prev = GENESIS
    links = {link.number: link for link in history.links}
    for entry in history.entries:
        link = links.pop(entry.number, None)
        if link is None:
            yield _breach("audit.unsealed", f"Revision {entry.number} bears no seal.", entry.number)
            return
        if link.prev != prev:
            text = f"Revision {entry.number} does not follow the one before it."
            yield _breach("audit.broken", text, entry.number)
        elif link.hash != sealed(entry, prev):
            text = f"Revision {entry.number} was altered after it was sealed."
            yield _breach("audit.altered", text, entry.number)
        prev = link.hash
    for number in sorted(links):
        yield _breach("audit.cut", f"The seal of revision {number} has no revision.", number)


def _files(history: History) -> Iterator[Remark]:
    """The bytes of kept files are those whose hashes the records name."""
    for name, found in sorted(history.kept.items()):
        if name != found:
            yield _breach("audit.file-altered", f"The kept file {name} was altered.")
    for key in sorted(_kept_inside(history.records) - history.kept.keys()):
        yield _breach("audit.file-missing", f"The kept file {key} is gone.")
    for key in sorted(history.kept.keys() - _kept_inside(history.records)):
        yield _breach("audit.file-unknown", f"No record names the kept file {key}.")


def _acts(history: History) -> Iterator[Remark]:
    for key, why in unlawful(history.records, history.entries):
        yield _breach("audit.unlawful", f"The act {key} was not allowed. {why}")


def _kept_inside(records: Iterable[Stored]) -> set[str]:
    """The hashes of the files whose bytes are to lie in the plan file."""
    found = set()
    for record in records:
        if record.kind != Kind.FILE.value:
            continue
        with suppress(*_UNREADABLE):
            if json.loads(record.body).get("inside", True):
                found.add(record.id)
    return found


def _sealed_later(entries: Sequence[Entry], sealed_from: int | None) -> Iterator[Remark]:
    """The program states the content at the beginning, or at the upgrade of an older file."""
    if sealed_from is None or sealed_from == 1:
        return
    before = next((item for item in entries if item.number == sealed_from - 1), None)
    if before is not None and _is_chained(before):
        text = f"Revision {sealed_from} states the content anew, which the program never does."
        yield _breach("audit.sealed-again", text, sealed_from)
        return
    text = (
        f"The file was sealed at revision {sealed_from}: what was done to the records before "
        "that cannot be told."
    )
    yield Remark("audit.sealed-later", Weight.NOTE, text, sealed_from)


def _unwound(history: History) -> tuple[int | None, tuple[Remark, ...]]:
    """Lead the content back to the newest revision that states the hash of all of it."""
    content = Content(history.records)
    for entry in reversed(history.entries):
        try:
            changes = json.loads(entry.changes)
            seal = _seal(changes)
            if seal is not None:
                return _compared(entry, seal, content.digest())
            for change in reversed(changes):
                content.undo(change)
        except _UNREADABLE as error:
            return None, (_unlike(entry, error),)
    text = "No revision states the hash of the whole content, so that it was not compared."
    return None, (_breach("audit.no-seal", text),)


def _is_chained(entry: Entry) -> bool:
    """Whether a program that seals its revisions wrote `entry`."""
    try:
        changes = json.loads(entry.changes)
        return _seal(changes) is not None or any(PLACE_BEFORE in item for item in changes)
    except _UNREADABLE:
        return False


def _seal(changes: Sequence[Mapping[str, Any]]) -> str | None:
    first = changes[0] if changes else None
    if isinstance(first, Mapping) and any(name in first for name in SEALS):
        return str(first["content"])
    return None


def _compared(entry: Entry, stated: str, found: str) -> tuple[int | None, tuple[Remark, ...]]:
    if stated == found:
        return entry.number, ()
    text = (
        f"The records are not those that revision {entry.number} and the changes since it lead "
        "to: something was changed outside the program."
    )
    return None, (_breach("audit.content", text, entry.number),)


def _unlike(entry: Entry, error: Exception) -> Remark:
    what = f"the record {error}" if isinstance(error, Unwinding) else "what it changed"
    text = f"Revision {entry.number} does not lead to {what} as it is now."
    return _breach("audit.content", text, entry.number)


def _breach(code: str, text: str, revision: int | None = None) -> Remark:
    return Remark(code, Weight.BREACH, text, revision)
