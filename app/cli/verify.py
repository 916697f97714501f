"""`irplan verify`: whether an exported file is what was signed, and which state of the plan."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_json
from app.services.proving.slots import required_from
from app.services.verifying import Verdict, VerificationReport

if TYPE_CHECKING:
    from app.cli.command import Commands

_HOLDS = frozenset({Verdict.VALID, Verdict.VALID_UNTRUSTED})


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "verify",
        "Verify the signatures of a PDF or DOCX file, offline, and compare it with its plan.",
        run,
        "irplan verify plan.pdf --trust anna.crt --require seal,approver --plan plan.irplan",
    )
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CERT",
        help="a certificate you trust, of a signer, an issuer or a time-stamp authority, PEM or "
        "DER; may be given again",
    )
    made.add_argument(
        "--require",
        metavar="ROLES",
        help="who has to have signed: seal, author, reviewer, approver between commas, one of "
        "several as reviewer2, or all or none; whoever is missing then makes the exit code 1",
    )
    made.add_argument(
        "--plan",
        type=Path,
        metavar="PLAN",
        help="the plan file: tell which of its states the document shows, and what differs",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print the report; 1 unless every signature holds, there is one, and the plan agrees.

    Without `--require` the report names who has not signed yet, but the exit code does not count
    it: most plans are sealed first and signed by people later, and scripts that ask whether the
    seal holds must not fail until then. Whoever relies on a role asks for it; a signature that
    was cut off is then found. With `--plan`, a content that is no state of the plan is 1.
    """
    asked: str | None = arguments.require
    required = None if asked is None else required_from(asked)
    report = workshop.verify(arguments.file, arguments.trust, required, arguments.plan)
    if arguments.json:
        say_json(report.to_json())
    else:
        say(*report.lines())
    return FINE if _is_fine(report, counting=asked is not None) else FINDINGS


def _is_fine(report: VerificationReport, *, counting: bool) -> bool:
    holds = report.verdict in _HOLDS or (report.verdict is Verdict.INCOMPLETE and not counting)
    return holds and (report.comparison is None or report.comparison.agrees)
