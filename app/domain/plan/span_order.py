"""Which of two spans of time is longer, where working days and months have no fixed length."""

from app.domain.plan.durations import MINUTES_PER_UNIT, Duration, TimeUnit

_DAY = MINUTES_PER_UNIT[TimeUnit.DAYS]
_SHORTEST_WORKING_DAY = MINUTES_PER_UNIT[TimeUnit.HOURS]
_SHORTEST_MONTH, _LONGEST_MONTH = 28 * _DAY, 31 * _DAY
_DAYS_OFF_IN_A_ROW = 4
"""A weekend with a public holiday on either side."""


def least_minutes(span: Duration) -> int:
    """The fewest minutes that `span` can last by the clock."""
    match span.unit:
        case TimeUnit.WORKING_DAYS if span.amount:
            return (span.amount - 1) * _DAY + _SHORTEST_WORKING_DAY
        case TimeUnit.MONTHS:
            return span.amount * _SHORTEST_MONTH
        case _:
            return span.minutes


def most_minutes(span: Duration) -> int:
    """The most minutes that `span` can last by the clock."""
    match span.unit:
        case TimeUnit.WORKING_DAYS:
            weeks = -(-span.amount // 5)
            return (span.amount + weeks * _DAYS_OFF_IN_A_ROW) * _DAY
        case TimeUnit.MONTHS:
            return span.amount * _LONGEST_MONTH
        case _:
            return span.minutes


def surely_longer(one: Duration, other: Duration) -> bool:
    """Whether `one` lasts longer than `other` whatever the calendar."""
    if one.unit is other.unit:
        return one.amount > other.amount
    return least_minutes(one) > most_minutes(other)


def surely_differ(one: Duration, other: Duration) -> bool:
    """Whether the two cannot be the same time."""
    return surely_longer(one, other) or surely_longer(other, one)
