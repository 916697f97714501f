"""The edit that a lesson proposes: which text of which record, before and after."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final

from app.domain.plan.changes import RecordChange, put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.lessons import Lesson
from app.domain.plan.plan import Plan
from app.domain.plan.practice import part_of

TEXT_FIELD: Final[Mapping[Kind, str]] = {
    Kind.SECTION: "prose",
    Kind.STEP: "action",
    Kind.MESSAGE: "body",
    Kind.ROLE: "duties",
    Kind.SEVERITY: "meaning",
    Kind.CATEGORY: "meaning",
    Kind.TREE: "purpose",
    Kind.PARTY: "purpose",
    Kind.TREE_NODE: "if_no_answer",
}
"""The field that a proposed text belongs in; records of other kinds are edited by hand."""


class Way(Enum):
    """What becomes of the text that is there."""

    APPEND = "append"
    REPLACE = "replace"


@dataclass(frozen=True, slots=True)
class Edit:
    """`field` of a record before and after; lists are one entry a line."""

    kind: Kind
    id: RecordId
    field: str
    before: str
    after: str

    def change(self, plan: Plan) -> RecordChange:
        """The edit as a change of `plan`.

        Raises:
            KeyError: the record is gone.
        """
        record = plan.table(self.kind)[self.id]
        value: Any = self.after
        if isinstance(getattr(record, self.field), tuple):
            value = tuple(line.strip() for line in self.after.splitlines() if line.strip())
        changed: dict[str, Any] = {self.field: value}
        return put(plan, replace(record, **changed))


def proposed(plan: Plan, lesson: Lesson, way: Way) -> Edit | None:
    """What adopting `lesson` would change.

    None when it proposes no text, or its record is gone or has no text that could take it.
    """
    named = part_of(lesson.about)
    text = lesson.proposal.strip()
    if named is None or not text:
        return None
    kind, key = named
    record, field = plan.find(kind, key), TEXT_FIELD.get(kind)
    if record is None or field is None:
        return None
    value = getattr(record, field)
    listed = isinstance(value, tuple)
    before = "\n".join(value) if listed else str(value)
    return Edit(kind, key, field, before, _after(before, text, way, "\n" if listed else "\n\n"))


def _after(before: str, text: str, way: Way, gap: str) -> str:
    if way is Way.REPLACE or not before.strip():
        return text
    return f"{before.rstrip()}{gap}{text}"
