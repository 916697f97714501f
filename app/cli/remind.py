"""`irplan remind`: the plan's dates as a calendar file."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "remind",
        "Write review, contact and exercise dates as an iCalendar file.",
        run,
        "irplan remind plan.irplan --ics reminders.ics",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--ics", type=Path, required=True, metavar="FILE")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the file and list the dates."""
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        reminders = workshop.reminders(opened)
        workshop.write_calendar(opened, arguments.ics)
    finally:
        opened.store.close()
    say(*(f"{reminder.on}  {reminder.title}" for reminder in reminders))
    say(f"{arguments.ics}: {len(reminders)} reminders")
    return FINE
