"""The port for signing documents: who signs, what the signature says, what comes back."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from app.domain.errors import IrplanError

DEFAULT_VALIDITY_YEARS = 3
"""How long a certificate made here lasts when nobody says otherwise."""


class SigningError(IrplanError):
    """The base of every refusal by this port; each adapter's refusal has its own code."""

    code = "signing.failed"


@dataclass(frozen=True, slots=True)
class CertificateFacts:
    """What a certificate says about its holder and itself; blank text means it says nothing."""

    name: str
    email: str
    organisation: str
    subject: str
    issuer: str
    serial: str
    """Hexadecimal, upper case, no separators."""
    fingerprint: str
    """SHA-256 of the certificate's DER form as `AB:CD:…`."""
    valid_from: datetime
    """UTC."""
    valid_until: datetime
    """UTC; the last moment at which the certificate is valid."""
    self_signed: bool


@dataclass(frozen=True, slots=True)
class IdentityRequest:
    """The details a new self-signed identity is made of.

    `unit` and `country` may be blank; `country` is an ISO 3166-1 code of two letters.
    """

    name: str
    email: str
    organisation: str
    unit: str = ""
    country: str = ""
    years: int = DEFAULT_VALIDITY_YEARS


@dataclass(frozen=True, slots=True)
class Statement:
    """What a person says by signing; every text is printed literally and becomes evidence.

    `meaning` is one word from the plan's list ("Approved"); `reason` names what is signed;
    `role` and `location` may be blank. `signed_at` is aware and comes from the signer's clock.
    """

    signed_at: datetime
    meaning: str
    reason: str = ""
    role: str = ""
    location: str = ""

    @property
    def text(self) -> str:
        """One line, as signed, printed and repeated in reports: `Approved as CISO: IRP-1 3.0`."""
        meaning = f"{self.meaning} as {self.role}" if self.role else self.meaning
        return f"{meaning}: {self.reason}" if self.reason else meaning


class Signer(Protocol):
    """An opened identity; whoever holds it can sign, so drop it after use."""

    @property
    def facts(self) -> CertificateFacts:
        """Whose certificate this is."""
        ...

    def sign_pdf(
        self, data: bytes, statement: Statement, *, field: str, certify: bool = False
    ) -> bytes:
        """Return `data` followed by a signature in the empty field called `field`.

        `certify` is for the first signature only: later ones may then fill in signature
        fields and change nothing else.

        Raises:
            SigningError: The result would not be a valid signature.
        """
        ...

    def sign_word(self, data: bytes, statement: Statement) -> bytes:
        """Return the DOCX package with one signature more; no signed part changes a byte.

        Raises:
            SigningError: The result would not be a valid signature.
        """
        ...

    def sign_text(self, data: bytes, signed_at: datetime) -> bytes:
        """Return a detached signature over `data`: CMS (RFC 5652) in DER, made at `signed_at`."""
        ...


class Identities(Protocol):
    """Where signing identities are made and opened."""

    def create(
        self, request: IdentityRequest, file: Path, passphrase: str, created_at: datetime
    ) -> CertificateFacts:
        """Write a new identity to `file` and its public certificate beside it (`.crt`).

        Raises:
            SigningError: A detail is not acceptable, or one of the files exists.
        """
        ...

    def open(self, file: Path, passphrase: str, at: datetime) -> Signer:
        """Open the identity in `file` for signing at the moment `at`.

        Raises:
            SigningError: The file, the passphrase or the certificate does not serve.
        """
        ...
