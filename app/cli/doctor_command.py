"""`irplan doctor`: what is there and what is missing."""

import argparse
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    summary = "Explain what this installation has and what it lacks."
    add_command(commands, "doctor", summary, run, "irplan doctor")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Examine and report."""
    from app.cli.doctor import run as examine

    return examine()
