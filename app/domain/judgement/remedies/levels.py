"""Names of roles and severity levels that the plan does not define: taken out."""

from dataclasses import replace

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put

ANY_SEVERITY = "Let it start at any severity"


def start_playbook_at_any(context: Context, finding: Finding) -> Remedy | None:
    """Take the unknown severity out of the playbook."""
    playbook = context.plan.playbooks.get(finding.record)
    if playbook is None:
        return None
    return Remedy(ANY_SEVERITY, (put(context.plan, replace(playbook, floor=None)),))


def start_tree_at_any(context: Context, finding: Finding) -> Remedy | None:
    """Take the unknown severity out of the tree."""
    tree = context.plan.trees.get(finding.record)
    if tree is None:
        return None
    return Remedy(ANY_SEVERITY, (put(context.plan, replace(tree, starts_at=None)),))


def forget_informed(context: Context, finding: Finding) -> Remedy | None:
    """Take the unknown role out of those a level informs and of who declares it."""
    level = context.plan.severities.get(finding.record)
    if level is None:
        return None
    changed = replace(
        level,
        informed=tuple(role for role in level.informed if role != finding.field),
        declared_by=None if level.declared_by == finding.field else level.declared_by,
    )
    return Remedy(f"Take {finding.field} out of {level.name}", (put(context.plan, changed),))


def forget_assigned(context: Context, finding: Finding) -> Remedy | None:
    """Take the unknown role out of the activity."""
    row = context.plan.raci.get(finding.record)
    if row is None:
        return None
    kept = tuple(item for item in row.assignments if item.role != finding.field)
    changed = replace(row, assignments=kept)
    return Remedy(f"Take {finding.field} out of “{row.activity}”", (put(context.plan, changed),))


MENDERS = {
    "playbook.unknown-severity": start_playbook_at_any,
    "tree.unknown-severity": start_tree_at_any,
    "severity.unknown-role": forget_informed,
    "raci.unknown-role": forget_assigned,
}
