"""A passphrase from a file or from the person at the terminal, never from the command line."""

import getpass
import sys
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError

MOST_CHARACTERS: Final = 1 << 16
"""Read of a passphrase file; a device would never end."""


class PassphraseMissing(IrplanError):
    """No passphrase could be had."""

    code: ClassVar[str] = "signing.passphrase-missing"


def passphrase(file: Path | None, *, confirm: bool = False) -> str:
    """The first line of `file`, or what the person types, typed again to `confirm` it.

    Raises:
        PassphraseMissing: the file cannot be read, or nobody is there to type.
    """
    if file is None:
        return _typed(confirm=confirm)
    try:
        with file.open(encoding="utf-8-sig") as opened:  # may be a pipe, which only ends
            lines = opened.read(MOST_CHARACTERS).splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseMissing(f"The passphrase file {file} cannot be read as text.") from error
    if not lines or not lines[0]:
        raise PassphraseMissing(f"The passphrase file {file} is empty.")
    if len(lines[0]) == MOST_CHARACTERS:
        raise PassphraseMissing(f"The first line of {file} is too long to be a passphrase.")
    return lines[0]


def _typed(*, confirm: bool) -> str:
    if not sys.stdin.isatty():
        raise PassphraseMissing("A passphrase is needed; give --passphrase-file FILE.")
    try:
        secret = getpass.getpass("Passphrase: ")
        same = not confirm or getpass.getpass("The same again: ") == secret
    except EOFError as error:
        raise PassphraseMissing("No passphrase was typed.") from error
    if not same:
        raise PassphraseMissing("The two passphrases differ; try again.")
    return secret
