"""A passphrase from a file or from the person at the terminal, never from the command line."""

import getpass
import sys
from pathlib import Path
from typing import ClassVar

from app.domain.errors import IrplanError


class PassphraseMissing(IrplanError):
    """No passphrase could be had."""

    code: ClassVar[str] = "signing.passphrase-missing"


def passphrase(file: Path | None) -> str:
    """The first line of `file`, or what the person types.

    Raises:
        PassphraseMissing: the file cannot be read, or nobody is there to type.
    """
    if file is None:
        if not sys.stdin.isatty():
            raise PassphraseMissing("A passphrase is needed; give --passphrase-file FILE.")
        return getpass.getpass("Passphrase: ")
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise PassphraseMissing(f"The passphrase file {file} cannot be read as text.") from error
    if not lines or not lines[0]:
        raise PassphraseMissing(f"The passphrase file {file} is empty.")
    return lines[0]
