"""The file that brings a signed answer back."""

import base64
import binascii
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from app.domain.plan.codec import canonical
from app.exchange.handover.strict import (
    HandoverInvalid,
    check_format,
    is_text,
    missing_or_wrong,
    parsed,
    read_bytes,
)
from app.services.approving.asking import ApprovalResponse

FORMAT: Final = "irplan-approval-response/1"
SUFFIX: Final = ".irplan-response"

LARGEST_RESPONSE = 1 << 20
"""Bytes; an answer has a few kilobytes."""


def response_bytes(response: ApprovalResponse) -> bytes:
    """The file of an answer."""
    return canonical(
        {
            "format": FORMAT,
            "statement": response.statement,
            "signature": base64.b64encode(response.signature).decode(),
            "certificate": {"subject": response.subject, "fingerprint": response.fingerprint},
        }
    )


def read_response(path: Path) -> ApprovalResponse:
    """The answer in the file `path`; whether it holds is not looked at.

    Raises:
        HandoverUnreadable: the file cannot be read as one JSON object.
        HandoverTooNew: a newer version of the program made it.
        HandoverInvalid: it is no answer.
    """
    return response_from(read_bytes(path, LARGEST_RESPONSE), path.name)


def response_from(data: bytes, name: str) -> ApprovalResponse:
    """The answer that `data` spells; see `read_response`."""
    stated = parsed(data, name)
    check_format(stated, FORMAT, name)
    problems = missing_or_wrong(stated, _FIELDS)
    if problems:
        raise HandoverInvalid(name, tuple(problems))
    named = stated["certificate"]
    return ApprovalResponse(
        stated["statement"],
        base64.b64decode(stated["signature"]),
        named["subject"],
        named["fingerprint"],
    )


def _is_base64(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(base64.b64decode(value, validate=True))
    except (binascii.Error, ValueError):
        return False


def _is_certificate(value: object) -> bool:
    wanted = {"subject": is_text, "fingerprint": is_text}
    return isinstance(value, dict) and not missing_or_wrong(value, wanted)


_FIELDS: Final[Mapping[str, Callable[[object], bool]]] = {
    "format": is_text,
    "statement": is_text,
    "signature": _is_base64,
    "certificate": _is_certificate,
}
