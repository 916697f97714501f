"""Signing identities, signatures of PDF, Word and text, and their verification.

Importing this package is cheap: pyHanko, lxml and cryptography are imported by the modules
beside this one, and those only when one of these functions is called.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.services.countersigning import PreparedFile
from app.services.proving.slots import ALL, Required
from app.services.signing import (
    UNSTAMPED,
    CertificateFacts,
    IdentityRequest,
    Key,
    SignedData,
    Signer,
    Stamping,
)
from app.services.text_signatures import TextSignature
from app.services.verifying import VerificationReport

__all__ = ["FileIdentities", "add_time_stamp", "prepared", "verify", "verify_text"]


@dataclass(frozen=True, slots=True)
class FileIdentities:
    """Identities in files and on tokens; implements `app.services.signing.Identities`."""

    font: Path
    """The TrueType file that visible signatures are set in."""
    fallback: Path | None = None
    """The TrueType file for characters that `font` lacks."""

    def create(
        self, request: IdentityRequest, file: Path, passphrase: str, created_at: datetime
    ) -> CertificateFacts:
        """Make a self-signed identity, as the port says."""
        from app.signing.identity_making import create_identity

        return create_identity(request, file, passphrase, created_at)

    def open(self, key: Key, at: datetime, stamping: Stamping = UNSTAMPED) -> Signer:
        """Open a key, as the port says."""
        from app.signing.opening import open_identity
        from app.signing.signer import IdentitySigner

        return IdentitySigner(open_identity(key, at), self.font, stamping, self.fallback)


def add_time_stamp(data: bytes, stamping: Stamping) -> SignedData:
    """Stamp a signed PDF or Word file; implements `app.services.signing.TimeStamper`."""
    if data.startswith(b"PK\x03\x04"):
        from app.signing.word_stamp import add_time_stamp as word_stamped

        return word_stamped(data, stamping)
    from app.signing.pdf_stamp import add_time_stamp as stamped

    return stamped(data, stamping)


def prepared(data: bytes) -> PreparedFile:
    """What a file has prepared for its signers; an `app.services.countersigning.Prepared`."""
    from app.signing.prepared_file import prepared as looked

    return looked(data)


def verify(
    path: Path, trusted: Sequence[bytes] = (), required: Required = ALL
) -> VerificationReport:
    """Verify a PDF or DOCX file; implements `app.services.verifying.Verifier`."""
    from app.signing.verification import verify_file

    return verify_file(path, trusted, required)


def verify_text(
    data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
) -> TextSignature:
    """Verify a signature apart from its text; an `app.services.text_signatures.TextVerifier`."""
    from app.signing.certificates import read_trusted
    from app.signing.text_verify import verify_text as judged

    return judged(data, signature, read_trusted(trusted), at)
