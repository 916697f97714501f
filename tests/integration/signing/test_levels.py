import pytest

from app.services.signing import Level, Stamping
from app.signing.errors import CertificateRevokedError, RevocationError, TimeStampError
from app.signing.levels import evidence_for, sampled, without_stamp
from tests.integration.signing.authorities import STAMPED
from tests.integration.signing.samples import SIGNED, made_identity


def evidence(identity, *args, **kwargs):
    return evidence_for(identity, Stamping(*args, **kwargs), SIGNED)


@pytest.fixture
def crl(authority, tmp_path):
    file = tmp_path / "root.crl"
    file.write_bytes(authority.revocations())
    return file


def test_without_an_authority_a_signature_carries_nothing(authority):
    found = evidence(authority.person())

    assert (found.level, found.remarks, found.authority) == (Level.B_B, (), "")


def test_who_wants_no_stamp_gets_none(authority, server):
    found = evidence(authority.person(), server.at("/stamp"), Level.B_B)

    assert (found.level, found.remarks, server.asked) == (Level.B_B, (), [])


def test_an_authority_that_answers_gives_a_stamp(authority, server):
    found = evidence(authority.person(), server.at("/stamp"))

    assert (found.level, found.remarks) == (Level.B_T, ())
    assert found.authority == server.at("/stamp")


@pytest.mark.parametrize("path", ["/refuse", "/rubbish", "/no-purpose"])
@pytest.mark.parametrize("level", [Level.B_T, Level.B_LT, Level.B_LTA])
def test_an_authority_that_fails_is_remarked(authority, server, crl, path, level):
    found = evidence(authority.person(), server.at(path), level, (crl,))

    assert (found.level, found.authority) == (Level.B_B, "")
    (remark,) = found.remarks
    assert "can be added later" in remark


@pytest.mark.parametrize("level", [Level.B_LT, Level.B_LTA])
def test_proof_is_carried_where_there_is_some(authority, server, crl, level):
    ada = authority.person()

    found = evidence(ada, server.at("/stamp"), level, (crl,))

    assert (found.level, found.remarks) == (level, ())
    assert found.proof.certificates == (
        ada.certificate,
        authority.root.certificate,
        authority.clock.certificate,
    )


def test_a_signer_whom_nobody_can_revoke_reaches_a_level_less(server, crl):
    found = evidence(made_identity(), server.at("/stamp"), Level.B_LT, (crl,))

    assert found.level is Level.B_T
    assert found.remarks == (
        "The signature reaches B-T instead of B-LT, because the certificate of Ada Lovelace is "
        "self-signed, and nobody could revoke it.",
    )


def test_a_lasting_level_needs_an_authority(authority):
    found = evidence(authority.person(), level=Level.B_LTA)

    assert found.level is Level.B_B
    assert "no time-stamp server is named" in found.remarks[0]


def test_a_revoked_signer_is_refused(authority, server, tmp_path):
    ada, file = authority.person(), tmp_path / "root.crl"
    file.write_bytes(authority.revocations(ada))

    with pytest.raises(CertificateRevokedError):
        evidence(ada, server.at("/stamp"), Level.B_LT, revocation=(file,))


def test_a_revoked_authority_is_remarked(authority, server, tmp_path):
    file = tmp_path / "root.crl"
    file.write_bytes(authority.revocations(authority.clock))

    found = evidence(authority.person(), server.at("/stamp"), Level.B_LT, revocation=(file,))

    assert found.level is Level.B_T
    assert "time-stamp server's certificate was revoked" in found.remarks[0]


def test_a_list_that_cannot_be_read_is_refused_whatever_the_level(authority, tmp_path):
    with pytest.raises(RevocationError):
        evidence(authority.person(), revocation=(tmp_path / "missing.crl",))


def test_an_authority_that_fails_in_between_leaves_the_plain_signature(authority, server):
    found = evidence(authority.person(), server.at("/stamp"))

    left = without_stamp(found, TimeStampError("It rains."))

    assert (left.level, left.at, left.authority) == (Level.B_B, SIGNED, "")
    assert left.remarks[0].startswith("It rains.")


def test_a_sample_has_the_time_of_its_authority(server):
    assert sampled(server.at("/stamp")).at == STAMPED


def test_nobody_to_ask_gives_no_sample():
    with pytest.raises(TimeStampError, match="no time-stamp server is named"):
        sampled("")
