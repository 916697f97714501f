"""Certificates that a person trusts, read from files."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from app.domain.errors import IrplanError


class CertificateUnreadable(IrplanError):
    """A certificate to trust cannot be read."""

    code: ClassVar[str] = "verify.certificate-unreadable"


def certificate(path: Path) -> bytes:
    """What is in `path`, once it is known to be a certificate."""
    from app.signing.certificates import read_trusted
    from app.signing.errors import NotACertificateError

    try:
        data = path.read_bytes()
        read_trusted((data,))
    except OSError as error:
        why = (error.strerror or "unknown error").lower()
        raise CertificateUnreadable(f"The certificate {path} cannot be read: {why}.") from error
    except NotACertificateError as error:
        raise NotACertificateError(
            f"{path} is not a certificate: supply the .crt file that came with the document."
        ) from error
    return data
