"""An agenda of items from many sources: nothing twice, long lists cut, and brought up to date."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from app.domain.lifecycle.reviewing.items import about, listed
from app.domain.plan.kinds import Kind
from app.domain.plan.sessions import AgendaItem, Choice, Topic

MOST: Final = 12
"""Items of one topic that are walked through one by one; the rest make one item."""

ORDER: Final = {topic: at for at, topic in enumerate(Topic)}

_MORE: Final = {
    Topic.OVERDUE: "more that is overdue",
    Topic.CHANGE: "more changes",
    Topic.DRIFT: "more signs of drift",
    Topic.ACTION: "more open actions",
    Topic.LESSON: "more open lessons",
    Topic.FINDING: "more findings",
    Topic.CONTACT: "more calls",
    Topic.SECTION: "more sections",
}


def agenda(items: Iterable[AgendaItem]) -> tuple[AgendaItem, ...]:
    """`items` by topic, each key once: where it comes first in the order of topics.

    A section that another item is about does not come again by its age. Of a long list the first
    stay and the rest are told in one item, whose key ends in `/more`.
    """
    ordered = sorted(items, key=lambda item: ORDER[item.topic])
    once = {item.key: item for item in reversed(ordered)}
    spoken_of = {item.about for item in once.values() if item.topic is not Topic.SECTION} - {""}
    kept = [
        item
        for item in ordered
        if once[item.key] is item and not (item.topic is Topic.SECTION and item.about in spoken_of)
    ]
    return tuple(
        item
        for topic, own in groupby(kept, lambda item: item.topic)
        for item in _folded(topic, tuple(own))
    )


def renewed(present: Sequence[AgendaItem], fresh: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """`fresh` with what was decided in `present`, which stays as it is and where it is.

    What the session changed does not come up again as a change, nor an action that it gave. What
    is open keeps its note.
    """
    known = {item.key: (at, item) for at, item in enumerate(present)}
    decided = [item for item in present if item.choice is not Choice.OPEN]
    changed = {item.about for item in decided if item.choice is Choice.CHANGE} - {""}
    own = changed | {about(Kind.ACTION, item.action) for item in decided if item.action}
    coming = [item for item in fresh if item.key not in known and item.about not in own]
    staying = [
        replace(item, note=known[item.key][1].note)
        for item in fresh
        if item.key in known and known[item.key][1] not in decided
    ]
    ordered = sorted((*decided, *staying), key=lambda item: known[item.key][0])
    return tuple(sorted((*ordered, *coming), key=lambda item: ORDER[item.topic]))


def _folded(topic: Topic, items: Sequence[AgendaItem]) -> Iterable[AgendaItem]:
    if len(items) <= MOST + 1:
        return items
    rest = items[MOST:]
    title = f"{len(rest)} {_MORE[topic]}"
    more = AgendaItem(f"{topic.value}/more", topic, title, f"{listed(_titles(rest))}.")
    return (*items[:MOST], more)


def _titles(items: Iterable[AgendaItem]) -> Iterable[str]:
    return (item.title.partition(": ")[2] or item.title for item in items)
