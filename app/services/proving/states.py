"""The hashes of every state that a plan file's history leads through."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from app.domain.lifecycle.auditing import SEALS, History
from app.domain.lifecycle.content import Content
from app.domain.lifecycle.matter import LIFE

_LIFE: Final = frozenset(kind.value for kind in LIFE)
_UNREADABLE: Final = (ValueError, KeyError, TypeError, IndexError, RecursionError)
"""What reading a stored change may end in when it is none."""


@dataclass(frozen=True, slots=True)
class State:
    """The plan right after one revision: hash of all its data, and of what is approved of it."""

    revision: int
    content: str
    matter: str


def states(history: History) -> Iterator[State]:
    """Each state, the newest first, back to where the history can be led.

    Files of releases that kept less about a change lead back to their upgrade only.
    """
    content = Content(history.records)
    for entry in reversed(history.entries):
        whole = content.spelled(history.plan)
        yield State(entry.number, _sha(whole), _sha(content.spelled(history.plan, _LIFE)))
        try:
            changes: list[dict[str, Any]] = json.loads(entry.changes)
            if any(name in changes[0] for name in SEALS):
                return
            for change in reversed(changes):
                content.undo(change)
        except _UNREADABLE:
            return


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
