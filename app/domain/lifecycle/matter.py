"""What of a plan is reviewed and approved: all of it but the records of its own life."""

import hashlib
from typing import Final

from app.domain.plan.changes import ChangeSet
from app.domain.plan.codec import canonical, plan_data
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan

LIFE: Final = frozenset(
    {
        Kind.VERSION,
        Kind.ACTION,
        Kind.COMMENT,
        Kind.ACT,
        Kind.FILE,
        Kind.SESSION,
        Kind.ACTIVATION,
        Kind.LESSON,
    }
)
"""What is added while a version is reviewed, and after it was approved, without changing it."""


def matter(plan: Plan) -> str:
    """SHA-256 of what is reviewed and approved: the plan's data without the tables of `LIFE`.

    `jq -cjS 'del(.versions,.actions,.comments,.acts,.files,.sessions,.activations,.lessons)'` of
    the plan's data gives the very bytes.
    """
    data = plan_data(plan)
    for kind in LIFE:
        data.pop(kind.value, None)
    return hashlib.sha256(canonical(data)).hexdigest()


def touches_matter(changes: ChangeSet) -> bool:
    """Whether any of `changes` is to what was, or will be, approved."""
    return any(change.kind not in LIFE for change in changes)
