"""Each call to the system fails in turn while a plan is opened and saved.

"Saved" is said only of what is saved; a failure shown leaves the plan as it was or, where the
failing call came after the point of no return, as it was meant to be. Then the next attempt finds
that out. There is no third state.
"""

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.plan.plan import Plan
from app.persistence.db.files import PlanFiles
from tests.integration.durability.failing import FAILING, IDLE, IDLE_CALLS, NOWHERE, edited
from tests.integration.durability.working import PLAN
from tests.integration.persistence.db.samples import FixedClock, query, sample_plan, stored

SAVED = "saved"
AFTERWARDS = {"fcntl", "fdatasync"}
"""Calls that follow the commit: the lock is let go, the folder is flushed."""
READING = {"fcntl", "pread64"}
DISK_FULL = "plan-file.disk-full"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere: strace is for Linux")


@dataclass(frozen=True, slots=True)
class Bench:
    """Where plans are worked on while calls fail."""

    strace: str
    root: Path

    @property
    def files(self) -> PlanFiles:
        return PlanFiles(self.root / "backups", FixedClock(), "Ann")

    def run(self, cases: Sequence[str], *faults: str) -> list[str]:
        """Carry out the cases; the lines that strace wrote."""
        desk, outcomes = self.root / "desk", self.root / "outcomes"
        shutil.rmtree(outcomes, ignore_errors=True)
        outcomes.mkdir()
        names = (PLAN, f"{PLAN}-journal", f"{PLAN}.lock", NOWHERE)
        watched = (desk, *(desk / name for name in names), outcomes / IDLE)
        tracing = [self.strace, "-f", "--seccomp-bpf", "-qq", "-e", f"trace={','.join(IDLE_CALLS)}"]
        tracing += ["-o", str(self.root / "calls"), *(f"--trace-path={path}" for path in watched)]
        work = [sys.executable, "-m", "tests.integration.durability.failing"]
        plan = self.root / "plans" / PLAN
        command = [*tracing, *faults, *work, str(plan), str(desk), str(outcomes), *cases]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return (self.root / "calls").read_text().splitlines()

    def cases(self) -> list[str]:
        """Every call that opening and saving take, as KIND:NUMBER."""
        lines = [line.split("(")[0].split() for line in self.run(["none:0"]) if "(" in line]
        worker, _ = Counter(process for process, _ in lines).most_common(1)[0]
        calls = Counter(call for process, call in lines if process == worker)
        assert max(calls.values()) < FAILING
        return [f"{call}:{at + 1}" for call in sorted(calls) for at in range(calls[call])]

    def said(self, case: str) -> dict[str, str]:
        found: dict[str, str] = json.loads(self._outcome(case, "json").read_text())
        return found

    def found(self, case: str, when: str) -> str:
        """The plan after the first attempt or the last: old or new, and sound."""
        path = self._outcome(case, when) / PLAN
        states: list[tuple[Plan, int, str]]
        states = [(sample_plan(), 1, "old"), (edited(), 2, "new")]
        plan, numbers = stored(self.files, self._settled(path)), revisions(path)
        name = next(name for state, number, name in states if (plan, number) == (state, numbers))
        assert query(path, "PRAGMA integrity_check") == [("ok",)]
        return name

    def _settled(self, path: Path) -> Path:
        self.files.open(path).close()
        return path

    def _outcome(self, case: str, ending: str) -> Path:
        return self.root / "outcomes" / f"{case.replace(':', '-')}.{ending}"


def kind_of(case: str) -> str:
    return case.partition(":")[0]


def revisions(path: Path) -> int:
    (found,) = query(path, "SELECT count(*) FROM revision")
    return int(str(found[0]))


@pytest.fixture
def bench(tracer: str, tmp_path: Path) -> Bench:
    bench = Bench(tracer, tmp_path.resolve())
    (tmp_path / "plans").mkdir()
    bench.files.create(tmp_path / "plans" / PLAN, sample_plan())
    return bench


def faults(how_long: str, **errors: str) -> list[str]:
    """What makes each kind of call fail, with EIO unless `errors` has another for it."""
    return [
        f"--inject={call}:error={errors.get(call, 'EIO')}:when={FAILING}{how_long}"
        for call in IDLE_CALLS
    ]


def check_first(bench: Bench, case: str, said: dict[str, str]) -> None:
    """What was said of the first attempt is so."""
    if "opening" in said:
        assert bench.found(case, "last") == "old", case
        return
    found = bench.found(case, "first")
    if said["first"] == SAVED:
        assert found == "new", f"{case} lost what was acknowledged"
    elif kind_of(case) not in AFTERWARDS:
        assert found == "old", f"{case} saved what it said was not"


def check_flushed(bench: Bench, case: str, after_failure: Sequence[str]) -> None:
    """What turned out to be saved was flushed before the second attempt acknowledged it."""
    assert bench.said(case)["second"] == SAVED
    assert bench.found(case, "first") == "new", "this call does not come after the commit"
    process = after_failure[0].split()[0]
    calls = [line.split(maxsplit=1)[1] for line in after_failure if line.split()[0] == process]
    flushes = [call for call in calls if call.startswith("fsync(")]
    assert flushes
    assert all(call.endswith("= 0") for call in flushes)


def test_a_call_that_fails_once_loses_nothing_and_the_next_attempt_saves(bench: Bench) -> None:
    cases = bench.cases()

    lines = bench.run(cases, *faults(""))

    failures = [at for at, line in enumerate(lines) if "(INJECTED)" in line]
    assert len(failures) == len(cases)
    firsts = Counter[bool]()
    for case in cases:
        said = bench.said(case)
        check_first(bench, case, said)
        firsts[said.get("first") == SAVED] += 1
        if said.get("second") == SAVED:
            assert bench.found(case, "last") == "new"
    assert firsts[False] > len(cases) // 2, "few faults were noticed"
    assert {bench.said(f"pwrite64:{at}")["second"] for at in (1, 2, 3)} == {SAVED}
    last_flush = max(at for at, case in enumerate(cases) if kind_of(case) == "fdatasync")
    check_flushed(bench, cases[last_flush], lines[failures[last_flush] :])


def test_a_disk_that_takes_nothing_any_more_leaves_the_plan_as_it_was(bench: Bench) -> None:
    cases = [case for case in bench.cases() if kind_of(case) not in READING]

    bench.run(cases, *faults("+", pwrite64="ENOSPC"))

    for case in cases:
        said = bench.said(case)
        check_first(bench, case, said)
        if said.get("second") == SAVED:
            assert bench.found(case, "last") == "new"
    assert bench.said("pwrite64:1") == {"first": DISK_FULL, "second": DISK_FULL}
    assert bench.found("pwrite64:1", "last") == "old"
