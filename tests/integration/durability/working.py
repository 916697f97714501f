"""A process that drafts a plan and saves one edit after another, telling each once it is saved.

Arguments: the folder of the plan, a home for everything else, the number of saves, a seed, and any
settings of SQLite to be made on top of the program's own.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path
from random import Random

from app.bootstrap import workshop
from app.domain.lifecycle.content import Stored, digest
from app.domain.plan.changes import difference
from app.domain.plan.codec import canonical, record_data
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.programme import Term
from app.domain.plan.records import Records
from app.paths import AppPaths
from app.persistence.db import engine
from app.services.opening import OpenPlan
from tests.integration.persistence.db.samples import FixedClock

PLAN = "plan.irplan"
SAMPLE = "lindenhof-software"
LONGEST = 200
"""How often a section repeats itself after an edit, at most."""


def edited(plan: Plan, number: int, chance: Random) -> Plan:
    """The plan with a section longer or shorter, now and then people moved and terms changed."""
    sections = list(plan.sections.values())
    at = chance.randrange(len(sections))
    sections[at] = replace(sections[at], prose=f"Edit {number}. " * chance.randrange(LONGEST))
    plan = plan.with_table(Kind.SECTION, Records(sections))
    if number % 6 == 0:
        people = list(plan.people.values())
        chance.shuffle(people)
        plan = plan.with_table(Kind.PERSON, Records(people))
    if number % 5 == 0:
        kept = list(plan.terms.values())[chance.randrange(4) :]
        new = Term(RecordId(f"term-{number}"), f"Term {number}", "What it means. " * number)
        plan = plan.with_table(Kind.TERM, Records([*kept, new]))
    return plan


def hash_of(plan: Plan) -> str:
    """The hash of the plan as it is in memory, comparable with that of a file's rows."""
    return digest(
        Stored(kind.value, record.id, canonical(record_data(record)).decode())
        for kind in sorted(Kind, key=lambda kind: kind.value)
        for record in plan.table(kind).values()
    )


def tell(opened: OpenPlan, revision: int) -> None:
    """Acknowledge what is saved: its revision and the hash of what the person sees."""
    os.write(1, f"{revision} {hash_of(opened.plan)}\n".encode())


def work(folder: Path, home: Path, saves: int, chance: Random, settings: tuple[str, ...]) -> None:
    """Make the plan as the program does, then go on with `settings` until the plug is pulled."""
    desk = workshop(AppPaths.below(home), FixedClock())
    opened = desk.create_sample(folder / PLAN, SAMPLE)
    tell(opened, 1)
    opened.close()
    vars(engine)["PRAGMAS"] = (*engine.PRAGMAS, *settings)
    opened = desk.open(folder / PLAN)
    for number in range(saves):
        new = edited(opened.plan, number, chance)
        opened.session.apply(difference(opened.plan, new), "An edit")
        receipt = opened.save()
        assert receipt is not None
        tell(opened, receipt.revision)
    os._exit(0)  # to close in peace would flush what weaker settings leave to chance


if __name__ == "__main__":
    place, home, saves, seed, *settings = sys.argv[1:]
    work(Path(place), Path(home), int(saves), Random(seed), tuple(settings))
