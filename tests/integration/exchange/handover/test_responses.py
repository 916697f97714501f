import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.handover.responses import (
    LARGEST_RESPONSE,
    read_response,
    response_bytes,
    response_from,
)
from app.exchange.handover.strict import HandoverInvalid, HandoverTooNew, HandoverUnreadable
from app.services.approving.asking import ApprovalResponse
from tests.builders import QUICK

NAME = "rita.irplan-response"
RESPONSE = ApprovalResponse('{"by":"Zoë"}', b"\x30\x82\x00", "CN=Zoë,O=Ex", "AB:CD")


def stated(**changes: Any) -> bytes:
    return json.dumps(json.loads(response_bytes(RESPONSE)) | changes).encode()


def test_an_answer_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(response_bytes(RESPONSE))

    assert read_response(path) == RESPONSE


def test_an_answer_is_one_object_that_says_what_it_is():
    assert json.loads(response_bytes(RESPONSE)) == {
        "format": "irplan-approval-response/1",
        "statement": '{"by":"Zoë"}',
        "signature": base64.b64encode(b"\x30\x82\x00").decode(),
        "certificate": {"subject": "CN=Zoë,O=Ex", "fingerprint": "AB:CD"},
    }


@QUICK
@given(st.binary(min_size=1, max_size=300))
def test_any_signature_comes_back_to_the_byte(signature):
    made = ApprovalResponse("{}", signature)

    assert response_from(response_bytes(made), NAME) == made


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"format": "irplan-approval-request/1"}, "format: is not"),
        ({"format": "irplan-approval-response/01"}, "format: is not"),
        ({"format": None}, "format: is not"),
        ({"statement": {"by": "Zoë"}}, "statement: is not"),
        ({"statement": None}, "statement: is not"),
        ({"signature": ""}, "signature: is not"),
        ({"signature": "not base64!"}, "signature: is not"),
        ({"signature": "U0lH\n"}, "signature: is not"),
        ({"signature": "U0l"}, "signature: is not"),
        ({"signature": "Zoë="}, "signature: is not"),
        ({"signature": 7}, "signature: is not"),
        ({"certificate": "CN=Zoë"}, "certificate: is not"),
        ({"certificate": {"subject": "CN=Zoë"}}, "certificate: is not"),
        ({"certificate": {"subject": "a", "fingerprint": "b", "key": "c"}}, "certificate: is not"),
        ({"certificate": {"subject": 1, "fingerprint": "b"}}, "certificate: is not"),
        ({"approved": True}, "approved: is no part of it"),
        ({"statement": "I approve\u202e"}, r"U\+202E"),
        ({"signature": "A" * 100_004}, "100,004 characters"),
    ],
)
def test_what_is_no_answer_is_refused(changes, sentence):
    with pytest.raises(HandoverInvalid, match=sentence):
        response_from(stated(**changes), NAME)


def test_an_answer_of_a_newer_program_is_told():
    with pytest.raises(HandoverTooNew):
        response_from(stated(format="irplan-approval-response/2"), NAME)


def test_an_answer_beyond_its_limit_is_refused(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(b" " * (LARGEST_RESPONSE + 1))

    with pytest.raises(HandoverUnreadable, match="larger than 1 MB"):
        read_response(path)
