"""Telling what is new by one route: once, and later again where it did not work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import ClassVar, Protocol

from app.domain.errors import IrplanError
from app.domain.lifecycle.reminding.reminder import Stage
from app.services.reminding.ledger import Fact, Failure, Ledger, Route
from app.services.reminding.messages import Message, message
from app.services.reminding.watching import Watch

FIRST_RETRY = timedelta(minutes=15)
"""How long a route is left alone after it failed; the wait doubles with every attempt."""
LAST_RETRY = timedelta(hours=12)

DIGEST = "digest"
"""Stands for a week's letter among what was told; its day is that from which it may be sent."""


class ChannelAbsent(IrplanError):
    """This computer has no such way of telling anybody anything."""

    code: ClassVar[str] = "reminders.channel-absent"


class Channel(Protocol):
    """One way to tell somebody something."""

    @property
    def route(self) -> Route:
        """Which way to whom."""

    def send(self, letter: Message) -> None:
        """Tell it.

        Raises:
            ChannelAbsent: there is no such way here.
            IrplanError: it did not work, with why.
        """


class Outcome(Enum):
    """What became of a delivery."""

    NOTHING_NEW = "nothing-new"
    SENT = "sent"
    WOULD_SEND = "would-send"
    FAILED = "failed"
    WAITING = "waiting"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one route; `reason` says why it failed, or waits until `retry_at`."""

    route: Route
    outcome: Outcome
    letter: Message | None = None
    reason: str = ""
    retry_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What there is to tell, and how.

    `digest_on` is the weekday of a weekly letter about everything, counted from Monday as 0;
    None tells what is new. `at_once` tries routes that failed without waiting.
    """

    watches: tuple[Watch, ...]
    at: datetime
    calendar: bytes = b""
    digest_on: int | None = None
    at_once: bool = False


def deliver(post: Post, channel: Channel, ledger: Ledger) -> Delivery:
    """Tell what `channel` has not told yet.

    Raises:
        IrplanError: what was told cannot be looked up or noted.
    """
    route = channel.route
    with ledger.turn(route) as turn:
        due, facts = _due(post, turn.told())
        if not facts:
            return Delivery(route, Outcome.NOTHING_NEW)
        before = turn.failure()
        if before is not None and post.at < before.retry_at and not post.at_once:
            return Delivery(route, Outcome.WAITING, None, before.reason, before.retry_at)
        letter = _letter(post, due)
        try:
            channel.send(letter)
        except ChannelAbsent as error:
            return Delivery(route, Outcome.ABSENT, None, error.message)
        except IrplanError as error:
            failure = _failure(route, error.message, post.at, before)
            turn.fail(failure)
            return Delivery(route, Outcome.FAILED, None, failure.reason, failure.retry_at)
        turn.tell(facts, post.at)
    return Delivery(route, Outcome.SENT, letter)


def rehearse(post: Post, route: Route, ledger: Ledger) -> Delivery:
    """What `deliver` would tell; nothing is told or noted."""
    due, facts = _due(post, ledger.told(route))
    if not facts:
        return Delivery(route, Outcome.NOTHING_NEW)
    return Delivery(route, Outcome.WOULD_SEND, _letter(post, due))


def digest_day(today: date, weekday: int) -> date:
    """The last `weekday` (0 is Monday) up to `today`: from then on this week's letter may go."""
    return date.fromordinal(max(today.toordinal() - (today.weekday() - weekday) % 7, 1))


def _letter(post: Post, due: Sequence[Watch]) -> Message:
    return message(due, post.at, post.calendar, digest=post.digest_on is not None)


def _due(post: Post, told: frozenset[Fact]) -> tuple[list[Watch], tuple[Fact, ...]]:
    """The plans with what is to be told of each, and the facts that are told with that."""
    if post.digest_on is None:
        new = [_news(watch, told) for watch in post.watches]
        due = [watch for watch in new if watch.reminders]
        return due, tuple(fact for watch in due for fact in _facts(watch))
    due = [
        watch
        for watch in post.watches
        if watch.reminders and _digest(watch, post.digest_on) not in told
    ]
    letters = tuple(_digest(watch, post.digest_on) for watch in due)
    return due, letters + tuple(fact for watch in due for fact in _facts(watch) if fact not in told)


def _news(watch: Watch, told: frozenset[Fact]) -> Watch:
    """What is near and was not told at that stage."""
    new = zip(watch.reminders, map(watch.stage, watch.reminders), strict=True)
    left = (
        one
        for one, stage in new
        if stage is not Stage.AHEAD and Fact(watch.plan, one.key, one.due, stage.value) not in told
    )
    return replace(watch, reminders=tuple(left))


def _facts(watch: Watch) -> list[Fact]:
    return [
        Fact(watch.plan, one.key, one.due, watch.stage(one).value)
        for one in watch.reminders
        if watch.stage(one) is not Stage.AHEAD
    ]


def _digest(watch: Watch, weekday: int) -> Fact:
    return Fact(watch.plan, DIGEST, digest_day(watch.today, weekday), DIGEST)


def _failure(route: Route, reason: str, at: datetime, before: Failure | None) -> Failure:
    attempts = 1 if before is None else before.attempts + 1
    wait = min(FIRST_RETRY * 2 ** min(attempts - 1, 10), LAST_RETRY)
    return Failure(route, reason, attempts, at, at + wait)
