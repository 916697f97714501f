"""People, their channels, and the parties outside the organisation."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from app.domain.plan.ids import RecordId


class ChannelKind(Enum):
    """A way to reach somebody."""

    MOBILE = "mobile"
    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    PAGER = "pager"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to reach a person, the first in a list being tried first.

    `out_of_band` ones work when the organisation's own network and accounts do not.
    """

    kind: ChannelKind
    address: str
    out_of_band: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the plan names; blank means not stated, `verified_on` None means never."""

    id: RecordId
    name: str
    title: str = ""
    unit: str = ""
    external: bool = False
    channels: tuple[Channel, ...] = ()
    availability: str = ""
    time_zone: str = ""
    verified_on: date | None = None
    verified_by: str = ""


class PartyKind(Enum):
    """What a party outside is to the organisation."""

    REGULATOR = "regulator"
    CSIRT = "csirt"
    POLICE = "police"
    INSURER = "insurer"
    RETAINER = "retainer"
    COUNSEL = "counsel"
    PR = "pr"
    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Party:
    """An outside body; `reference` is a contract, policy or case-portal number."""

    id: RecordId
    name: str
    kind: PartyKind
    purpose: str = ""
    reference: str = ""
    channels: tuple[Channel, ...] = ()
    availability: str = ""
    verified_on: date | None = None
    verified_by: str = ""
