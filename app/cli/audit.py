"""`irplan audit verify`: whether a plan's history is whole."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_json
from app.domain.lifecycle.auditing import anchored, audited
from app.domain.lifecycle.heads import compared
from app.services.audit_report import AuditReport, Outside, lines, report_data

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "audit",
        "Compute the audit trail of a plan again and compare it with what the plan holds.",
        run,
        "irplan audit verify plan.irplan --against plan-1.0.pdf",
    )
    made.add_argument("what", choices=("verify",))
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument(
        "--against",
        type=Path,
        action="append",
        default=[],
        metavar="PDF",
        help="a PDF exported from this plan earlier; may be given again",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print what was found; 1 when anything speaks against the history."""
    history = workshop.audit_trail(arguments.plan)
    verdict = audited(history)
    heads = [(path, workshop.exported_head(path)) for path in arguments.against]
    outside = tuple(Outside(path.name, anchored(history, head)) for path, head in heads)
    witness = workshop.witness
    noted = tuple(compared(history, witness.noted(history.plan), witness.is_signed))
    report = AuditReport(verdict, len(history.entries), outside, noted)
    if arguments.json:
        say_json(report_data(report))
    else:
        say(*lines(report, "--against"))
    return FINE if report.holds else FINDINGS
