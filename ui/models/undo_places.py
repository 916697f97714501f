"""Which part of the plan an undone or repeated step is best seen at."""

from typing import Final

from app.domain.lifecycle.reviewing.items import record_meant
from app.domain.plan.changes import RecordChange
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.places import SECTION_OF
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.trees import TreeNode
from app.services.commenting.threads import root_of
from app.services.editing import Change
from ui.models.targets import Place, area_of

_SHOWN: Final[dict[str, frozenset[Kind]]] = {
    "sections": frozenset({*SECTION_OF, Kind.SECTION, Kind.ANSWER}),
    "interview": frozenset({Kind.ANSWER, Kind.PROFILE}),
    "people": frozenset({Kind.RACI}),
    "notifications": frozenset({Kind.OBLIGATION, Kind.DECISION}),
    "findings": frozenset({Kind.ACCEPTED}),
    "coverage": frozenset({Kind.ATTESTATION, Kind.EXCLUSION, Kind.EVIDENCE}),
    "reviews": frozenset({Kind.SESSION, Kind.UPKEEP}),
    "versions": frozenset({Kind.VERSION, Kind.ACT, Kind.FILE}),
}
"""What pages show besides the kinds that are at home there."""

_HOMES: Final = {
    Kind.ACCEPTED: "findings",
    Kind.ATTESTATION: "coverage",
    Kind.EXCLUSION: "coverage",
    Kind.SESSION: "reviews",
}
"""Pages of records that no section shows and nothing but an undo leads to."""


def shows(area: str, kind: Kind) -> bool:
    """Whether records of `kind` are seen on the page `area`."""
    return home_of(kind) == area or kind in _SHOWN.get(area, frozenset())


def home_of(kind: Kind) -> str:
    """The page to go to for a record of `kind`."""
    return _HOMES.get(kind, area_of(kind))


def place_of_change(change: Change, plan: Plan, area: str) -> Place | None:
    """The place to look at after `change`, which led to `plan`; None when there is nothing to see.

    On the page `area` if that shows any of it. What came is looked at rather than what was
    edited, and that rather than what went, of which only the surroundings are left.
    """
    ranked = sorted(change.changes, key=lambda one: (not shows(area, one.kind), _rank(one)))
    if not ranked:
        return None
    return _place(ranked[0], plan, area)


def _rank(change: RecordChange) -> int:
    if change.before is None:
        return 0
    return 1 if change.after is not None else 2


def _place(change: RecordChange, plan: Plan, area: str) -> Place:
    kind, key = _standing(change, plan)
    field = str(key) if kind is Kind.ANSWER else _field(change)
    return Place(kind, key, field, area if shows(area, kind) else home_of(kind))


def _standing(change: RecordChange, plan: Plan) -> tuple[Kind, RecordId]:
    """The record itself, or the one it belonged to if it went; a comment's is what it is about."""
    record = change.after if change.after is not None else change.before
    if isinstance(record, Comment):
        return _commented(record, plan)
    if change.after is None and isinstance(record, PlaybookStep):
        return Kind.PLAYBOOK, record.playbook
    if change.after is None and isinstance(record, TreeNode):
        if record.parent is not None and record.parent in plan.tree_nodes:
            return Kind.TREE_NODE, record.parent
        return Kind.TREE, record.tree
    return change.kind, change.id


def _commented(comment: Comment, plan: Plan) -> tuple[Kind, RecordId]:
    return record_meant(root_of(plan, comment).about) or (Kind.COMMENT, comment.id)


def _field(change: RecordChange) -> str:
    """A section is shown at its text, since its own name may mean its tables."""
    return "prose" if change.kind is Kind.SECTION else ""
