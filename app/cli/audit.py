"""`irplan audit verify`: whether a plan's history is whole."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_json
from app.domain.lifecycle.auditing import Remark, Verdict, Weight, anchored, audited
from app.domain.lifecycle.heads import compared

if TYPE_CHECKING:
    from app.cli.command import Commands

FORMAT = "irplan-audit/1"

LIMITS = (
    "Whoever can write to the file could have written the whole history anew. Only a head kept "
    "outside it tells: compare with a document exported earlier (--against)."
)
"""What no look at the file alone can find."""


LIMITS_HERE = (
    "The heads noted lie on this computer: whoever can write to both could have written both anew. "
    "A document exported earlier (--against) is out of their reach."
)
"""The same where heads were noted."""


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
    outside = [(path, anchored(history, head)) for path, head in heads]
    witness = workshop.witness
    noted = tuple(compared(history, witness.noted(history.plan), witness.is_signed))
    if arguments.json:
        say_json(_report(verdict, outside, noted))
    else:
        say(*_lines(verdict, len(history.entries), outside, noted))
    besides = (*(item for _, item in outside), *noted)
    holds = verdict.whole and all(item.weight is Weight.NOTE for item in besides)
    return FINE if holds else FINDINGS


def _lines(
    verdict: Verdict,
    count: int,
    outside: list[tuple[Path, Remark]],
    noted: tuple[Remark, ...],
) -> Iterator[str]:
    yield from (f"{remark.weight.value.upper():7} {remark.text}" for remark in verdict.remarks)
    yield from (f"{item.weight.value.upper():7} {path.name}: {item.text}" for path, item in outside)
    yield from (f"{item.weight.value.upper():7} {item.text}" for item in noted)
    if verdict.whole:
        revisions = "1 revision" if count == 1 else f"{count} revisions"
        yield f"OK      {revisions}: each follows the one before it, and none was altered."
        yield (
            f"OK      The records are those that revision {verdict.sealed_from} and the changes "
            "since it lead to."
        )
    if verdict.head is not None:
        yield f"HEAD    revision {verdict.head.number}, {verdict.head.hash}"
    if not outside:
        yield LIMITS_HERE if noted else LIMITS


def _report(
    verdict: Verdict, outside: list[tuple[Path, Remark]], noted: tuple[Remark, ...]
) -> dict[str, object]:
    head = verdict.head
    return {
        "format": FORMAT,
        "whole": verdict.whole,
        "head": None if head is None else {"revision": head.number, "hash": head.hash},
        "sealed_from": verdict.sealed_from,
        "remarks": [_data(remark) for remark in verdict.remarks],
        "noted": [_data(item) for item in noted],
        "against": [{"file": path.name, **_data(item)} for path, item in outside],
    }


def _data(remark: Remark) -> dict[str, object]:
    return {
        "code": remark.code,
        "weight": remark.weight.value,
        "revision": remark.revision,
        "text": remark.text,
    }
