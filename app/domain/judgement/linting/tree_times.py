"""Communication trees in which an escalation takes longer than its severity level allows."""

from collections.abc import Iterator, Mapping

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.playbook_times import escalation_times
from app.domain.judgement.linting.rule import RecordRule
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind
from app.domain.plan.span_order import least_minutes, most_minutes
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode

SECTION = "escalation"
_MINUTES_PER_HOUR = 60


def _too_long(context: Context, tree: CommunicationTree) -> Iterator[Finding]:
    level = context.plan.severities.get(tree.starts_at) if tree.starts_at is not None else None
    allowed = [most_minutes(span) for span in escalation_times(level)] if level is not None else []
    if level is None or not allowed:
        return
    table = context.plan.tree_nodes
    nodes = {key: table[key] for key in context.linkage.namers(Kind.TREE, tree.id, Kind.TREE_NODE)}
    needed, most = minutes_to(nodes), max(allowed)
    late = [key for key, node in nodes.items() if needed[key] > most and is_target(node, level)]
    for key in sorted(late, key=table.index):
        yield _finding(context, tree, nodes[key], level, needed[key])


def minutes_to(nodes: Mapping[RecordId, TreeNode]) -> dict[RecordId, int]:
    """The least time until each of `nodes` is reached, in minutes.

    It is the time of all calls down to it, each once. No part of a way is walked twice.
    """
    needed: dict[RecordId, int] = {}
    for key in nodes:
        way: dict[RecordId, int] = {}
        at: RecordId | None = key
        while at is not None and at in nodes and at not in needed and at not in way:
            way[at] = _own_minutes(nodes[at])
            at = nodes[at].parent
        if at is not None and at in way:
            _add_circle(needed, way, at)
        minutes = needed.get(at, 0) if at is not None else 0
        for one in reversed([one for one in way if one not in needed]):
            minutes = needed[one] = minutes + way[one]
    return needed


def is_target(node: TreeNode, level: SeverityLevel) -> bool:
    """Whether the time of `level` is meant for `node`: for the roles it names, or for all."""
    if not level.informed:
        return True
    return node.target is NodeTarget.ROLE and node.target_id in level.informed


def _finding(
    context: Context, tree: CommunicationTree, node: TreeNode, level: SeverityLevel, needed: int
) -> Finding:
    role = context.plan.roles.get(RecordId(node.target_id))
    name = node.name or (role.name if role is not None else node.target_id)
    known = " or ".join(str(span) for span in dict.fromkeys(escalation_times(level)))
    return Finding(
        "time.tree",
        Weight.WARN,
        Kind.TREE,
        tree.id,
        f"{tree.name} may take {_in_words(needed)} to reach {name}, but {level.name} leaves "
        f"{known} to escalate.",
        "Shorten the times on the way, call them sooner, or change the table of severity levels.",
        SECTION,
        node.id,
    )


def _own_minutes(node: TreeNode) -> int:
    return least_minutes(node.allowed) if node.allowed is not None else 0


def _add_circle(needed: dict[RecordId, int], way: Mapping[RecordId, int], first: RecordId) -> None:
    """The calls of `way` from `first` on wait for each other: all are made before any of them."""
    circle = [*way][[*way].index(first) :]
    needed.update(dict.fromkeys(circle, sum(way[one] for one in circle)))


def _in_words(minutes: int) -> str:
    hours, rest = divmod(minutes, _MINUTES_PER_HOUR)
    parts = [f"{hours} h"] if hours else []
    return " ".join([*parts, f"{rest} min"] if rest or not hours else parts)


RECORD_RULES = (
    RecordRule(
        "time.tree",
        Kind.TREE,
        _too_long,
        reads=frozenset({Kind.SEVERITY, Kind.ROLE}),
        named_by=frozenset({Kind.TREE_NODE}),
        decides={
            Kind.SEVERITY: lambda level: (escalation_times(level), level.informed),
            Kind.ROLE: lambda _: None,
        },
    ),
)
