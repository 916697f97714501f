"""The order in which the calls of a tree are made, and what time it is when each ends.

Whoever noticed the incident makes the calls at the top, at minute 0. Everybody makes the calls
below their own from the minute they are reached on, one after the other in the order of the plan,
and is free for the next when one is answered or its time is over. Where nobody answers and the plan
says what to do then, the caller also makes the calls below, after all others they have to make;
where it says nothing, none of the calls below is made. Every call is made, also one to somebody
who has been reached by another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from app.domain.judgement.reachability.calls import Calls

NOTICED: Final = -1
"""Stands for whoever noticed the incident, who is no call."""


@dataclass(frozen=True, slots=True)
class Walk:
    """For each call the minute it was begun and answered, None for never; and by which call."""

    begun: list[float | None]
    reached: list[float | None]
    callers: list[int]


def walk(calls: Calls, answered: Sequence[int | None]) -> Walk:
    """What happens if of each call the try `answered` gets through, or none."""
    count = len(calls.calls)
    begun: list[float | None] = [None] * count
    reached: list[float | None] = [None] * count
    callers = [NOTICED] * count
    callings: list[tuple[int, float]] = [(NOTICED, 0.0)]
    for caller, start in callings:
        at = start
        waiting = list(calls.roots if caller == NOTICED else calls.below[caller])
        for place in waiting:
            call, success = calls.calls[place], answered[place]
            begun[place], callers[place] = at, caller
            if success is None:
                at += call.minutes
                if call.relieved:
                    waiting.extend(calls.below[place])
            else:
                at += call.ended(success)
                reached[place] = at
                callings.append((place, at))
    return Walk(begun, reached, callers)
