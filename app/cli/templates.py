"""`irplan templates`: which templates there are."""

import argparse
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say_table

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    add_command(commands, "templates", "List the plan templates.", run, "irplan templates")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print one line a template."""
    rows = (
        (item.id, item.language, f"{item.pages[0]}-{item.pages[1]} pages", item.name)
        for item in workshop.templates()
    )
    say_table(("ID", "LANGUAGE", "LENGTH", "NAME"), rows)
    return FINE
