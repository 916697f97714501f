"""`irplan answers`: an empty answers file to fill in."""

import argparse
import sys
from typing import TYPE_CHECKING

from app.bootstrap import DEFAULT_TEMPLATE, Workshop
from app.cli.command import add_command
from app.cli.exits import FINE

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "answers",
        "Print a commented TOML file with every question, to fill in.",
        run,
        "irplan answers --given profile.sector=finance > answers.toml",
    )
    made.add_argument(
        "--template", default=DEFAULT_TEMPLATE, metavar="ID", help="default: %(default)s"
    )
    made.add_argument(
        "--given",
        action="append",
        default=[],
        type=_pair,
        metavar="QUESTION=ANSWER",
        help="an answer you know already; proposals and questions follow it (repeatable)",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the form."""
    sys.stdout.write(workshop.answers_form(arguments.template, dict(arguments.given)))
    return FINE


def _pair(text: str) -> tuple[str, str]:
    name, sign, answer = text.partition("=")
    if not sign or not name or not answer:
        raise argparse.ArgumentTypeError("expected QUESTION=ANSWER, as in profile.sector=finance")
    return name, answer
