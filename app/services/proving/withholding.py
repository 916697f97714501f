"""Whether a copy without the addresses of people is otherwise the plan."""

from dataclasses import dataclass

from app.domain.plan.plan import Plan
from app.domain.plan.redacting import redacted


@dataclass(frozen=True, slots=True)
class Withheld:
    """What a plan is `expected` to look like in the copy; `faithful` if the copy is just that."""

    expected: Plan
    faithful: bool


def withheld_from(plan: Plan, copy: Plan) -> Withheld:
    """`copy` beside `plan` without the addresses that the copy withholds."""
    word = _word(plan, copy)
    expected = plan if word is None else redacted(plan, word).plan
    return Withheld(expected, expected == copy)


def _word(plan: Plan, copy: Plan) -> str | None:
    """What the copy puts in place of addresses; None where it withholds none.

    It is one word throughout, in the language of the document.
    """
    for person in plan.people.values():
        other = copy.people.get(person.id)
        if other is None:
            continue
        for own, told in zip(person.channels, other.channels, strict=False):
            if own.address != told.address:
                return told.address
    return None
