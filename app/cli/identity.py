"""`irplan identity new`: a self-signed signing identity."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINE
from app.cli.output import say
from app.cli.passphrase import passphrase
from app.services.signing import IdentityRequest

if TYPE_CHECKING:
    from app.cli.command import Commands


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    example = (
        'irplan identity new --name "Anna Keller" --email anna@example.org '
        '--organisation "Example Ltd" --out anna.p12 --passphrase-file secret.txt'
    )
    made = add_command(
        commands, "identity", "Make a self-signed identity to sign exports with.", run, example
    )
    made.add_argument("action", choices=("new",))
    for name in ("name", "email", "organisation"):
        made.add_argument(f"--{name}", required=True)
    made.add_argument("--out", type=Path, required=True, metavar="ID.p12")
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help="its first line is used")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the identity and print its fingerprint."""
    request = IdentityRequest(arguments.name, arguments.email, arguments.organisation)
    secret = passphrase(arguments.passphrase_file, confirm=True)
    facts = workshop.make_identity(request, arguments.out, secret)
    say(
        f"Identity: {arguments.out} (keep it and its passphrase to yourself)",
        f"Certificate: {arguments.out.with_suffix('.crt')} (give it to those who verify)",
        f"SHA-256 fingerprint: {facts.fingerprint}",
    )
    return FINE
