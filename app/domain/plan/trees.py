"""Communication trees: who calls whom, how, and what happens when nobody answers."""

from dataclasses import dataclass
from enum import Enum

from app.domain.plan.durations import Duration
from app.domain.plan.ids import RecordId
from app.domain.plan.people import ChannelKind


class TreePurpose(Enum):
    """What a tree is for."""

    ACTIVATION = "activation"
    EXECUTIVE = "executive"
    EXTERNAL = "external"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class CommunicationTree:
    """A tree; it starts at severity `starts_at` and worse (None: at any)."""

    id: RecordId
    name: str
    purpose: TreePurpose = TreePurpose.ACTIVATION
    starts_at: RecordId | None = None


class NodeTarget(Enum):
    """What a node names."""

    ROLE = "role"
    PERSON = "person"
    PARTY = "party"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class TreeNode:
    """Somebody to reach, called by `parent` (None: the root).

    `target_id` is a role, person or party id; for a group it is blank and `name` says which.
    `channels` are tried in order: primary, alternate, contingency, emergency. `offset` is how far
    its card was moved by hand, right and down from its tidy place below its parent's; None: not.
    """

    id: RecordId
    tree: RecordId
    parent: RecordId | None
    target: NodeTarget
    target_id: str = ""
    name: str = ""
    channels: tuple[ChannelKind, ...] = ()
    allowed: Duration | None = None
    if_no_answer: str = ""
    offset: tuple[int, int] | None = None
