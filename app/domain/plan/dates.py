"""Dates in words, the same on every computer."""

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Written out, because `strftime` follows the locale that Qt sets for the process."""


def date_text(day: date) -> str:
    """The day as 30 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
