"""Acts of a small organisation: Ann writes, Rita reviews, Carl and Dora approve."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from app.domain.lifecycle.approving.course import Course, course
from app.domain.lifecycle.approving.law import Facts, refused
from app.domain.plan.acts import Act, Deed, Route, Signed
from app.domain.plan.ids import RecordId
from app.domain.plan.upkeep import ApprovalRule

CONTENT = "c0" * 32
OTHER = "0c" * 32
AT = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ROUTE = Route(("Rita",), ("Carl", "Dora"))
SIGNED = Signed("I approve.")
FACTS = Facts(("Ann",), CONTENT)
"""What is so while the first version is written."""

_MADE: Final[Mapping[Deed, Mapping[str, Any]]] = {
    Deed.SUBMITTED: {"by": "Ann", "reason": "First issue", "route": ROUTE},
    Deed.RECALLED: {"by": "Ann"},
    Deed.REVIEWED: {"by": "Rita", "signed": SIGNED},
    Deed.CHANGES_REQUESTED: {"by": "Rita", "reason": "Times are missing"},
    Deed.APPROVED: {"by": "Carl", "signed": SIGNED},
    Deed.ISSUED: {"by": "Dora"},
    Deed.ISSUED_IN_EMERGENCY: {
        "by": "Carl",
        "reason": "Attack going on",
        "due": date(2026, 12, 5),
        "signed": SIGNED,
    },
    Deed.REVIEWED_AFTERWARDS: {"by": "Rita", "signed": SIGNED},
    Deed.WITHDRAWN: {"by": "Carl", "reason": "Merged with another"},
}


def act(deed: Deed, number: int = 1, version: str = "1.0", **fields: Any) -> Act:
    """What usually is done; `fields` make it otherwise."""
    made = Act(
        RecordId(f"act-{number:06}"),
        deed,
        version,
        "",
        AT + timedelta(hours=number),
        number,
        CONTENT,
    )
    return replace(made, **{**_MADE[deed], **fields})


def acts(*said: tuple[Deed, str] | Deed) -> list[Act]:
    """Acts in order, each with who does it where that is not the usual person."""
    made = []
    for number, one in enumerate(said, start=1):
        deed, by = one if isinstance(one, tuple) else (one, "")
        made.append(act(deed, number, **({"by": by} if by else {})))
    return made


def after_acts(*said: tuple[Deed, str] | Deed) -> Course:
    return course(acts(*said))


def refusal(now: Course, one: Act, facts: Facts = FACTS) -> str:
    """The code without its beginning; blank when the act is allowed."""
    found = refused(now, one, facts)
    return "" if found is None else found.code.removeprefix("approval.")


def routed(rule: ApprovalRule, quorum: int = 1, reviews: int = 1) -> Route:
    return Route(("Rita", "Rolf"), ("Carl", "Dora", "Emil"), rule, quorum, reviews)
