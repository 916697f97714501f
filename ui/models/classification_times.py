"""Times in and out of working hours as one text: one span, or two with a stroke between."""

from app.domain.plan.durations import Duration, parse_duration

OPEN = "-"
"""Stands for a time that is not decided."""


class NotTimes(ValueError):
    """A text that says no times; carries the part that is none."""


Pair = tuple[Duration | None, Duration | None]
"""The time in working hours and that out of them; None is not decided."""


def pair_text(times: Pair) -> str:
    """`times` as one would type them: blank when neither is decided, one span when both agree."""
    inside, outside = times
    if inside == outside:
        return "" if inside is None else str(inside)
    return f"{_typed(inside)} / {_typed(outside)}"


def typed_pair(text: str) -> Pair:
    """The times that `text` states; one span holds at any hour.

    Raises:
        NotTimes: a part is no span of time, or there are more than two.
    """
    parts = text.split("/")
    if len(parts) > 2:
        raise NotTimes(text.strip())
    spans = [_span(part) for part in parts]
    return spans[0], spans[-1]


def typed_span(text: str) -> Duration | None:
    """The span that `text` states; None when it is blank.

    Raises:
        NotTimes: it is no span of time.
    """
    return _span(text)


def _span(text: str) -> Duration | None:
    said = text.strip()
    if said in {"", OPEN, "\u2013"}:
        return None
    span = parse_duration(said)
    if span is None:
        raise NotTimes(said)
    return span


def _typed(span: Duration | None) -> str:
    return OPEN if span is None else str(span)
