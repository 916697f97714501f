"""Revocation lists and OCSP answers that a file carries along."""

import datetime as dt

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.x509 import ocsp
from cryptography.x509.oid import ExtendedKeyUsageOID

from app.signing.validation_data import Proofs, is_proved, path_of, revoked_at
from tests.integration.signing.authorities import made_authority
from tests.integration.signing.samples import CREATED, private_key

LATER = CREATED + dt.timedelta(days=1)


@pytest.fixture(scope="module")
def person(authority):
    return authority.person()


@pytest.fixture(scope="module")
def path(authority, person):
    return path_of(person.certificate, [authority.root.certificate])


def lists(authority, *revoked):
    return Proofs(lists=(x509.load_der_x509_crl(authority.revocations(*revoked)),))


def answers(authority, person, status, signer=None, responder=None):
    gone = LATER if status is ocsp.OCSPCertStatus.REVOKED else None
    builder = ocsp.OCSPResponseBuilder().add_response(
        cert=person.certificate,
        issuer=authority.root.certificate,
        algorithm=hashes.SHA256(),
        cert_status=status,
        this_update=CREATED,
        next_update=None,
        revocation_time=gone,
        revocation_reason=None,
    )
    by = signer or authority.root
    builder = builder.responder_id(ocsp.OCSPResponderEncoding.HASH, by.certificate)
    if responder is not None:
        builder = builder.certificates([responder.certificate])
    return Proofs(answers=(builder.sign(private_key(by), hashes.SHA256()),))


def test_a_path_ends_at_the_last_issuer_known(authority, person, path):
    assert path == (person.certificate, authority.root.certificate)
    assert path_of(person.certificate, ()) == (person.certificate,)
    assert path_of(authority.root.certificate, path) == (authority.root.certificate,)


def test_a_list_of_the_issuer_proves(authority, path):
    assert is_proved(path, lists(authority))
    assert revoked_at(path, lists(authority)) is None


def test_a_list_tells_when_it_was_revoked(authority, person, path):
    proofs = lists(authority, person)

    assert is_proved(path, proofs)
    assert revoked_at(path, proofs) == LATER


def test_nothing_proves_nothing(authority, person, path):
    assert not is_proved(path, Proofs())
    assert not is_proved(path[:1], lists(authority))
    assert revoked_at(path, Proofs()) is None


def test_a_list_that_does_not_tell_of_the_certificate_proves_nothing(authority, person, path):
    made = authority.revocations(person, saying=[(x509.DeltaCRLIndicator(1), True)])
    proofs = Proofs(lists=(x509.load_der_x509_crl(made),))

    assert not is_proved(path, proofs)
    assert revoked_at(path, proofs) is None


def test_a_list_of_somebody_else_of_the_same_name_proves_nothing(person, path):
    other = made_authority()

    assert not is_proved(path, lists(other, person))
    assert revoked_at(path, lists(other, person)) is None


@pytest.mark.parametrize(
    ("status", "proved", "revoked"),
    [
        (ocsp.OCSPCertStatus.GOOD, True, None),
        (ocsp.OCSPCertStatus.REVOKED, True, LATER),
        (ocsp.OCSPCertStatus.UNKNOWN, False, None),
    ],
)
def test_an_answer_of_the_issuer_counts(authority, person, path, status, proved, revoked):
    proofs = answers(authority, person, status)

    assert is_proved(path, proofs) is proved
    assert revoked_at(path, proofs) == revoked


def test_an_answer_about_somebody_else_does_not_count(authority, path):
    assert not is_proved(
        path, answers(authority, authority.person("Eve"), ocsp.OCSPCertStatus.GOOD)
    )


def test_a_helper_that_the_issuer_certified_may_answer(authority, person, path):
    helper = authority.person("Helper", purposes=(ExtendedKeyUsageOID.OCSP_SIGNING.dotted_string,))

    assert is_proved(path, answers(authority, person, ocsp.OCSPCertStatus.GOOD, helper, helper))


def test_nobody_else_may_answer(authority, person, path):
    eve = authority.person("Eve")
    stranger = made_authority().person(
        "Helper", purposes=(ExtendedKeyUsageOID.OCSP_SIGNING.dotted_string,)
    )

    for signer, responder in ((eve, None), (eve, eve), (stranger, stranger)):
        proofs = answers(authority, person, ocsp.OCSPCertStatus.REVOKED, signer, responder)
        assert not is_proved(path, proofs)
        assert revoked_at(path, proofs) is None


def test_an_answer_that_tells_no_status_is_passed_over(authority, path):
    refused = ocsp.OCSPResponseBuilder.build_unsuccessful(ocsp.OCSPResponseStatus.TRY_LATER)

    assert not is_proved(path, Proofs(answers=(refused,)))
