"""Rows that a plan lacks and that can be begun with what it already says."""

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.judgement.remedies.remedy import Remedy
from app.domain.plan.changes import put
from app.domain.plan.ids import id_from_name
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.roles import Role, RoleTier
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode

RETAINER_ANSWER = "resources.retainer"
"""The question that asks for the forensic provider."""


def add_insurer(context: Context, _: Finding) -> Remedy:
    """An insurer among the outside parties, whose name is filled in there."""
    return _party(context, "Cyber insurer", PartyKind.INSURER, "Add an insurer")


def add_retainer(context: Context, _: Finding) -> Remedy:
    """The forensic provider among the outside parties, by the name answered if there is one."""
    answer = context.answers.get(RETAINER_ANSWER)
    name = answer.strip() if isinstance(answer, str) else ""
    label = f"Add {name}" if name else "Add a provider for incident response"
    return _party(context, name or "Incident response provider", PartyKind.RETAINER, label)


def add_tree(context: Context, _: Finding) -> Remedy:
    """An activation tree that starts with the first role of the response, if there is one."""
    plan = context.plan
    name = "Activation tree"
    tree = CommunicationTree(id_from_name("activation", frozenset(plan.trees)), name)
    role = _first_called(tuple(plan.roles.values()))
    changes = [put(plan, tree)]
    if role is not None:
        key = id_from_name(f"{tree.id} start", frozenset(plan.tree_nodes))
        changes.append(put(plan, TreeNode(key, tree.id, None, NodeTarget.ROLE, role.id)))
    return Remedy("Add an activation tree", tuple(changes))


def _party(context: Context, name: str, kind: PartyKind, label: str) -> Remedy:
    key = id_from_name(name, frozenset(context.plan.parties))
    return Remedy(f"{label} to the outside parties", (put(context.plan, Party(key, name, kind)),))


def _first_called(roles: tuple[Role, ...]) -> Role | None:
    """The first role that leads an incident, else the first of all."""
    leading = [role for role in roles if role.tier is RoleTier.INCIDENT]
    return next(iter(leading or roles), None)


MENDERS = {
    "party.no-insurer": add_insurer,
    "party.no-retainer": add_retainer,
    "tree.none": add_tree,
}
