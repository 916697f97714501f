"""A scenario run many times by chance: in how many runs each call is answered, and how soon.

One random number in [0, 1) a call and a run says which of its tries is answered, if any: the
numbers do not depend on the scenario, so that two scenarios with one seed are tried with the same
luck, and a better rate never makes anybody reached less often.
"""

import random
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil, sqrt
from operator import mul
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.judgement.reachability.calls import Call, Calls
from app.domain.judgement.reachability.walk import walk

MOST_CALLS: Final = 5_000_000
"""Calls in all runs together; more would take too long and too much room."""

Z_95: Final = 1.959963984540054
"""The quantile of the normal distribution that an interval of 95 % is made with."""

_TOLD_EVERY: Final = 50
"""Runs between two reports of progress."""

Tell = Callable[[float], None]
"""Told the share done, from 0 to 1; may raise to stop the work."""


class TooManyCalls(IrplanError):
    """More calls in all runs together than can be tried in sensible time."""

    code: ClassVar[str] = "reach.too-many-calls"


@dataclass(frozen=True, slots=True)
class Odds:
    """Of `runs` the share in which something was reached, with its 95 % interval (Wilson).

    `median` and `ninetieth` are the minutes within which it was reached in half and in nine of
    ten of all runs; None where it was reached in fewer.
    """

    runs: int
    share: float
    low: float
    high: float
    median: float | None
    ninetieth: float | None


@dataclass(frozen=True, slots=True)
class Repeated:
    """The odds of each call, and of all of them together."""

    each: tuple[Odds, ...]
    all: Odds


def check_runs(calls: int, runs: int) -> None:
    """See that `runs` of as many `calls` are not too many.

    Raises:
        TooManyCalls: They are.
    """
    if calls * runs > MOST_CALLS:
        raise TooManyCalls(
            f"{runs} runs of {calls} calls take too long; give at most {MOST_CALLS // calls} runs, "
            "or choose one tree.",
            runs=str(runs),
        )


def repeat(calls: Calls, runs: int, seed: int, tell: Tell) -> Repeated:
    """The odds of `calls` in `runs` (at least one) with the luck that follows from `seed`."""
    lot = random.Random(seed).random  # noqa: S311 - repeatable luck, no secret
    steps = [_steps(call) for call in calls.calls]
    times: list[list[float]] = [[] for _ in steps]
    ends: list[float] = []
    for run in range(runs):
        if run % _TOLD_EVERY == 0:
            tell(run / runs)
        reached = walk(calls, [_drawn(step, lot()) for step in steps]).reached
        latest: float | None = 0.0
        for place, at in enumerate(reached):
            if at is None:
                latest = None
            else:
                times[place].append(at)
                latest = None if latest is None else max(latest, at)
        if latest is not None:
            ends.append(latest)
    return Repeated(tuple(odds_of(found, runs) for found in times), odds_of(ends, runs))


def odds_of(times: Sequence[float], runs: int) -> Odds:
    """The odds of what happened at these `times`, each in a run of its own."""
    low, high = wilson(len(times), runs)
    ranked = sorted(times)
    return Odds(
        runs, len(times) / runs, low, high, _within(ranked, runs, 0.5), _within(ranked, runs, 0.9)
    )


def wilson(hits: int, runs: int) -> tuple[float, float]:
    """The 95 % score interval of a share of `hits` in `runs`, after Wilson (1927)."""
    share, square = hits / runs, Z_95 * Z_95
    middle = (share + square / (2 * runs)) / (1 + square / runs)
    reach = sqrt(share * (1 - share) / runs + square / (4 * runs * runs)) * Z_95
    half = reach / (1 + square / runs)
    low = 0.0 if not hits else max(0.0, middle - half)
    high = 1.0 if hits == runs else min(1.0, middle + half)
    return low, high


def _steps(call: Call) -> list[float]:
    """For each try the chance that it or an earlier one is answered."""
    failed = accumulate((1.0 - one.chance for one in call.tries), mul)
    return [1.0 - chance for chance in failed]


def _drawn(steps: list[float], lot: float) -> int | None:
    """The try that `lot` says is answered."""
    place = bisect_right(steps, lot)
    return place if place < len(steps) else None


def _within(ranked: Sequence[float], runs: int, share: float) -> float | None:
    needed = ceil(share * runs)
    return ranked[needed - 1] if needed <= len(ranked) else None
