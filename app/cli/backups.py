"""`irplan backups`: the copies that are kept of a plan, verified, and what differs from one."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.diff_report import Compared, lines, report
from app.cli.exits import FINDINGS, FINE
from app.cli.output import printable, say, say_json, say_table
from app.domain.comparing.comparing import compare
from app.services.copies import Copy, CopyShelf, CopyState, numbered
from app.services.history import state_at
from app.services.restoring import of_copy, preview

if TYPE_CHECKING:
    from app.cli.command import Commands

FORMAT = "irplan-backups/1"
"""Names the shape of the JSON report."""

_HEADS = ("", "Made (UTC)", "KiB", "Revision", "Version", "Saved by", "State")


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "backups",
        "List the backups of a plan and verify each, or say what differs from one.",
        run,
        "irplan backups plan.irplan --show 2",
    )
    made.add_argument("plan", type=Path, metavar="PLAN", help="may be damaged, or gone")
    made.add_argument(
        "--show",
        type=int,
        metavar="N",
        help="say what changed in the plan since backup N was made; 1 is the newest",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print every backup; 1 when one of them cannot be trusted."""
    shelf = workshop.copies(arguments.plan)
    if arguments.show is not None:
        return _show(workshop, shelf, arguments)
    copies = tuple(shelf.each())
    if not copies:
        workshop.history(arguments.plan)  # a misspelt name is told from a plan without backups
    if arguments.json:
        say_json(_report(arguments.plan, shelf, copies))
    elif copies:
        say_table(_HEADS, (_row(at, copy) for at, copy in enumerate(copies, start=1)))
        say("", f"They are in {printable(str(shelf.folder))}.")
    else:
        say("No backup of this plan was made yet; one is, when it is opened or closed.")
    trusted = all(copy.state is CopyState.VERIFIED for copy in copies)
    return FINE if trusted else FINDINGS


def _show(workshop: Workshop, shelf: CopyShelf, arguments: argparse.Namespace) -> int:
    past = of_copy(shelf, numbered(shelf, arguments.show))
    now = state_at(workshop.history(arguments.plan))
    kept = preview(now.plan, past).kept
    old = replace(past.state, point=f"backup {arguments.show}")
    compared = Compared(old, now, compare(old.plan, now.plan))
    if arguments.json:
        say_json(report(compared))
        return FINE
    say(*lines(compared))
    if kept:
        say("", f"{left_alone(kept)} when this backup is restored.")
    return FINE


def left_alone(kept: int) -> str:
    """Says that so many records of the plan's life stay, without a full stop."""
    records = "1 record" if kept == 1 else f"{kept} records"
    stay = "stays as it is" if kept == 1 else "stay as they are"
    return f"{records} of versions, approvals, actions and comments {stay}"


def _row(number: int, copy: Copy) -> tuple[str, ...]:
    last = copy.last
    return (
        str(number),
        f"{copy.made:%Y-%m-%d %H:%M:%S}",
        str(-(-copy.size // 1024)),
        "" if last is None else str(last.number),
        printable(copy.version),
        "" if last is None else printable(last.actor),
        f"{copy.state.value}: {printable(copy.flaw)}" if copy.flaw else copy.state.value,
    )


def _report(plan: Path, shelf: CopyShelf, copies: tuple[Copy, ...]) -> dict[str, object]:
    return {
        "format": FORMAT,
        "plan": plan.name,
        "folder": str(shelf.folder),
        "backups": [_data(at, copy) for at, copy in enumerate(copies, start=1)],
    }


def _data(number: int, copy: Copy) -> dict[str, object]:
    last = copy.last
    return {
        "number": number,
        "file": copy.place.name,
        "made": copy.made.isoformat(),
        "bytes": copy.size,
        "state": copy.state.value,
        "flaw": copy.flaw,
        "revision": None if last is None else last.number,
        "saved": None if last is None else last.at.isoformat(),
        "by": None if last is None else last.actor,
        "version": copy.version or None,
    }
