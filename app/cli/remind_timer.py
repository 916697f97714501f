"""`irplan remind --install`, `--uninstall` and `--status`: the task that runs it every day."""

import argparse
import sys
from datetime import time
from typing import TYPE_CHECKING

from app.cli.exits import FINE, USAGE
from app.cli.output import say, say_json

if TYPE_CHECKING:
    from app.bootstrap import Workshop


def add_to(made: argparse.ArgumentParser) -> None:
    """Add the words to the command."""
    group = made.add_argument_group("every day")
    only = group.add_mutually_exclusive_group()
    only.add_argument("--install", action="store_true", help="send what is new every day")
    only.add_argument("--uninstall", action="store_true", help="no longer do so")
    only.add_argument("--status", action="store_true", help="say how that stands")
    group.add_argument("--at", type=_time, metavar="HH:MM", help="when (usually 09:00)")


def asked(arguments: argparse.Namespace) -> bool:
    """Whether the task is what this is about."""
    return bool(arguments.install or arguments.uninstall or arguments.status)


def run(workshop: "Workshop", arguments: argparse.Namespace) -> int:
    """Do what is asked of the task."""
    if arguments.status:
        return _status(workshop, as_json=arguments.json)
    if arguments.uninstall:
        return _uninstall(workshop)
    if not arguments.plans:
        sys.stderr.write("irplan: name the plan files that are to be reminded of.\n")
        return USAGE
    return _install(workshop, arguments)


def _install(workshop: "Workshop", arguments: argparse.Namespace) -> int:
    """A plan that is not there now would not be there tomorrow, so each is opened once."""
    from app.services.reminding.timing import DEFAULT_AT, Task

    for plan in arguments.plans:
        workshop.plan_in(plan)
    task = Task(
        plans=tuple(plan.absolute() for plan in arguments.plans),
        at=arguments.at or DEFAULT_AT,
        mail=arguments.mail,
        notify=arguments.notify or not arguments.mail,
    )
    done = workshop.reminder_office.install(task)
    say(*(f"Written: {path}" for path in done.files))
    state = f"Runs every day at {task.at:%H:%M}." if done.enabled else "Not enabled."
    say(f"{state} {done.advice}".rstrip())
    return FINE


def _uninstall(workshop: "Workshop") -> int:
    removed = workshop.reminder_office.uninstall()
    say(*(f"Removed: {path}" for path in removed))
    if not removed:
        say("No daily task is installed.")
    return FINE


def _status(workshop: "Workshop", *, as_json: bool) -> int:
    from app.cli.remind_report import standing_data, standing_lines

    standing = workshop.reminder_office.standing()
    if as_json:
        say_json(standing_data(standing))
    else:
        say(*standing_lines(standing))
    return FINE


def _time(text: str) -> time:
    hour, colon, minute = text.partition(":")
    if not (colon and hour.isdecimal() and minute.isdecimal()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 09:00")
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 09:00") from error
