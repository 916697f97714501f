"""The power fails again and again at random moments of one recorded piece of work."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from tests.integration.durability.disk import Disk, Event
from tests.integration.durability.recording import Said


@dataclass(frozen=True, slots=True)
class PowerCut:
    """The files found after a cut, and the last revision acknowledged before it."""

    event: int
    acknowledged: int
    found: Mapping[str, bytes]


def acknowledged(recorded: Iterable[Event | Said]) -> dict[int, str]:
    """The hash of the content by revision, as the process told them."""
    said = (event.text.split() for event in recorded if isinstance(event, Said))
    return {int(revision): content for revision, content in said}


def power_cuts(
    recorded: Sequence[Event | Said], cuts: int, seed: str, since: int = 0
) -> Iterator[PowerCut]:
    """So many cuts in the order of the recording, at any event from revision `since` on."""
    chance = Random(seed)
    began = _place_of(recorded, since)
    at = Counter(chance.randint(began, len(recorded)) for _ in range(cuts))
    disk, last = Disk(), 0
    for number, event in enumerate((*recorded, None)):
        for _ in range(at[number]):
            yield PowerCut(number, last, disk.after_cut(chance))
        if isinstance(event, Said):
            last = _revision(event)
        elif event is not None:
            disk.happen(event)


def _place_of(recorded: Sequence[Event | Said], revision: int) -> int:
    """Where `revision` is acknowledged; the very beginning for none."""
    places = {_revision(event): at for at, event in enumerate(recorded) if isinstance(event, Said)}
    return places.get(revision, 0)


def _revision(event: Said) -> int:
    return int(event.text.split()[0])
