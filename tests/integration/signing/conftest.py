"""Documents and identities that the signing tests share, made once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.services.signing import IdentityRequest, Signer
from app.services.verifying import VerificationReport
from app.signing import FileIdentities, verify
from app.signing.signer import FileSigner
from tests.integration.signing.samples import (
    CREATED,
    FONT,
    PASSPHRASE,
    SIGNED,
    made_identity,
    statement,
    unsigned_docx,
    unsigned_pdf,
)

Verify = Callable[..., VerificationReport]


@pytest.fixture(scope="session")
def identity_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("identity") / "ada.p12"
    request = IdentityRequest(
        "Ada Lovelace", "ada@example.org", "Meridian Grid Co-operative", "Security", "GB"
    )
    FileIdentities(FONT).create(request, file, PASSPHRASE, CREATED)
    return file


@pytest.fixture(scope="session")
def ada(identity_file: Path) -> Signer:
    return FileIdentities(FONT).open(identity_file, PASSPHRASE, SIGNED)


@pytest.fixture(scope="session")
def grace() -> FileSigner:
    return FileSigner(made_identity(name="Grace Hopper"), FONT)


@pytest.fixture(scope="session")
def ada_certificate(identity_file: Path) -> bytes:
    return identity_file.with_suffix(".crt").read_bytes()


@pytest.fixture(scope="session")
def grace_certificate(grace: FileSigner) -> bytes:
    return grace.identity.certificate.public_bytes(Encoding.DER)


@pytest.fixture(scope="session")
def plain_pdf() -> bytes:
    return unsigned_pdf()


@pytest.fixture(scope="session")
def sealed_pdf(plain_pdf: bytes, ada: Signer) -> bytes:
    """Certified by Ada in the field Seal."""
    return ada.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True)


@pytest.fixture(scope="session")
def approved_pdf(sealed_pdf: bytes, grace: FileSigner) -> bytes:
    """Sealed by Ada, then approved by Grace."""
    return grace.sign_pdf(sealed_pdf, statement(), field="Approver")


@pytest.fixture(scope="session")
def plain_docx() -> bytes:
    return unsigned_docx()


@pytest.fixture(scope="session")
def signed_docx(plain_docx: bytes, ada: Signer) -> bytes:
    return ada.sign_word(plain_docx, statement(location="Athens"))


@pytest.fixture(scope="session")
def twice_signed_docx(signed_docx: bytes, grace: FileSigner) -> bytes:
    return grace.sign_word(signed_docx, statement("Reviewed"))


@pytest.fixture
def verify_bytes(tmp_path: Path) -> Verify:
    """Return a function that writes bytes to a file and verifies it."""

    def check(data: bytes, *trusted: bytes, name: str = "plan") -> VerificationReport:
        path = tmp_path / name
        path.write_bytes(data)
        return verify(path, trusted)

    return check
