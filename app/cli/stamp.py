"""`irplan stamp`: somebody else vouches for the time of a file that was signed without that."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say
from app.cli.signed_file import add_target, target_of
from app.services.signing import Stamping

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "stamp",
        "Add a time stamp to a signed PDF or DOCX.",
        run,
        "irplan stamp plan.pdf --timestamp https://tsa.example.org --in-place",
    )
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--timestamp", metavar="URL", help="the server (RFC 3161); that of the settings by default"
    )
    add_target(made)


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the stamped file and say where it is."""
    target = target_of(arguments)
    data = workshop.exported_file(arguments.file)
    authority = arguments.timestamp or workshop.settings().time_authority
    stamped = workshop.stamped(data, Stamping(authority))
    workshop.write(target, stamped.data)
    say(f"Stamped: {target}", f"Level: {stamped.level.value}")
    return FINE
