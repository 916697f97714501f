import stat
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa

from app.services.signing import IdentityRequest
from app.signing.errors import (
    IdentityDetailError,
    IdentityExistsError,
    IdentityNotWrittenError,
    PassphraseTooShortError,
)
from app.signing.identity_making import create_identity
from tests.integration.signing.samples import CREATED, PASSPHRASE

REQUEST = IdentityRequest("Ada Lovelace", "ada@example.org", "Meridian")


@pytest.fixture(scope="module")
def certificate(identity_file: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(identity_file.with_suffix(".crt").read_bytes())


def test_only_the_owner_may_read_the_key(identity_file):
    assert stat.S_IMODE(identity_file.stat().st_mode) == 0o600


def test_nothing_but_the_two_files_is_left_behind(identity_file):
    assert sorted(file.name for file in identity_file.parent.iterdir()) == ["ada.crt", "ada.p12"]


def test_the_key_is_derived_by_600000_rounds_of_hmac_sha256(identity_file):
    from asn1crypto import pkcs12

    pfx = pkcs12.Pfx.load(identity_file.read_bytes())

    assert pfx["mac_data"]["iterations"].native == 600_000
    assert pfx["mac_data"]["mac"]["digest_algorithm"]["algorithm"].native == "sha256"
    content = pfx.authenticated_safe[0]["content"]["encrypted_content_info"]
    algorithm = content["content_encryption_algorithm"]
    assert algorithm.kdf_iterations == 600_000
    assert (algorithm.kdf_hmac, algorithm.encryption_cipher) == ("sha256", "aes")


def test_the_certificate_is_for_signing_documents_and_nothing_else(certificate):
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    purposes = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value

    assert usage.digital_signature
    assert usage.content_commitment
    assert not usage.key_encipherment
    assert not usage.key_cert_sign
    assert [each.dotted_string for each in purposes] == [
        "1.3.6.1.5.5.7.3.36",
        "1.3.6.1.5.5.7.3.4",
    ]


def test_the_certificate_names_its_holder(certificate):
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value

    assert certificate.subject.rfc4514_string() == (
        "CN=Ada Lovelace,OU=Security,O=Meridian Grid Co-operative,C=GB"
    )
    assert names.get_values_for_type(x509.RFC822Name) == ["ada@example.org"]


def test_the_certificate_lasts_three_years_from_the_given_moment(certificate):
    assert certificate.not_valid_before_utc == CREATED
    assert certificate.not_valid_after_utc.isoformat() == "2029-01-02T03:04:04+00:00"


def test_the_key_is_rsa_of_3072_bits(certificate):
    key = certificate.public_key()

    assert isinstance(key, rsa.RSAPublicKey)
    assert key.key_size == 3072


def test_a_name_that_no_disk_takes_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(IdentityNotWrittenError):
        create_identity(REQUEST, tmp_path / f"{'x' * 300}.p12", PASSPHRASE, CREATED)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("existing", ["ada.p12", "ada.crt"])
def test_an_existing_file_is_never_replaced(tmp_path, existing):
    (tmp_path / existing).write_text("precious")

    with pytest.raises(IdentityExistsError):
        create_identity(REQUEST, tmp_path / "ada.p12", PASSPHRASE, CREATED)

    assert (tmp_path / existing).read_text() == "precious"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "x" * 65),
        ("name", "Ada\nLovelace"),
        ("organisation", ""),
        ("email", "ada"),
        ("email", "ada@exämple.org"),
        ("country", "England"),
        ("country", "gb"),
        ("years", 0),
        ("years", 11),
    ],
)
def test_a_detail_that_cannot_go_into_a_certificate_is_named(tmp_path, field, value):
    request = replace(REQUEST, **{field: value})

    with pytest.raises(IdentityDetailError) as caught:
        create_identity(request, tmp_path / "ada.p12", PASSPHRASE, CREATED)

    assert caught.value.params["field"] == field


def test_a_short_passphrase_is_refused(tmp_path):
    with pytest.raises(PassphraseTooShortError):
        create_identity(REQUEST, tmp_path / "ada.p12", "secret", CREATED)


def test_a_missing_folder_is_said_so(tmp_path):
    with pytest.raises(IdentityNotWrittenError, match="choose another folder"):
        create_identity(REQUEST, tmp_path / "gone" / "ada.p12", PASSPHRASE, CREATED)


def test_an_identity_made_on_a_leap_day_ends_on_28_february(tmp_path):
    leap_day = CREATED.replace(year=2028, month=2, day=29)

    facts = create_identity(REQUEST, tmp_path / "ada.p12", PASSPHRASE, leap_day)

    assert facts.valid_until.date().isoformat() == "2031-02-28"
