"""Dates as answers show them."""

from app.domain.plan.sections import AnswerValue
from app.domain.plan.variables import value_text


def date_text(value: AnswerValue | None) -> str:
    """An answer as it is typed: dates in words, nothing for None."""
    return "" if value is None else value_text(value)
