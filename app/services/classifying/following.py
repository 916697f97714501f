"""What a severity sets going: who acts and is told, which trees, playbooks and duties."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.ids import RecordId
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Plan
from app.domain.plan.playbooks import Playbook
from app.domain.plan.roles import Role
from app.domain.plan.trees import CommunicationTree


@dataclass(frozen=True, slots=True)
class Following:
    """What starts at `level`; `duties` are those the organisation has adopted, all of them."""

    level: SeverityLevel
    informed: tuple[Role, ...]
    trees: tuple[CommunicationTree, ...]
    playbooks: tuple[Playbook, ...]
    duties: tuple[Obligation, ...]


def following(plan: Plan, level: SeverityLevel) -> Following:
    """What an incident of `level` sets going; links to records that are gone lead nowhere."""
    known = (plan.roles.get(role) for role in level.informed)
    return Following(
        level,
        tuple(role for role in known if role is not None),
        tuple(tree for tree in plan.trees.values() if _starts(plan, level, tree.starts_at)),
        tuple(_playbooks(plan, level)),
        plan.obligations.all(),
    )


def _playbooks(plan: Plan, level: SeverityLevel) -> Iterator[Playbook]:
    for playbook in plan.playbooks.values():
        if _starts(plan, level, playbook.floor):
            yield playbook


def _starts(plan: Plan, level: SeverityLevel, floor: RecordId | None) -> bool:
    """Whether `level` is at least as bad as `floor`; without a floor every level is."""
    if floor is None:
        return True
    least = plan.severities.get(floor)
    return least is not None and level.rank <= least.rank
