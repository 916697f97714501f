"""Documents and identities that the signing tests share, made once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.services.proving.slots import ALL, Required
from app.services.signing import IdentityRequest, KeyFile, Signer
from app.services.verifying import VerificationReport
from app.signing import FileIdentities, verify
from app.signing.signer import IdentitySigner
from tests.integration.signing.authorities import (
    Authority,
    StampServer,
    made_authority,
    stamp_server,
)
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
from tests.integration.signing.softhsm import Tokens, library

Verify = Callable[..., VerificationReport]


@pytest.fixture(scope="session")
def authority() -> Authority:
    return made_authority()


@pytest.fixture
def server(authority: Authority, monkeypatch: pytest.MonkeyPatch) -> Iterator[StampServer]:
    """Stamps at `/stamp`, the root's revocations at `/root.crl`, faults at other paths."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with stamp_server(authority, {"/root.crl": authority.revocations()}) as running:
        yield running


@pytest.fixture
def tokens(tmp_path: Path, tool: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Tokens:
    """Imaginary slots without tokens so far."""
    program, module = tool("softhsm2-util"), library()
    if module is None:
        pytest.skip("needs libsofthsm2; ./irplan test installs it when run as root")
    (tmp_path / "tokens").mkdir()
    configuration = tmp_path / "softhsm2.conf"
    configuration.write_text(f"directories.tokendir = {tmp_path / 'tokens'}\nlog.level = ERROR\n")
    monkeypatch.setenv("SOFTHSM2_CONF", str(configuration))
    tokens = Tokens(module, tmp_path, program)
    tokens.reread()
    return tokens


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
    return FileIdentities(FONT).open(KeyFile(identity_file, PASSPHRASE), SIGNED)


@pytest.fixture(scope="session")
def grace() -> IdentitySigner:
    return IdentitySigner(made_identity(name="Grace Hopper"), FONT)


@pytest.fixture(scope="session")
def ada_certificate(identity_file: Path) -> bytes:
    return identity_file.with_suffix(".crt").read_bytes()


@pytest.fixture(scope="session")
def grace_certificate(grace: IdentitySigner) -> bytes:
    return grace.identity.certificate.public_bytes(Encoding.DER)


@pytest.fixture(scope="session")
def plain_pdf() -> bytes:
    return unsigned_pdf()


@pytest.fixture(scope="session")
def sealed_pdf(plain_pdf: bytes, ada: Signer) -> bytes:
    """Certified by Ada in the field Seal."""
    return ada.sign_pdf(plain_pdf, statement("Sealed"), field="Seal", certify=True).data


@pytest.fixture(scope="session")
def approved_pdf(sealed_pdf: bytes, grace: IdentitySigner) -> bytes:
    """Sealed by Ada, then approved by Grace."""
    return grace.sign_pdf(sealed_pdf, statement(), field="Approver").data


@pytest.fixture(scope="session")
def plain_docx() -> bytes:
    return unsigned_docx()


@pytest.fixture(scope="session")
def signed_docx(plain_docx: bytes, ada: Signer) -> bytes:
    return ada.sign_word(plain_docx, statement(location="Athens")).data


@pytest.fixture(scope="session")
def twice_signed_docx(signed_docx: bytes, grace: IdentitySigner) -> bytes:
    return grace.sign_word(signed_docx, statement("Reviewed")).data


@pytest.fixture
def verify_bytes(tmp_path: Path) -> Verify:
    """Return a function that writes bytes to a file and verifies it."""

    def check(
        data: bytes, *trusted: bytes, name: str = "plan", required: Required = ALL
    ) -> VerificationReport:
        path = tmp_path / name
        path.write_bytes(data)
        return verify(path, trusted, required)

    return check
