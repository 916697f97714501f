"""What is said of a call: on its card and in its row."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.findings import Finding
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Party
from app.domain.plan.plan import Plan
from app.domain.plan.roles import Role
from app.domain.plan.trees import NodeTarget, TreeNode
from app.services.trees.called import people_called, record_called
from ui.models.record_names import record_name
from ui.models.record_words import choice_text
from ui.widgets.tree_canvas.face import Face, ground_of, initials_of


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A call in words: who, ways, time and what else to do; `typed` is the name one would type.

    `level` counts from 1, for one that starts the tree.
    """

    who: str
    typed: str
    channels: str
    allowed: str
    otherwise: str
    level: int
    findings: tuple[str, ...]


class CallWords:
    """Speaks of the calls of one plan; looks each word up once, as it is slow to."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._choices: dict[Enum, str] = {}

    def face(
        self, node: TreeNode, mark: tuple[int, str] | None, findings: tuple[Finding, ...]
    ) -> Face:
        """The card of `node`; `mark` is the step and the word of a severity."""
        title, lines = self._names(node)
        step, word = mark if mark is not None and node.target is NodeTarget.ROLE else (0, "")
        return Face(
            title,
            lines,
            initials_of(title),
            ground_of(title),
            step,
            word,
            "\n".join(finding.reason for finding in findings),
            self._edge(node),
        )

    def row(
        self, node: TreeNode, face: Face, level: int, findings: tuple[Finding, ...]
    ) -> OutlineRow:
        """The row of `node`, whose card is `face`."""
        record = record_called(self._plan, node)
        return OutlineRow(
            ", ".join((face.title, *face.lines[:1])),
            node.name.strip() or (record.name if record is not None else ""),
            ", ".join(map(self._choice, node.channels)),
            "" if node.allowed is None else str(node.allowed),
            " ".join(node.if_no_answer.split()),
            level,
            tuple(finding.reason for finding in findings),
        )

    def _names(self, node: TreeNode) -> tuple[str, tuple[str, ...]]:
        """Who it is, and below that what they are and who deputises."""
        named = record_name(self._plan, Kind.TREE_NODE, node)
        found = record_called(self._plan, node)
        if isinstance(found, Role):
            return self._of_role(node, found, named)
        if isinstance(found, Party):
            return named, (self._choice(found.kind),)
        if found is not None:
            return named, tuple(part for part in (found.title, found.unit) if part.strip())
        return named, (self._choice(node.target),)

    def _of_role(self, node: TreeNode, role: Role, named: str) -> tuple[str, tuple[str, ...]]:
        people = people_called(self._plan, node)
        deputies = [person.name for person in people if person.id != role.holder]
        holder = next((person.name for person in people if person.id == role.holder), "")
        below = _tr("Deputy: {0}").format(", ".join(deputies)) if deputies else _tr("No deputy")
        if not holder:
            return named, (_tr("No holder"), below)
        return holder, (named, below)

    def _edge(self, node: TreeNode) -> str:
        """How soon and by which way first, as short as it can be said beside a line."""
        first, rest = node.channels[:1], len(node.channels) - 1
        way = "".join(map(self._choice, first)) + (f" +{rest}" if rest > 0 else "")
        return " \u00b7 ".join(part for part in (_short_span(node.allowed), way) if part)

    def _choice(self, member: Enum) -> str:
        if member not in self._choices:
            self._choices[member] = choice_text(member)
        return self._choices[member]


def _short_span(span: Duration | None) -> str:
    match span:
        case None:
            return ""
        case Duration(amount=amount, unit=TimeUnit.MINUTES) if amount:
            return _tr("{0} min").format(amount)
        case Duration(amount=amount, unit=TimeUnit.HOURS) if amount:
            return _tr("{0} h").format(amount)
        case _:
            return str(span)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Trees", text)
