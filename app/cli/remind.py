"""`irplan remind`: what plans remind of, as a list, a calendar file, letters and notices."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli import remind_timer
from app.cli.command import add_command
from app.cli.exits import FAILED, FINE, USAGE
from app.cli.output import printable, say, say_json
from app.domain.errors import IrplanError

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.services.reminding.delivering import Delivery
    from app.services.reminding.ordering import Order
    from app.services.reminding.watching import Watch

_EXAMPLE = """\
irplan remind plan.irplan --ics reminders.ics
  irplan remind plan.irplan --mail --notify --dry-run
  irplan remind --install --at 09:00 --mail --notify plan.irplan
  irplan remind --status"""


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "remind",
        "List what plans remind of, write a calendar file, send what is new, or do so every day.",
        run,
        _EXAMPLE,
    )
    made.add_argument("plans", type=Path, nargs="*", metavar="PLAN")
    made.add_argument("--ics", type=Path, metavar="FILE", help="write a calendar file")
    made.add_argument("--mail", action="store_true", help="send what is new, each thing once")
    made.add_argument("--notify", action="store_true", help="show what is new on the desktop")
    made.add_argument("--digest", action="store_true", help="one letter a week, about everything")
    made.add_argument("--dry-run", action="store_true", help="say what would be sent; send nothing")
    made.add_argument("--now", action="store_true", help="do not wait after a failure")
    made.add_argument("--json", action="store_true", help="say it as JSON")
    remind_timer.add_to(made)


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Do what is asked; a plan or a way that fails does not keep the others."""
    if remind_timer.asked(arguments):
        return remind_timer.run(workshop, arguments)
    if not arguments.plans:
        _complain("name at least one plan file.")
        return USAGE
    troubles: list[IrplanError] = []
    watches = _watches(workshop, arguments.plans, troubles)
    deliveries: tuple[Delivery, ...] = ()
    if watches:
        _write_calendar(workshop, watches, arguments, troubles)
        deliveries = _deliver(workshop, watches, arguments, troubles)
    _report(watches, deliveries, arguments, troubles)
    failed = bool(troubles) or any(_failed(one) for one in deliveries)
    if (arguments.mail or arguments.notify) and not arguments.dry_run:
        _note(workshop, deliveries, troubles)
    return FAILED if failed else FINE


def _watches(
    workshop: Workshop, plans: list[Path], troubles: list[IrplanError]
) -> "tuple[Watch, ...]":
    """Each plan once, however often it is named."""
    found: dict[str, Watch] = {}
    for path in plans:
        try:
            watch = workshop.watch(workshop.plan_in(path))
        except IrplanError as error:
            troubles.append(error)
        else:
            found[watch.plan] = watch
    return tuple(found.values())


def _write_calendar(
    workshop: Workshop,
    watches: "tuple[Watch, ...]",
    arguments: argparse.Namespace,
    troubles: list[IrplanError],
) -> None:
    if arguments.ics is None or arguments.dry_run:
        return
    try:
        workshop.write_calendars(watches, arguments.ics)
    except IrplanError as error:
        troubles.append(error)


def _deliver(
    workshop: Workshop,
    watches: "tuple[Watch, ...]",
    arguments: argparse.Namespace,
    troubles: list[IrplanError],
) -> "tuple[Delivery, ...]":
    done: list[Delivery] = []
    for order in _orders(arguments):
        try:
            done.extend(workshop.reminder_office.deliver(watches, order))
        except IrplanError as error:
            troubles.append(error)
    return tuple(done)


def _orders(arguments: argparse.Namespace) -> "list[Order]":
    """One for each way, so that one that is not set up does not keep the other."""
    from app.services.reminding.ordering import Order

    common = {"dry_run": arguments.dry_run, "at_once": arguments.now}
    notify = [Order(notify=True, **common)] if arguments.notify else []
    mail = [Order(mail=True, digest=arguments.digest, **common)] if arguments.mail else []
    return [*notify, *mail]


def _report(
    watches: "tuple[Watch, ...]",
    deliveries: "tuple[Delivery, ...]",
    arguments: argparse.Namespace,
    troubles: list[IrplanError],
) -> None:
    from app.cli.remind_report import as_data, as_lines, route_text

    if arguments.json:
        say_json(as_data(watches, deliveries, troubles))
    else:
        say(*as_lines(watches, deliveries))
        if arguments.ics is not None and watches:
            count = sum(len(watch.shown) for watch in watches)
            said = "would be written" if arguments.dry_run else "written"
            counted = "1 reminder" if count == 1 else f"{count} reminders"
            say(f"{arguments.ics}: {counted} {said}")
    for error in troubles:
        _complain(f"{error.code}: {error.message}")
    for delivery in deliveries:
        if _failed(delivery):
            _complain(f"{route_text(delivery.route)}: {delivery.reason}")


def _failed(delivery: "Delivery") -> bool:
    from app.services.reminding.delivering import Outcome

    return delivery.outcome in {Outcome.FAILED, Outcome.WAITING}


def _note(
    workshop: Workshop, deliveries: "tuple[Delivery, ...]", troubles: list[IrplanError]
) -> None:
    """The window shows how the last run went."""
    from app.cli.remind_report import outcome_of

    try:
        workshop.reminder_office.note_run(outcome_of(deliveries, troubles))
    except IrplanError as error:
        _complain(f"{error.code}: {error.message}")


def _complain(text: str) -> None:
    sys.stderr.write(f"irplan: {printable(text)}\n")
