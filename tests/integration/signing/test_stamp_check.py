"""Time stamps: what they stamp, who made them, when."""

import datetime as dt

import pytest
from asn1crypto import cms, tsp
from cryptography.hazmat.primitives.asymmetric import rsa

from app.services.verifying import Trust
from app.signing.stamp_check import check_stamp, digest_of
from tests.integration.signing.authorities import STAMPED
from tests.integration.signing.samples import TIME_STAMPING, made_identity

MESSAGE = b"what was signed"


def query(digest="sha256", message=MESSAGE):
    imprint = {
        "hash_algorithm": {"algorithm": digest},
        "hashed_message": digest_of(message)(digest),
    }
    request = {"version": 1, "message_imprint": imprint, "nonce": 5, "cert_req": True}
    return tsp.TimeStampReq(request).dump()


def token(authority, clock=None, **changes):
    answer = tsp.TimeStampResp.load(authority.answer(query(**changes), clock))
    return answer["time_stamp_token"].dump()


def checked(stamp, trusted=(), claimed=None):
    return check_stamp(stamp, digest_of(MESSAGE), trusted, claimed).report


def test_a_sound_stamp_tells_time_and_authority(authority):
    report = checked(token(authority))

    assert report.holds
    assert (report.at, report.authority, report.trust) == (STAMPED, "Clock", Trust.NONE)


def test_the_authority_is_vouched_for_by_itself_or_by_its_issuer(authority):
    root, clock = authority.root.certificate, authority.clock.certificate

    assert checked(token(authority), [root]).trust is Trust.ISSUER_SUPPLIED
    assert checked(token(authority), [clock]).trust is Trust.SUPPLIED


def test_a_stamp_over_something_else_is_told(authority):
    report = checked(token(authority, message=b"something else"))

    assert "belongs to something else" in report.problems[0]


@pytest.mark.parametrize("at", [-3, -200])
def test_an_altered_stamp_does_not_hold(authority, at):
    altered = bytearray(token(authority))
    altered[at] ^= 1

    assert not checked(bytes(altered)).holds


def test_a_time_that_was_altered_does_not_hold(authority):
    stamp = token(authority)
    year = stamp.index(b"20261121")

    report = checked(stamp[:year] + b"20251121" + stamp[year + 8 :])

    assert not report.holds
    assert "altered" in " ".join(report.problems)


def test_only_an_authority_for_time_may_stamp(authority):
    person = authority.person("Eve")
    mixed = authority.person("Mixed", purposes=(TIME_STAMPING, "1.3.6.1.5.5.7.3.4"))

    for clock in (person, mixed):
        report = checked(token(authority, clock))
        assert "not one for time stamps" in report.problems[0]


def test_an_authority_whose_certificate_was_over_does_not_count(authority):
    over = authority.person("Old clock", purposes=(TIME_STAMPING,), days=30)

    assert "not valid at the time" in checked(token(authority, over)).problems[0]


def test_a_key_that_is_too_short_does_not_count(authority):
    short = made_identity(
        name="Short", purposes=(TIME_STAMPING,), key=rsa.generate_private_key(65537, 1024)
    )

    assert "too short" in " ".join(checked(token(authority, short)).problems)


def test_a_digest_that_can_be_forged_does_not_count(authority):
    assert "can be forged" in " ".join(checked(token(authority, digest="sha1")).problems)


@pytest.mark.parametrize(("minutes", "holds"), [(-600, True), (0, True), (4, True), (6, False)])
def test_nobody_signs_after_the_stamp(authority, minutes, holds):
    claimed = STAMPED + dt.timedelta(minutes=minutes)

    assert checked(token(authority), claimed=claimed).holds is holds


@pytest.mark.parametrize("stamp", [b"", b"rubbish", b"\x30\x03\x02\x01\x05", b"\x30\x80" * 500])
def test_bytes_that_are_no_stamp_are_told(stamp):
    report = checked(stamp)

    assert not report.holds
    assert report.at is None


def test_every_cut_of_a_stamp_is_told(authority):
    whole = token(authority)

    assert not any(checked(whole[:length]).holds for length in range(0, len(whole), 37))


def test_more_after_the_stamp_is_told(authority):
    assert not checked(token(authority) + b"\0").holds


def test_a_stamp_without_certificate_is_told(authority):
    content = cms.ContentInfo.load(token(authority))
    content["content"]["certificates"] = []

    assert not checked(content.dump(force=True)).holds


@pytest.mark.parametrize("kind", ["data", "signed_data"])
def test_other_structures_are_no_stamps(kind, ada):
    if kind == "data":
        structure = cms.ContentInfo({"content_type": "data", "content": b"x"}).dump()
    else:
        structure = ada.sign_text(MESSAGE, STAMPED)

    assert not checked(structure).holds
