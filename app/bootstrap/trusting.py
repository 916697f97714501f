"""Certificates that a person trusts, read from files."""

from __future__ import annotations

import errno
import stat
from pathlib import Path
from typing import ClassVar, Final

from app.domain.errors import IrplanError

MOST_BYTES: Final = 1 << 20
"""Read of one file; a certificate with all its issuers is a few kilobytes."""


class CertificateUnreadable(IrplanError):
    """A certificate to trust cannot be read."""

    code: ClassVar[str] = "verify.certificate-unreadable"


def certificate(path: Path) -> bytes:
    """What is in `path`, once it is known to be a certificate."""
    from app.signing.certificates import read_trusted
    from app.signing.errors import NotACertificateError

    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep us waiting
            raise IsADirectoryError(errno.EISDIR, "Not a file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES)
        read_trusted((data,))
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise CertificateUnreadable(f"The certificate {path} cannot be read: {why}.") from error
    except NotACertificateError as error:
        raise NotACertificateError(
            f"{path} is not a certificate: supply the .crt file that came with the document."
        ) from error
    return data
