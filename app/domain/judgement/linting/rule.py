"""What a linter rule is."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.plan.plan import Kind

Counts = Mapping[Any, int]
"""How many records share each fact; a fact that no record shares is not there."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """How records speak of scanned ones: by the words of one stands a name of the other.

    `words` are those, by its own content alone, in which a record may speak of any; a record
    without them is judged without the scanned table. `names` are those a scanned one goes by.
    """

    words: Callable[[Any], frozenset[str]]
    names: Callable[[Any], frozenset[str]]


@dataclass(frozen=True, slots=True)
class RecordRule:
    """Judges the records of `kind` one at a time, and looks at no record it does not declare.

    `reads` lists the kinds of records it looks at because the judged one names them, straight
    or through others of these kinds; `looks_up` the kinds of which it only asks whether the one
    named is there; `named_by` the kinds of which it looks at those that name the judged one,
    and from there at what those name in `reads` and `looks_up`. `follows_answers` (for
    sections) re-judges those whose answers changed.

    `decides` tells what it is in a record of a kind it reads or scans that decides whether there
    is a finding at all. An edit that leaves this as it was re-judges only records with findings,
    which may tell more of it.

    `scans` are tables it looks at as a whole, because the judged record may speak of theirs in
    its words. An edit there re-judges the records of `kind` that, as `speaking` tells, speak of
    the scanned one, or that `mentions` it, as it was or as it is; all of them where nothing is
    said. An edit re-judges no other record.
    """

    code: str
    kind: Kind
    judge: Callable[[Context, Any], Iterable[Finding]]
    reads: frozenset[Kind] = frozenset()
    looks_up: frozenset[Kind] = frozenset()
    named_by: frozenset[Kind] = frozenset()
    scans: frozenset[Kind] = frozenset()
    decides: Mapping[Kind, Callable[[Any], Hashable]] = field(default_factory=dict)
    speaking: Speaking | None = None
    mentions: Callable[[Any, Any], bool] | None = None
    follows_answers: bool = False


@dataclass(frozen=True, slots=True)
class CountRule:
    """Judges how many records of `kind` share each fact, without walking through them.

    The counts are kept up to date record by record; `reads` are small tables looked at besides.
    """

    code: str
    kind: Kind
    fact: Callable[[Any], Hashable]
    judge: Callable[[Context, Counts], Iterable[Finding]]
    reads: frozenset[Kind] = frozenset()


@dataclass(frozen=True, slots=True)
class PlanRule:
    """Judges the plan as a whole, again whenever one of the tables it `reads` changes.

    Its cost must not grow with a table: it asks how long one is, or reads one small by nature.
    """

    code: str
    reads: frozenset[Kind]
    judge: Callable[[Context], Iterable[Finding]]
