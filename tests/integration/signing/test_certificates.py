import subprocess

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from app.signing.certificates import facts_of, fingerprint, may_issue, may_sign, read_trusted
from app.signing.errors import NotACertificateError
from tests.integration.signing.samples import made_identity


def test_fingerprint_and_serial_are_as_openssl_prints_them(identity_file, tool):
    public = identity_file.with_suffix(".crt")
    facts = facts_of(read_trusted([public.read_bytes()])[0])

    command = [tool("openssl"), "x509", "-in", str(public), "-noout", "-serial", "-fingerprint"]

    printed = subprocess.run([*command, "-sha256"], capture_output=True, text=True, check=True)

    assert f"serial={facts.serial}" in printed.stdout
    assert f"={facts.fingerprint}" in printed.stdout


def test_a_holder_without_a_common_name_is_named_by_the_subject():
    certificate = made_identity(name="Ada").certificate

    assert facts_of(certificate).name == "Ada"
    assert facts_of(certificate).email == ""
    assert facts_of(certificate).organisation == ""


def test_trusted_certificates_come_as_pem_bundles_or_der():
    one, two = made_identity().certificate, made_identity().certificate
    bundle = one.public_bytes(Encoding.PEM) + two.public_bytes(Encoding.PEM)

    assert read_trusted([bundle, one.public_bytes(Encoding.DER)]) == (one, two, one)


@pytest.mark.parametrize("blob", [b"", b"x", b"-----BEGIN CERTIFICATE-----\nAA\n"])
def test_what_is_no_certificate_is_refused(blob):
    with pytest.raises(NotACertificateError):
        read_trusted([blob])


def test_a_person_may_sign_but_not_issue():
    certificate = made_identity().certificate

    assert may_sign(certificate)
    assert not may_issue(certificate)
    assert len(fingerprint(certificate).split(":")) == 32
