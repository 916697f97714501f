"""The power fails while a plan is worked on: what was acknowledged is there, and nothing else.

The same replay is held against settings known to be weaker; a replay that found no fault with them
would prove nothing about ours.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.bootstrap import workshop
from app.paths import AppPaths
from app.persistence.db.files import PlanFiles
from tests.integration.durability.disk import Event
from tests.integration.durability.judging import Fate, Judge
from tests.integration.durability.recording import Said, record
from tests.integration.durability.replaying import acknowledged, power_cuts
from tests.integration.durability.working import PLAN
from tests.integration.persistence.db.samples import FixedClock

SEED = "7"
SAVES = 120
CUTS = 2_000
OPENED_BY_HAND = 16
WEAK_SAVES = 40
WEAK_CUTS = 240

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere: strace is for Linux")

Recorded = Sequence[Event | Said]


def recorded(strace: str, tmp_path: Path, saves: int, *settings: str) -> Recorded:
    folder = tmp_path.resolve() / "plans"
    folder.mkdir()
    module = "tests.integration.durability.working"
    work = [sys.executable, "-m", module, str(folder), str(tmp_path / "home"), str(saves), SEED]
    events = record(strace, folder, [*work, *settings], tmp_path / "calls")
    assert list(acknowledged(events)) == list(range(1, saves + 2))
    return events


def judge(tmp_path: Path, events: Recorded) -> Judge:
    files = PlanFiles(tmp_path / "backups", FixedClock(), "Ann")
    return Judge(tmp_path / "found", files, acknowledged(events))


def test_no_power_cut_takes_what_was_acknowledged(tracer: str, tmp_path: Path) -> None:
    events = recorded(tracer, tmp_path, SAVES)
    verdicts = judge(tmp_path, events)
    desk = workshop(AppPaths.below(tmp_path / "desk"), FixedClock())

    fates, cut_off, opened = Counter[Fate](), 0, 0
    for number, cut in enumerate(power_cuts(events, CUTS, SEED)):
        fate = verdicts.fate(cut.found, cut.acknowledged)
        assert fate is Fate.KEPT, f"{fate} by a cut at event {cut.event}, seed {SEED}"
        fates[fate] += 1
        cut_off += f"{PLAN}-journal" in cut.found
        if cut.acknowledged and number % (CUTS // OPENED_BY_HAND) == 0:
            verdicts.go_on(cut.found, desk)
            opened += 1

    assert fates == {Fate.KEPT: CUTS}
    assert cut_off > CUTS // 4, "few cuts fell into a save"
    assert opened > OPENED_BY_HAND // 2


@pytest.mark.parametrize(
    ("settings", "at_least"),
    [
        (("journal_mode=WAL", "synchronous=NORMAL"), {Fate.LOST: WEAK_CUTS // 2}),
        (("synchronous=OFF",), {Fate.LOST: WEAK_CUTS // 20, Fate.DAMAGED: WEAK_CUTS // 4}),
        (("synchronous=FULL",), {Fate.LOST: WEAK_CUTS // 20}),
    ],
)
def test_the_replay_finds_weaker_settings_out(
    tracer: str,
    tmp_path: Path,
    settings: tuple[str, ...],
    at_least: dict[Fate, int],
) -> None:
    events = recorded(tracer, tmp_path, WEAK_SAVES, *settings)
    verdicts = judge(tmp_path, events)

    cuts = power_cuts(events, WEAK_CUTS, SEED, since=1)
    fates = Counter(verdicts.fate(cut.found, cut.acknowledged) for cut in cuts)

    assert all(fates[fate] > number for fate, number in at_least.items()), fates
