"""`irplan sign`: one more signature in a file that was exported before."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say
from app.cli.signed_file import add_target, target_of
from app.cli.signing_key import KeyUnclear, add_key, add_stamping, key_of, stamping_of

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands,
        "sign",
        "Sign an exported PDF or DOCX in the next field prepared for it, or in the one named.",
        run,
        "irplan sign plan.pdf --field Approver --sign ada.p12 --role CISO --out approved.pdf",
    )
    made.add_argument("file", type=Path, metavar="FILE")
    made.add_argument("--field", default="", metavar="NAME", help="such as Approver or Reviewer2")
    made.add_argument("--role", default="", metavar="ROLE", help="who you are, such as CISO")
    made.add_argument(
        "--meaning", default="", metavar="WORD", help="what you declare; the field says by default"
    )
    add_key(made, "sign with this identity")
    add_stamping(made)
    add_target(made)


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the signed file and say what was signed."""
    from app.services.countersigning import Wish, chosen_field

    target = target_of(arguments)
    data = workshop.exported_file(arguments.file)
    signing = workshop.countersigning()
    field = chosen_field(signing.look(data), arguments.field)  # before a passphrase is asked for
    key = key_of(arguments)
    if key is None:
        raise KeyUnclear("Name what to sign with: a file by --sign, or a token by --token.")
    stamping = stamping_of(arguments, workshop.settings().time_authority)
    wish = Wish(key, field, stamping, arguments.role, arguments.meaning)
    made = signing.sign(data, wish)
    workshop.write(target, made.signed.data)
    say(f"Signed: {target}", f"Field: {made.field}", f"Level: {made.signed.level.value}")
    say(*(f"Note: {remark}" for remark in made.signed.remarks))
    return FINE
