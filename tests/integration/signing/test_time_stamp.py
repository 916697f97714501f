import hashlib
import subprocess
from datetime import timedelta

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.serialization import Encoding

from app.signing.errors import TimeStampError
from app.signing.stamp_check import check_stamp, digest_of
from app.signing.time_stamp import token_for, token_for_digest, unstamped
from tests.integration.signing.authorities import STAMPED


def test_a_stamp_vouches_for_the_message_and_the_time(server):
    token = token_for(b"the plan", server.at("/stamp"))

    checked = check_stamp(token, digest_of(b"the plan"), ())
    assert checked.report.at == STAMPED
    assert checked.report.authority == "Clock"
    assert checked.report.holds


def test_a_digest_is_stamped_as_its_message_is(server):
    token = token_for_digest(hashlib.sha256(b"the plan").digest(), server.at("/stamp"))

    assert check_stamp(token, digest_of(b"the plan"), ()).report.holds


def test_openssl_believes_the_stamp(server, authority, tmp_path, tool):
    (tmp_path / "token").write_bytes(token_for(b"the plan", server.at("/stamp")))
    (tmp_path / "plan").write_bytes(b"the plan")
    root = authority.root.certificate.public_bytes(Encoding.PEM)
    (tmp_path / "root.pem").write_bytes(root)

    done = subprocess.run(
        [
            *(tool("openssl"), "ts", "-verify", "-token_in", "-in", "token", "-data", "plan"),
            *("-CAfile", "root.pem", "-attime", str(int(STAMPED.timestamp()))),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/refuse", "refused"),
        ("/rubbish", "cannot be read"),
        ("/cut", "cannot be read"),
        ("/other-nonce", "another question"),
        ("/other-digest", "belongs to something else"),
        ("/no-purpose", "not one for time stamps"),
        ("/altered", "signature does not fit"),
        ("/elsewhere", "answered 302"),
        ("/endless", "too much"),
    ],
)
def test_what_proves_nothing_is_no_stamp(server, path, words):
    with pytest.raises(TimeStampError, match=words):
        token_for(b"the plan", server.at(path))


def test_a_server_that_is_down_is_named(server):
    with pytest.raises(TimeStampError, match=r"because 127\.0\.0\.1 could not be reached"):
        token_for(b"the plan", "http://127.0.0.1:1/")


def test_a_stamp_that_belies_the_signers_clock_is_refused(server):
    ahead = STAMPED + timedelta(hours=2)

    with pytest.raises(TimeStampError, match="later than its time stamp"):
        token_for(b"the plan", server.at("/stamp"), ahead)


def test_each_question_is_another_one(server):
    first, second = (
        cms.ContentInfo.load(token_for(b"the plan", server.at("/stamp"))) for _ in range(2)
    )

    nonces = {
        each["content"]["encap_content_info"]["content"].parsed["nonce"].native
        for each in (first, second)
    }
    assert len(nonces) == 2


def test_the_remark_says_that_a_stamp_can_be_added_later():
    remark = unstamped(TimeStampError("There is no time stamp, because it rains."))

    assert remark == (
        "There is no time stamp, because it rains. "
        "The signature holds without one, which can be added later."
    )
