import os
import sys
from datetime import timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from app.signing.errors import CertificateRevokedError, RevocationError
from app.signing.revocation import NoProofError, Proof, proof_for, read_lists
from tests.integration.signing.authorities import ISSUING
from tests.integration.signing.samples import CREATED, SIGNED, made_identity

AT = SIGNED


def lists_of(*blobs):
    return tuple(x509.load_der_x509_crl(each) for each in blobs)


def proof(identity, *blobs, at=AT):
    return proof_for(identity.certificate, identity.issuers, lists_of(*blobs), at)


def test_a_list_of_the_issuer_clears_a_certificate(authority):
    ada = authority.person()

    found = proof(ada, authority.revocations())

    assert found.certificates == (ada.certificate, authority.root.certificate)
    assert found.lists == lists_of(authority.revocations())


def test_a_revoked_certificate_is_refused(authority):
    ada = authority.person()

    with pytest.raises(CertificateRevokedError, match="Ada Lovelace was revoked on 2026-01-03"):
        proof(ada, authority.revocations(ada))


def test_what_is_revoked_later_was_not_revoked_then(authority):
    ada = authority.person()

    found = proof(ada, authority.revocations(ada), at=CREATED + timedelta(hours=1))

    assert found.lists


def test_a_list_of_others_says_nothing_of_this_one(authority):
    assert proof(authority.person(), authority.revocations(authority.person("Grace"))).lists


def test_a_self_signed_certificate_has_no_proof():
    with pytest.raises(NoProofError, match="self-signed"):
        proof(made_identity())


def test_an_issuer_that_is_missing_leaves_no_proof(authority):
    ada = authority.person()

    with pytest.raises(NoProofError, match="issued that of Ada Lovelace is missing"):
        proof_for(ada.certificate, (), lists_of(authority.revocations()), AT)


def outdated(authority):
    return authority.revocations(until=CREATED + timedelta(days=7))


def by_another(authority):
    impostor = made_identity(name="Root", usage=ISSUING, ca=True)
    return type(authority)(impostor, authority.clock).revocations()


def of_another(authority):
    other = made_identity(name="Other root", usage=ISSUING, ca=True)
    return type(authority)(other, authority.clock).revocations()


def of_changes_alone(authority):
    return authority.revocations(saying=[(x509.DeltaCRLIndicator(1), True)])


@pytest.mark.parametrize("make", [outdated, by_another, of_another, of_changes_alone])
def test_a_list_that_cannot_speak_for_the_issuer_is_no_proof(authority, make):
    with pytest.raises(NoProofError, match="no valid revocation list of Root"):
        proof(authority.person(), make(authority))


def test_a_list_from_the_future_is_no_proof(authority):
    with pytest.raises(NoProofError):
        proof(authority.person(), authority.revocations(), at=CREATED - timedelta(days=1))


def test_a_list_is_fetched_where_the_certificate_says(authority, server):
    ada = authority.person(lists=server.at("/root.crl"))

    assert proof(ada).lists == lists_of(authority.revocations())
    assert server.asked == ["/root.crl"]


def test_a_list_at_hand_is_not_fetched(authority, server):
    ada = authority.person(lists=server.at("/root.crl"))

    proof(ada, authority.revocations())

    assert server.asked == []


@pytest.mark.parametrize("path", ["/missing.crl", "/silent-never-asked"])
def test_a_list_that_cannot_be_fetched_is_no_proof(authority, server, path):
    with pytest.raises(NoProofError):
        proof(authority.person(lists=server.at(path)))


def test_addresses_that_are_not_of_the_web_are_not_asked(authority, tmp_path):
    file = tmp_path / "root.crl"
    file.write_bytes(authority.revocations())

    with pytest.raises(NoProofError):
        proof(authority.person(lists=file.as_uri()))


def test_files_are_read_in_both_encodings(authority, tmp_path):
    binary, text = tmp_path / "a.crl", tmp_path / "b.crl"
    binary.write_bytes(authority.revocations())
    (made,) = lists_of(authority.revocations())
    text.write_bytes(made.public_bytes(Encoding.PEM))

    assert read_lists([binary, text]) == (made, made)


@pytest.mark.parametrize("content", [b"", b"garbage", b"-----BEGIN X509 CRL-----\nAAAA\n"])
def test_a_file_that_is_no_list_is_named(tmp_path, content):
    file = tmp_path / "root.crl"
    file.write_bytes(content)

    with pytest.raises(RevocationError, match=r"root\.crl"):
        read_lists([file])


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "root.crl")

    with pytest.raises(RevocationError, match=r"root\.crl"):
        read_lists([tmp_path / "root.crl"])


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(RevocationError, match=r"root\.crl"):
        read_lists([tmp_path / "root.crl"])


def test_two_proofs_hold_each_thing_once(authority):
    one, two = (
        proof(each, authority.revocations()) for each in (authority.person(), authority.clock)
    )

    assert (one + two).lists == one.lists
    assert len((one + two).certificates) == 3
    assert Proof() + one == one
