"""A communication tree as it is shown: names, ways, findings and places of every call."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from app.domain.judgement.findings import Finding
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.links import CALLED
from app.domain.plan.plan import Plan
from app.domain.plan.trees import TreeNode
from app.services.trees.arranging import arranged
from app.services.trees.called import people_called
from app.services.trees.forest import Forest, forest_of, grown
from ui.pages.trees.call_words import CallWords, OutlineRow
from ui.widgets.swatch import step_of
from ui.widgets.tree_canvas.face import CanvasCard

Findings = Mapping[tuple[Kind, RecordId], tuple[Finding, ...]]
"""Open findings by the record they are about."""

CONCERNED: Final = frozenset(
    {
        Kind.TREE,
        Kind.TREE_NODE,
        Kind.ROLE,
        Kind.PERSON,
        Kind.PARTY,
        Kind.SEVERITY,
        Kind.ACCEPTED,
    }
)
"""The tables of which a tree shows something."""

_SHOWN_OF_ROLES: Final = frozenset({"role.no-holder", "role.no-deputy"})
"""Of what is found about a role, so much matters for calling it."""
_TIMES: Final = "time.tree"
"""A finding about a tree whose field names the call that comes too late."""


@dataclass(frozen=True, slots=True)
class ShownTree:
    """One tree of the plan with everything its views show."""

    tree: RecordId
    forest: Forest
    cards: tuple[CanvasCard, ...]
    rows: Mapping[RecordId, OutlineRow]
    findings: Mapping[RecordId, tuple[Finding, ...]]
    """What is found about each call, and about whom it calls."""


NO_TREE: Final = ShownTree(RecordId(""), grown(()), (), {}, {})
"""Nothing to show."""


def by_record(findings: Iterable[Finding]) -> Findings:
    """The findings that can matter for a tree, by their record."""
    kinds = {Kind.TREE, Kind.TREE_NODE, Kind.ROLE, Kind.PERSON, Kind.PARTY}
    found: dict[tuple[Kind, RecordId], list[Finding]] = {}
    for finding in findings:
        if finding.kind in kinds:
            found.setdefault((finding.kind, finding.record), []).append(finding)
    return {key: tuple(group) for key, group in found.items()}


def shown_tree(plan: Plan, tree: RecordId, findings: Findings) -> ShownTree:
    """The tree `tree` of the plan as it is shown; without a card when there is none."""
    forest = forest_of(plan, tree)
    places = arranged(forest)
    marks = _marks(plan)
    words = CallWords(plan)
    concerning = {key: tuple(_about(plan, forest.nodes[key], findings)) for key in forest.nodes}
    cards: list[CanvasCard] = []
    rows: dict[RecordId, OutlineRow] = {}
    for key in forest.in_order():
        node, place = forest.nodes[key], places[key]
        face = words.face(node, marks.get(node.target_id), concerning[key])
        parent = forest.parent(key)
        moved = node.offset is not None
        cards.append(CanvasCard(key, parent, face, place.x, place.y, place.stacked, moved))
        level = 1 if parent is None else rows[parent].level + 1
        rows[key] = words.row(node, face, level, concerning[key])
    return ShownTree(tree, forest, tuple(cards), rows, concerning)


def _about(plan: Plan, node: TreeNode, findings: Findings) -> Iterator[Finding]:
    yield from findings.get((Kind.TREE_NODE, node.id), ())
    for finding in findings.get((Kind.TREE, node.tree), ()):
        if finding.code == _TIMES and finding.field == node.id:
            yield finding
    kind = CALLED.get(node.target)
    if kind is not None:
        for finding in findings.get((kind, RecordId(node.target_id)), ()):
            if kind is not Kind.ROLE or finding.code in _SHOWN_OF_ROLES:
                yield finding
    if kind is Kind.ROLE:
        for person in people_called(plan, node):
            yield from findings.get((Kind.PERSON, person.id), ())


def _marks(plan: Plan) -> dict[str, tuple[int, str]]:
    """By role, the mildest severity that is to be told to it, as a step and a word."""
    marks: dict[str, tuple[int, str]] = {}
    for level in sorted(plan.severities.values(), key=lambda level: level.rank):
        for role in level.informed:
            marks[str(role)] = step_of(level.rank), level.name.split(maxsplit=1)[0][:8]
    return marks
