"""`irplan review record`: a session that was held without the window and kept all as it is."""

import argparse
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say
from app.domain.errors import IrplanError
from app.domain.plan.changes import ChangeSet
from app.domain.plan.dates import parse_date
from app.domain.plan.sessions import Attendance, Choice, Occasion, ReviewSession, Verdict
from app.services.clock import today
from app.services.opening import OpenPlan
from app.services.reviewing.attending import attend
from app.services.reviewing.closing import Closing, close
from app.services.reviewing.closing import flaws as flaws_of_closing
from app.services.reviewing.deciding import Decision, decide
from app.services.reviewing.finding import resting
from app.services.reviewing.past import Past, read_past
from app.services.reviewing.preparing import prepare
from app.services.reviewing.starting import Invitation, flaws, start
from app.services.reviewing.timing import tick
from app.services.vouching import Flaw

if TYPE_CHECKING:
    from app.cli.command import Commands

LABEL: Final = "Review session recorded"

LONGEST: Final = 24 * 60
"""Minutes; nobody reviews a plan for longer than a day."""


class SessionIncomplete(IrplanError):
    """A session is to be recorded of which something that counts is not stated."""

    code: ClassVar[str] = "review.incomplete"

    def __init__(self, missing: str) -> None:
        super().__init__(f"State {missing}; without it the record proves nothing.", missing=missing)


def add_to(ways: "Commands") -> None:
    """Join the command."""
    made = add_command(
        ways,
        "record",
        "Record a review session that was held and kept the plan as it is. Every item of today's "
        "agenda is noted as kept, so record only what was really walked through: print it first "
        "with irplan review agenda. Contacts are noted as not called.",
        run,
        'irplan review record plan.irplan --no-change --chair "Ann Lee" --attended "Bo Ek" '
        '--minutes 60 --conclusion "The plan still fits."',
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument(
        "--no-change",
        action="store_true",
        required=True,
        help="the result; a session that changes the plan is held in the window",
    )
    _add_people(made)
    _add_course(made)


def _add_people(made: argparse.ArgumentParser) -> None:
    made.add_argument("--chair", required=True, metavar="NAME", help="who led it, and was there")
    made.add_argument("--secretary", default="", metavar="NAME", help="who kept the minutes")
    made.add_argument(
        "--attended", action="append", default=[], metavar="NAME", help="may be given again"
    )


def _add_course(made: argparse.ArgumentParser) -> None:
    told = "how long it took"
    made.add_argument("--minutes", type=_minutes, required=True, metavar="N", help=told)
    made.add_argument("--conclusion", required=True, metavar="TEXT", help="what it came to")
    made.add_argument("--note", default="", metavar="TEXT", help="noted with every item")
    made.add_argument("--title", default="Review of the plan", metavar="TEXT")
    made.add_argument(
        "--occasion",
        type=_occasion,
        default=Occasion.DUE,
        metavar="WHY",
        help=f"one of {', '.join(item.value for item in Occasion)}",
    )
    made.add_argument("--next", type=_day, metavar="DATE", help="the day of the next review")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Record the session and say what it counts as."""
    past = read_past(workshop.history(arguments.plan), today(workshop.clock))
    opened = workshop.open(arguments.plan)
    try:
        session = _recorded(workshop, opened, past, arguments)
        opened.save(LABEL)
    finally:
        opened.store.close()
    items = len(session.agenda)
    say(
        f"Recorded: {printable(session.id)}, reviewed without a change.",
        f"Noted as kept: {items} {'item' if items == 1 else 'items'}. Noted as not called: "
        f"{len(session.contacts)} {'contact' if len(session.contacts) == 1 else 'contacts'}.",
        f"Next: irplan review minutes {arguments.plan} {printable(session.id)} --to DIR",
    )
    return FINE


def _recorded(
    workshop: Workshop, opened: OpenPlan, past: Past, arguments: argparse.Namespace
) -> ReviewSession:
    """The closed session, as steps of the open plan."""
    now = workshop.clock.now().replace(microsecond=0)
    closing = Closing(Verdict.NO_CHANGE, arguments.conclusion, arguments.next)
    invitation = _invitation(arguments)
    if missing := {**flaws(invitation), **flaws_of_closing(closing, now.date())}:
        raise SessionIncomplete(_words(missing))
    prepared = prepare(opened.judgement, past, now.date())
    length = timedelta(minutes=arguments.minutes)
    _step(opened, start(opened.plan, invitation, prepared, now - length))
    session = resting(opened.plan)
    assert session is not None, "just started"  # noqa: S101 - for the type checker
    for one in session.attendance:
        _step(opened, attend(opened.plan, session.id, one.name, present=True))
    for item in session.agenda:
        kept = Decision(Choice.KEEP, arguments.note)
        _step(opened, decide(opened.plan, session.id, item.key, kept))
    _step(opened, tick(opened.plan, session.id, int(length.total_seconds())))
    _step(opened, close(opened.plan, session.id, closing, now))
    return opened.plan.sessions[session.id]


def _invitation(arguments: argparse.Namespace) -> Invitation:
    attended = tuple(Attendance(name) for name in arguments.attended)
    return Invitation(
        arguments.title, arguments.occasion, arguments.chair, arguments.secretary, attended
    )


def _step(opened: OpenPlan, changes: ChangeSet) -> None:
    opened.session.apply(changes, LABEL)


def _words(missing: Mapping[str, Flaw]) -> str:
    told = {
        "next_on": "a day of the next review that is still to come",
        "title": "what the session was about (--title)",
        "chair": "who led it (--chair)",
        "conclusion": "what it came to (--conclusion)",
    }
    return " and ".join(told[name] for name in missing)


def _minutes(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or not 1 <= int(text) <= LONGEST:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of minutes from 1 to {LONGEST}")
    return int(text)


def _day(text: str) -> date:
    found = parse_date(text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2026-11-30")
    return found


def _occasion(text: str) -> Occasion:
    known = {item.value: item for item in Occasion}
    if text not in known:
        raise argparse.ArgumentTypeError(f"{text!r} is none of {', '.join(known)}")
    return known[text]
