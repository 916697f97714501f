"""`irplan evidence`: everything an auditor needs of a plan in one archive, and checking one."""

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE, USAGE
from app.cli.output import printable, say, say_json
from app.cli.signed_file import FileStands
from app.cli.signing_key import add_key, key_of
from app.cli.working import reading
from app.services.evidence.given import GivenDocument
from app.services.evidence.packing import EvidenceOptions, EvidenceResult
from app.services.verifying import Verdict

if TYPE_CHECKING:
    from app.cli.command import Commands

VERIFY = "verify"
PACK = ".zip"
"""How the name of a pack ends; others are refused whether they stand or not."""
_HOLDS = frozenset({Verdict.VALID, Verdict.VALID_UNTRUSTED})


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "evidence",
        "Pack a plan with its proof into one archive for the auditor, or verify such a pack.",
        run,
        "irplan evidence plan.irplan --to evidence.zip --sign anna.p12 \\\n"
        "      --passphrase-file secret.txt\n"
        "  irplan evidence verify evidence.zip --trust anna.crt",
    )
    made.usage = (
        "irplan evidence PLAN --to FILE.zip [--version VERSION] [--document FILE] "
        "[--sign IDENTITY | --token MODULE]\n"
        "                       [--trust CERT]\n"
        "       irplan evidence verify FILE.zip [--trust CERT] [--json]"
    )
    made.add_argument("words", nargs="+", metavar="PLAN | verify FILE.zip")
    made.add_argument("--to", type=Path, metavar="FILE.zip", help="the archive to write")
    made.add_argument(
        "--version",
        default="",
        metavar="VERSION",
        help="an issued version such as 2.0, or draft; without it the version in force, or the "
        "plan as it is where none is",
    )
    made.add_argument(
        "--document",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a PDF or DOCX of that version that people signed after the export, to be packed in "
        "place of the one without their signatures; may be given again",
    )
    add_key(made, "sign the list of sums with this identity")
    made.add_argument(
        "--trust",
        type=Path,
        action="append",
        default=[],
        metavar="CERT",
        help="a certificate you trust, PEM or DER; may be given again",
    )
    made.add_argument("--json", action="store_true", help="print a report for programs")
    made.set_defaults(wrong_usage=made.error)


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Pack or verify, as the words say; 1 when something inside does not hold."""
    match arguments.words:
        case [str(plan)] if arguments.to is not None:
            return _pack(workshop, Path(plan), arguments)
        case [str(first), str(file)] if first == VERIFY and arguments.to is None:
            return _verify(workshop, Path(file), arguments)
        case _:
            arguments.wrong_usage("say either PLAN --to FILE.zip, or verify FILE.zip")
            return USAGE


def _pack(workshop: Workshop, plan: Path, arguments: argparse.Namespace) -> int:
    from app.bootstrap.trusting import certificate

    if os.path.lexists(arguments.to) and arguments.to.suffix.lower() == PACK:
        raise FileStands(f"{arguments.to} exists and is not replaced: choose another name.")
    trusted = tuple(map(certificate, arguments.trust))
    documents = tuple(
        GivenDocument(file.name, workshop.exported_file(file)) for file in arguments.document
    )
    key = key_of(arguments)
    with reading(workshop, plan) as opened:
        options = EvidenceOptions(arguments.to, arguments.version, key, trusted, documents)
        result = workshop.evidence(opened, plan, options)
    if arguments.json:
        say_json(_report(result))
    else:
        _print(result)
    return FINE if result.sound else FINDINGS


def _verify(workshop: Workshop, file: Path, arguments: argparse.Namespace) -> int:
    report = workshop.check_evidence(file, arguments.trust)
    if arguments.json:
        say_json(report.to_json())
    else:
        say(*report.lines())
    return FINE if report.verdict in _HOLDS else FINDINGS


def _print(result: EvidenceResult) -> None:
    what = f"version {printable(result.version)}" if result.version else "the plan as it is"
    say(
        f"Evidence of {what}{', a draft' * result.draft}: {printable(str(result.path))}",
        f"{len(result.files)} files, {result.size} bytes, "
        f"{'signed' if result.signed else 'not signed'}; README.txt explains each.",
        f"SHA-256: {result.sha256}",
        *(f"Note: {printable(remark)}" for remark in result.remarks),
    )


def _report(result: EvidenceResult) -> dict[str, object]:
    return {
        "format": "irplan-evidence/1",
        "file": str(result.path),
        "size": result.size,
        "sha256": result.sha256,
        "version": result.version or None,
        "draft": result.draft,
        "signed": result.signed,
        "sound": result.sound,
        "files": list(result.files),
        "remarks": list(result.remarks),
    }
