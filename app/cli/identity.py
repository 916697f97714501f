"""`irplan identity`: identities to sign with: made, shown, and vouched for by a sheet."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from app.bootstrap import Workshop
from app.cli.command import add_command
from app.cli.exits import FINDINGS, FINE
from app.cli.output import printable, say
from app.cli.passphrase import passphrase
from app.services.identity_standing import IdentityStanding
from app.services.signing import IdentityRequest
from app.services.verifying import utc_text

if TYPE_CHECKING:
    from app.cli.command import Commands

_NEW = (
    'irplan identity new --name "Anna Keller" --email anna@example.org '
    '--organisation "Example Ltd" --out anna.p12 --passphrase-file secret.txt'
)
_WITH_KEY = frozenset({".p12", ".pfx"})
"""Endings of files beside which the certificate lies alone."""
_SECRET = "its first line is used"  # noqa: S105 - the help of an option


def add_to(commands: "Commands") -> None:
    """Join the command line."""
    made = add_command(
        commands, "identity", "Make, show and vouch for identities to sign with.", run, _NEW
    )
    actions = made.add_subparsers(title="what to do", metavar="WHAT", required=True)
    _add_new(actions)
    _add_show(actions)
    _add_sheet(actions)


def _add_new(actions: "Commands") -> None:
    made = add_command(
        actions, "new", "Make a self-signed identity to sign exports with.", run, _NEW
    )
    for name in ("name", "email", "organisation"):
        made.add_argument(f"--{name}", required=True)
    made.add_argument("--out", type=Path, required=True, metavar="ID.p12")
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help=_SECRET)
    made.add_argument(
        "--sheet", type=_pdf_name, metavar="FILE.pdf", help="also write its fingerprint sheet"
    )


def _add_show(actions: "Commands") -> None:
    made = add_command(
        actions,
        "show",
        "Show whose identity or certificate a file holds, and whether it signs.",
        show,
        "irplan identity show anna.crt",
    )
    made.add_argument("file", type=Path, metavar="FILE", help=".p12, .pem or .crt")
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help=_SECRET)


def _add_sheet(actions: "Commands") -> None:
    made = add_command(
        actions,
        "sheet",
        "Write one page by which others compare the fingerprint of a certificate.",
        sheet,
        "irplan identity sheet anna.crt --to anna-fingerprint.pdf",
    )
    made.add_argument("file", type=Path, metavar="CERT.crt")
    made.add_argument("--to", type=_pdf_name, required=True, metavar="FILE.pdf")
    made.add_argument("--passphrase-file", type=Path, metavar="FILE", help=_SECRET)
    made.add_argument("--language", default="", metavar="TAG", help="such as en-US")


def run(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the identity and print its fingerprint."""
    request = IdentityRequest(arguments.name, arguments.email, arguments.organisation)
    secret = passphrase(arguments.passphrase_file, confirm=True)
    facts = workshop.make_identity(request, arguments.out, secret)
    public = arguments.out.with_suffix(".crt")
    say(
        f"Identity: {arguments.out} (keep it and its passphrase to yourself)",
        f"Certificate: {public} (give it to those who verify)",
        f"SHA-256 fingerprint: {facts.fingerprint}",
    )
    if arguments.sheet is not None:
        workshop.write(arguments.sheet, workshop.fingerprint_sheet(facts, public.name))
        say(f"Fingerprint sheet: {arguments.sheet} (hand it over in person, or compare by phone)")
    return FINE


def show(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Print what is in the file; 1 when nobody can sign with it."""
    found = _standing(workshop, arguments)
    facts = found.facts
    issuer = "itself (self-signed)" if facts.self_signed else facts.issuer
    rows = (
        ("Name", facts.name),
        ("E-mail", facts.email),
        ("Organisation", facts.organisation),
        ("Certificate", facts.subject),
        ("Issued by", issuer),
        ("Serial", facts.serial),
        ("Valid", f"{utc_text(facts.valid_from)} to {utc_text(facts.valid_until)}"),
        ("SHA-256 fingerprint", facts.fingerprint),
    )
    say(*(f"{label}: {printable(text)}" for label, text in rows if text.strip()))
    say(f"Signs: {'yes' if found.signs else 'no'}")
    say(*(f"  {printable(sentence)}" for sentence in found.refusals))
    return FINE if found.signs else FINDINGS


def sheet(workshop: Workshop, arguments: argparse.Namespace) -> int:
    """Write the fingerprint sheet of a certificate."""
    facts = _standing(workshop, arguments).facts
    named = arguments.file
    file = named.with_suffix(".crt") if named.suffix.lower() in _WITH_KEY else named
    made = workshop.fingerprint_sheet(facts, file.name, arguments.language)
    workshop.write(arguments.to, made)
    say(f"Fingerprint sheet: {arguments.to} ({printable(facts.name)})")
    return FINE


def _pdf_name(text: str) -> Path:
    """A path that no identity or certificate has."""
    path = Path(text)
    if path.suffix.lower() != ".pdf":
        raise argparse.ArgumentTypeError(f"{text!r} does not end in .pdf")
    return path


def _standing(workshop: Workshop, arguments: argparse.Namespace) -> IdentityStanding:
    return workshop.identity_standing(arguments.file, lambda: passphrase(arguments.passphrase_file))
