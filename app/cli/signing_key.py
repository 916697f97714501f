"""The options by which commands are told what to sign with, and who vouches for the time."""

import argparse
from pathlib import Path

from app.cli.output import printable
from app.cli.passphrase import passphrase
from app.domain.errors import IrplanError
from app.services.signing import Key, KeyFile, KeyToken, Level, Stamping


class KeyUnclear(IrplanError):
    """Options for signing that contradict each other, or one that needs another."""

    code = "cli.key-unclear"


class AuthorityUnclear(IrplanError):
    """What should vouch for the time is no address of a server."""

    code = "cli.authority-unclear"


def add_key(command: argparse.ArgumentParser, purpose: str) -> None:
    """Options that name a key; `purpose` says what it is for."""
    command.add_argument("--sign", type=Path, metavar="IDENTITY", help=f"{purpose} (.p12 or .pem)")
    command.add_argument(
        "--certificate", type=Path, metavar="CERT", help="its certificate, where it is another file"
    )
    command.add_argument(
        "--token", type=Path, metavar="MODULE", help=f"{purpose}: a token, by its PKCS#11 library"
    )
    command.add_argument("--token-name", default="", metavar="NAME", help="which token, of several")
    command.add_argument("--key-name", default="", metavar="NAME", help="which key on the token")
    command.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="its first line is used, or is the PIN"
    )


def add_stamping(command: argparse.ArgumentParser) -> None:
    """Options that say who vouches for the time of a signature."""
    command.add_argument(
        "--timestamp", metavar="URL", help="a server that vouches for the time (RFC 3161)"
    )
    command.add_argument(
        "--level",
        choices=tuple(level.value for level in Level),
        help="how much evidence to carry along; B-T with a time-stamp server",
    )
    command.add_argument(
        "--revocation",
        type=Path,
        action="append",
        default=[],
        metavar="CRL",
        help="a revocation list of the issuer; may be given again",
    )


def wants_key(arguments: argparse.Namespace) -> bool:
    """Whether a key is named."""
    return arguments.sign is not None or arguments.token is not None


def key_of(arguments: argparse.Namespace) -> Key | None:
    """The key that the options name, its secret asked for; None where they name none.

    Raises:
        KeyUnclear: the options name two keys, or parts of one that is not named.
        IrplanError: the secret cannot be read.
    """
    if arguments.sign is not None and arguments.token is not None:
        raise KeyUnclear("Name one key: either --sign or --token.")
    if arguments.token is not None:
        secret = passphrase(arguments.passphrase_file)
        return KeyToken(arguments.token, secret, arguments.token_name, arguments.key_name)
    if arguments.sign is not None:
        return KeyFile(arguments.sign, passphrase(arguments.passphrase_file), arguments.certificate)
    if arguments.certificate is not None:
        raise KeyUnclear("Name the key that --certificate belongs to, with --sign.")
    return None


def stamping_of(arguments: argparse.Namespace, authority: str = "") -> Stamping:
    """Who vouches for the time, as the options say; `authority` is the one of the settings.

    Raises:
        AuthorityUnclear: the option names no address of a server.
    """
    asked: str | None = arguments.timestamp
    if asked and not asked.lower().startswith(("https://", "http://")):
        raise AuthorityUnclear(
            f"{printable(asked)!r} is no address of a time-stamp server: name one that begins with "
            "https:// or http://."
        )
    level = Level.B_T if arguments.level is None else Level(arguments.level)
    return Stamping(authority if asked is None else asked, level, tuple(arguments.revocation))
