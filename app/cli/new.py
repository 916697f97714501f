"""`irplan new`: answers become a plan."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import DEFAULT_TEMPLATE, Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import percent, say

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "new",
        "Make a plan from an answers file; an existing file is never overwritten.",
        run,
        "irplan new plan.irplan --answers answers.toml",
    )
    made.add_argument("plan", type=Path, metavar="PLAN.irplan", help="the file to make")
    made.add_argument("--answers", type=Path, required=True, metavar="FILE.toml")
    made.add_argument(
        "--template",
        default="",
        metavar="ID",
        help=f"default: the one the file names, or else {DEFAULT_TEMPLATE}",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Make the plan and say how complete it is."""
    sheet = workshop.read_answers(arguments.answers, arguments.template)
    opened = workshop.create(arguments.plan, arguments.template, sheet)
    try:
        done = percent(opened.judgement.share)
        findings = len(opened.judgement.findings())
        say(
            f"{arguments.plan}: {done} complete, {findings} open findings.",
            f"Next: irplan check {arguments.plan}",
        )
    finally:
        opened.close()
    return FINE
