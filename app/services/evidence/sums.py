"""The list of SHA-256 sums of a pack, as `sha256sum` writes and checks it."""

import hashlib
import re
from collections.abc import Mapping
from typing import Final

from app.services.evidence.names import UNSUMMED


class SumsUnreadable(ValueError):
    """A list of sums that cannot be taken at its word; the message is a clause that says why."""


def sums_of(files: Mapping[str, bytes]) -> bytes:
    """One line a file, sorted by name; what signs the list is left out."""
    lines = (
        f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n"
        for name in sorted(files.keys() - UNSUMMED)
    )
    return "".join(lines).encode()


def sums_in(data: bytes) -> dict[str, str]:
    """The SHA-256 of each file that a list names.

    Raises:
        SumsUnreadable: a line is none, or a name is listed twice.
    """
    try:
        *lines, rest = data.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise SumsUnreadable("it is not plain text") from error
    found = [_LINE.fullmatch(line) for line in lines]
    sums = {line["name"]: line["sum"] for line in found if line is not None}
    if rest or None in found:
        raise SumsUnreadable("a line of it is not one that sha256sum writes")
    if len(sums) != len(lines):
        raise SumsUnreadable("it lists a file twice")
    return sums


_LINE: Final = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<name>[!-~]+)")
