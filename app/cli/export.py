"""`irplan export`: a plan becomes files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_table
from app.cli.passphrase import passphrase
from app.services.changes.since import since
from app.services.exporting import ExportOptions, ExportResult, FileFormat

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "export",
        "Export a plan as PDF and DOCX, signed if an identity is given.",
        run,
        "irplan export plan.irplan --to out --sign anna.p12 --passphrase-file secret.txt",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("--to", type=Path, required=True, metavar="DIR", help="made when missing")
    made.add_argument(
        "--format",
        type=formats,
        default=formats("pdf,docx"),
        metavar="pdf,docx",
        help="either or both",
    )
    made.add_argument(
        "--sign", type=Path, metavar="ID.p12", help="seal the files with this identity"
    )
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line is used")
    made.add_argument("--draft", action="store_true", help="watermarked, never signed")
    made.add_argument(
        "--changes-since",
        metavar="VERSION",
        help="add an annex with what changed since a version such as 1.0, or a revision such as "
        "@12",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the files and list them."""
    secret = "" if arguments.sign is None else passphrase(arguments.passphrase_file)
    begun = arguments.changes_since
    compared = None if begun is None else since(workshop.history(arguments.plan), begun)
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        options = ExportOptions(
            arguments.to,
            arguments.format,
            arguments.draft,
            arguments.sign,
            secret,
            opened.store.head(),
            compared,
        )
        result = workshop.exporter().export(opened.judgement, options)
    finally:
        opened.store.close()
    print_result(result)
    return FINDINGS if result.differences else FINE


def print_result(result: ExportResult) -> None:
    """The files, and whether PDF and DOCX say the same."""
    say_table(
        ("FILE", "PAGES", "BYTES", "SIGNED", "SHA-256"),
        (
            (
                str(file.path),
                "-" if file.pages is None else str(file.pages),
                str(file.size),
                "yes" if file.signed else "no",
                file.sha256,
            )
            for file in result.files
        ),
    )
    say(f"Content SHA-256: {result.content_hash}")
    for difference in result.differences:
        say(f"PDF and DOCX differ: {difference}")
    if result.missing_glyphs:
        say(f"No bundled font has these characters: {result.missing_glyphs}")


def formats(text: str) -> tuple[FileFormat, ...]:
    """`pdf`, `docx` or both, parted by a comma."""
    known = {item.value: item for item in FileFormat}
    wanted = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not wanted or any(name not in known for name in wanted):
        raise argparse.ArgumentTypeError(f"{text!r} is none of pdf, docx or pdf,docx")
    return tuple(item for name, item in known.items() if name in wanted)
