"""The clocks of an incident as plain text, to be copied into a log or a message."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import assert_never

from app.domain.judgement.deadlines.results import Deadline, Missing, Need, NoLimit, Timed
from app.domain.judgement.deadlines.wording import START_WORDS

CAUTION = "Not legal advice. Verify each limit before relying on it."
_MINUTE = timedelta(minutes=1)
_PARTS = (("d", 24 * 60), ("h", 60), ("min", 1))
"""Units of a span with their minutes, the longest first."""


def sheet(found: Iterable[Deadline], now: datetime, incident: str = "") -> str:
    """Every notice with its time, its rule and what to know of it, as of `now` (UTC)."""
    title = f"Notification clocks: {incident}" if incident else "Notification clocks"
    lines = [title, f"As of {moment_words(now)}. {CAUTION}"]
    for deadline in found:
        lines += ["", *_lines(deadline, now)]
    return "\n".join(lines) + "\n"


def due_words(deadline: Deadline) -> str:
    """When the notice is due where its recipient is, or why no time can be given."""
    match deadline.result:
        case Timed() as timed:
            word = "not before " if timed.embargo else ""
            return f"{word}{moment_words(timed.local)} {timed.zone}"
        case NoLimit():
            return "No numeric limit"
        case Missing(needs=needs):
            return f"Needs {' or '.join(need_words(need) for need in needs)}"
        case _:
            assert_never(deadline.result)


def need_words(need: Need) -> str:
    """A moment that is not given, in words."""
    return "the time of the notice before it" if need.step else START_WORDS[need.start]


def moment_words(moment: datetime) -> str:
    """A moment as `Fri 2026-11-20 16:40 (UTC+01:00)`, in the zone it carries."""
    day = _DAYS[moment.weekday()]
    offset = moment.isoformat()[-6:]
    return f"{day} {moment:%Y-%m-%d %H:%M} (UTC{offset})"


def left_words(timed: Timed, now: datetime) -> str:
    """How long it is from `now` until the notice is due or may go out, or how long it is late."""
    span = span_words(abs(timed.at - now))
    if timed.embargo:
        return f"may go out in {span}" if timed.at > now else "may go out"
    return f"{span} left" if timed.at >= now else f"{span} overdue"


def span_words(span: timedelta) -> str:
    """A span in its two largest units, such as `2 d 4 h`; less than a minute is `0 min`."""
    minutes = span // _MINUTE
    counts = []
    for unit, size in _PARTS:
        count, minutes = divmod(minutes, size)
        counts.append((count, unit))
    first = next((at for at, (count, _) in enumerate(counts) if count), len(counts) - 1)
    told = [f"{count} {unit}" for count, unit in counts[first : first + 2] if count]
    return " ".join(told) or "0 min"


def _lines(deadline: Deadline, now: datetime) -> Iterator[str]:
    yield f"{deadline.duty_name}: {deadline.name}"
    yield f"  To: {deadline.recipient or 'nobody named'}"
    yield f"  When: {due_words(deadline)}"
    if isinstance(deadline.result, Timed):
        left = left_words(deadline.result, now)
        yield f"  In UTC: {moment_words(deadline.result.at)}; {left}"
    yield f"  Basis: {deadline.rule}"
    yield from (f"  Note: {remark}" for remark in deadline.remarks)


_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
"""Written out, because `strftime` follows the locale that Qt sets for the process."""
