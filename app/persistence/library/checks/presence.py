"""Under which answers the starting records of a template stand in a plan."""

from typing import Final

from app.domain.interview.conditions import AnyOf, Condition, Not
from app.domain.interview.possible import possible
from app.domain.interview.template import StartingRecord
from app.domain.plan.plan import Kind, kind_of
from app.persistence.library.changing import both
from app.persistence.library.parts import TemplateParts

_NEVER: Final = AnyOf(())


class Presence:
    """Which records can meet in one plan; those of one id are alternatives to each other."""

    def __init__(self, parts: TemplateParts) -> None:
        self._questions = {str(placed.item.id): placed.item for placed in parts.questions()}
        self._whens: dict[tuple[Kind, str], list[Condition | None]] = {}
        for placed in parts.starting:
            record = placed.item.record
            self._whens.setdefault((kind_of(record), record.id), []).append(placed.item.when)
        self._known: dict[Condition | None, bool] = {}

    def meet(self, one: StartingRecord, other: StartingRecord) -> bool:
        """Whether some answers propose both."""
        return self._possible(both(one.when, other.when))

    def lacking(self, kind: Kind, key: str, *beside: StartingRecord) -> bool:
        """Whether some answers propose all of `beside` and no record `key` of `kind`."""
        absent = self._absent(kind, key)
        condition: Condition | None = None
        for starting in beside:
            condition = both(condition, starting.when)
        return self._possible(absent) and self._possible(both(condition, absent))

    def _possible(self, condition: Condition | None) -> bool:
        """The same few conditions are met again and again."""
        if condition not in self._known:
            self._known[condition] = possible(condition, self._questions)
        return self._known[condition]

    def _absent(self, kind: Kind, key: str) -> Condition:
        """True when no record `key` is proposed; one without a condition always is."""
        whens = self._whens.get((kind, key), [])
        stated = tuple(when for when in whens if when is not None)
        return Not(AnyOf(stated)) if len(stated) == len(whens) else _NEVER
