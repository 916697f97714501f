"""Time stamps of RFC 3161: asked for, and believed only where a verifier will believe them.

Whether the authority is to be trusted is the verifier's business. Imports pyHanko; itself imported
only from inside the functions of `app.signing`.
"""

import hashlib
import secrets
from datetime import datetime

from asn1crypto import cms, core, tsp

from app.signing.errors import TimeStampError
from app.signing.stamp_check import check_stamp
from app.signing.web_request import Question, WebRequestError, ask, host_of

_QUERY = "application/timestamp-query"
_GRANTED = frozenset({0, 1})
"""PKIStatus: granted, and granted with modifications."""
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError)
"""What asn1crypto lets escape for bytes that are no time stamp."""


def token_for(message: bytes, authority: str, claimed: datetime | None = None) -> bytes:
    """A time stamp over `message` from the server at `authority`: a CMS ContentInfo in DER.

    `claimed` is when the signer says to have signed; a stamp that belies it is refused.

    Raises:
        TimeStampError: There is none that proves when `message` existed.
    """
    return token_for_digest(hashlib.sha256(message).digest(), authority, claimed)


def token_for_digest(digest: bytes, authority: str, claimed: datetime | None = None) -> bytes:
    """The same over the SHA-256 digest of a message.

    Raises:
        TimeStampError: There is none that proves when the message existed.
    """
    nonce = secrets.randbits(64)
    try:
        answer = ask(Question(authority, _query(digest, nonce), _QUERY))
    except WebRequestError as error:
        raise TimeStampError(f"There is no time stamp, because {error}.") from error
    try:
        token = _token(answer, nonce)
    except _UNREADABLE as error:
        raise TimeStampError(
            f"There is no time stamp, because the answer of {host_of(authority)} cannot be read."
        ) from error
    except _BadAnswerError as error:
        raise TimeStampError(
            f"There is no time stamp, because {host_of(authority)} {error}."
        ) from error
    _check(token, digest, claimed)
    return token


def unstamped(error: TimeStampError) -> str:
    """The remark for a signature that had to do without a time stamp."""
    return f"{error.message} The signature holds without one, which can be added later."


class _BadAnswerError(Exception):
    """Why an answer is no proof; the text goes on from the name of the server."""


def _query(digest: bytes, nonce: int) -> bytes:
    imprint = {"hash_algorithm": {"algorithm": "sha256"}, "hashed_message": digest}
    request = {"version": 1, "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    return bytes(tsp.TimeStampReq(request).dump())


def _token(answer: bytes, nonce: int) -> bytes:
    if core.Sequence.load(answer, strict=True)[0][0].native not in _GRANTED:
        raise _BadAnswerError("refused")  # and sends no token, which asn1crypto insists on
    token: cms.ContentInfo = tsp.TimeStampResp.load(answer)["time_stamp_token"]
    if token["content"]["encap_content_info"]["content"].parsed["nonce"].native != nonce:
        raise _BadAnswerError("answered another question")
    return bytes(token.dump())


def _check(token: bytes, digest: bytes, claimed: datetime | None) -> None:
    def digest_by(name: str) -> bytes:
        return digest if name == "sha256" else b""

    problems = check_stamp(token, digest_by, (), claimed).report.problems
    if problems:
        raise TimeStampError(f"There is no time stamp that would be believed. {problems[0]}")
