import re

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509 import load_pem_x509_certificate

from app.cli.exits import FAILED
from tests.integration.cli.running import irplan

WHO = ("--name", "Anna Keller", "--email", "anna@example.org", "--organisation", "Example Ltd")


def test_an_identity_and_its_certificate_are_made(tmp_path, secret):
    out = tmp_path / "anna.p12"

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", secret)

    assert (run.code, run.err) == (0, "")
    key, certificate, _ = pkcs12.load_key_and_certificates(
        out.read_bytes(), b"correct horse battery"
    )
    assert key is not None
    assert certificate == load_pem_x509_certificate(out.with_suffix(".crt").read_bytes())
    assert certificate is not None
    (printed,) = re.findall(r"fingerprint: ([0-9A-F:]+)$", run.out, re.MULTILINE)
    assert bytes.fromhex(printed.replace(":", "")) == certificate.fingerprint(SHA256())


def test_an_existing_identity_is_never_overwritten(tmp_path, secret):
    out = tmp_path / "anna.p12"
    out.write_bytes(b"precious")

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", secret)

    assert run.code == FAILED
    assert out.read_bytes() == b"precious"


def test_without_a_passphrase_nothing_is_made(tmp_path):
    out = tmp_path / "anna.p12"

    run = irplan("identity", "new", *WHO, "--out", out, "--passphrase-file", tmp_path / "none")

    assert run.code == FAILED
    assert run.err.startswith("irplan: signing.passphrase-missing: ")
    assert list(tmp_path.iterdir()) == []
