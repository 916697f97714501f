"""Signing identities, signatures of PDF, Word and text, and their verification.

Importing this package is cheap: pyHanko, lxml and cryptography are imported by the modules
beside this one, and those only when one of these functions is called.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.services.signing import CertificateFacts, IdentityRequest, Signer
from app.services.text_signatures import TextSignature
from app.services.verifying import VerificationReport

__all__ = ["FileIdentities", "verify", "verify_text"]


@dataclass(frozen=True, slots=True)
class FileIdentities:
    """Identities kept in PKCS#12 files; implements `app.services.signing.Identities`."""

    font: Path
    """The TrueType file that visible signatures are set in."""

    def create(
        self, request: IdentityRequest, file: Path, passphrase: str, created_at: datetime
    ) -> CertificateFacts:
        """Make a self-signed identity, as the port says."""
        from app.signing.identity_making import create_identity

        return create_identity(request, file, passphrase, created_at)

    def open(self, file: Path, passphrase: str, at: datetime) -> Signer:
        """Open a PKCS#12 file, as the port says."""
        from app.signing.identity import load_identity
        from app.signing.signer import FileSigner

        return FileSigner(load_identity(file, passphrase, at), self.font)


def verify(path: Path, trusted: Sequence[bytes] = ()) -> VerificationReport:
    """Verify a PDF or DOCX file; implements `app.services.verifying.Verifier`."""
    from app.signing.verification import verify_file

    return verify_file(path, trusted)


def verify_text(
    data: bytes, signature: bytes, at: datetime, trusted: Sequence[bytes] = ()
) -> TextSignature:
    """Verify a signature apart from its text; an `app.services.text_signatures.TextVerifier`."""
    from app.signing.certificates import read_trusted
    from app.signing.text_verify import verify_text as judged

    return judged(data, signature, read_trusted(trusted), at)
