import pytest
from cryptography.x509 import load_pem_x509_certificate

from app.signing.signer_certificates import carried_certificates
from tests.integration.signing.samples import SIGNED


def names(data: bytes) -> list[str]:
    return [one.facts.name for one in carried_certificates(data)]


def test_whoever_signed_is_found_in_every_kind_of_file(
    approved_pdf, twice_signed_docx, ada, identity_file
):
    detached = ada.sign_text(b"text", SIGNED)

    assert names(approved_pdf) == ["Ada Lovelace", "Grace Hopper"]
    assert names(twice_signed_docx) == ["Ada Lovelace", "Grace Hopper"]
    (own,) = carried_certificates(detached)
    assert load_pem_x509_certificate(own.pem) == load_pem_x509_certificate(
        identity_file.with_suffix(".crt").read_bytes()
    )
    assert own.facts == ada.facts


def test_who_signed_twice_is_told_once(approved_pdf, ada):
    from tests.integration.signing.samples import statement

    again = ada.sign_pdf(approved_pdf, statement("Reviewed"), field="Reviewer").data

    assert names(again) == ["Ada Lovelace", "Grace Hopper"]


def test_what_nobody_signed_has_none(plain_pdf, plain_docx):
    assert names(plain_pdf) == names(plain_docx) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"%PDF-1.7 garbage", b"PK\x03\x04 garbage", b"\x30\x80", bytes(1000), b"{}"],
)
def test_what_cannot_be_read_has_none(data):
    assert carried_certificates(data) == ()


def test_damage_anywhere_raises_nothing(approved_pdf, twice_signed_docx, ada):
    detached = ada.sign_text(b"text", SIGNED)
    for data in (approved_pdf, twice_signed_docx, detached):
        for part in range(1, 20):
            at = len(data) * part // 20
            carried_certificates(data[:at])
            carried_certificates(data[:at] + b"\xff" + data[at + 1 :])
