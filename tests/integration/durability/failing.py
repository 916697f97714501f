"""Processes that save an edit while a call to the system fails, in each process another call.

Run under strace, which lets the call number `FAILING` of each kind fail. One process imports
everything and forks the others; each begins with as many idle calls as make its own call the one
with that number. Arguments: the plan, the folder to work in, one for the outcomes, and the cases
as KIND:NUMBER; where the number is 0 nothing fails.
"""

import fcntl
import json
import os
import shutil
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from app.domain.errors import IrplanError
from app.domain.judgement.standards import Standards
from app.domain.plan.changes import difference
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.persistence.db.files import PlanFiles
from app.services.opening import OpenPlan
from tests.builders import template
from tests.integration.durability.working import PLAN
from tests.integration.persistence.db.samples import (
    FixedClock,
    sample_plan,
    with_people,
    with_records,
)

FAILING = 100
"""More calls of a kind than opening and saving take."""

IDLE = "idle"
NOWHERE = "nowhere"
"""What idle calls are about: an empty file, and one that never is."""

IDLE_CALLS: dict[str, Callable[[Path, int], object]] = {
    "openat": lambda folder, _: os.open(folder / NOWHERE, os.O_RDONLY),
    "unlink": lambda folder, _: os.unlink(folder / NOWHERE),  # noqa: PTH108 - exactly this call
    "pread64": lambda _, handle: os.pread(handle, 1, 0),
    "pwrite64": lambda _, handle: os.pwrite(handle, b"x", 0),
    "ftruncate": lambda _, handle: os.ftruncate(handle, 0),
    "fsync": lambda _, handle: os.fsync(handle),
    "fdatasync": lambda _, handle: os.fdatasync(handle),
    "fcntl": lambda _, handle: fcntl.fcntl(handle, fcntl.F_GETFD),
}
"""Each kind of call that can be made to fail."""


def edited() -> Plan:
    """The sample plan with a longer text, a person less and others moved."""
    plan = with_people(sample_plan(), "dee", "ann", "cy")
    scope = replace(plan.sections[RecordId("scope")], prose="Longer. " * 2_000)
    return with_records(plan, [scope])


def idle(folder: Path, kind: str, times: int, handle: int) -> None:
    """Make so many calls of a kind to no effect."""
    for _ in range(times):
        with suppress(FileNotFoundError):
            IDLE_CALLS[kind](folder, handle)


def attempt(opened: OpenPlan) -> str:
    """Save and say "saved", or the code of what the person is shown instead."""
    try:
        assert opened.save() is not None
    except IrplanError as error:
        return error.code
    return "saved"


def work(folder: Path, outcome: Path) -> dict[str, str]:
    """Open the plan, save the edit, and try once more when that failed: what was said."""
    clock = FixedClock()
    files = PlanFiles(Path(os.devnull), clock, "Ann")  # which takes no backups
    try:
        opened = OpenPlan(files.open(folder / PLAN), template(), Standards(), clock)
    except IrplanError as error:
        return {"opening": error.code}
    opened.session.apply(difference(opened.plan, edited()), "An edit")
    said = {"first": attempt(opened)}
    apart(lambda: shutil.copytree(folder, outcome.with_suffix(".first")))
    if said["first"] != "saved":
        said["second"] = attempt(opened)
    return said


def apart(action: Callable[[], object]) -> None:
    """Do something in a process whose calls are counted for themselves."""
    child = os.fork()
    if child == 0:
        try:
            action()
            os._exit(0)
        finally:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert status == 0


def main(plan: Path, folder: Path, outcomes: Path, cases: list[str]) -> None:
    """One case after the other: what was said and the folders found go to `outcomes`."""
    handle = os.open(outcomes / IDLE, os.O_RDWR | os.O_CREAT)

    def disturbed(outcome: Path, kind: str, number: int) -> None:
        if number:
            idle(folder, kind, FAILING - number, handle)
        outcome.write_text(json.dumps(work(folder, outcome)))

    shutil.copytree(plan.parent, outcomes / "rehearsal")
    work(outcomes / "rehearsal", outcomes / "rehearsal.json")  # what is done once is done now
    for case in cases:
        kind, number = case.split(":")
        outcome = outcomes / f"{kind}-{number}.json"
        apart(lambda: shutil.copytree(plan.parent, folder))
        apart(partial(disturbed, outcome, kind, int(number)))
        folder.rename(outcome.with_suffix(".last"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:])
