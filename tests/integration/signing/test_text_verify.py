"""What the verifier of texts finds, and what it refuses."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from asn1crypto import cms
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.text_signatures import TextSignature, TextVerifier
from app.services.verifying import Trust
from app.signing import verify_text as verify
from app.signing.certificates import der, fingerprint
from app.signing.errors import NotACertificateError
from app.signing.identity import Identity
from app.signing.signing_key import SoftwareKey
from app.signing.text_sign import sign_text
from app.signing.text_verify import (
    CLOCK_SLACK,
    MAX_CERTIFICATE_BYTES,
    MAX_SIGNATURE_BYTES,
    verify_text,
)
from tests.integration.signing.samples import CREATED, SIGNED, made_identity, private_key

TEXT = b"I approve."
ADA = made_identity(key=ec.generate_private_key(ec.SECP256R1()))
SIGNATURE = sign_text(TEXT, ADA, SIGNED)


def found(signature: bytes = SIGNATURE, text: bytes = TEXT, **changes: object) -> TextSignature:
    values = {"trusted": (), "at": SIGNED, **changes}
    return verify_text(text, signature, **values)  # type: ignore[arg-type]


def changed(change: Callable[[cms.SignedData], object], signature: bytes = SIGNATURE) -> bytes:
    """The signature with something in its structure made otherwise."""
    info = cms.ContentInfo.load(signature)
    change(info["content"])
    return bytes(info.dump(force=True))


def refused(signature: bytes, why: str) -> None:
    """Nothing of such a signature is believed, not even its certificate."""
    report = found(signature)
    assert not report.holds
    assert report.certificate is None
    assert report.problems == (f"The signature cannot be relied on: {why}.",)


@pytest.mark.parametrize(
    "key",
    [
        rsa.generate_private_key(65537, 2048),
        ec.generate_private_key(ec.SECP256R1()),
        ec.generate_private_key(ec.SECP384R1()),
    ],
)
def test_a_signature_holds_and_says_whose_it_is(key):
    ada = made_identity(key=key)

    report = found(sign_text(TEXT, ada, SIGNED))

    assert report.holds
    assert report.problems == ()
    assert report.signed_at == SIGNED
    assert report.trust is Trust.NONE
    assert report.certificate is not None
    assert report.certificate.fingerprint == fingerprint(ada.certificate)
    assert report.certificate.self_signed


def test_another_text_is_told():
    report = found(text=TEXT + b" ")

    assert not report.intact
    assert report.problems == ("What was signed is another text: its digest differs.",)


def test_a_value_of_another_key_is_told():
    def swap(signed: cms.SignedData) -> None:
        other = cms.ContentInfo.load(sign_text(TEXT, ADA, SIGNED + timedelta(hours=1)))
        [theirs] = other["content"]["signer_infos"]
        signed["signer_infos"][0]["signature"] = theirs["signature"].native

    report = found(changed(swap))

    assert not report.intact
    assert report.problems == ("The signature value does not fit the certificate's key.",)


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SIGNATURE) * 8 - 1))
def test_no_flipped_bit_passes_for_another_signer_or_time(place):
    data = bytearray(SIGNATURE)
    data[place // 8] ^= 1 << place % 8

    report = found(bytes(data))

    if report.holds:  # bits that say nothing, such as of an algorithm's absent parameters
        assert report.certificate == found().certificate
        assert report.signed_at == SIGNED


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400), st.integers(0, len(SIGNATURE)))
def test_what_is_no_signature_is_a_report_and_no_crash(noise, cut):
    for data in (noise, SIGNATURE[:cut] + noise, noise + SIGNATURE):
        if data != SIGNATURE:
            assert not found(data).holds


@pytest.mark.parametrize("end", [b"\0", b"\n", SIGNATURE])
def test_trailing_bytes_are_refused(end):
    refused(SIGNATURE + end, "it cannot be read")


@pytest.mark.parametrize("signature", [b"", b"\x30", b"not DER", b"\x30\x80\x00\x00"])
def test_what_cannot_be_read_is_refused(signature):
    refused(signature, "it cannot be read")


def test_an_oversized_signature_is_not_even_parsed():
    refused(b"\x30" * (MAX_SIGNATURE_BYTES + 1), "it is larger than any signature")


def test_an_oversized_certificate_is_refused():
    long = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3"), b"x" * MAX_CERTIFICATE_BYTES)
    refused(sign_text(TEXT, with_extension(long), SIGNED), "one of its certificates is too large")


def with_extension(extension: x509.UnrecognizedExtension) -> Identity:
    from cryptography.hazmat.primitives import hashes

    key = ec.generate_private_key(ec.SECP256R1())
    name = ADA.certificate.subject
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(CREATED)
        .not_valid_after(CREATED + timedelta(days=3650))
        .add_extension(extension, critical=False)
    )
    return Identity(SoftwareKey(key), builder.sign(key, hashes.SHA256()))


def test_content_inside_the_signature_is_refused():
    def enclose(signed: cms.SignedData) -> None:
        signed["encap_content_info"] = {"content_type": "data", "content": TEXT}

    refused(changed(enclose), "it carries content of its own")


def test_two_signers_are_refused():
    def double(signed: cms.SignedData) -> None:
        signed["signer_infos"].append(signed["signer_infos"][0])

    refused(changed(double), "it has not exactly one signer")


def test_no_signer_is_refused():
    def empty(signed: cms.SignedData) -> None:
        signed["signer_infos"] = []

    refused(changed(empty), "it has not exactly one signer")


def test_a_crowd_of_certificates_is_refused():
    def crowd(signed: cms.SignedData) -> None:
        for _ in range(9):
            signed["certificates"].append(signed["certificates"][0])

    refused(changed(crowd), "it has no certificate, or too many")


def test_without_signed_attributes_it_is_refused():
    def bare(signed: cms.SignedData) -> None:
        del signed["signer_infos"][0]["signed_attrs"]

    refused(changed(bare), "it states neither time nor certificate under its value")


@pytest.mark.parametrize("missing", ["signing_time", "signing_certificate_v2"])
def test_without_time_or_certificate_under_its_value_it_is_refused(missing):
    def strip(signed: cms.SignedData) -> None:
        signer = signed["signer_infos"][0]
        kept = [one for one in signer["signed_attrs"] if one["type"].native != missing]
        signer["signed_attrs"] = cms.CMSAttributes(kept)

    refused(changed(strip), "it cannot be read")


@pytest.mark.parametrize("name", ["sha1", "md5"])
def test_a_digest_that_can_be_forged_is_refused(name):
    def weaken(signed: cms.SignedData) -> None:
        signed["signer_infos"][0]["digest_algorithm"] = {"algorithm": name}

    refused(changed(weaken), "its algorithm is unknown here, or its digest can be forged")


@pytest.mark.parametrize("name", ["sha1_ecdsa", "sha1_rsa", "dsa", "ed25519", "rsassa_pss"])
def test_a_value_of_another_kind_is_refused(name):
    def weaken(signed: cms.SignedData) -> None:
        signed["signer_infos"][0]["signature_algorithm"] = {"algorithm": name}

    refused(changed(weaken), "its algorithm is unknown here, or its digest can be forged")


def test_two_digests_at_once_are_refused():
    def mix(signed: cms.SignedData) -> None:
        signed["signer_infos"][0]["signature_algorithm"] = {"algorithm": "sha384_ecdsa"}

    refused(changed(mix), "it names two different digests")


def test_a_structure_that_is_no_signature_is_refused():
    other = cms.ContentInfo({"content_type": "data", "content": TEXT}).dump()

    refused(other, "it is no signature")


def test_another_certificate_of_the_same_key_cannot_take_its_place():
    twin = made_identity(name="Eve", key=ADA.key)

    def replace(signed: cms.SignedData) -> None:
        made = cms.Certificate.load(der(twin.certificate))
        signed["certificates"] = [cms.CertificateChoices("certificate", made)]
        signed["signer_infos"][0]["sid"] = cms.SignerIdentifier(
            "issuer_and_serial_number",
            {"issuer": made.issuer, "serial_number": made.serial_number},
        )

    assert not found(changed(replace)).holds


@pytest.mark.parametrize(
    ("signed_at", "sentence"),
    [
        (CREATED - timedelta(seconds=1), "not valid at the time"),
        (CREATED + timedelta(days=31), "not valid at the time"),
    ],
)
def test_a_certificate_must_be_valid_when_it_signs(signed_at, sentence):
    ada = made_identity(days=30)

    report = found(sign_text(TEXT, ada, signed_at), at=signed_at)

    assert report.intact
    assert not report.holds
    assert sentence in report.problems[0]


def test_a_certificate_that_expired_since_is_no_problem():
    ada = made_identity(days=30)
    signature = sign_text(TEXT, ada, CREATED)

    assert found(signature, at=CREATED + timedelta(days=900)).holds


@pytest.mark.parametrize("usage", ["key_encipherment", "crl_sign"])
def test_a_certificate_for_something_else_is_told(usage):
    report = found(sign_text(TEXT, made_identity(usage=usage), SIGNED))

    assert report.problems == ("The certificate is not meant for signing documents.",)


def test_a_short_key_is_told():
    weak = made_identity(key=rsa.generate_private_key(65537, 1024))

    report = found(sign_text(TEXT, weak, SIGNED))

    assert report.problems == ("The signer's RSA key is shorter than 2048 bits.",)


@pytest.mark.parametrize(("ahead", "holds"), [(CLOCK_SLACK, True), (timedelta(hours=1), False)])
def test_a_time_in_the_future_is_told(ahead, holds):
    report = found(at=SIGNED - ahead)

    assert report.holds is holds
    assert ("in the future" in "".join(report.problems)) is not holds


def test_a_supplied_certificate_or_its_issuer_vouches():
    authority = made_identity(name="Authority", usage="key_cert_sign", ca=True)
    ada = made_identity(issuer=authority)
    signature = sign_text(TEXT, ada, SIGNED)

    assert found(signature, trusted=[ada.certificate]).trust is Trust.SUPPLIED
    assert found(signature, trusted=[authority.certificate]).trust is Trust.ISSUER_SUPPLIED
    assert found(signature, trusted=[ADA.certificate]).trust is Trust.NONE


def test_the_door_of_the_package_fits_the_port():
    door: TextVerifier = verify

    assert door(TEXT, SIGNATURE, SIGNED, [der(ADA.certificate)]).trust is Trust.SUPPLIED
    with pytest.raises(NotACertificateError):
        door(TEXT, SIGNATURE, SIGNED, [b"no certificate"])


def made_by_openssl(
    tool: Callable[[str], str], folder: Path, identity: Identity, *more: str
) -> bytes:
    pem = (Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(private_key(identity).private_bytes(*pem))
    (folder / "cert.pem").write_bytes(identity.certificate.public_bytes(Encoding.PEM))
    (folder / "text").write_bytes(TEXT)
    subprocess.run(
        [
            *(tool("openssl"), "cms", "-sign", "-binary", "-in", "text", "-outform", "DER"),
            *("-signer", "cert.pem", "-inkey", "key.pem", "-out", "signature.der", *more),
        ],
        cwd=folder,
        capture_output=True,
        check=True,
    )
    return (folder / "signature.der").read_bytes()


@pytest.mark.parametrize("key", [ADA.key, rsa.generate_private_key(65537, 2048)])
def test_a_signature_of_openssl_is_understood(tool, tmp_path, key):
    signature = made_by_openssl(tool, tmp_path, made_identity(key=key), "-cades", "-md", "sha256")

    report = verify_text(TEXT, signature, (), SIGNED + timedelta(days=3650))

    assert report.intact
    assert report.problems == ()


@pytest.mark.parametrize("more", [("-md", "sha1", "-cades"), ("-md", "sha256"), ("-noattr",)])
def test_a_weaker_signature_of_openssl_is_not(tool, tmp_path, more):
    signature = made_by_openssl(tool, tmp_path, ADA, *more)

    assert not verify_text(TEXT, signature, (), SIGNED + timedelta(days=3650)).holds
