"""Heads of the chain noted outside the plan file, each signed: they tell of a history rewritten."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from typing import Final

from app.domain.lifecycle.auditing import History, Remark, Weight, anchored
from app.domain.lifecycle.chain import Head
from app.domain.plan.codec import canonical

FORMAT: Final = "irplan-noted-head/1"


class Occasion(Enum):
    """Why a head was noted."""

    DAY = "day"
    APPROVAL = "approval"
    EXPORT = "export"


@dataclass(frozen=True, slots=True)
class NotedHead:
    """Where a history ended at a moment; `at` is UTC.

    `key` is the public Ed25519 key (RFC 8032) as Base64, `signature` that over `noted_text`.
    """

    head: Head
    at: datetime
    occasion: Occasion
    key: str
    signature: str = ""


Check = Callable[[NotedHead], bool]
"""Whether the signature of a noted head is one over its text."""


def noted_text(noted: NotedHead) -> bytes:
    """What is signed: one JSON object with sorted keys and no blanks."""
    return canonical(_data(noted))


def line_of(noted: NotedHead) -> str:
    """One line of the ledger."""
    return canonical({**_data(noted), "signature": noted.signature}).decode()


def noted_from(line: str) -> NotedHead | None:
    """The noted head that a line of the ledger spells; None when it is none."""
    try:
        data = json.loads(line)
        noted = NotedHead(
            Head(data["plan"], int(data["revision"]), data["hash"], data["content"]),
            datetime.fromisoformat(data["at"]).astimezone(UTC),
            Occasion(data["occasion"]),
            data["key"],
            data["signature"],
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return noted if line_of(noted) == line.strip() else None


def is_due(noted: Iterable[NotedHead], head: Head, at: datetime) -> bool:
    """Whether the end of the history has moved since it was noted last, or a day has passed."""
    last = max(noted, key=lambda one: (one.head.number, one.at), default=None)
    if last is None or last.head.number != head.number:
        return True
    return last.at.date() < at.date()


def compared(history: History, noted: Iterable[NotedHead], check: Check) -> Iterator[Remark]:
    """What each noted head that does not fit tells; then how many do."""
    fitting: list[NotedHead] = []
    for one in noted:
        day = f"{one.at:%Y-%m-%d %H:%M} UTC"
        if not check(one):
            text = f"The head noted on {day} bears no valid signature."
            yield Remark("audit.note-unsigned", Weight.BREACH, text, one.head.number)
            continue
        remark = anchored(history, one.head)
        if remark.weight is Weight.BREACH:
            text = (
                f"The head noted on {day} is no point of this history, unless this file is a copy "
                f"that went its own way. {remark.text}"
            )
            yield Remark(remark.code, Weight.BREACH, text, one.head.number)
        else:
            fitting.append(one)
    if fitting:
        yield _fit(fitting)


def _fit(fitting: list[NotedHead]) -> Remark:
    first, last = min(one.at for one in fitting), max(one.at for one in fitting)
    count = "1 head" if len(fitting) == 1 else f"{len(fitting)} heads"
    text = (
        f"{count} noted on this computer from {first:%Y-%m-%d} to {last:%Y-%m-%d} (UTC) are points "
        "of this very history."
    )
    return Remark("audit.noted", Weight.NOTE, text, max(one.head.number for one in fitting))


def _data(noted: NotedHead) -> dict[str, object]:
    return {
        "format": FORMAT,
        "plan": noted.head.plan,
        "revision": noted.head.number,
        "hash": noted.head.hash,
        "content": noted.head.content,
        "at": noted.at.astimezone(UTC).isoformat(timespec="seconds"),
        "occasion": noted.occasion.value,
        "key": noted.key,
    }
