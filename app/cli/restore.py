"""`irplan restore`: a plan made again as a backup, a version or a revision has it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.backups import left_alone
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import printable, say
from app.domain.errors import IrplanError
from app.services.copies import numbered
from app.services.restoring import Past, of_copy, of_revision, of_version, preview, restore

if TYPE_CHECKING:
    from app.cli.command import Commands
    from app.services.opening import OpenPlan

_DAMAGED = "plan-file.damaged"
"""The code of a plan file that nothing is written to any more."""


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "restore",
        "Make a plan as it once was, in one new revision; nothing of its history is lost.",
        run,
        "irplan restore plan.irplan --backup 2",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    what = made.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--backup", type=int, metavar="N", help="as `irplan backups` counts them; 1 is the newest"
    )
    what.add_argument("--version", metavar="NUMBER", help="a version that the plan lists")
    what.add_argument("--revision", type=int, metavar="N", help="a revision of its history")
    made.add_argument(
        "--to", type=Path, metavar="NEWFILE", help="leave PLAN alone and write a new file"
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Restore; a plan file that is damaged is left alone, and the backup put next to it."""
    if arguments.backup is not None:
        return _restore_copy(workshop, arguments)
    history = workshop.history(arguments.plan)
    if arguments.version is not None:
        past = of_version(history, arguments.version)
    else:
        past = of_revision(history, arguments.revision)
    if arguments.to is None:
        _restore(workshop.open(arguments.plan), past)
        return FINE
    workshop.duplicate(arguments.plan, arguments.to)
    try:
        _restore(workshop.open(arguments.to), past)
    except IrplanError:
        arguments.to.unlink(missing_ok=True)
        raise
    return FINE


def _restore_copy(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """The backup is read before the plan is opened, for that keeps one more and counts anew."""
    shelf = workshop.copies(arguments.plan)
    copy = numbered(shelf, arguments.backup)
    if arguments.to is not None:
        shelf.write(copy, arguments.to)
        say(f"Wrote {copy.words} to {printable(str(arguments.to))}.")
        return FINE
    past = of_copy(shelf, copy)
    try:
        opened = workshop.open(arguments.plan)
    except IrplanError as error:
        if error.code != _DAMAGED:
            raise
        path = shelf.write_beside(copy)
        say(
            f"{printable(arguments.plan.name)} is damaged and was left as it is.",
            f"Wrote {copy.words} to {printable(str(path))}.",
        )
        return FINE
    _restore(opened, past)
    return FINE


def _restore(opened: "OpenPlan", past: Past) -> None:
    try:
        found = preview(opened.plan, past)
        receipt = restore(opened, past)
    except IrplanError:
        opened.store.close()
        raise
    opened.close()
    if receipt is None:
        say(f"Nothing to restore: {printable(past.what)} holds what the plan says now.")
    else:
        count = len(found.changed.records)
        records = "1 record" if count == 1 else f"{count} records"
        name = printable(opened.store.name)
        say(f"{printable(past.label)}: {records} of {name}, in revision {receipt.revision}.")
        if found.recalled:
            say(f"Version {printable(found.recalled)} was in review and is taken back by that.")
    if found.kept:
        say(f"{left_alone(found.kept)}.")
