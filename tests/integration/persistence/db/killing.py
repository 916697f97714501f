"""Children that save a plan until they are killed, and whether each file is still as it should be.

Run as a process of its own: it imports everything once and forks each child from there.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.records import Records
from app.domain.plan.sections import Section
from app.persistence.db.files import PlanFiles
from tests.integration.persistence.db.samples import FixedClock, person, query, save, with_records

PEOPLE = 8
LONGEST_LIFE = 0.05
"""Seconds a child may go on after its first save was acknowledged."""


def state(number: int) -> Plan:
    """The plan that revision `number` leaves: one edit, one move, a text of another length."""
    names = [f"p{(at + number) % PEOPLE}" for at in range(PEOPLE - number % 3)]
    people = Records(person(name, f"edit {number}" if name == "p0" else "") for name in names)
    prose = Section(RecordId("scope"), "Scope", prose=f"{number} " * (number % 5) * 800)
    return with_records(Plan(RecordId("plan-x")), [prose]).with_table(Kind.PERSON, people)


def work(files: PlanFiles, path: Path, acknowledge: int) -> None:
    """Save one revision after the other and tell each number once it is committed."""
    store = files.open(path)
    plan = store.load()
    number = int(str(query(path, "SELECT max(number) FROM revision")[0][0]))
    assert plan == state(number)
    while True:
        plan = save(store, plan, state(number + 1), f"request-{number + 1}")
        number += 1
        os.write(acknowledge, b"%d\n" % number)


def kill_once(files: PlanFiles, path: Path, chance: random.Random) -> list[int]:
    """What the child had acknowledged when it was killed."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            work(files, path, writer)
        finally:
            os._exit(1)
    os.close(writer)
    if chance.random() < 0.9:  # else it is killed while opening
        select.select([reader], [], [], 10)
    time.sleep(chance.uniform(0, LONGEST_LIFE))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the child failed by itself"
    with os.fdopen(reader) as said:
        return [int(line) for line in said]


def kill(folder: Path, kills: int) -> dict[str, int]:
    """Kill so many children and count what happened; a lost edit is an assertion."""
    chance = random.Random(os.getpid())
    files = PlanFiles(folder / "backups", FixedClock(), "Ann")
    path = folder / "plan.irplan"
    files.create(path, state(1))
    found = {"kills": kills, "acknowledged": 0, "cut off": 0, "unacknowledged": 0}
    last = 1
    for _ in range(kills):
        acknowledged = kill_once(files, path, chance)
        found["cut off"] += path.with_name("plan.irplan-journal").exists()
        found["acknowledged"] += len(acknowledged)
        last = max(acknowledged, default=last)
        number = check(files, path)
        assert number - last in (0, 1), f"revision {number}, but {last} was acknowledged"
        found["unacknowledged"] += number - last
        last = number
    return found


def check(files: PlanFiles, path: Path) -> int:
    """The last revision of the file, which must be exactly as that revision left it."""
    store = files.open(path)
    plan = store.load()
    store.close()
    number = int(str(query(path, "SELECT max(number) FROM revision")[0][0]))
    assert plan == state(number), f"not as revision {number} left it"
    assert query(path, "PRAGMA quick_check") == [("ok",)]
    assert query(path, "SELECT count(*) FROM revision") == [(number,)]
    return number


if __name__ == "__main__":
    sys.stdout.write(json.dumps(kill(Path(sys.argv[1]), int(sys.argv[2]))))
