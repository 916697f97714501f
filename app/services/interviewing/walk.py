"""The way through the interview: from topic to topic, and at last to what came of it."""

from collections.abc import Sequence
from typing import Final

from app.services.interviewing.topics import TopicProgress, TopicState

RESULT: Final = "*result"
"""The last stop, where the answers have been given; no topic has such an id."""

SETTLED: Final = frozenset({TopicState.DONE, TopicState.SKIPPED})
"""The states of topics one need not come back to."""


def stops(progress: Sequence[TopicProgress]) -> tuple[str, ...]:
    """The ids of the topics in their order, and the last stop."""
    return (*(item.topic.id for item in progress), RESULT)


def beginning(progress: Sequence[TopicProgress], left_at: str = "") -> str:
    """Where to go on: where one was if `left_at` says so, else where something is left to say.

    That is the first topic that waits, as long as any is untouched. Once all are begun, as in a
    plan made of a file of answers, it is the last stop, which lists what is open.
    """
    known = stops(progress)
    if left_at in known:
        return left_at
    untouched = any(item.state is TopicState.UNTOUCHED for item in progress)
    waiting = (item.topic.id for item in progress if item.state not in SETTLED)
    return next(waiting, RESULT) if untouched else RESULT


def step(progress: Sequence[TopicProgress], here: str, by: int) -> str:
    """The stop that many behind `here`, no further than either end."""
    known = stops(progress)
    at = known.index(here) if here in known else 0
    return known[min(max(at + by, 0), len(known) - 1)]


def finished(progress: Sequence[TopicProgress]) -> bool:
    """Whether every topic is done or skipped."""
    return all(item.state in SETTLED for item in progress)
