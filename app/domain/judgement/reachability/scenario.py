"""What a simulation assumes: when it begins, what is down, who is away, who answers how often."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar, Final

from app.domain.errors import IrplanError
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Channel, ChannelKind

NEEDS_SIGN_ON: Final = frozenset({ChannelKind.EMAIL, ChannelKind.MESSENGER})
"""Channels that one signs in to; without single sign-on only their out-of-band addresses work."""

MOST_RUNS: Final = 100_000


class RateRefused(IrplanError):
    """An answer rate that is no share from 0 to 1."""

    code: ClassVar[str] = "reach.bad-rate"


class RunsRefused(IrplanError):
    """A number of runs that is negative or too large."""

    code: ClassVar[str] = "reach.bad-runs"


@dataclass(frozen=True, slots=True)
class Outages:
    """What does not work.

    Of a kind of channel in `kinds` no address works, out of band or not. Without single sign-on
    (`sign_on`) e-mail and messengers work only where they are out of band. With `in_band`
    everything of the organisation is down: only addresses marked as out of band work.
    """

    kinds: frozenset[ChannelKind] = frozenset()
    sign_on: bool = False
    in_band: bool = False

    def hit(self, channel: Channel) -> bool:
        """Whether nobody is reached by `channel`."""
        if channel.kind in self.kinds:
            return True
        needed = self.in_band or (self.sign_on and channel.kind in NEEDS_SIGN_ON)
        return needed and not channel.out_of_band


@dataclass(frozen=True, slots=True)
class Rates:
    """How often one try by each kind of channel is answered, from 0 to 1; 1 where not named.

    `out_of_hours` are the rates that differ outside the working hours of the organisation.

    Raises:
        RateRefused: One of them is no share from 0 to 1.
    """

    usual: Mapping[ChannelKind, float] = field(default_factory=dict)
    out_of_hours: Mapping[ChannelKind, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for kind, rate in (*self.usual.items(), *self.out_of_hours.items()):
            if not 0 <= rate <= 1:
                raise RateRefused(
                    f"The answer rate {rate:g} of {kind.value} is out of reach; give a share from "
                    "0 to 1, such as 0.8.",
                    kind=kind.value,
                )

    @property
    def stated(self) -> bool:
        """Whether any rate is named."""
        return bool(self.usual or self.out_of_hours)

    def of(self, kind: ChannelKind, *, in_hours: bool) -> float:
        """The share of tries by `kind` that are answered."""
        usual = self.usual.get(kind, 1.0)
        return usual if in_hours else self.out_of_hours.get(kind, usual)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One case to try the trees with.

    It begins `at` a moment that knows its offset; clocks of people without a time zone of their
    own are in `zone`. Tried are the trees that an incident of `severity` starts, or the one
    `tree`; with neither, all. `away` are people. `runs` with chance (0: none) begin from `seed`.

    Raises:
        RunsRefused: There are fewer than none, or more than `MOST_RUNS`.
    """

    at: datetime
    zone: str = "UTC"
    severity: RecordId | None = None
    tree: RecordId | None = None
    outages: Outages = field(default_factory=Outages)
    away: frozenset[RecordId] = frozenset()
    rates: Rates = field(default_factory=Rates)
    runs: int = 0
    seed: int = 1

    def __post_init__(self) -> None:
        if not 0 <= self.runs <= MOST_RUNS:
            raise RunsRefused(
                f"{self.runs} runs are out of reach; give a number from 0 to {MOST_RUNS}.",
                runs=str(self.runs),
            )
