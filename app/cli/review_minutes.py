"""`irplan review minutes`: what a session decided, as files."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.export import formats
from app.cli.output import say, say_table
from app.cli.signing_key import add_key, add_stamping, key_of, stamping_of
from app.domain.plan.ids import RecordId
from app.services.reviewing.minutes import Minutes, MinutesOptions

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(ways: "Commands") -> None:
    """Join the command."""
    made = add_command(
        ways,
        "minutes",
        "Write the minutes of a review session as PDF and DOCX, signed if an identity is given.",
        run,
        "irplan review minutes plan.irplan review-2026-11-22 --to out --sign anna.p12",
    )
    made.add_argument("plan", type=Path, metavar="PLAN")
    made.add_argument("session", metavar="SESSION", help="its id, as irplan review list has it")
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


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the files and list them."""
    key = key_of(arguments)
    opened = workshop.open(arguments.plan, read_only=True)
    try:
        head = opened.store.head()
    finally:
        opened.store.close()
    stamping = stamping_of(arguments, workshop.settings().time_authority)
    options = MinutesOptions(arguments.to, arguments.format, key, stamping, head)
    made = workshop.minutes_exporter().export(opened.plan, RecordId(arguments.session), options)
    print_minutes(made)
    return FINDINGS if made.differences else FINE


def print_minutes(made: Minutes) -> None:
    """The files, and whether PDF and DOCX say the same."""
    say_table(
        ("FILE", "PAGES", "BYTES", "SIGNED", "SHA-256"),
        (
            (
                str(file.path),
                "-" if file.pages is None else str(file.pages),
                str(len(file.data)),
                "no" if file.level is None else file.level.value,
                file.sha256,
            )
            for file in made.files
        ),
    )
    for difference in made.differences:
        say(f"PDF and DOCX differ: {difference}")
    say(*(f"Note: {remark}" for remark in made.remarks))
    if made.missing_glyphs:
        say(f"No bundled font has these characters: {made.missing_glyphs}")
