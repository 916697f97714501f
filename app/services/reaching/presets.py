"""Cases worth trying on every plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from types import MappingProxyType
from typing import Final

from app.domain.judgement.reachability.scenario import Outages
from app.domain.plan.people import ChannelKind


@dataclass(frozen=True, slots=True)
class Preset:
    """When the case begins (`weekday` 0 is Monday), and what is down then."""

    name: str
    weekday: int
    clock: time
    outages: Outages = field(default_factory=Outages)


PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        "working-day": Preset("Working day", 1, time(10)),
        "night": Preset("Monday 03:00", 0, time(3)),
        "sign-on": Preset(
            "E-mail and single sign-on down",
            1,
            time(10),
            Outages(frozenset({ChannelKind.EMAIL}), sign_on=True),
        ),
        "ransomware": Preset(
            "Ransomware: only out of band", 5, time(23, 30), Outages(in_band=True)
        ),
    }
)
"""By key, in the order they are offered."""
