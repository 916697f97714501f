"""The audit trail as a chain: each revision seals itself and all before it.

The hash of a revision is SHA-256 of one JSON array without blanks, in UTF-8:
`[previous hash, number, request id, time, actor, label, changes]`, where `changes` is the stored
text. Anybody can compute it again with `sqlite3`, `jq -c` and `sha256sum`.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.plan.codec import canonical

HEAD_FILE: Final = "audit-head.json"
"""The name under which an exported PDF carries the head."""

HEAD_FORMAT: Final = "irplan-audit-head/1"

GENESIS: Final = "0" * 64
"""What stands in place of the hash before the first one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One revision as stored; `at` is UTC in ISO 8601, `changes` is JSON."""

    number: int
    request_id: str
    at: str
    actor: str
    label: str
    changes: str


@dataclass(frozen=True, slots=True)
class Link:
    """What seals the revision `number`: the hash before it and its own."""

    number: int
    prev: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain at some moment, kept outside the file; `content` is of the plan."""

    plan: str
    number: int
    hash: str
    content: str


def sealed(entry: Entry, prev: str) -> str:
    """The hash of `entry` after `prev`, in hexadecimal."""
    said = (entry.request_id, entry.at, entry.actor, entry.label, entry.changes)
    return hashlib.sha256(canonical([prev, entry.number, *said])).hexdigest()


def chained(entries: Iterable[Entry], prev: str = GENESIS) -> list[Link]:
    """The links of `entries`, the oldest first."""
    links = []
    for entry in entries:
        own = sealed(entry, prev)
        links.append(Link(entry.number, prev, own))
        prev = own
    return links


def head_data(head: Head) -> dict[str, object]:
    """`head` as data that JSON can hold."""
    return {
        "format": HEAD_FORMAT,
        "plan": head.plan,
        "revision": head.number,
        "hash": head.hash,
        "content": head.content,
    }


def head_from(data: object) -> Head | None:
    """The head that `data` spells; None when it is none of ours."""
    if not isinstance(data, Mapping) or data.get("format") != HEAD_FORMAT:
        return None
    plan, number = data.get("plan"), data.get("revision")
    own, content = data.get("hash"), data.get("content")
    if not (isinstance(plan, str) and isinstance(number, int)):
        return None
    if not (isinstance(own, str) and isinstance(content, str)):
        return None
    return Head(plan, number, own, content)
