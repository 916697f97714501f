"""Reminders and what became of telling them, in words and as data."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.cli.output import printable
from app.domain.errors import IrplanError
from app.domain.lifecycle.reminding.reminder import Reminder
from app.services.reminding.delivering import Delivery, Outcome
from app.services.reminding.ledger import Failure, Route
from app.services.reminding.ordering import Standing
from app.services.reminding.watching import Watch

_OUTCOMES = {
    Outcome.NOTHING_NEW: "nothing new",
    Outcome.SENT: "sent",
    Outcome.WOULD_SEND: "would be sent",
    Outcome.FAILED: "failed",
    Outcome.WAITING: "failed before, tried again later",
    Outcome.ABSENT: "not possible here",
}


def as_lines(watches: Sequence[Watch], deliveries: Sequence[Delivery]) -> Iterator[str]:
    """The reminders of each plan, then what became of each way."""
    for watch in watches:
        if len(watches) > 1:
            yield f"{printable(watch.name) or watch.plan}:"
        for one in watch.shown:
            yield f"{one.on}  {watch.stage(one).value:<7}  {printable(one.title)}"
        if not watch.reminders:
            yield "Nothing is ahead."
    for delivery in deliveries:
        yield _delivery_line(delivery)
        if delivery.outcome is Outcome.WOULD_SEND and delivery.letter is not None:
            yield f"    {printable(delivery.letter.subject)}"
            for line in delivery.letter.text.splitlines():
                yield f"    {'' if not line else _indented(line)}".rstrip()


def as_data(
    watches: Sequence[Watch], deliveries: Sequence[Delivery], troubles: Sequence[IrplanError]
) -> dict[str, Any]:
    """The same for other programs."""
    return {
        "plans": [
            {
                "plan": watch.plan,
                "organisation": watch.name,
                "today": watch.today.isoformat(),
                "reminders": [_reminder(watch, one) for one in watch.reminders],
            }
            for watch in watches
        ],
        "deliveries": [_delivery(one) for one in deliveries],
        "errors": [{"code": error.code, "message": error.message} for error in troubles],
    }


def outcome_of(deliveries: Sequence[Delivery], troubles: Sequence[IrplanError]) -> str:
    """One sentence on a run."""
    sent = sum(one.outcome is Outcome.SENT for one in deliveries)
    wrong = [one.reason for one in deliveries if one.outcome is Outcome.FAILED]
    wrong += [error.message for error in troubles]
    waiting = sum(one.outcome is Outcome.WAITING for one in deliveries)
    said = [f"{sent} sent" if sent else "nothing new was sent"]
    said += [f"{waiting} waiting after a failure"] if waiting else []
    return "; ".join(said) + (f". {wrong[0]}" if wrong else ".")


def standing_lines(standing: Standing) -> Iterator[str]:
    """How the daily task stands, and what does not work."""
    timer = standing.timer
    state = "installed, enabled" if timer.enabled else "installed, not enabled"
    yield f"Daily task ({timer.system}): {state if timer.installed else 'not installed'}"
    yield from (f"  {path}" for path in timer.files)
    if timer.installed:
        yield from (f"  plan: {printable(str(plan))}" for plan in standing.plans)
        yield f"  last run: {printable(timer.last_run) or 'not known'}"
        yield f"  next run: {printable(timer.next_run) or 'not known'}"
    run = standing.last_run
    if run is not None:
        yield f"Last run: {run.at:%Y-%m-%d %H:%M} UTC: {printable(run.outcome)}"
    for failure in standing.failures:
        yield _failure_line(failure)


def standing_data(standing: Standing) -> dict[str, Any]:
    """The same for other programs."""
    timer, run = standing.timer, standing.last_run
    return {
        "timer": {
            "system": timer.system,
            "installed": timer.installed,
            "enabled": timer.enabled,
            "last_run": timer.last_run,
            "next_run": timer.next_run,
            "files": [str(path) for path in timer.files],
            "plans": [str(path) for path in standing.plans],
        },
        "last_run": None if run is None else {"at": run.at.isoformat(), "outcome": run.outcome},
        "failures": [
            {
                "channel": failure.route.channel,
                "recipient": failure.route.recipient,
                "reason": failure.reason,
                "attempts": failure.attempts,
                "retry_at": failure.retry_at.isoformat(),
            }
            for failure in standing.failures
        ],
    }


def route_text(route: Route) -> str:
    """Which way to whom."""
    return f"{route.channel} to {printable(route.recipient)}" if route.recipient else route.channel


def _delivery_line(delivery: Delivery) -> str:
    words = _OUTCOMES[delivery.outcome]
    later = f" (after {delivery.retry_at:%Y-%m-%d %H:%M} UTC)" if delivery.retry_at else ""
    reason = f": {printable(delivery.reason)}" if delivery.reason else ""
    return f"{route_text(delivery.route)}: {words}{later}{reason}"


def _failure_line(failure: Failure) -> str:
    times = "once" if failure.attempts == 1 else f"{failure.attempts} times"
    return (
        f"{route_text(failure.route)} failed {times}, tried again after "
        f"{failure.retry_at:%Y-%m-%d %H:%M} UTC: {printable(failure.reason)}"
    )


def _indented(line: str) -> str:
    """Printable, with the blanks in front that show what belongs to what."""
    return " " * (len(line) - len(line.lstrip(" "))) + printable(line)


def _reminder(watch: Watch, one: Reminder) -> dict[str, Any]:
    return {
        "key": one.key,
        "subject": one.subject.value,
        "stage": watch.stage(one).value,
        "on": one.on.isoformat(),
        "due": one.due.isoformat(),
        "title": one.title,
        "details": one.details,
        "about": one.about,
        "who": one.who,
    }


def _delivery(delivery: Delivery) -> dict[str, Any]:
    letter = delivery.letter
    return {
        "channel": delivery.route.channel,
        "recipient": delivery.route.recipient,
        "outcome": delivery.outcome.value,
        "reason": delivery.reason,
        "retry_at": None if delivery.retry_at is None else delivery.retry_at.isoformat(),
        "subject": None if letter is None else letter.subject,
    }
