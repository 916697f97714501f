"""A request about a small plan in review, as the author's program makes it."""

from dataclasses import replace

from app.domain.lifecycle.approving.course import course
from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Act, Deed, Route
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.services.approving.asking import ApprovalRequest
from tests.builders import NOON, person, plan_with, rid

ROUTE = Route(("Rita",), ("Carl", "Dora"))
PROFILE = Profile(document_id="IRP-1", document_title="Plan")


def in_review(*people: str) -> Plan:
    """A plan that was submitted."""
    records = [person(key) for key in people or ("ada",)]
    content = matter(plan_with(*records, profile=PROFILE))
    act = Act(rid("act-000001"), Deed.SUBMITTED, "1.0", "Ann", NOON, 2, content)
    act = replace(act, reason="First issue", route=ROUTE)
    return plan_with(*records, act, profile=PROFILE)


def request(plan: Plan | None = None) -> ApprovalRequest:
    """What Rita is asked about the plan."""
    asked = plan or in_review()
    now = course(asked.acts.values())
    assert now.open is not None
    return ApprovalRequest(
        asked,
        "IRP-1",
        "1.0",
        Deed.REVIEWED,
        "Rita",
        "Ann",
        matter(asked),
        now.open.submission.reason,
        True,
        NOON,
        ("Ada, role: from A to B.",),
        Head("plan-1", 2, "ab" * 32, "cd" * 32),
    )
