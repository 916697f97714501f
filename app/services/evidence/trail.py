"""The audit trail for others: every revision with its hash, so that the chain can be followed."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.domain.lifecycle.auditing import History
from app.domain.lifecycle.chain import GENESIS, Entry, Link, chained
from app.services.evidence.spreadsheet import csv_bytes

FORMAT: Final = "irplan-audit-trail/1"
"""Names the shape of the exported trail."""

HEADS: Final = ("revision", "time (UTC)", "who", "what", "changes", "hash", "hash before")


class TrailUnreadable(ValueError):
    """An exported trail that cannot be read; the message is a clause that says why."""


def revisions_csv(trail: History) -> bytes:
    """One row a revision, the oldest first; `changes` is how many records it changed."""
    return csv_bytes(HEADS, _rows(trail))


def trail_json(trail: History) -> bytes:
    """Every revision as it is stored; its hash is null where the file has none."""
    links = {link.number: link for link in trail.links}
    data = {
        "format": FORMAT,
        "plan": trail.plan,
        "before_the_first": GENESIS,
        "revisions": [_data(entry, links.get(entry.number)) for entry in trail.entries],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def broken_at(exported: bytes) -> int | None:
    """The first revision of an exported trail whose hash does not follow; None when all do.

    Raises:
        TrailUnreadable: it is no such trail.
    """
    links, stated = _read(exported)
    found = zip(links, stated, strict=True)
    return next((link.number for link, own in found if (link.prev, link.hash) != own), None)


def computed_hashes(exported: bytes) -> dict[int, str]:
    """The hash of each revision of an exported trail, computed again.

    Raises:
        TrailUnreadable: it is no such trail.
    """
    return {link.number: link.hash for link in _read(exported)[0]}


def _read(exported: bytes) -> tuple[list[Link], list[tuple[object, object]]]:
    """The links that follow from the revisions, and the hashes that they state."""
    try:
        rows = json.loads(exported)["revisions"]
        stated = [(row["previous"], row["hash"]) for row in rows]
        return chained(map(_entry, rows)), stated
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise TrailUnreadable("it is not one of ours") from error


def _rows(trail: History) -> Iterator[tuple[str, ...]]:
    links = {link.number: link for link in trail.links}
    for entry in trail.entries:
        link = links.get(entry.number)
        yield (
            str(entry.number),
            entry.at,
            entry.actor,
            entry.label,
            _count(entry),
            "" if link is None else link.hash,
            "" if link is None else link.prev,
        )


def _count(entry: Entry) -> str:
    """How many records a revision changed; blank where it does not say so."""
    try:
        changes = json.loads(entry.changes)
    except (ValueError, RecursionError):
        return ""
    return str(len(changes)) if isinstance(changes, list) else ""


def _data(entry: Entry, link: Link | None) -> dict[str, object]:
    return {
        "number": entry.number,
        "request": entry.request_id,
        "at": entry.at,
        "actor": entry.actor,
        "label": entry.label,
        "changes": entry.changes,
        "previous": None if link is None else link.prev,
        "hash": None if link is None else link.hash,
    }


def _entry(row: Mapping[str, Any]) -> Entry:
    texts = [row[name] for name in ("request", "at", "actor", "label", "changes")]
    if type(row["number"]) is not int or not all(isinstance(text, str) for text in texts):
        raise TypeError(row)
    return Entry(row["number"], *texts)
