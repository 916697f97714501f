"""What is said of people, parties and roles: when checked, reached how, what time it is there."""

from datetime import datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.judgement.deadlines.case import ZoneUnknown, zone_named
from app.domain.plan.people import Channel
from app.domain.plan.plan import Kind, Plan
from app.services.people.load import Load
from app.services.people.naming import Bond, Naming
from app.services.people.standing import Contact, Standing
from ui.bridge.words import day
from ui.models.record_names import name_of, table_words
from ui.models.record_words import choice_text

STANDING_LOOKS: Final = {
    Standing.FRESH: ("circle-check", "success"),
    Standing.STALE: ("clock", "warning"),
    Standing.NEVER: ("circle-help", "danger"),
}
"""The icon and colour of each standing."""


def verified_text(contact: Contact) -> str:
    """The day of the last check, or that there was none."""
    return _tr("Never") if contact.verified_on is None else day(contact.verified_on)


def standing_text(standing: Standing, contact: Contact, every: int) -> str:
    """How the contact stands, as a sentence; `every` is in days."""
    match standing:
        case Standing.NEVER:
            return _tr("Nobody has ever verified this contact.")
        case Standing.STALE:
            said = _tr("Last verified on {0}; the plan asks for it every {1} days.")
            return said.format(verified_text(contact), every)
        case Standing.FRESH:
            return _tr("Verified on {0}.").format(verified_text(contact))


def out_of_band(contact: Contact) -> Channel | None:
    """The first way that works without the organisation's own network; None when none does."""
    return next((one for one in contact.channels if one.out_of_band), None)


def way_text(channel: Channel) -> str:
    """A way to reach somebody, such as `Mobile: +44 117 496 0000 (private)`."""
    note = f" ({channel.label.strip()})" if channel.label.strip() else ""
    return f"{choice_text(channel.kind)}: {channel.address}{note}"


def local_time(zone: str, now: datetime) -> str:
    """The time of day in `zone`, such as `10:00`; blank where the zone is blank or unknown."""
    known = _zone(zone.strip())
    return "" if known is None else f"{now.astimezone(known):%H:%M}"


def zone_text(zone: str, now: datetime) -> str:
    """The city of a zone and the time there now; a zone nobody knows as it stands."""
    named = zone.strip()
    if not named:
        return ""
    time = local_time(named, now)
    city = named.rpartition("/")[2].replace("_", " ")
    return f"{city} {time}" if time else _tr("{0}: unknown zone").format(named)


def role_names(plan: Plan, load: Load | None) -> str:
    """The roles that are held, by name."""
    return "" if load is None else ", ".join(plan.roles[key].name for key in load.holds)


def deputy_text(plan: Plan, load: Load | None) -> str:
    """The roles that are deputised for."""
    if load is None or not load.deputises:
        return ""
    names = ", ".join(plan.roles[key].name for key in load.deputises)
    return _tr("Deputy: {0}").format(names)


def load_sentence(load: Load) -> str:
    """What weighs on the person too much; blank where nothing does."""
    said = []
    if load.too_many:
        said.append(
            _tr("Holds {0} roles, more than one person can fill at once.").format(len(load.holds))
        )
    if load.between_tiers:
        levels = ", ".join(choice_text(tier) for tier in load.tiers)
        said.append(_tr("Acts on several levels at once: {0}.").format(levels))
    return " ".join(said)


def load_count(load: Load) -> str:
    """How many roles are held and deputised for."""
    held, deputised = len(load.holds), len(load.deputises)
    if not deputised:
        return _tr("Holds {0}").format(held)
    if not held:
        return _tr("Deputy for {0}").format(deputised)
    return _tr("Holds {0}, deputy for {1}").format(held, deputised)


def naming_text(plan: Plan, naming: Naming) -> str:
    """Where somebody is named, and as what."""
    name = name_of(plan, naming.kind, naming.id)
    match naming.bond:
        case Bond.HOLDER:
            return _tr("Holds the role {0}").format(name)
        case Bond.DEPUTY:
            return _tr("Deputises for {0}").format(name)
        case Bond.MENTIONED:
            return _tr("Mentioned in the text of {0}").format(name)
        case Bond.CALLED:
            return _called(plan, naming)
        case Bond.INVOLVED:
            said = f"{table_words(naming.kind).one}: {name}"
            return _as_role(plan, naming, said)


def _called(plan: Plan, naming: Naming) -> str:
    node = plan.tree_nodes.get(naming.id)
    tree = _tr("a tree") if node is None else name_of(plan, Kind.TREE, node.tree)
    return _as_role(plan, naming, _tr("Called in {0}").format(tree))


def _as_role(plan: Plan, naming: Naming, said: str) -> str:
    if naming.role is None:
        return said
    return _tr("{0} (as {1})").format(said, name_of(plan, Kind.ROLE, naming.role))


@lru_cache(maxsize=1024)
def _zone(name: str) -> ZoneInfo | None:
    try:
        return zone_named(name) if name else None
    except ZoneUnknown:
        return None


def _tr(text: str) -> str:
    return QCoreApplication.translate("People", text)
