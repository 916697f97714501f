"""`irplan export`: a plan becomes files."""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import say, say_table
from app.cli.signing_key import add_key, add_stamping, key_of, stamping_of
from app.domain.document.audience import Audience
from app.services.changes.since import since
from app.services.exporting import ExportOptions, ExportResult
from app.services.rendering import FileFormat

if TYPE_CHECKING:
    from app.cli.command import Commands

ALL = "all"
"""Asks for every edition."""


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
    add_key(made, "seal the files with this identity")
    add_stamping(made)
    made.add_argument("--draft", action="store_true", help="watermarked, never signed")
    made.add_argument(
        "--edition",
        action="append",
        choices=(*(audience.value for audience in Audience), ALL),
        help="for whom: all of it (plan, the default), or what these readers need; may be repeated",
    )
    made.add_argument(
        "--letterhead",
        type=Path,
        metavar="FILE.docx",
        help="a Word file or template that lends its styles, header and footer",
    )
    made.add_argument(
        "--changes-since",
        metavar="VERSION",
        help="add an annex with what changed since a version such as 1.0, or a revision such as "
        "@12",
    )


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the files and list them."""
    key = key_of(arguments)
    begun = arguments.changes_since
    compared = None if begun is None else since(workshop.history(arguments.plan), begun)
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        options = ExportOptions(
            arguments.to,
            arguments.format,
            arguments.draft,
            key,
            stamping_of(arguments, workshop.settings().time_authority),
            opened.store.head(),
            compared,
            donor=arguments.letterhead,
        )
        exporter = workshop.exporter()
        results = [
            exporter.export(opened.judgement, replace(options, audience=audience))
            for audience in audiences(arguments.edition)
        ]
    finally:
        opened.store.close()
    result = joined(results)
    print_result(result)
    return FINDINGS if result.differences else FINE


def audiences(words: Sequence[str] | None) -> tuple[Audience, ...]:
    """The editions asked for, each once and in their own order; all of the plan by default."""
    wanted = set(words or (Audience.PLAN.value,))
    return tuple(one for one in Audience if one.value in wanted or ALL in wanted)


def joined(results: Sequence[ExportResult]) -> ExportResult:
    """One result of several exports of one plan."""
    return ExportResult(
        tuple(file for result in results for file in result.files),
        results[0].content_hash,
        tuple(one for result in results for one in result.differences),
        "".join(sorted({char for result in results for char in result.missing_glyphs})),
        tuple(dict.fromkeys(one for result in results for one in result.remarks)),
    )


def print_result(result: ExportResult) -> None:
    """The files, and whether PDF and DOCX say the same."""
    say_table(
        ("FILE", "PAGES", "BYTES", "SIGNED", "SHA-256"),
        (
            (
                str(file.path),
                "-" if file.pages is None else str(file.pages),
                str(file.size),
                "no" if file.level is None else file.level.value,
                file.sha256,
            )
            for file in result.files
        ),
    )
    say(f"Content SHA-256: {result.content_hash}")
    for difference in result.differences:
        say(f"PDF and DOCX differ: {difference}")
    say(*(f"Note: {remark}" for remark in result.remarks))
    if result.missing_glyphs:
        say(f"No bundled font has these characters: {result.missing_glyphs}")


def formats(text: str) -> tuple[FileFormat, ...]:
    """`pdf`, `docx` or both, parted by a comma."""
    known = {item.value: item for item in FileFormat}
    wanted = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not wanted or any(name not in known for name in wanted):
        raise argparse.ArgumentTypeError(f"{text!r} is none of pdf, docx or pdf,docx")
    return tuple(item for name, item in known.items() if name in wanted)
