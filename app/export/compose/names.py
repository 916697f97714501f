"""What records are called in print, and what stands there when they are missing."""

from collections.abc import Iterable

from app.domain.document.labels import Labels
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Plan
from app.domain.plan.trees import NodeTarget, TreeNode


def person(plan: Plan, key: RecordId | None) -> str:
    """The person's name; blank when nobody is named."""
    known = plan.people.get(key) if key is not None else None
    return "" if known is None else known.name


def people(plan: Plan, keys: Iterable[RecordId]) -> str:
    """Names, one a line."""
    return "\n".join(name for name in (person(plan, key) for key in keys) if name)


def role(plan: Plan, key: RecordId | None) -> str:
    """The role's name; blank when there is none."""
    known = plan.roles.get(key) if key is not None else None
    return "" if known is None else known.name


def severity(plan: Plan, key: RecordId | None) -> str:
    """The level's name; blank when there is none."""
    known = plan.severities.get(key) if key is not None else None
    return "" if known is None else known.name


def party(plan: Plan, key: RecordId | None) -> str:
    """The party's name; blank when there is none."""
    known = plan.parties.get(key) if key is not None else None
    return "" if known is None else known.name


def duty(plan: Plan, key: RecordId) -> str:
    """The duty's name; blank when there is none."""
    known = plan.obligations.get(key)
    return "" if known is None else known.name


def channels(found: Iterable[Channel], say: Labels) -> str:
    """One channel a line, those that work without the own network marked."""
    return "\n".join(_channel(channel, say) for channel in found)


def channel_kind(kind: ChannelKind, say: Labels) -> str:
    """A way to reach somebody, in words."""
    return say(f"channel.{kind.value}")


def node(plan: Plan, item: TreeNode) -> str:
    """Whom a node of a communication tree names."""
    key = RecordId(item.target_id)
    match item.target:
        case NodeTarget.ROLE:
            return role(plan, key) or item.name
        case NodeTarget.PERSON:
            return person(plan, key) or item.name
        case NodeTarget.PARTY:
            return party(plan, key) or item.name
        case NodeTarget.GROUP:
            return item.name


def _channel(channel: Channel, say: Labels) -> str:
    label = channel.label or channel_kind(channel.kind, say)
    line = say("channel.line", label=label, address=channel.address)
    return say("channel.out-of-band", line=line) if channel.out_of_band else line
