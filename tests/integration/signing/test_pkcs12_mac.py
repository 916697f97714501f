import subprocess

import pytest
from asn1crypto import pkcs12 as asn1
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.serialization import PrivateFormat, pkcs12

from app.signing.pkcs12_mac import strengthened
from tests.integration.signing.samples import made_identity, private_key

PASSPHRASES = ["correct horse battery", "ορθό άλογο 🐴 μπαταρία", "x" * 100]


@pytest.fixture(scope="module")
def identity():
    return made_identity()


def pfx(identity, passphrase):
    encryption = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(2)
        .key_cert_algorithm(pkcs12.PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(hashes.SHA256())
        .build(passphrase.encode())
    )
    return pkcs12.serialize_key_and_certificates(
        b"x", private_key(identity), identity.certificate, None, encryption
    )


@pytest.mark.parametrize("passphrase", PASSPHRASES)
def test_the_strengthened_file_opens_with_the_same_passphrase(identity, passphrase):
    data = strengthened(pfx(identity, passphrase), passphrase, 1_000)

    assert asn1.Pfx.load(data)["mac_data"]["iterations"].native == 1_000
    bundle = pkcs12.load_pkcs12(data, passphrase.encode())
    assert bundle.cert is not None
    assert bundle.cert.certificate == identity.certificate


def test_the_strengthened_file_does_not_open_with_another(identity):
    data = strengthened(pfx(identity, "right"), "wrong", 1_000)

    with pytest.raises(ValueError, match="password"):
        pkcs12.load_pkcs12(data, b"right")


def test_openssl_opens_the_file_with_its_600000_rounds(identity_file, tool):
    command = [tool("openssl"), "pkcs12", "-in", str(identity_file), "-info", "-nodes"]

    done = subprocess.run(
        [*command, "-passin", "pass:correct horse battery"], capture_output=True, check=True
    )

    assert b"MAC: sha256, Iteration 600000" in done.stderr
    assert b"Iteration 600000, PRF hmacWithSHA256" in done.stderr
    assert b"BEGIN CERTIFICATE" in done.stdout
