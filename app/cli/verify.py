"""`irplan verify`: whether an exported file is what was signed."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_json
from app.services.verifying import Verdict

if TYPE_CHECKING:
    from app.cli.command import Commands

_HOLDS = frozenset({Verdict.VALID, Verdict.VALID_UNTRUSTED})


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "verify",
        "Verify the signatures of a PDF or DOCX file, offline.",
        run,
        "irplan verify plan.pdf --trust anna.crt",
    )
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CERT",
        help="a certificate you trust, PEM or DER; may be given again",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the report; 1 unless every signature holds and there is one."""
    report = workshop.verify(arguments.file, arguments.trust)
    if arguments.json:
        say_json(report.to_json())
    else:
        say(*report.lines())
    return FINE if report.verdict in _HOLDS else FINDINGS
