"""Whether the acts in a plan file were allowed when they were done."""

import json
from collections.abc import Iterable, Iterator, Sequence

from app.domain.lifecycle.approving.course import Course, after
from app.domain.lifecycle.approving.law import Facts, refused
from app.domain.lifecycle.authorship import Unsaid, authors
from app.domain.lifecycle.chain import Entry
from app.domain.lifecycle.content import Stored
from app.domain.plan.acts import Act, Deed
from app.domain.plan.codec import NotPlanData, record_from
from app.domain.plan.kinds import Kind

UNREADABLE = "It is no act this program could have written."


def unlawful(records: Iterable[Stored], entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    """The id of each act that was not allowed, and why; nothing after an unreadable one is told.

    What the plan contained at the time is not computed again, so the content an act names is only
    compared with that of the other acts.
    """
    now = Course()
    for stored in records:
        if stored.kind != Kind.ACT.value:
            continue
        act = _act(stored)
        if act is None:
            yield stored.id, UNREADABLE
            return
        refusal = refused(now, act, _facts(now, act, entries))
        if refusal is not None:
            yield stored.id, refusal.text
        now = after(now, act)


def _act(stored: Stored) -> Act | None:
    try:
        record = record_from(Kind.ACT, json.loads(stored.body))
    except (ValueError, RecursionError, NotPlanData):
        return None
    return record if isinstance(record, Act) else None


def _facts(now: Course, act: Act, entries: Sequence[Entry]) -> Facts:
    since, until = _span(now, act)
    told = (
        (entry.number, entry.actor, entry.changes)
        for entry in entries
        if since < entry.number <= until
    )
    taken = frozenset(issue.version for issue in now.issues)
    try:
        return Facts(authors(told), act.content, taken)
    except Unsaid:  # the audit of the content says so
        return Facts((), act.content, taken)


def _span(now: Course, act: Act) -> tuple[int, int]:
    """The revisions in which the version the act is about was written."""
    ends = [0, *(issue.act.revision for issue in now.issues)]
    numbers = [issue.version for issue in now.issues]
    if act.deed is Deed.REVIEWED_AFTERWARDS and act.version in numbers:
        at = numbers.index(act.version)
        return ends[at], ends[at + 1]
    return ends[-1], act.revision
