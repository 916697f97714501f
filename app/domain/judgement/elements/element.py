"""What an element of a plan is, and the declared tests that show whether a plan has it."""

from dataclasses import dataclass
from enum import Enum

from app.domain.interview.conditions import Condition
from app.domain.plan.durations import Duration
from app.domain.plan.kinds import Kind

FieldValue = str | bool | int | Enum
"""What a field is compared with: the value itself, or an enumeration's member."""


@dataclass(frozen=True, slots=True)
class Is:
    """True of a record whose `field` is one of `values`; a dot leads into the parts of a list."""

    field: str
    values: tuple[FieldValue, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """True of a record with one of `words` in one of `fields`, in any case, from a word's start."""

    fields: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """True of a record whose date `field` is at most `months` old, or lies ahead.

    `months` may be the id of a question that is answered with a number of months or a duration.
    """

    field: str
    months: int | str


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long a span of time may last, both limits included; None is no limit."""

    least: Duration | None = None
    most: Duration | None = None

    def hold(self, value: object) -> bool:
        """Whether `value` is a span of time within the limits."""
        if not isinstance(value, Duration):
            return False
        long_enough = self.least is None or value.minutes >= self.least.minutes
        return long_enough and (self.most is None or value.minutes <= self.most.minutes)


@dataclass(frozen=True, slots=True)
class Lasts:
    """True of a record one of whose spans of time in `field` is within `bounds`."""

    field: str
    bounds: Bounds


RowCondition = Is | Mentions | Since | Lasts


@dataclass(frozen=True, slots=True)
class Answered:
    """At least `least` of `questions` have an answer that says something; None: all asked.

    An answer that is one of `other_than` does not count, nor one outside of `bounds` if any.
    """

    questions: tuple[str, ...]
    least: int | None = None
    other_than: tuple[str, ...] = ()
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True)
class Rows:
    """At least `least` records of `kind` that satisfy `where` fill `filled` and meet `meets`.

    With `every`, none that satisfies `where` may fail to. A field that names other records is
    filled only when the plan has one of them. A dot leads into the parts of a list.
    """

    kind: Kind
    least: int = 1
    where: tuple[RowCondition, ...] = ()
    filled: tuple[str, ...] = ()
    meets: tuple[RowCondition, ...] = ()
    every: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """Every record of `kind` is named, in `field`, by a record of `by` that satisfies `where`."""

    kind: Kind
    by: Kind
    field: str
    where: tuple[RowCondition, ...] = ()


@dataclass(frozen=True, slots=True)
class Says:
    """One sentence in `sections` uses a word of every group in `words`.

    A word matches in any case from a word's start, so `escalat` finds *escalated*.
    """

    sections: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class MatrixFilled:
    """Every pair of impact and urgency has a severity of the plan."""


Test = Answered | Rows | Covered | Says | MatrixFilled


@dataclass(frozen=True, slots=True)
class Element:
    """One thing a plan contains; `label` is a noun phrase that fits behind "Missing:".

    All `tests` must pass. It is mended in `section`. Where `when` is false nobody expects it.
    """

    id: str
    label: str
    section: str
    tests: tuple[Test, ...]
    when: Condition | None = None

    @property
    def structural(self) -> bool:
        """Whether any test looks at more than words."""
        return any(not isinstance(test, Says) for test in self.tests)


class ElementState(Enum):
    """How much of an element a plan has."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_EXPECTED = "not-expected"


@dataclass(frozen=True, slots=True)
class ElementStatus:
    """How an element stands; `gaps` says what is missing, a short phrase for each failed test."""

    element: Element
    state: ElementState
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a reader finds that an element is met.

    `quote` are words that stand in the plan: an answer, a record's name, a sentence; `what` is the
    question they answer, if any. `more` counts further records that say the same.
    """

    kind: Kind
    record: str
    section: str
    what: str
    quote: str
    more: int = 0
