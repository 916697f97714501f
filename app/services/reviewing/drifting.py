"""What moved under the plan since its last version: the organisation, its contacts, the law."""

from collections.abc import Iterable, Iterator
from typing import Final

from app.domain.comparing.comparison import Fate
from app.domain.judgement.regimes import Regime
from app.domain.lifecycle.reviewing.items import about, short
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.domain.plan.profile import PROFILE_ID
from app.domain.plan.sessions import AgendaItem, Topic
from app.services.changes.compared import Changed, Compared
from app.services.notifying.adopted import adopted
from app.services.reviewing.changed import names_of

VERIFIED: Final = frozenset({"verified_on", "verified_by"})
"""Fields that tell of a call, not of another contact."""


PROFILE: Final = "drift/profile"
CONTACTS: Final = "drift/contacts"
MOVED: Final = frozenset({PROFILE, CONTACTS})
"""Keys of the items that say that the organisation moved, not the law."""


def drift_key(duty: RecordId) -> str:
    """The key of the item that says a duty differs from its pack."""
    return f"drift/{about(Kind.OBLIGATION, duty)}"


def drifted(compared: Compared, version: str) -> Iterator[AgendaItem]:
    """What changed about the organisation and its contacts since `version`."""
    yield from _profile(compared, version)
    moved = [
        one
        for one in compared.records
        if one.difference.kind in (Kind.PERSON, Kind.PARTY) and not _only_verified(one)
    ]
    if moved:
        yield AgendaItem(
            CONTACTS,
            Topic.DRIFT,
            f"Contacts changed since version {version}",
            f"Do roles, deputies and trees still fit? {names_of(moved)}.",
            about(Kind.SECTION, "contacts"),
        )


def outdated(plan: Plan, regimes: Iterable[Regime]) -> Iterator[AgendaItem]:
    """The duties whose rules the library knows otherwise by now."""
    for one in adopted(plan, regimes):
        if one.open_drift:
            yield AgendaItem(
                drift_key(one.duty.id),
                Topic.DRIFT,
                f"Duty to notify: {short(one.duty.name)}",
                " ".join(one.open_drift),
                about(Kind.OBLIGATION, one.duty.id),
            )


def _profile(compared: Compared, version: str) -> Iterator[AgendaItem]:
    for one in compared.records:
        if one.difference.kind is not Kind.PROFILE:
            continue
        lines = "; ".join(f"{line.words}: {line.change}" for line in compared.details(one))
        yield AgendaItem(
            PROFILE,
            Topic.DRIFT,
            f"The organisation is another than in version {version}",
            f"Does the plan still fit it? {lines}.",
            about(Kind.PROFILE, PROFILE_ID),
        )


def _only_verified(changed: Changed) -> bool:
    difference = changed.difference
    if difference.fate is Fate.MOVED:
        return True
    return difference.fate is Fate.EDITED and VERIFIED.issuperset(changed.fields)
