"""What a linter rule is."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding
from app.domain.plan.plan import Kind


@dataclass(frozen=True, slots=True)
class RecordRule:
    """Judges the records of `kind` one at a time.

    Any change in a table it `reads` re-judges all of them; so does a record that came, went or
    moved in one it only `looks_up`. `follows_answers` (for sections) re-judges those whose
    answers changed. Anything else re-judges only the record.
    """

    code: str
    kind: Kind
    judge: Callable[[Context, Any], Iterable[Finding]]
    reads: frozenset[Kind] = frozenset()
    looks_up: frozenset[Kind] = frozenset()
    follows_answers: bool = False


@dataclass(frozen=True, slots=True)
class PlanRule:
    """Judges the plan as a whole, again whenever one of the tables it `reads` changes."""

    code: str
    reads: frozenset[Kind]
    judge: Callable[[Context], Iterable[Finding]]
