"""The port for signing documents: who signs, with which key, what it says, what comes back."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from app.domain.errors import IrplanError

DEFAULT_VALIDITY_YEARS = 3
"""How long a certificate made here lasts when nobody says otherwise."""


class SigningError(IrplanError):
    """The base of every refusal by this port; each adapter's refusal has its own code."""

    code = "signing.failed"


class Level(StrEnum):
    """How much evidence a signature carries along: the levels of ETSI EN 319 142-1."""

    B_B = "B-B"
    """The signature and its certificate; the time is the signer's clock."""
    B_T = "B-T"
    """A time-stamp authority vouches that it existed (RFC 3161)."""
    B_LT = "B-LT"
    """The proof that no certificate was revoked is inside."""
    B_LTA = "B-LTA"
    """A further time stamp protects all of that."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """A key with its certificate in a PKCS#12 or PEM file, and the passphrase that opens it.

    A PEM file may hold both; where the certificate is a file of its own, `certificate` names it.
    """

    file: Path
    passphrase: str = field(default="", repr=False)
    certificate: Path | None = None


@dataclass(frozen=True, slots=True)
class KeyToken:
    """A key on a token that PKCS#11 reaches: a smart card, a USB key, a hardware module.

    `module` is the maker's library; `token` and `label` name token and key, blank where there is
    just one.
    """

    module: Path
    pin: str = field(default="", repr=False)
    token: str = ""
    label: str = ""


Key = KeyFile | KeyToken
"""What somebody signs with; its secret is asked for each time and never stored."""


@dataclass(frozen=True, slots=True)
class Stamping:
    """Who vouches for the time of a signature, and the level it should reach.

    `authority` is the address (URL) of an RFC 3161 server, blank for none. `revocation` are files
    of revocation lists (CRL), for issuers that publish none on the network.
    """

    authority: str = ""
    level: Level = Level.B_T
    revocation: tuple[Path, ...] = ()


UNSTAMPED = Stamping()
"""Nobody vouches for the time."""


@dataclass(frozen=True, slots=True)
class SignedData:
    """A signed file: its bytes, the level reached, and what kept it from reaching more."""

    data: bytes = field(repr=False)
    level: Level = Level.B_B
    remarks: tuple[str, ...] = ()


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
    ) -> SignedData:
        """`data` followed by a signature in the empty field called `field`.

        `certify` is for the first signature only: later ones may then fill in signature
        fields and change nothing else. A time-stamp server that does not answer is a remark.

        Raises:
            SigningError: The result would not be a valid signature.
        """
        ...

    def sign_word(self, data: bytes, statement: Statement, *, line: str = "") -> SignedData:
        """The DOCX package with one signature more; no signed part changes a byte.

        `line` names the signature line that it signs, as `sign_pdf` names fields; a package
        without that line is signed invisibly.

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

    def open(self, key: Key, at: datetime, stamping: Stamping = UNSTAMPED) -> Signer:
        """Open `key` for signing at the moment `at`; `stamping` says who vouches for that moment.

        Raises:
            SigningError: The file or token, its secret or the certificate does not serve.
        """
        ...


class TimeStamper(Protocol):
    """Adds a time stamp to a file that was signed without one."""

    def __call__(self, data: bytes, stamping: Stamping) -> SignedData:
        """The signed file in `data` with a time stamp; a PDF is stamped as a whole.

        Raises:
            SigningError: The authority did not answer, or the file takes no stamp.
        """
        ...
