"""Exact chances, where tries are answered independently of each other."""

from math import prod

from app.domain.judgement.reachability.calls import Call, Calls
from app.domain.judgement.reachability.losses import preorder


def answer_chance(call: Call) -> float:
    """The chance that any try of `call` is answered, once it is made."""
    return 1.0 - prod(1.0 - one.chance for one in call.tries)


def reach_chances(calls: Calls) -> tuple[float, ...]:
    """For each call the chance that it is made and answered."""
    found = [0.0] * len(calls.calls)
    made: list[tuple[int, float]] = [(place, 1.0) for place in calls.roots]
    for place, chance in made:
        call = calls.calls[place]
        answered = chance * answer_chance(call)
        found[place] = answered
        onward = chance if call.relieved else answered
        made.extend((below, onward) for below in calls.below[place])
    return tuple(found)


def all_chance(calls: Calls) -> float:
    """The chance that all are reached; 0 where some call is never made."""
    whole = len(preorder(calls)) == len(calls.calls)
    return prod(map(answer_chance, calls.calls)) if whole else 0.0
