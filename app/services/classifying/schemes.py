"""Schemes of severity as a template offers them, and how the levels of one become another's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from app.domain.interview.drafting import starting_records
from app.domain.interview.template import PlanTemplate
from app.domain.judgement.context import all_answers
from app.domain.plan.axes import DEFAULT_SCHEME, SCHEME
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Kind, Plan, Record, kind_of

SCALES = (Kind.SEVERITY, Kind.IMPACT, Kind.URGENCY)
"""The tables whose levels another scheme replaces."""

Matches = Mapping[RecordId, RecordId | None]
"""By the id of an old level, the id of the new one; None where there is none."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the template proposes under the answer `key`; `name` is what that answer is called."""

    key: str
    name: str
    records: Mapping[Kind, tuple[Any, ...]]

    def levels(self, kind: Kind) -> tuple[Any, ...]:
        """The levels of one scale, the worst first."""
        return by_rank(self.records.get(kind, ()))


def present_scheme(plan: Plan) -> str:
    """The answer to the question which scheme the plan uses; the default one without an answer."""
    answer = plan.answers.get(SCHEME)
    return DEFAULT_SCHEME if answer is None else str(answer.value)


def schemes(plan: Plan, template: PlanTemplate) -> tuple[Scheme, ...]:
    """Every scheme that `template` offers besides the present one; those without levels are not."""
    question = template.questions.get(SCHEME)
    options = () if question is None else question.options
    found = (
        scheme(plan, template, option.value, option.label)
        for option in options
        if option.value != present_scheme(plan)
    )
    return tuple(item for item in found if item.levels(Kind.SEVERITY))


def scheme(plan: Plan, template: PlanTemplate, key: str, name: str = "") -> Scheme:
    """What `template` proposes for the plan's own answers once the scheme is `key`."""
    answers = {**all_answers(plan), str(SCHEME): key}
    wanted = {*SCALES, Kind.CELL, Kind.SAMPLE}
    grouped: dict[Kind, list[Record]] = {}
    for record in starting_records(template, answers):
        if kind_of(record) in wanted:
            grouped.setdefault(kind_of(record), []).append(record)
    return Scheme(key, name or key, {kind: tuple(items) for kind, items in grouped.items()})


def by_rank(levels: Sequence[Any]) -> tuple[Any, ...]:
    """Levels of one scale, the worst first."""
    return tuple(sorted(levels, key=lambda level: level.rank))


def proposed(plan: Plan, offered: Scheme) -> dict[Kind, Matches]:
    """For every scale the new level that is nearest to each old one in place and in words."""
    return {kind: matched(by_rank(plan.table(kind).all()), offered.levels(kind)) for kind in SCALES}


def matched(old: Sequence[Any], new: Sequence[Any]) -> dict[RecordId, RecordId | None]:
    """Levels matched so that no old one becomes milder than an old one below it."""
    if not new:
        return dict.fromkeys((level.id for level in old), None)
    costs = [
        [
            _distance(at, len(old), to, len(new)) - _likeness(one, other)
            for to, other in enumerate(new)
        ]
        for at, one in enumerate(old)
    ]
    chosen = _cheapest(costs)
    return {level.id: new[to].id for level, to in zip(old, chosen, strict=True)}


def _distance(at: int, many: int, to: int, others: int) -> float:
    """How far apart two places are, where 0 is the worst and 1 the mildest of each scale."""
    return abs(at / max(many - 1, 1) - to / max(others - 1, 1))


def _likeness(one: Any, other: Any) -> float:  # noqa: ANN401 - levels of any scale
    """Up to a quarter for the words two levels share, so that words settle what ranks leave."""
    first, second = _words(one), _words(other)
    return 0.25 * len(first & second) / max(len(first | second), 1)


def _words(level: Any) -> set[str]:  # noqa: ANN401 - a level of any scale
    said = f"{level.name} {level.meaning}".casefold()
    return {word.strip(".,;:()") for word in said.split() if len(word) > 3}


def _cheapest(costs: list[list[float]]) -> list[int]:
    """For each row a column, never left of that of the row above, at the least cost in all."""
    best: list[list[tuple[float, tuple[int, ...]]]] = []
    for row in costs:
        so_far = list(accumulate(best[-1], min)) if best else [(0.0, ())] * len(row)
        best.append(
            [
                (before + cost, (*path, to))
                for to, (cost, (before, path)) in enumerate(zip(row, so_far, strict=True))
            ]
        )
    return list(min(best[-1])[1]) if best else []
