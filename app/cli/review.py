"""`irplan review`: the review sessions of a plan, what is on the agenda, and the minutes."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli import review_minutes, review_record
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say, say_json, say_table
from app.cli.review_report import agenda_lines, agenda_report, session_row, sessions_report
from app.services.clock import today
from app.services.reviewing.past import read_past
from app.services.reviewing.preparing import prepare
from app.services.reviewing.triggering import triggers

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "review",
        "Look at review sessions, what they would walk through, and their minutes.",
        list_all,
        "irplan review agenda plan.irplan",
    )
    ways = made.add_subparsers(title="what to do", metavar="WHAT", required=True)
    listing = add_command(
        ways, "list", "List the review sessions of a plan.", list_all, "irplan review list PLAN"
    )
    coming = add_command(
        ways,
        "agenda",
        "Say what a review session would walk through today.",
        show_agenda,
        "irplan review agenda plan.irplan",
    )
    for one in (listing, coming):
        one.add_argument("plan", type=Path, metavar="PLAN")
        one.add_argument("--json", action="store_true", help="print a report for programs")
    review_minutes.add_to(ways)
    review_record.add_to(ways)


def list_all(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """One line a session."""
    opened = workshop.open(arguments.plan, read_only=True)
    opened.store.close()
    sessions = tuple(opened.plan.sessions.values())
    if arguments.json:
        say_json(sessions_report(sessions))
    elif sessions:
        heads = ("SESSION", "STARTED", "STATE", "ITEMS", "OPEN", "ACTIONS", "TITLE")
        say_table(heads, map(session_row, sessions))
    else:
        say(f"{printable(opened.plan.profile.document_title or 'The plan')}: no session yet")
    return FINE


def show_agenda(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Why to hold a session now, and each item with why it is on the agenda."""
    day = today(workshop.clock)
    past = read_past(workshop.history(arguments.plan), day)
    opened = workshop.open(arguments.plan, read_only=True)
    opened.store.close()
    prepared = prepare(opened.judgement, past, day)
    reasons = triggers(opened.plan, prepared, day)
    if arguments.json:
        say_json(agenda_report(prepared, reasons))
    else:
        say(*agenda_lines(prepared, reasons))
    return FINE
