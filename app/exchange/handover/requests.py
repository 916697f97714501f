"""The file that asks a person on another machine for a review or an approval."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.chain import head_data, head_from
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed
from app.domain.plan.codec import FORMAT as PLAN_FORMAT
from app.domain.plan.codec import NotPlanData, canonical, plan_data, plan_from
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.exchange.handover.strict import (
    HandoverInvalid,
    check_format,
    is_text,
    missing_or_wrong,
    parsed,
    read_bytes,
)
from app.services.approving.asking import ASKED_FOR, ApprovalRequest, asked_of, document_name

FORMAT: Final = "irplan-approval-request/1"
SUFFIX: Final = ".irplan-request"

LARGEST_REQUEST = 50 << 20
"""Bytes."""

MOST_RECORDS = 50_000
"""Records of a plan; the largest plans have a tenth of that."""


def request_bytes(request: ApprovalRequest) -> bytes:
    """The file of a request, which was read again to be sure that the other side can.

    Raises:
        HandoverInvalid: the plan holds something that no such file can.
    """
    data = canonical(
        {
            "format": FORMAT,
            "plan": request.plan.id,
            "document": request.document,
            "version": request.version,
            "asked": request.asked.value,
            "of": request.of,
            "by": request.by,
            "content": request.content,
            "summary": request.summary,
            "material": request.material,
            "changes": list(request.changes),
            "audit_head": None if request.head is None else head_data(request.head),
            "made_at": request.made_at.isoformat(),
            "data": plan_data(request.plan),
        }
    )
    request_from(data, "The request")
    return data


def read_request(path: Path) -> ApprovalRequest:
    """The request in the file `path`.

    Raises:
        HandoverUnreadable: the file cannot be read as one JSON object.
        HandoverTooNew: a newer version of the program made it.
        HandoverInvalid: it is no request, or its parts contradict each other.
    """
    return request_from(read_bytes(path, LARGEST_REQUEST), path.name)


def request_from(data: bytes, name: str) -> ApprovalRequest:
    """The request that `data` spells; see `read_request`."""
    stated = parsed(data, name)
    check_format(stated, FORMAT, name)
    problems = missing_or_wrong(stated, _FIELDS)
    if problems:
        raise HandoverInvalid(name, tuple(problems))
    check_format(stated["data"], PLAN_FORMAT, name)
    plan = _plan(stated["data"], name)
    request = ApprovalRequest(
        plan=plan,
        document=stated["document"],
        version=stated["version"],
        asked=Deed(stated["asked"]),
        of=stated["of"],
        by=stated["by"],
        content=stated["content"],
        summary=stated["summary"],
        material=stated["material"],
        made_at=datetime.fromisoformat(stated["made_at"]),
        changes=tuple(stated["changes"]),
        head=head_from(stated["audit_head"]),
    )
    contradictions = tuple(_contradictions(request, stated["plan"]))
    if contradictions:
        raise HandoverInvalid(name, contradictions)
    return request


def _plan(data: dict[str, Any], name: str) -> Plan:
    rows = sum(len(data[kind.value]) for kind in Kind if isinstance(data.get(kind.value), list))
    if rows > MOST_RECORDS:
        raise HandoverInvalid(name, (f"data: has {rows:,} records; {MOST_RECORDS:,} is the most",))
    try:
        return plan_from(data)
    except NotPlanData as error:
        raise HandoverInvalid(name, tuple(f"data.{one}" for one in error.problems)) from error


def _contradictions(request: ApprovalRequest, plan_id: str) -> Iterator[str]:
    """Where what the request says is not what the plan in it says."""
    plan = request.plan
    if plan_id != plan.id:
        yield "plan: is not the plan in data"
    if request.content != matter(plan):
        yield "content: is not the hash of data"
    now = course(plan.acts.values())
    if now.open is None:
        yield "data: no version of the plan in it is in review"
        return
    submission = now.open.submission
    agreed = {
        "document": request.document == document_name(plan),
        "version": request.version == submission.version,
        "content": request.content == submission.content,
        "by": request.by == submission.by,
        "summary": request.summary == submission.reason,
        "material": request.material is submission.material,
        "asked": request.asked is asked_of(request.of, now.open.route),
        "audit_head": request.head is None or request.head.plan == plan.id,
    }
    yield from (f"{field}: is not what data says" for field, agrees in agreed.items() if not agrees)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(is_text, value))


def _is_moment(value: object) -> bool:
    try:
        return datetime.fromisoformat(str(value)).tzinfo is not None
    except ValueError:
        return False


def _is_asked(value: object) -> bool:
    return any(deed.value == value for deed in ASKED_FOR)


_FIELDS: Final[Mapping[str, Callable[[object], bool]]] = {
    "format": is_text,
    "plan": is_text,
    "document": is_text,
    "version": is_text,
    "asked": _is_asked,
    "of": is_text,
    "by": is_text,
    "content": is_text,
    "summary": is_text,
    "material": lambda value: isinstance(value, bool),
    "changes": _is_texts,
    "audit_head": lambda value: value is None or head_from(value) is not None,
    "made_at": _is_moment,
    "data": lambda value: isinstance(value, dict),
}
