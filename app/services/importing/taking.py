"""Taking rows over: the changes of one step, and what they come to."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.domain.plan.changes import ChangeSet, RecordChange, put
from app.domain.plan.ids import RecordId, id_from_name, new_id
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.importing.checking import Candidate, Preview, Take
from app.services.importing.records import new_record

WORDS: Final = {
    Kind.PERSON: ("person", "people"),
    Kind.PARTY: ("party", "parties"),
    Kind.METRIC: ("metric", "metrics"),
    Kind.TRAINING: ("training", "trainings"),
    Kind.EXERCISE: ("exercise", "exercises"),
    Kind.ROADMAP: ("goal", "goals"),
    Kind.RESOURCE: ("resource", "resources"),
    Kind.DOCUMENT: ("document", "documents"),
    Kind.LOG_SOURCE: ("log source", "log sources"),
    Kind.DISTRIBUTION: ("recipient", "recipients"),
    Kind.TERM: ("term", "terms"),
    Kind.ACTION: ("action", "actions"),
}
"""One and several of a kind."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The changes that take rows over as one step called `label`, and how many rows did what.

    `same` rows say nothing that the plan does not say.
    """

    changes: ChangeSet
    label: str
    added: int
    updated: int
    same: int
    skipped: int


def counted(kind: Kind, number: int) -> str:
    """`42 people`, `1 person`."""
    one, several = WORDS[kind]
    return f"{number} {one if number == 1 else several}"


def take(plan: Plan, preview: Preview, chosen: Mapping[int, Take] = MappingProxyType({})) -> Taken:
    """The changes for `plan`; `chosen` overrules what is advised, by the place of the row."""
    names = _Names(plan, preview.kind)
    changes: list[RecordChange] = []
    done: defaultdict[str, int] = defaultdict(int)
    for at, candidate in enumerate(preview.candidates):
        way = chosen.get(at, candidate.advised)
        way = way if way in candidate.ways else Take.SKIP
        done[_name(candidate, way)] += 1
        if way is Take.ADD:
            key = names.fresh(candidate.draft.name)
            changes.append(put(plan, new_record(preview.kind, candidate.draft, key)))
        elif way is Take.UPDATE and candidate.updated is not None and candidate.changes:
            changes.append(put(plan, candidate.updated))
    label = f"Import {counted(preview.kind, len(changes))}"
    return Taken(tuple(changes), label, done["add"], done["update"], done["same"], done["skip"])


def _name(candidate: Candidate, way: Take) -> str:
    return "same" if way is Take.UPDATE and not candidate.changes else way.value


class _Names:
    """Ids for new records, each once; actions have ids that say nothing."""

    def __init__(self, plan: Plan, kind: Kind) -> None:
        self._taken = set(map(str, plan.table(kind)))
        self._counts: defaultdict[str, int] = defaultdict(lambda: 1)
        self._nameless = kind is Kind.ACTION

    def fresh(self, name: str) -> RecordId:
        if self._nameless:
            return new_id("action")
        base = str(id_from_name(name))
        made = base
        while made in self._taken:
            self._counts[base] += 1
            made = f"{base}-{self._counts[base]}"
        self._taken.add(made)
        return RecordId(made)
