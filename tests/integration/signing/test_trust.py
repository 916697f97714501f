import datetime as dt

import pytest

from app.services.proving.slots import NONE
from app.services.verifying import Trust, Verdict
from app.signing.certificates import der
from app.signing.signer import IdentitySigner
from app.signing.trust import certificate_problems, trust_in
from tests.integration.signing.samples import CREATED, FONT, SIGNED, made_identity, statement


@pytest.fixture(scope="module")
def authority():
    return made_identity(name="Meridian CA", usage="key_cert_sign", ca=True)


@pytest.fixture(scope="module")
def issued(authority):
    return made_identity(name="Grace Hopper", issuer=authority)


def trust(identity, *trusted, moment=SIGNED):
    certificates = [each.certificate for each in trusted]
    return trust_in(identity.certificate, identity.issuers, certificates, moment)


def test_a_supplied_certificate_is_trusted(issued):
    assert trust(issued, issued) is Trust.SUPPLIED


def test_a_supplied_issuer_is_trusted(issued, authority):
    assert trust(issued, authority) is Trust.ISSUER_SUPPLIED


def test_an_issuer_that_only_came_along_proves_nothing(issued):
    assert trust(issued) is Trust.NONE


def test_another_authority_of_the_same_name_proves_nothing(issued):
    impostor = made_identity(name="Meridian CA", usage="key_cert_sign", ca=True)

    assert trust(issued, impostor) is Trust.NONE


def test_another_certificate_of_the_same_name_proves_nothing():
    assert trust(made_identity(), made_identity()) is Trust.NONE


def test_a_certificate_that_is_no_authority_cannot_vouch_for_another():
    holder = made_identity(name="Mallory")
    forged = made_identity(name="Ada Lovelace", issuer=holder)

    assert trust(forged, holder) is Trust.NONE


def test_an_expired_chain_is_not_trusted(issued, authority):
    later = CREATED + dt.timedelta(days=4000)

    assert trust(issued, authority, moment=later) is Trust.NONE


def test_both_formats_follow_the_chain(issued, authority, plain_pdf, plain_docx, verify_bytes):
    signer = IdentitySigner(issued, FONT)
    pdf = signer.sign_pdf(plain_pdf, statement(), field="Seal").data
    word = signer.sign_word(plain_docx, statement()).data

    for data in (pdf, word):
        report = verify_bytes(data, der(authority.certificate), required=NONE)
        assert report.verdict is Verdict.VALID
        assert report.signatures[0].trust is Trust.ISSUER_SUPPLIED
        assert report.signatures[0].level == (
            "advanced, certificate issued by another party, checked against the issuer you supplied"
        )


def test_a_certificate_without_faults_has_no_problems(issued):
    assert certificate_problems(issued.certificate, SIGNED) == []


def test_a_short_key_is_a_problem():
    from cryptography.hazmat.primitives.asymmetric import rsa

    weak = made_identity(key=rsa.generate_private_key(65537, 1024))

    assert "shorter than 2048" in " ".join(certificate_problems(weak.certificate, None))
